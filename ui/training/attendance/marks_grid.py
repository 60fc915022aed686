"""MarksGrid: people × sessions; a key or a click marks, and everything is saved at once."""

from collections.abc import Callable, Sequence, Set
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from jobs.attendance.witness import last_witness
from jobs.desk.registering import mark, mark_others
from models.records import Session
from models.records.codes import MarkState
from models.store import Store
from models.training.roster import Attendee
from models.wall_clock import today_at
from resources.words import Words
from resources.words.codes import code_word
from ui.background import Progress
from ui.looks.sizes import px
from ui.training.attendance.marks import MarkDelegate, MarksModel, letter_of, state_of_key, state_of_text
from ui.training.future import ask_future, is_future
from ui.workplace import Workplace

_NAMES_WIDTH, _CELL_WIDTH, _ROW_HEIGHT = 250, 62, 34
_MANY = 150
_BY_CLICK = (MarkState.UNMARKED, MarkState.PRESENT, MarkState.ABSENT)


class MarksGrid(QTableView):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._words = workplace.words
        self._store = workplace.store
        self._workplace = workplace
        self._background = workplace.background
        self._was_current = False
        """Whether the cell that the mouse is on was the current one before it was pressed."""
        self._meant: set[str] = set()
        """Sessions that have not come yet and in which somebody said to mark all the same."""
        self.marks = MarksModel(workplace.words, self._witness)
        self.setModel(self.marks)
        self.setItemDelegate(MarkDelegate(workplace.theme, self))
        self.setAccessibleName(self._words.say("Attendance"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        names = self.verticalHeader()
        names.setFixedWidth(px(_NAMES_WIDTH))
        names.setDefaultSectionSize(px(_ROW_HEIGHT))
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        sessions = self.horizontalHeader()
        sessions.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        sessions.setMinimumSectionSize(px(_CELL_WIDTH))
        sessions.setDefaultSectionSize(px(_CELL_WIDTH))
        sessions.setSectionsClickable(True)
        sessions.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        sessions.sectionClicked.connect(self.selectColumn)
        sessions.customContextMenuRequested.connect(self._on_session_menu)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_cell_menu)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._turn)

    def show_marks(self, attendees: Sequence[Attendee], sessions: Sequence[Session], names: Sequence[str] = ()) -> None:
        """
        :param names: what stands before each row, if it is not the name alone
        """
        self.marks.show_marks(attendees, sessions, names)

    def start(self) -> None:
        self.setFocus()
        if not self.currentIndex().isValid() and self.marks.rowCount():
            self.setCurrentIndex(self.marks.index(0, 0))

    def _witness(self, attendee: Attendee, session: Session) -> str:
        """09:12, Layla: looked up when somebody points at a cell."""
        training = self._store.trainings.find(session.training_id)
        found = last_witness(self._store, attendee, session.id, training.zone if training else "")
        if found is None:
            return ""
        time = self._words.number(f"\u2066{found.when:%H:%M}\u2069")
        day = self._words.short_date(found.when.date())
        return self._words.say(
            "marked {day}, {time}, by {who}", day=day, time=time, who=found.who or self._words.say("somebody")
        )

    # Marking

    def _put(self, cells: list[QModelIndex], state: MarkState) -> None:
        """Of several cells at once, those of people who do not come are left out; alone they are marked."""
        marks: list[tuple[Attendee, str, MarkState]] = [
            (attendee, self.marks.sessions[cell.column()].id, state)
            for cell in cells
            if self.marks.state(cell) not in {None, state}
            and not ((attendee := self.marks.attendees[cell.row()]).is_gone and len(cells) > 1)
        ]
        self._save(marks)

    def _save(self, marks: list[tuple[Attendee, str, MarkState]]) -> None:
        if marks:
            work = partial(_mark, marks)
            self._work(work, len(marks), {session_id for _, session_id, _ in marks})

    def _work(self, work: Callable[[Store, Progress], None], count: int, session_ids: Set[str]) -> None:
        """In one step; many beside the window, which would stand still. In a future session only if that is meant."""
        future = self._not_meant(session_ids)
        if future:
            ask_future(self._workplace, future, partial(self._mean, work, count, session_ids))
        elif count > _MANY:
            title = self._words.say("Marking…")
            self._background.run(self, work, lambda _: None, title)
        else:
            work(self._store, lambda done, total: None)

    def _not_meant(self, session_ids: Set[str]) -> list[Session]:
        asked = [one for one in self.marks.sessions if one.id in session_ids - self._meant]
        if not asked:
            return []
        today = today_at(self._workplace.roster(asked[0].training_id).training.zone)
        return [one for one in asked if is_future(one, today)]

    def _mean(self, work: Callable[[Store, Progress], None], count: int, session_ids: Set[str]) -> None:
        """Asked once while the page stands open."""
        self._meant |= session_ids
        self._work(work, count, session_ids)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.indexAt(event.position().toPoint())
        self._was_current = self.hasFocus() and place.isValid() and place == self.currentIndex()
        super().mousePressEvent(event)

    def _on_clicked(self, cell: QModelIndex) -> None:
        """The first click only places the cursor: a slip of the mouse changes nothing."""
        if self._was_current:
            self._turn(cell)

    def _turn(self, cell: QModelIndex) -> None:
        """Not marked, present, absent, not marked; the rarer ones by key or menu."""
        state = self.marks.state(cell)
        if state is None or len(self.selectedIndexes()) > 1:
            return
        place = _BY_CLICK.index(state) if state in _BY_CLICK else len(_BY_CLICK) - 1
        self._put([cell], _BY_CLICK[(place + 1) % len(_BY_CLICK)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key marks what is selected; after a single cell the cursor goes to the next person."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._copied())
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
            return
        if event.key() == Qt.Key.Key_Space:
            self._toggle()
            return
        state = state_of_key(event, self._words)
        if state is None:
            super().keyPressEvent(event)
            return
        cells = self.selectedIndexes()
        self._put(cells, state)
        if len(cells) == 1:
            self._go_down(cells[0])

    def _toggle(self) -> None:
        """Present, or absent when all that is selected is present already."""
        cells = [cell for cell in self.selectedIndexes() if self.marks.state(cell) is not None]
        there = all(self.marks.state(cell) is MarkState.PRESENT for cell in cells)
        self._put(cells, MarkState.ABSENT if there else MarkState.PRESENT)

    def _copied(self) -> str:
        """The selected cells as a spreadsheet takes them."""
        cells = sorted(self.selectedIndexes(), key=lambda cell: (cell.row(), cell.column()))
        rows: dict[int, list[str]] = {}
        for cell in cells:
            rows.setdefault(cell.row(), []).append(str(cell.data() or ""))
        return "\n".join("\t".join(row) for row in rows.values())

    def _paste(self, text: str) -> None:
        """Letters or words of attendance from a spreadsheet, from the chosen cell on; anything else is left out."""
        start = self.currentIndex()
        if not start.isValid():
            return
        marks: list[tuple[Attendee, str, MarkState]] = []
        for down, line in enumerate(text.rstrip("\n").split("\n")):
            for across, written in enumerate(line.split("\t")):
                cell = self.marks.index(start.row() + down, start.column() + across)
                state = state_of_text(written, self._words)
                if state is not None and self.marks.state(cell) not in {None, state}:
                    session = self.marks.sessions[cell.column()]
                    marks.append((self.marks.attendees[cell.row()], session.id, state))
        self._save(marks)

    def _go_down(self, cell: QModelIndex) -> None:
        below = self.marks.index(cell.row() + 1, cell.column())
        if not below.isValid() and cell.column() + 1 < len(self.marks.sessions):
            below = self.marks.index(0, cell.column() + 1)
        if below.isValid():
            self.selectionModel().setCurrentIndex(below, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_cell_menu(self, place: QPoint) -> None:
        cells = [cell for cell in self.selectedIndexes() if self.marks.state(cell) is not None]
        if not cells:
            return
        menu = QMenu(self)
        for state in MarkState:
            text = code_word(self._words, "mark_state", state)
            menu.addAction(text).triggered.connect(partial(self._put, cells, state))
        menu.popup(self.viewport().mapToGlobal(place))

    # A whole session

    def _on_session_menu(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        column = header.logicalIndexAt(place)
        if 0 <= column < len(self.marks.sessions):
            menu = QMenu(header)
            self.offer_states(menu, column)
            menu.popup(header.mapToGlobal(place))

    def offer_states(self, menu: QMenu, column: int) -> None:
        say = self._words.say
        for text, state in (
            (say("Everybody not yet marked: present"), MarkState.PRESENT),
            (say("Everybody not yet marked: absent"), MarkState.ABSENT),
        ):
            menu.addAction(text).triggered.connect(partial(self.fill, column, state))

    def fill(self, column: int, state: MarkState) -> None:
        """Mark everybody who has no mark in a session; not those who declined or were replaced."""
        session_id = self.marks.sessions[column].id
        people = [one for one in self.marks.attendees if not one.is_gone and one.is_open_in(session_id)]
        if people:
            self._work(partial(_mark_others, people, session_id, state), len(people), {session_id})


def _mark(marks: list[tuple[Attendee, str, MarkState]], store: Store, progress: Progress) -> None:
    mark(store, marks, progress)


def _mark_others(
    people: Sequence[Attendee], session_id: str, state: MarkState, store: Store, progress: Progress
) -> None:  # fmt: skip
    mark_others(store, people, session_id, state, progress)


def keys_hint(words: Words) -> str:
    """Which letter stands for what."""
    return "   ".join(
        f"{letter_of(state, words)} {code_word(words, 'mark_state', state)}" for state in MarkState if state
    )
