"""KeyingDialog: the rows of one printed page, in its own order, to be marked from the paper beside the laptop."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from jobs.attendance.scans import SheetPage, sheet_pages
from models.records.codes import MarkState
from models.store import News
from ui.training.attendance.marks_grid import MarksGrid, keys_hint
from ui.training.attendance.scan import show_scan
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.widgets.preview import Preview
from ui.workplace import Workplace


class KeyingDialog(Dialog):
    """Everybody signed, but for a few: one button, then the few."""

    SIZE: ClassVar[tuple[int, int]] = (900, 560)

    def __init__(self, workplace: Workplace, training_id: str, page: SheetPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._training_id = training_id
        self._page = page
        words = workplace.words
        self.setWindowTitle(words.say("Key page {page}", page=words.number(page.page)))
        self.grid = MarksGrid(workplace)
        all_signed = parts.button(words.say("All of this page signed"), workplace.theme, "check", style="primary")
        all_signed.clicked.connect(partial(self._fill, MarkState.PRESENT))
        none = parts.button(words.say("The others were absent"))
        none.clicked.connect(partial(self._fill, MarkState.ABSENT))
        keys = words.say("Press a key: {keys}   Delete clears.", keys=keys_hint(words))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.grid)
        if page.scans:
            scan = Preview(words.say("Scan"))
            show_scan(scan, workplace, page.scans[-1])
            splitter.addWidget(scan)
            splitter.setSizes([480, 420])
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.addWidget(parts.row(all_signed, none, None))
        layout.addWidget(splitter, 1)
        layout.addWidget(parts.label(keys, "muted", wrap=True))
        self.foot.addWidget(close)
        workplace.changed.connect(self._on_changed)
        self._show()
        self.grid.start()

    def _on_changed(self, news: News) -> None:
        if news.keys() & {"mark", "enrolment", "same_person"}:
            pages = sheet_pages(self._workplace.store, self._workplace.roster(self._training_id))
            key = (self._page.paper.id, self._page.page)
            self._page = next((one for one in pages if (one.paper.id, one.page) == key), self._page)
            self._show()

    def _show(self) -> None:
        """The rows that are people, with the numbers they have on the paper."""
        words = self._workplace.words
        rows = [(place, one) for place, one in enumerate(self._page.attendees, start=self._page.first_row) if one]
        names = [f"{words.number(place)}   {one.participant.name_in(words.language)}" for place, one in rows]
        self.grid.show_marks([one for _, one in rows], self._page.sessions, names)

    def _fill(self, state: MarkState) -> None:
        for column in range(len(self._page.sessions)):
            self.grid.fill(column, state)
        self.grid.start()
