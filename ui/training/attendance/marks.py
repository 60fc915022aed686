"""The grid of marks: people × sessions, as a model and as cells with a letter and a colour."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jobs.in_words import choice, mark
from models.names.letters import ascii_digits
from models.records import Session
from models.records.codes import MarkState
from models.training.roster import Attendee
from resources.words import LANGUAGES, Words, words_for
from resources.words.codes import code_word
from ui.looks.theme import Theme

Index = QModelIndex | QPersistentModelIndex

# What stands on the four keys in a Latin, an Arabic and a Central Kurdish layout; or 1–4, 0.
KEYS: dict[str, MarkState] = {
    **dict.fromkeys("pP1حپ", MarkState.PRESENT),
    **dict.fromkeys("lL2مل", MarkState.LATE),
    **dict.fromkeys("eE3ثێە", MarkState.EXCUSED),
    **dict.fromkeys("aA4شا", MarkState.ABSENT),
    "0": MarkState.UNMARKED,
}


def state_of_key(event: QKeyEvent, words: Words) -> MarkState | None:
    """The mark that a key stands for: the letter of the window's language, else its place on the keyboard."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
        return MarkState.UNMARKED
    typed = ascii_digits(event.text())
    own = {letter_of(state, words).casefold(): state for state in MarkState if state}
    return own.get(typed.casefold()) or KEYS.get(typed)


def state_of_text(text: str, words: Words) -> MarkState | None:
    """The mark that a cell of a spreadsheet stands for: its letter, or its word in any language; None for no mark."""
    written = ascii_digits(text).strip().casefold()
    for spoken in (words, *(words_for(language) for language in LANGUAGES)):
        for state in MarkState:
            if state and written in {letter_of(state, spoken).casefold(),
                                     code_word(spoken, "mark_state", state).casefold()}:  # fmt: skip
                return state
    return KEYS.get(written) if len(written) == 1 else None


def letter_of(state: MarkState, words: Words) -> str:
    """The letter in a cell: never the colour alone."""
    return code_word(words, "mark_letter", state)


class MarksModel(QAbstractTableModel):
    """A row per person, a column per session, and at the end how many sessions they attended."""

    def __init__(self, words: Words, witness: Callable[[Attendee, Session], str]) -> None:
        """
        :param witness: who marked it and when, in words
        """
        super().__init__()
        self._words = words
        self._witness = witness
        self.attendees: list[Attendee] = []
        self.sessions: list[Session] = []
        self._names: list[str] = []
        self._there: list[int] = []
        """How many were there, per session."""

    def show_marks(self, attendees: Sequence[Attendee], sessions: Sequence[Session], names: Sequence[str] = ()) -> None:
        """Cells change in place while people and sessions stay the same, so that the cursor stays.

        :param names: what stands before each row, if it is not the name alone
        """
        self._names = list(names)
        same = [one.participant.id for one in attendees] == [one.participant.id for one in self.attendees]
        if same and list(sessions) == self.sessions:
            before, self.attendees = self.attendees, list(attendees)
            for row, (old, new) in enumerate(zip(before, self.attendees, strict=True)):
                if old is not new:
                    self._tell_changed(row, old, new)
            return
        self.beginResetModel()
        self.attendees, self.sessions = list(attendees), list(sessions)
        self._there = [sum(_is_there(one, session) for one in attendees) for session in sessions]
        self.endResetModel()

    def _tell_changed(self, row: int, old: Attendee, new: Attendee) -> None:
        """Cell by cell: of a wider range Qt would paint the whole grid anew."""
        for column, session in enumerate(self.sessions):
            if old.mark_in(session.id) != new.mark_in(session.id):
                self.dataChanged.emit(self.index(row, column), self.index(row, column))
                self._there[column] += _is_there(new, session) - _is_there(old, session)
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)
        total = self.index(row, len(self.sessions))
        self.dataChanged.emit(total, total)
        if old.participant != new.participant or old.is_gone != new.is_gone:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.attendees)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sessions) + 1

    def state(self, index: Index) -> MarkState | None:
        """The mark of a cell; None in the column of totals."""
        if not index.isValid() or index.column() >= len(self.sessions):
            return None
        session = self.sessions[index.column()]
        return self.attendees[index.row()].mark_in(session.id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        state = self.state(index)
        attendee = self.attendees[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if state is None:
            verdict = attendee.verdict
            total = self._words.number(f"\u2066{verdict.attended}/{verdict.held}\u2069")
            return total if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            is_unread = self.sessions[index.column()].id in attendee.unread_marks
            return "?" if is_unread else letter_of(state, self._words)
        if role == Qt.ItemDataRole.UserRole:
            return state
        state_words = mark(attendee, self.sessions[index.column()], self._words)
        said = f"{attendee.participant.name_in(self._words.language)}: {state_words}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (said, self._witness(attendee, self.sessions[index.column()]))))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._name(section, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._session_head(section)
        if role == Qt.ItemDataRole.ToolTipRole and section < len(self.sessions):
            there = self._words.count("{n} person was there", "{n} people were there", self._there[section])
            return "\n".join(filter(None, (self._words.of(self.sessions[section], "title"), there)))
        return Qt.AlignmentFlag.AlignCenter if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _name(self, section: int, role: int) -> Any:
        attendee = self.attendees[section]
        if role == Qt.ItemDataRole.DisplayRole:
            name = self._names[section] if self._names else attendee.participant.name_in(self._words.language)
            return f"{name}  ({self._state(attendee)})" if attendee.is_gone else name
        if role == Qt.ItemDataRole.ToolTipRole:
            institution = self._words.of(attendee.institution) if attendee.institution else ""
            state = self._state(attendee) if attendee.is_gone else ""
            return "\n".join(filter(None, (attendee.participant.name_in(self._words.language), institution, state)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _state(self, attendee: Attendee) -> str:
        return choice(attendee.enrolment, "state", self._words)

    def _session_head(self, section: int) -> str:
        if section >= len(self.sessions):
            return self._words.say("Total")
        session = self.sessions[section]
        day = self._words.number(f"\u2066{session.day.day}/{session.day.month}\u2069") if session.day else ""
        there = self._words.number(self._there[section])
        return f"{day}\n{self._words.number(session.start)}\n✓ {there}"


def _is_there(one: Attendee, session: Session) -> bool:
    return one.mark_in(session.id).was_there


class MarkDelegate(QStyledItemDelegate):
    """A rounded cell in the mark's colour with its letter."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        colours = theme.colours
        self._colours = {
            MarkState.PRESENT: (colours.good, colours.good_tint),
            MarkState.LATE: (colours.late, colours.late_tint),
            MarkState.EXCUSED: (colours.leave, colours.leave_tint),
            MarkState.ABSENT: (colours.bad, colours.bad_tint),
            MarkState.UNMARKED: (colours.muted, colours.base),
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(Qt.ItemDataRole.UserRole)
        if found is None:
            super().paint(painter, option, index)
            return
        state = MarkState(found)  # on its way through Qt it became a plain text
        box: QRect = option.rect
        font: QFont = option.font
        flags: QStyle.StateFlag = option.state
        letter, ground = map(QColor, self._colours[state])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if flags & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self._theme.colours.tint))
            painter.setPen(QColor(self._theme.colours.accent))
        else:
            painter.setPen(ground)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(3, 3, -4, -4), 5, 5)
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(letter)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, index.data() or "·")
        painter.restore()
