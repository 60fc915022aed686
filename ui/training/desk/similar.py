"""Similar: before somebody new comes on file, beside those of a similar name; what differs stands out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from jobs.desk.finding import Match
from models.records import Participant
from resources.words import Words
from resources.words.fields import field_word
from ui.widgets import parts

_MOST = 2
_FIELDS = ("name_latin", "name_arabic", "birth_year", "phone")


class Similar(QScrollArea):
    chosen = Signal(str)
    """Somebody on file is meant: the participant's id."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._grid = QWidget()
        self._inside = QVBoxLayout()
        inside = QWidget()
        inside.setLayout(self._inside)
        self._inside.setContentsMargins(14, 12, 14, 12)
        self._inside.addWidget(parts.label(words.say("Is it one of these?"), "heading"))
        hint = words.say("Somebody of a similar name is on file. Choose them, unless it is somebody new.")
        self._inside.addWidget(parts.label(hint, "muted", wrap=True))
        self._inside.addWidget(self._grid)
        self._inside.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_people(self, new: Participant, others: Sequence[Match]) -> None:
        """The new one first."""
        people = [new, *(one.participant for one in others[:_MOST])]
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        for column in range(len(people)):
            grid.setColumnStretch(column, 1)
        for name in _FIELDS:
            texts = [str(getattr(one, name) or "") for one in people]
            self._add_row(grid, field_word(self._words, Participant.KIND, name), texts)
        self._add_row(grid, self._words.say("Institution"), ["", *map(self._institution, others[:_MOST])])
        line = grid.rowCount()
        for column, match in enumerate(others[:_MOST], start=1):
            button = parts.button(self._words.say("This one"))
            button.setAccessibleDescription(match.participant.name_in(self._words.language))
            button.clicked.connect(lambda _=False, own=match.participant.id: self.chosen.emit(own))
            grid.addWidget(parts.row(button, None), line, column)
        self._inside.replaceWidget(self._grid, fresh)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid = fresh

    def _add_row(self, grid: QGridLayout, caption: str, texts: Sequence[str]) -> None:
        """What somebody on file says otherwise stands out."""
        if not any(texts):
            return
        line = grid.rowCount()
        grid.addWidget(parts.label(caption, "muted"), line, 0, 1, len(texts))
        for column, text in enumerate(texts):
            cell = parts.label(f"\u2068{text}\u2069" if text else "–", wrap=True)
            cell.setProperty("differs", column > 0 and text not in {"", texts[0]})
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(cell, line + 1, column)

    def _institution(self, match: Match) -> str:
        institution = match.attendee.institution if match.attendee else None
        return self._words.of(institution) if institution else ""
