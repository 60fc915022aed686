"""Attendance: who was in which session. A key or a click marks; everything is saved at once."""

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStackedWidget, QTableView, QVBoxLayout

from jobs.registering import mark
from models import roster
from models.records.codes import MarkState
from models.roster import Attendee, sorting_key
from resources import labels
from ui import parts
from ui.training.marks import MarkDelegate, MarksModel, letter_of, state_of_key
from ui.training.tab import TrainingTab
from ui.workplace import Workplace

_NAMES_WIDTH, _CELL_WIDTH, _ROW_HEIGHT = 250, 62, 34
_BY_CLICK = (MarkState.UNMARKED, MarkState.PRESENT, MarkState.ABSENT)


class AttendancePage(TrainingTab):
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"participant", "enrolment", "mark", "session", "same_person", "programme"}
    )

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._model = MarksModel(self.words)
        self._grid = QTableView()
        self._totals = parts.label("", "muted")
        self._stack = QStackedWidget()
        self._build_grid()
        self._build()

    def _build_grid(self) -> None:
        grid = self._grid
        grid.setModel(self._model)
        grid.setItemDelegate(MarkDelegate(self.workplace.theme, grid))
        grid.setAccessibleName(self.words.say("Attendance"))
        grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setTabKeyNavigation(False)
        grid.setShowGrid(False)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        names = grid.verticalHeader()
        names.setFixedWidth(_NAMES_WIDTH)
        names.setDefaultSectionSize(_ROW_HEIGHT)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        sessions = grid.horizontalHeader()
        sessions.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        sessions.setMinimumSectionSize(_CELL_WIDTH)
        sessions.setDefaultSectionSize(_CELL_WIDTH)
        sessions.setSectionsClickable(True)
        sessions.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        sessions.sectionClicked.connect(self._on_session_clicked)
        sessions.customContextMenuRequested.connect(self._on_session_menu)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._on_cell_menu)
        grid.clicked.connect(self._on_clicked)
        grid.installEventFilter(self)

    def _build(self) -> None:
        say = self.words.say
        sheet = parts.button(say("Attendance sheet…"), self.workplace.theme, "print")
        sheet.clicked.connect(partial(self.document_wanted.emit, "sheet"))
        fill = parts.button(say("Fill a session…"), self.workplace.theme, "check")
        self._fill_menu = QMenu(fill)
        self._fill_menu.aboutToShow.connect(self._offer_sessions)
        fill.setMenu(self._fill_menu)
        plan = parts.button(say("Go to the plan"))
        plan.clicked.connect(partial(self.tab_wanted.emit, "plan"))
        keys = "   ".join(
            f"{letter_of(state, self.words)} {labels.code(self.words, 'mark_state', state)}"
            for state in MarkState
            if state
        )
        hint = parts.label(say("Click, or press a key: {keys}   Delete clears.", keys=keys), "muted", wrap=True)
        self._stack.addWidget(parts.column(self._grid, hint))
        self._stack.addWidget(
            parts.empty(
                say("There is nothing to mark yet"),
                say("Attendance needs people on the list and sessions in the plan."),
                plan,
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(parts.row(self._totals, None, fill, sheet))
        layout.addWidget(self._stack, 1)

    def reload(self) -> None:
        found = roster.load(self.store, self.training_id)
        sessions = [one for one in found.sessions if not one.cancelled]
        people = sorted(
            found.attendees, key=lambda one: (not one.counts, sorting_key(one.participant.name_in(self.words.language)))
        )
        self._stack.setCurrentIndex(0 if people and sessions else 1)
        self._model.show_marks(people, sessions)
        unmarked = sum(one.verdict.unmarked for one in found.participants)
        self._totals.setText(
            " · ".join(
                [
                    self.words.count("{n} person", "{n} people", len(people)),
                    self.words.count("{n} session", "{n} sessions", len(sessions)),
                    self.words.count("{n} mark is open", "{n} marks are open", unmarked),
                ]
            )
        )

    def _order(self, one: Attendee) -> tuple[bool, str]:
        """Participants by name, then those who do not count."""
        return not one.counts, sorting_key(one.participant.name_in(self.words.language))

    def start(self) -> None:
        self._grid.setFocus()
        if not self._grid.currentIndex().isValid() and self._model.rowCount():
            self._grid.setCurrentIndex(self._model.index(0, 0))

    # Marking

    def _put(self, cells: list[QModelIndex], state: MarkState) -> None:
        marks: list[tuple[Attendee, str, MarkState]] = [
            (self._model.attendees[cell.row()], self._model.sessions[cell.column()].id, state)
            for cell in cells
            if self._model.state(cell) not in {None, state}
        ]
        if marks:
            mark(self.store, marks)

    def _on_clicked(self, cell: QModelIndex) -> None:
        """Not marked, present, absent, not marked; the rarer ones by key or menu."""
        state = self._model.state(cell)
        if state is None or len(self._grid.selectedIndexes()) > 1:
            return
        place = _BY_CLICK.index(state) if state in _BY_CLICK else len(_BY_CLICK) - 1
        self._put([cell], _BY_CLICK[(place + 1) % len(_BY_CLICK)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key marks what is selected; after a single cell the cursor goes to the next person."""
        if watched is self._grid and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            state = state_of_key(event, self.words)
            if state is not None:
                cells = self._grid.selectedIndexes()
                self._put(cells, state)
                if len(cells) == 1:
                    self._go_down(cells[0])
                return True
        return super().eventFilter(watched, event)

    def _go_down(self, cell: QModelIndex) -> None:
        below = self._model.index(cell.row() + 1, cell.column())
        if below.isValid():
            self._grid.selectionModel().setCurrentIndex(below, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_cell_menu(self, place: QPoint) -> None:
        cells = [cell for cell in self._grid.selectedIndexes() if self._model.state(cell) is not None]
        if not cells:
            return
        menu = QMenu(self._grid)
        for state in MarkState:
            text = labels.code(self.words, "mark_state", state)
            menu.addAction(text).triggered.connect(partial(self._put, cells, state))
        menu.popup(self._grid.viewport().mapToGlobal(place))

    # A whole session

    def _on_session_clicked(self, column: int) -> None:
        self._grid.selectColumn(column)

    def _on_session_menu(self, place: QPoint) -> None:
        header = self._grid.horizontalHeader()
        column = header.logicalIndexAt(place)
        if 0 <= column < len(self._model.sessions):
            menu = QMenu(header)
            self._offer_states(menu, column)
            menu.popup(header.mapToGlobal(place))

    def _offer_sessions(self) -> None:
        self._fill_menu.clear()
        for column, session in enumerate(self._model.sessions):
            self._offer_states(self._fill_menu.addMenu(_short(session.day, session.start)), column)

    def _offer_states(self, menu: QMenu, column: int) -> None:
        say = self.words.say
        for text, state in (
            (say("Everybody not yet marked: present"), MarkState.PRESENT),
            (say("Everybody not yet marked: absent"), MarkState.ABSENT),
        ):
            menu.addAction(text).triggered.connect(partial(self.fill, column, state))

    def fill(self, column: int, state: MarkState) -> None:
        """Mark everybody who has no mark in a session."""
        cells = [self._model.index(row, column) for row in range(self._model.rowCount())]
        self._put([cell for cell in cells if self._model.state(cell) is MarkState.UNMARKED], state)


def _short(day: date | None, start: str) -> str:
    return f"\u2066{day} {start}\u2069" if day else start
