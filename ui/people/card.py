"""PersonCard: one person, and how they take part in a training; every field saves itself."""

from functools import partial
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QScrollArea, QVBoxLayout, QWidget

from jobs import editing
from jobs.certificates import may_be_printed
from models.identities import person
from models.records import Enrolment, Participant
from models.roster import Attendee
from models.store import Store
from resources.words import Words
from ui import parts
from ui.editors import TextEditor
from ui.forms import Form
from ui.people.custom_answers import CustomAnswers
from ui.people.likeness import Likeness
from ui.printers.dialog import print_certificate_of
from ui.workplace import Workplace

_PERSON = ("name_latin", "name_arabic", "title", "sex", "phone", "email", "birth_year", "name_language",
           "fourth_latin", "fourth_arabic", "consent_photo", "consent_invite",
           "consent_share", "consent_on")  # fmt: skip
_ENROLMENT = ("institution_id", "position", "governorate", "role", "state", "note")


class PersonCard(QScrollArea):
    """Scrolls within itself, so that it fits beside any list."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._words = workplace.words
        self._store = workplace.store
        self._participant_id = ""
        self._attendee: Attendee | None = None
        self._institution = InstitutionEditor(workplace.store, workplace.words)
        self._name = parts.label("", "heading", wrap=True)
        self._other_name = parts.label("", "", wrap=True)
        self._person: Form[Participant] = Form(
            workplace,
            Participant,
            _PERSON,
            partial(person, self._store),
            partial(editing.edit_participant, self._store),
        )
        self._enrolment: Form[Enrolment] = Form(
            workplace,
            Enrolment,
            _ENROLMENT,
            self._store.enrolments.find,
            partial(editing.edit_enrolment, self._store),
            {"institution_id": self._institution},
        )
        self._answers = CustomAnswers(workplace)
        self._likeness = Likeness(workplace)
        self._build()
        workplace.changed.connect(self._on_changed)
        self.show_person(None)

    def _build(self) -> None:
        say = self._words.say
        right = parts.button(say("The names are right"), self._workplace.theme, "check")
        wrong = parts.button(say("Remove the made name"), style="quiet")
        right.clicked.connect(self._on_right)
        wrong.clicked.connect(self._on_wrong)
        text = parts.label(say("One name was made by rule. It is not printed before you confirm it."), wrap=True)
        self._notice = parts.card(text, parts.row(right, None), parts.row(wrong, None), spacing=4)
        self._notice.setProperty("card", None)
        self._notice.setProperty("notice", True)
        self._here = parts.label(say("In this training"), "heading")
        self._print = parts.button(say("Print the certificate…"), self._workplace.theme, "print", style="quiet")
        self._print.clicked.connect(self._on_print)
        inside = QWidget()
        layout = self._inside = QVBoxLayout(inside)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        for part in (
            parts.column(self._name, self._other_name, spacing=2),
            self._likeness,
            self._notice,
            self._person,
            self._here,
            self._enrolment,
            self._answers,
            parts.row(self._print, None),
        ):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("card", True)

    def add_below(self, *below: QWidget) -> None:
        """More about the person, below the fields."""
        for part in below:
            self._inside.insertWidget(self._inside.count() - 1, part)

    def show_attendee(self, attendee: Attendee | None) -> None:
        """A person in a training."""
        self.show_person(attendee.participant if attendee else None)
        self._institution.offer(self._store, self._words)
        self._enrolment.show_record(attendee.enrolment if attendee else None)
        self._answers.show_attendee(attendee)
        self._likeness.show_attendee(attendee)
        for part in (self._here, self._enrolment):
            part.setVisible(attendee is not None)
        self._attendee = attendee
        self._print.setVisible(attendee is not None and may_be_printed(attendee))

    def show_person(self, participant: Participant | None) -> None:
        """A person by themself."""
        self._participant_id = participant.id if participant else ""
        self._person.show_record(participant)
        self._enrolment.show_record(None)
        self._answers.show_attendee(None)
        self._likeness.show_attendee(None)
        self._show_head(participant)
        for part in (self._here, self._enrolment, self._print):
            part.hide()
        self._person.setVisible(participant is not None)

    def _show_head(self, participant: Participant | None) -> None:
        language = self._words.language
        self._name.setText(participant.name_in(language) if participant else "")
        self._other_name.setText(participant.other_name_in(language) if participant else "")
        self._notice.setVisible(participant is not None and participant.has_open_name)

    def start(self) -> None:
        self._person.editor("name_latin").setFocus()

    def commit(self) -> None:
        self._person.commit()
        self._enrolment.commit()
        self._answers.commit()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self._participant_id and kinds & {"participant", "same_person"}:
            self._show_head(person(self._store, self._participant_id))

    def _on_print(self) -> None:
        if self._attendee is not None:
            print_certificate_of(self._workplace, self._attendee.enrolment, self.window())

    def _on_right(self) -> None:
        editing.confirm_names(self._store, self._participant_id)

    def _on_wrong(self) -> None:
        editing.drop_proposed_names(self._store, self._participant_id)


class InstitutionEditor(TextEditor):
    """A name, completed from the institutions on file; another one is put on file by the job that saves it."""

    def __init__(self, store: Store, words: Words) -> None:
        super().__init__()
        self._ids: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.offer(store, words)

    def offer(self, store: Store, words: Words) -> None:
        """The institutions on file, in the window's language first."""
        self._ids.clear()
        self._names.clear()
        for one in store.institutions.all():
            self._names[one.id] = words.of(one)
            for name in (one.name_en, one.name_ar, one.name_ckb):
                if name:
                    self._ids[name] = one.id
        self._model.setStringList(sorted({*self._ids}))

    def show_value(self, value: Any) -> None:
        super().show_value(self._names.get(value, value))

    def value(self) -> Any:
        """The id of what is on file, else the text as typed."""
        typed = super().value()
        return self._ids.get(typed, typed)
