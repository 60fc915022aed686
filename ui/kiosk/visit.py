"""One person's way through the kiosk: find yourself, correct, read, sign, done."""

from functools import partial
from typing import Any

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jobs.attendance.signatures import sign
from jobs.desk import kiosk
from jobs.desk.registering import check_in
from jobs.trainings.notices import notice
from models.errors import NotWholeName
from models.fields import Record, field_of
from models.names.letters import tidy
from models.records import Enrolment, Participant
from models.records.codes import Consent
from models.sorting import sorting_key
from models.training.consents import CONSENTS
from models.training.roster import Attendee, Roster
from models.typed import NotUnderstood, reader_of
from models.wall_clock import today_at
from resources.words import N_, Words
from resources.words.codes import code_word
from resources.words.fields import field_word
from ui.looks.sizes import px
from ui.people.signing import SignaturePad
from ui.widgets import parts
from ui.widgets.editors import direction_of
from ui.widgets.forms import hint_words
from ui.widgets.line_edit import LineEdit
from ui.workplace import Workplace

_WIDTH = 760
_FAREWELL = 6_000  # milliseconds that the thanks stay
_FIELDS: tuple[tuple[type[Record], str], ...] = (
    *((Participant, name) for name in ("name_latin", "name_arabic", "phone", "email")),
    *((Enrolment, name) for name in ("institution_id", "position")),
)
_QUESTIONS = {
    "consent_photo": N_("May photographs that show me be published?"),
    "consent_invite": N_("May I be invited to further trainings?"),
    "consent_share": N_("May my phone and e-mail be given to the other participants?"),
}


