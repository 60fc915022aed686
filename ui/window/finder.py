"""Finder (Ctrl+K): people, trainings, pages and what can be done, by the first letters of their words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QCompleter, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolButton

from jobs.people.directory import Entry, search
from models.names.letters import folded
from resources.words import N_, Words
from ui.looks.sizes import px
from ui.looks.theme import Theme
from ui.widgets.line_edit import LineEdit
from ui.window.where import Where
from ui.workplace import Workplace

_MOST_PEOPLE, _MOST_OTHERS = 8, 6
_MOST_SHOWN = 11
_WIDTH, _ROW, _LIST = 300, 36, 440
Index = QModelIndex | QPersistentModelIndex


class Kind(Enum):
    PAGE = N_("page")
    ACTION = N_("action")
    DOCUMENT = N_("document")
    TRAINING = N_("training")
    PERSON = N_("person")
    SIMILAR = N_("perhaps meant")


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to be found, and what happens then."""

    text: str
    act: Callable[[], object]
    kind: Kind = Kind.ACTION


def matching(goals: Iterable[Goal], text: str) -> list[Goal]:
    """Of whose words every word typed begins one; those that begin with the text first."""
    typed = folded(text).split()
    found = []
    for goal in goals:
        words = folded(goal.text).split()
        if all(any(word.startswith(one) for word in words) for one in typed):
            found.append(goal)
    return sorted(found, key=lambda goal: not folded(goal.text).startswith(" ".join(typed)))


class Finder(LineEdit):
    """
    :param goals: pages and actions of where somebody is
    :param go: shows a place
    """

    def __init__(self, workplace: Workplace, goals: Callable[[], list[Goal]], go: Callable[[Where], None]) -> None:
        super().__init__()
        self._workplace = workplace
        self._goals, self._go = goals, go
        words = workplace.words
        self.setPlaceholderText(words.say("Find (Ctrl+K)"))
        self.setAccessibleName(words.say("Find people, trainings, pages and actions"))
        self.setToolTip(self.accessibleName())
        self.setFixedWidth(px(_WIDTH))
        icon = workplace.theme.icon("search", colour=workplace.theme.colours.muted)
        self.addAction(icon, LineEdit.ActionPosition.LeadingPosition)
        for picture in self.findChildren(QToolButton):
            picture.setAccessibleName(self.accessibleName())
        self.setClearButtonEnabled(True)
        self._found = GoalModel()
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST_SHOWN)
        popup = completer.popup()
        assert popup is not None
        popup.setMinimumWidth(px(_LIST))
        popup.setAccessibleName(self.accessibleName())
        popup.setItemDelegate(GoalDelegate(words, workplace.theme, self))
        self.setCompleter(completer)
        self.textEdited.connect(self._show)
        self.returnPressed.connect(self._take_first)
        completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]

    def open(self) -> None:
        """What can be done here, before anything is typed."""
        self.setFocus()
        self.clear()
        self._show("")
        self.completer().complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.text():
            self.open()
            return
        super().keyPressEvent(event)

    def _show(self, text: str) -> None:
        self._found.show_goals(self._all(text))

    def _all(self, text: str) -> list[Goal]:
        goals = matching(self._goals(), text)
        if not text.strip():
            return goals
        others = [*goals[:_MOST_OTHERS], *matching(self._trainings(), text)[:_MOST_OTHERS]]
        store = self._workplace.store
        language = self._workplace.words.language
        people = [self._person(entry) for entry in search(store, text, _MOST_PEOPLE, language)]
        starts = folded(text)
        is_named = bool(others) and folded(others[0].text).startswith(starts)
        ordered = [*others, *people] if is_named else [*people, *others]
        return sorted(ordered, key=lambda goal: goal.kind is Kind.SIMILAR)

    def _trainings(self) -> list[Goal]:
        words = self._workplace.words
        return [
            Goal(
                " · ".join(filter(None, (words.of(one, "title"), f"\u2066{one.code}\u2069"))),
                lambda own=one.id: self._go(Where("trainings", own)),  # type: ignore[misc]
                Kind.TRAINING,
            )
            for one in self._workplace.store.trainings.all()
        ]

    def _person(self, entry: Entry) -> Goal:
        language, one = self._workplace.words.language, entry.participant
        names = " · ".join(filter(None, (one.name_in(language), one.other_name_in(language))))
        kind = Kind.SIMILAR if entry.is_similar else Kind.PERSON
        return Goal(names, lambda: self._go(Where("people", person_id=one.id)), kind)

    def _on_activated(self, index: QModelIndex) -> None:
        goal = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(goal, Goal):
            self._take(goal)

    def _take_first(self) -> None:
        goal = self._found.first
        if goal is not None and self.text().strip():
            self._take(goal)

    def _take(self, goal: Goal) -> None:
        """After the popup is gone and its text left out of the field."""
        self._found.show_goals(())
        QTimer.singleShot(0, self, self.clear)
        QTimer.singleShot(0, self, goal.act)


class GoalModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._goals: tuple[Goal, ...] = ()

    def show_goals(self, goals: Sequence[Goal]) -> None:
        self.beginResetModel()
        self._goals = tuple(goals)
        self.endResetModel()

    @property
    def first(self) -> Goal | None:
        return self._goals[0] if self._goals else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._goals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        goal = self._goals[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return goal.text
        return goal if role == Qt.ItemDataRole.UserRole else None


class GoalDelegate(QStyledItemDelegate):
    """At the end of the line stands what it is."""

    def __init__(self, words: Words, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(_WIDTH), px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        goal: Goal = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        colours = self._theme.colours
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.tint))
        kind = self._words.say(goal.kind.value)
        width = painter.fontMetrics().horizontalAdvance(kind) + px(8)
        inner = box.adjusted(px(10), 0, -px(10), 0)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if direction == Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setPen(QColor(colours.muted))
        last = QRect(inner.right() - width, inner.top(), width, inner.height())
        painter.drawText(QStyle.visualRect(direction, box, last), end | middle, kind)
        painter.setPen(QColor(colours.text))
        room = QStyle.visualRect(direction, box, inner.adjusted(0, 0, -width - px(8), 0))
        text = painter.fontMetrics().elidedText(goal.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, start | middle, text)
        painter.restore()
