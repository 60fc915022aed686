"""Lists of records: a model over rows and columns, and the view that all pages use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from models.sorting import sorting_key
from ui.looks.sizes import px

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 34
_BESIDE = 16  # the scroll bar and the frame
_HEADING_ROOM = 28  # beside the words of a heading, also for the arrow that says how it is sorted


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """What a column shows of a row, and by what it sorts (else by what it shows)."""

    label: str
    show: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    colour: Callable[[T], Any] | None = None
    width: int = 0
    """Pixels; 0 takes a share of what is left."""


class RecordModel(QAbstractTableModel, Generic[T]):
    """Rows of anything, read through columns."""

    def __init__(self, columns: Sequence[Column[T]], language: str) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._language = language
        self._rows: list[T] = []
        self.is_movable = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Between rows nothing is dropped: a dragged row takes the place of the one it is dropped on."""
        found = super().flags(index)
        if not self.is_movable:
            return found
        return found | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def row(self, place: int) -> T:
        return self._rows[place]

    @property
    def rows(self) -> list[T]:
        return self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.show(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.show(row)
        if role == Qt.ItemDataRole.ForegroundRole and column.colour:
            return column.colour(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].label
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter  # where reading begins: Qt mirrors it
        return None

    def is_before(self, one: Index, other: Index) -> bool:
        """Whether the row of one comes first when its column is sorted."""
        column = self.columns[one.column()]
        return bool(self._place(column, one.row()) < self._place(column, other.row()))

    def _place(self, column: Column[T], row: int) -> Any:
        found = self._rows[row]
        return column.sort(found) if column.sort else sorting_key(column.show(found), self._language)

    def show_rows(self, rows: Sequence[T]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()


class _Sorted(QSortFilterProxyModel, Generic[T]):
    """Asks the model: Qt itself leaves rows that sort by a tuple as they are."""

    def __init__(self, records: RecordModel[T], parent: QObject) -> None:
        super().__init__(parent)
        self._records = records
        self.setSourceModel(records)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        return self._records.is_before(source_left, source_right)


class RecordList(QTableView, Generic[T]):
    """A list of which one row is chosen; Enter or a double click opens it. The choice survives a reload."""

    chosen = Signal()
    opened = Signal()
    moved = Signal(str, int)
    """A row, by its key, was dragged to another place; only after ``let_rows_move``."""

    def __init__(self, columns: Sequence[Column[T]], name: str, key: Callable[[T], str], language: str) -> None:
        """
        :param language: in whose order texts are sorted
        """
        super().__init__()
        self._key = key
        self.records: RecordModel[T] = RecordModel(columns, language)
        self._sorted = _Sorted(self.records, self)
        self.setModel(self._sorted)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(_ROW_HEIGHT))
        self._build_header(columns)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_click)

    def _build_header(self, columns: Sequence[Column[T]]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        fixed_room, stretched = 0, [0]
        for place, column in enumerate(columns):
            fixed = QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, fixed if column.width else QHeaderView.ResizeMode.Stretch)
            heading = header.fontMetrics().horizontalAdvance(column.label) + _HEADING_ROOM
            if column.width:
                header.resizeSection(place, max(px(column.width), heading))
                fixed_room += header.sectionSize(place)
            else:
                stretched.append(heading)
        self.setMinimumWidth(fixed_room + max(stretched) * (len(stretched) - 1) + _BESIDE)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # switching it on has sorted already: back to ours

    def show_rows(self, rows: Sequence[T]) -> None:
        """Other rows; the chosen one stays chosen when it is still there."""
        kept = self.row
        self.records.show_rows(rows)
        if kept is not None:
            self.choose(self._key(kept))

    def choose(self, key: str) -> bool:
        """Choose the row of this key."""
        for place, row in enumerate(self.records.rows):
            if self._key(row) == key:
                self.setCurrentIndex(self._sorted.mapFromSource(self.records.index(place, 0)))
                return True
        return False

    def choose_place(self, place: int) -> None:
        """Choose a row as it is shown. (``selectRow`` finds no column in a right-to-left view not yet laid out.)"""
        self.setCurrentIndex(self._sorted.index(place, 0))

    def shown_rows(self) -> list[T]:
        """As they stand from above."""
        places = range(self._sorted.rowCount())
        return [self.records.row(self._sorted.mapToSource(self._sorted.index(place, 0)).row()) for place in places]

    @property
    def row(self) -> T | None:
        """The chosen row."""
        index = self._sorted.mapToSource(self.currentIndex())
        return self.records.row(index.row()) if index.isValid() else None

    def let_rows_move(self) -> None:
        """By dragging, or with Ctrl and an arrow; for lists in an order of their own."""
        self.setSortingEnabled(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.records.is_movable = True

    def dropEvent(self, event: QDropEvent) -> None:
        row, index = self.row, self.indexAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the rows are those of the records, which follow
        event.accept()
        if row is not None and event.source() is self:
            last = self.records.rowCount() - 1
            self.moved.emit(self._key(row), index.row() if index.isValid() else last)

    def _move_by(self, step: int) -> None:
        row, place = self.row, self.currentIndex().row() + step
        if row is not None and 0 <= place < self.records.rowCount():
            self.moved.emit(self._key(row), place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.row is not None:
            self.opened.emit()
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self.records.is_movable and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._move_by(step)
            return
        super().keyPressEvent(event)

    def _on_current(self) -> None:
        self.chosen.emit()

    def _on_double_click(self) -> None:
        self.opened.emit()