class Visit(QWidget):
    ended = Signal()

    def __init__(self, workplace: Workplace, words: Words, training_id: str, session_id: str) -> None:
        super().__init__()
        self._workplace, self._words = workplace, words
        self._store = workplace.store
        self._training_id, self._session_id = training_id, session_id
        self._enrolment_id = ""
        self._answers: dict[str, QButtonGroup] = {}
        self._editors: dict[str, QLineEdit] = {}
        self._institutions: dict[str, str] = {}
        self._title = parts.label("", "title", wrap=True)
        self._problem = parts.problem_label()
        self._stack = QStackedWidget()
        again = parts.button(words.say("Start again"))
        again.clicked.connect(self.ended)
        self._next = parts.button(words.say("Next"), workplace.theme, "check", style="primary")
        self._next.clicked.connect(self._on_next)
        self._pages = (self._build_find(), self._build_correct(), self._build_notice(), self._build_sign())
        for page in self._pages:
            self._stack.addWidget(page)
        self._thanks = parts.label("", "title", wrap=True)
        self._stack.addWidget(parts.column(None, self._thanks, None))
        box = parts.column(self._title, self._stack, self._problem, parts.row(again, None, self._next), spacing=14)
        box.setMaximumWidth(px(_WIDTH))
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(box, 8)
        layout.addStretch(1)
        self._farewell = QTimer(self)
        self._farewell.setSingleShot(True)
        self._farewell.setInterval(_FAREWELL)
        self._farewell.timeout.connect(self.ended)

    # Find yourself

    def _build_find(self) -> QWidget:
        say = self._words.say
        self.field = LineEdit()
        self.field.setProperty("large", True)
        self.field.setPlaceholderText(say("Type your name"))
        self.field.setAccessibleName(say("Type your name"))
        self.field.textChanged.connect(self._show_found)
        self.field.returnPressed.connect(self._on_enter)
        self._found = QVBoxLayout()
        self._found.setSpacing(8)
        self._unlisted = parts.button(say("I am not on the list"), style="quiet")
        self._unlisted.clicked.connect(self._on_unlisted)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addLayout(self._found)
        layout.addStretch(1)
        layout.addWidget(parts.row(self._unlisted, None))
        return page

    def start(self) -> None:
        self._show(0, self._words.say("Who are you?"))
        self._unlisted.hide()
        self.field.setFocus()

    def _show_found(self) -> None:
        while item := self._found.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        found = kiosk.find_self(self._store, self._roster(), self.field.text(), self._words.language)
        for one in found:
            institution = self._words.of(one.institution) if one.institution else ""
            name = one.participant.name_in(self._words.language)
            button = parts.button("\n".join(filter(None, (name, institution))), style="choice")
            button.setAccessibleName(name)
            button.clicked.connect(partial(self.show_person, one.enrolment.id))
            self._found.addWidget(button)
        letters = sum(letter.isalpha() for letter in self.field.text())
        self._unlisted.setVisible(letters >= kiosk.LEAST_LETTERS)

    def _on_enter(self) -> None:
        """Enter takes the only one who is called so."""
        item = self._found.itemAt(0) if self._found.count() == 1 else None
        button = item.widget() if item else None
        if isinstance(button, QPushButton):
            button.click()

    def _on_unlisted(self) -> None:
        try:
            own_id = kiosk.put_on_the_list(self._store, self._training_id, self.field.text())
        except NotWholeName:
            self._tell(self._words.say("Please type your whole name."))
            return
        self.show_person(own_id)

    # Correct

    def _build_correct(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(12)
        for record_type, name in _FIELDS:
            editor = LineEdit()
            text = field_word(self._words, record_type.KIND, name)
            editor.setAccessibleName(text)
            direction = direction_of(field_of(record_type, name))
            if direction is not None:
                editor.setLayoutDirection(direction)
            caption = QLabel(text)
            caption.setBuddy(editor)
            form.addRow(caption, editor)
            self._editors[name] = editor
        self._institutions = {self._words.of(one): one.id for one in self._store.institutions.all()}
        names = sorted(self._institutions, key=lambda name: sorting_key(name, self._words.language))
        completer = QCompleter(QStringListModel(names), page)
        self._editors["institution_id"].setCompleter(completer)
        return page

    def show_person(self, enrolment_id: str) -> None:
        """Found, by name or badge: what is on file, to be corrected."""
        self._enrolment_id = enrolment_id
        one = self._attendee()
        values = {
            "name_latin": one.participant.name_latin,
            "name_arabic": one.participant.name_arabic,
            "phone": one.participant.phone,
            "email": one.participant.email,
            "institution_id": self._words.of(one.institution) if one.institution else "",
            "position": one.enrolment.position,
        }
        for name, value in values.items():
            self._editors[name].setText(value)
            self._editors[name].setModified(False)
        self._show(1, self._words.say("Is everything right?"))
        self._editors["name_latin"].setFocus()

    def _corrected(self) -> bool:
        """Whether all could be read and is saved; else the first problem stands below."""
        changes: dict[str, Any] = {}
        for record_type, name in _FIELDS:
            editor = self._editors[name]
            if not editor.isModified():
                continue
            try:
                changes[name] = reader_of(field_of(record_type, name))(editor.text())
            except NotUnderstood as problem:
                self._tell(hint_words(problem, self._words))
                editor.setFocus()
                return False
        if "institution_id" in changes:
            changes["institution_id"] = self._institutions.get(changes["institution_id"], changes["institution_id"])
        if "name_latin" in changes or "name_arabic" in changes:
            latin, arabic = (tidy(self._editors[name].text()) for name in ("name_latin", "name_arabic"))
            if not latin and not arabic:
                self._tell(self._words.say("Please type your name."))
                return False
        kiosk.correct(self._store, self._attendee(), changes)
        return True

    # Read, and answer

    def _build_notice(self) -> QWidget:
        found = self._roster()
        text = parts.label(notice(found.training, found.programme, self._words), wrap=True)
        rows = []
        for name in CONSENTS:
            group = self._answers[name] = QButtonGroup(self)
            buttons = []
            question = self._words.say(_QUESTIONS[name])
            for place, answer in enumerate((Consent.YES, Consent.NO)):
                button = parts.button(code_word(self._words, "consent", answer), style="choice")
                button.setCheckable(True)
                button.setAccessibleName(f"{question} {button.text()}")
                group.addButton(button, place)
                buttons.append(button)
            line = QHBoxLayout()
            line.addWidget(parts.label(question, wrap=True), 1)
            for button in buttons:
                line.addWidget(button)
            rows.append(line)
        return parts.column(parts.card(text), *rows, None, spacing=14)

    def _consented(self) -> None:
        chosen = {name: (Consent.YES, Consent.NO)[group.checkedId()] for name, group in self._answers.items()
                  if group.checkedId() >= 0}  # fmt: skip
        kiosk.consent(self._store, self._attendee(), chosen)

    # Sign

    def _build_sign(self) -> QWidget:
        self.pad = SignaturePad(self._words.say("Sign here"))
        clear = parts.button(self._words.say("Clear"))
        clear.clicked.connect(self.pad.clear)
        return parts.column(self.pad, parts.row(clear, None))

    # From step to step

    def _on_next(self) -> None:
        self._tell("")
        step = self._stack.currentIndex()
        if step == 1 and self._corrected():
            self._show(2, self._words.say("Your data"))
        elif step == 2:
            self._consented()
            if self._store.trainings.get(self._training_id).takes_signatures:
                self._show(3, self._words.say("Please sign"))
            else:
                self._finish()
        elif step == 3 and self.pad.strokes:
            today = today_at(self._store.trainings.get(self._training_id).zone)
            sign(self._store, self._enrolment_id, self.pad.strokes, today)
            self._finish()
        elif step == 3:
            self._tell(self._words.say("Please sign with a finger, a pen or the mouse."))
        elif step == len(self._pages):
            self.ended.emit()

    def _finish(self) -> None:
        check_in(self._store, self._attendee(), self._session_id)
        name = self._attendee().participant.name_in(self._words.language)
        self._thanks.setText(self._words.say("Thank you, {name}. You are registered.", name=f"\u2068{name}\u2069"))
        self._show(len(self._pages), "")
        self._farewell.start()

    def _show(self, step: int, title: str) -> None:
        self._tell("")
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._stack.setCurrentIndex(step)
        self._next.setVisible(step > 0)
        self._next.setText(self._words.say("Done") if step == len(self._pages) else self._words.say("Next"))

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _roster(self) -> Roster:
        return self._workplace.roster(self._training_id)

    def _attendee(self) -> Attendee:
        found = self._roster().attendee(self._enrolment_id)
        assert found is not None
        return found
