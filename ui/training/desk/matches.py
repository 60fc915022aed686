"""The people who match at the desk: their two lines, as a model and as it is painted."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jobs.desk.finding import Match, MatchKind
from jobs.in_words import choice
from resources.words import Words
from ui.looks.sizes import px
from ui.looks.theme import Theme

_ROW_HEIGHT = 52


def match_detail(match: Match, words: Words) -> str:
    """The second line of a match: who they are."""
    attendee = match.attendee
    if match.kind is MatchKind.NEW:
        return words.say("Not on file: registers a new person")
    other = match.participant.other_name_in(words.language)
    institution = words.of(attendee.institution) if attendee and attendee.institution else ""
    role = ""
    if attendee is not None and (not attendee.counts or "role" in attendee.enrolment.unread):
        role = choice(attendee.enrolment, "role", words)
    phone = f"\u2066{match.participant.phone}\u2069" if match.participant.phone else ""
    return "  ·  ".join(filter(None, (f"\u2068{other}\u2069" if other else "", institution, role, phone)))


def kind_words(match: Match, words: Words) -> str:
    return {
        MatchKind.EXPECTED: words.say("expected"),
        MatchKind.HERE: words.say("registered"),
        MatchKind.GONE: choice(match.attendee.enrolment, "state", words) if match.attendee else "",
        MatchKind.ON_FILE: words.say("on file"),
        MatchKind.ALIKE: words.say("perhaps meant"),
        MatchKind.NEW: words.say("new"),
    }[match.kind]


@dataclass(frozen=True, slots=True)
class MatchLine:
    match: Match
    detail: str
    name: str
    is_present: bool


class MatchModel(QAbstractListModel):
    """The people who match, as the list shows them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[MatchLine] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def line(self, place: int) -> MatchLine | None:
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def place_of(self, person_id: str) -> int:
        """-1 when they are not in the list."""
        return next((n for n, one in enumerate(self._lines) if one.match.participant.id == person_id), -1)

    def new_id(self) -> str:
        """Of the new person, who is the last line; empty when none is offered."""
        return next((one.match.participant.id for one in self._lines if one.match.kind is MatchKind.NEW), "")

    def known(self) -> list[Match]:
        """Those on file, of the same or a similar name."""
        return [one.match for one in self._lines if one.match.kind is not MatchKind.NEW]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{line.name} {line.detail}"
        return line if role == Qt.ItemDataRole.UserRole else None

    def show_matches(self, lines: list[MatchLine]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()


class MatchDelegate(QStyledItemDelegate):
    """Two lines per person, and at the end what Enter would do; mirrored in right-to-left windows."""

    def __init__(self, words: Words, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), px(_ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: MatchLine = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect
        palette: QPalette = option.palette
        font: QFont = option.font
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        colours = self._theme.colours
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.tint))
            edge = QStyle.visualRect(direction, box, QRect(box.left(), box.top(), 4, box.height()))
            painter.fillRect(edge, QColor(colours.accent))
        tag = kind_words(line.match, self._words)
        if line.is_present:
            tag = f"✓ {self._words.say('present')}"
        tag_width = painter.fontMetrics().horizontalAdvance(tag) + 8
        inner = box.adjusted(14, 5, -14, -5)
        texts = inner.adjusted(0, 0, -tag_width - 10, 0)
        tags = QRect(inner.right() - tag_width, inner.top(), tag_width, inner.height())
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        if direction == Qt.LayoutDirection.RightToLeft:
            start, end = end, start
            texts = QStyle.visualRect(direction, box, texts)
            tags = QStyle.visualRect(direction, box, tags)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.good if line.is_present else colours.muted))
        painter.drawText(tags, end | middle, tag)
        upper = QRect(texts.left(), texts.top(), texts.width(), texts.height() // 2)
        lower = upper.translated(0, texts.height() // 2)
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        self._draw(painter, upper, start | middle, line.name)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        self._draw(painter, lower, start | middle, line.detail)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRect, flags: Qt.AlignmentFlag, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, flags, shown)
