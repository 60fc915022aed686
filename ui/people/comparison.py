"""Two people side by side: what differs stands out, and is chosen field by field where both may be one."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from jobs.in_words import in_words
from jobs.people.joining import Compared, compared
from models.fields import field_of
from models.records import Participant
from resources.words import Words
from resources.words.fields import field_word
from ui.widgets import parts
from ui.widgets.wrapping_radio import WrappingRadio


class Comparison(QWidget):
    """One person, or two. Where both say something and not the same, it is chosen which answer will hold."""

    def __init__(self, words: Words, *people: Participant) -> None:
        super().__init__()
        self._words = words
        self._ids = tuple(person.id for person in people)
        self._groups: dict[str, QButtonGroup] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        for column in range(len(people)):
            grid.setColumnStretch(column + 1, 1)
        rows = compared(people[0], people[-1])
        for line, row in enumerate(rows):
            grid.addWidget(parts.label(field_word(words, Participant.KIND, row.field), "muted"), line, 0)
            texts = [self._shown(person, row.field) for person in people]
            cells = self._choices(row, texts) if row.is_choice else [self._cell(text) for text in texts]
            for place, cell in enumerate(cells, start=1):
                grid.addWidget(cell, line, place)
        if any(row.is_choice for row in rows):
            hint = words.say("Where they differ, choose which answer holds if they are one person.")
            grid.addWidget(parts.label(hint, "muted", wrap=True), len(rows), 0, 1, 3)

    @property
    def chosen(self) -> Mapping[str, str]:
        """Field -> whose answer holds."""
        return {field: self._ids[group.checkedId()] for field, group in self._groups.items()}

    def _choices(self, row: Compared, texts: list[str]) -> list[QRadioButton]:
        group = self._groups[row.field] = QButtonGroup(self)
        buttons: list[QRadioButton] = []
        field = field_word(self._words, Participant.KIND, row.field)
        for place, text in enumerate(texts):
            button = WrappingRadio(text)
            button.setAccessibleName(f"{field}: {text}")
            button.words.setProperty("differs", True)
            group.addButton(button, place)
            buttons.append(button)
        buttons[0].setChecked(True)
        return buttons

    def _cell(self, text: str) -> QLabel:
        cell = parts.label(text or "–", wrap=True)
        cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return cell

    def _shown(self, person: Participant, name: str) -> str:
        field = field_of(Participant, name)
        text = in_words(field, person, self._words)
        made = {"name_latin": person.latin_proposed, "name_arabic": person.arabic_proposed}.get(name, False)
        if made and text:
            return self._words.say("{name} (made by rule)", name=text)
        return f"\u2068{text}\u2069" if text else ""
