"""AttendeeCard: one person, and how they take part in a training; every field saves itself."""

from functools import partial
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from jobs.certificates.printing import may_be_printed
from jobs.people import editing
from jobs.people.directory import earlier_of
from models.fields import Use, fields_of
from models.records import Enrolment, Participant
from models.sorting import sorting_key
from models.store import Store
from models.training.roster import Attendee
from models.training.taking_part import whole_enrolment
from resources.words import Words
from ui.people.card import PersonCard
from ui.people.custom_answers import CustomAnswers
from ui.people.likeness import Likeness
from ui.printers.dialog import print_certificate_of
from ui.widgets import parts
from ui.widgets.editors import TextEditor
from ui.widgets.forms import Form
from ui.workplace import Workplace


class AttendeeCard(PersonCard):
    """Shows also people who are on file but not in the training."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._attendee: Attendee | None = None
        self._institution = InstitutionEditor(workplace.store, workplace.words)
        self._enrolment: Form[Enrolment] = Form(
            workplace,
            Enrolment,
            tuple(field.name for field in fields_of(Enrolment, Use.FORM)),
            partial(whole_enrolment, workplace.store),
            partial(editing.edit_enrolment, workplace.store),
            {"institution_id": self._institution},
        )
        self._answers = CustomAnswers(workplace)
        self._likeness = Likeness(workplace)
        say = workplace.words.say
        self._here = parts.label(say("In this training"), "heading")
        self._before = parts.label("", "muted", wrap=True)
        self._print = parts.button(say("Print the certificate…"), workplace.theme, "print", style="quiet")
        self._print.clicked.connect(self._on_print)
        self.add_below_name(self._likeness)
        self.add_below(self._here, self._before, self._enrolment, self._answers, parts.row(self._print, None))
        self._show_enrolment(None)

    def show_attendee(self, attendee: Attendee | None) -> None:
        """A person in a training."""
        self.show_person(attendee.participant if attendee else None)
        if attendee is not None:
            self._show_enrolment(attendee)

    def show_person(self, participant: Participant | None) -> None:
        """A person by themself."""
        super().show_person(participant)
        self._show_enrolment(None)

    def _show_enrolment(self, attendee: Attendee | None) -> None:
        self._attendee = attendee
        if attendee is not None:
            self._institution.offer(self._store, self._words)
        self._enrolment.show_record(attendee.enrolment if attendee else None)
        self._answers.show_attendee(attendee)
        self._likeness.show_attendee(attendee)
        self._show_before(attendee)
        for part in (self._here, self._enrolment):
            part.setVisible(attendee is not None)
        self._print.setVisible(attendee is not None and may_be_printed(attendee))

    def _show_before(self, attendee: Attendee | None) -> None:
        """The trainings that they came to before this one."""
        earlier = earlier_of(self._store, attendee) if attendee is not None else []
        names = [f"\u2068{self._words.of(one, 'title') or one.code}\u2069" for one in earlier]
        self._before.setText(self._words.say("Came before: {trainings}", trainings=self._words.listed(names)))
        self._before.setVisible(bool(names))

    def commit(self) -> None:
        super().commit()
        self._enrolment.commit()
        self._answers.commit()

    def _on_print(self) -> None:
        if self._attendee is not None:
            print_certificate_of(self._workplace, self._attendee.enrolment, self.window())


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
            for name in one.name:
                self._ids[name] = one.id
        self._model.setStringList(sorted(self._ids, key=lambda name: sorting_key(name, words.language)))

    def show_value(self, value: Any) -> None:
        super().show_value(self._names.get(value, value))

    def value(self) -> Any:
        """The id of what is on file, else the text as typed."""
        typed = super().value()
        return self._ids.get(typed, typed)
