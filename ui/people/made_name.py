"""A name that was made by rule, to be read beside the form it came from, and corrected where it stands."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.people.proposals import made_forms
from models.records import Participant
from resources.words import Words
from resources.words.fields import field_word
from ui.people.comparison import Comparison
from ui.widgets import parts

_LATIN = "name_latin"


class MadeName(QWidget):
    """The person as known, above it a field for each form that was made."""

    edited = Signal()

    def __init__(self, words: Words, person: Participant, corrected: Mapping[str, str]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._made = made_forms(person)
        self._fields = {name: self._field(words, name, corrected.get(name, made)) for name, made in self._made.items()}
        for field in self._fields.values():
            layout.addWidget(field)
        layout.addWidget(Comparison(words, person))

    @property
    def corrected(self) -> dict[str, str]:
        """What somebody wrote instead of what was made."""
        typed = {name: field.text().strip() for name, field in self._fields.items()}
        return {name: text for name, text in typed.items() if text != self._made[name]}

    def _field(self, words: Words, name: str, text: str) -> QLineEdit:
        field = parts.field(field_word(words, Participant.KIND, name))
        is_latin = name == _LATIN
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight if is_latin else Qt.LayoutDirection.RightToLeft)
        field.setText(text)
        field.textEdited.connect(self.edited)
        return field
