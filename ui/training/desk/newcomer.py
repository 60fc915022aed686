"""NewcomerBar: after somebody new was registered, sex and institution by a few keys; then the queue goes on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from jobs.people import editing
from models.records.codes import Sex
from resources.words.codes import code_word
from resources.words.fields import field_word
from ui.looks.sizes import px
from ui.training.participants.attendee_card import InstitutionEditor
from ui.widgets import parts
from ui.workplace import Workplace

# What stands on the keys F and M in a Latin, an Arabic and a Central Kurdish layout.
_KEYS = {**dict.fromkeys("fFبف1", Sex.FEMALE), **dict.fromkeys("mMةم2", Sex.MALE)}


class NewcomerBar(QFrame):
    """The institution of the last newcomer is offered: Enter takes it, typing another replaces it."""

    left = Signal()
    """Back to the field of the desk."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._words = workplace.words
        self._participant_id, self._enrolment_id = "", ""
        self._last = ""
        say = self._words.say
        self.setProperty("notice", True)
        self._name = parts.label("", wrap=True)
        self.sex = QLineEdit()
        self.sex.setAccessibleName(field_word(self._words, "participant", "sex"))
        self.sex.setPlaceholderText(say("F woman, M man"))
        self.sex.setMaximumWidth(px(150))
        self.institution = InstitutionEditor(workplace.store, self._words)
        self.institution.setAccessibleName(say("Institution"))
        self.institution.setPlaceholderText(say("Institution"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        for part in (self._name, self.sex, self.institution):
            layout.addWidget(part)
        layout.setStretch(2, 1)
        for field in (self.sex, self.institution):
            field.installEventFilter(self)
        self.hide()

    def ask(self, participant_id: str, enrolment_id: str, name: str) -> None:
        """About somebody who was just registered."""
        self._participant_id, self._enrolment_id = participant_id, enrolment_id
        self._name.setText(name)
        self.sex.clear()
        self.institution.offer(self._workplace.store, self._words)
        self.institution.show_value(self._last)
        self.show()
        self.sex.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if watched is self.sex and (is_enter or event.text() in _KEYS):
            self._take_sex(_KEYS.get(event.text()))
            return True
        if watched is self.institution and is_enter:
            self._take_institution()
            return True
        return super().eventFilter(watched, event)

    def _take_sex(self, sex: Sex | None) -> None:
        if sex is not None:
            editing.edit_participant(self._workplace.store, self._participant_id, "sex", sex)
            self.sex.setText(code_word(self._words, "sex", sex))
        self.institution.setFocus()
        self.institution.selectAll()

    def _take_institution(self) -> None:
        """What was typed, completed to the first on file that holds it."""
        completer = self.institution.completer()
        completer.setCompletionPrefix(self.institution.text())
        if self.institution.text().strip() and completer.completionCount():
            self.institution.setText(completer.currentCompletion())
        value = self.institution.value()
        if value:
            editing.edit_enrolment(self._workplace.store, self._enrolment_id, "institution_id", value)
            self._last = self._workplace.store.enrolments.get(self._enrolment_id).institution_id
        self._leave()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
