"""SignedSheetsDialog: which pages of the printed sheets came back signed; and keying what stands on them."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from jobs.attendance.scans import SheetPage, TakenIn, remove_scan, sheet_pages, take_in, take_in_by_hand
from models.sorting import natural_key
from models.store import News, Store
from ui.background import Progress
from ui.looks.sizes import px
from ui.messages import SCAN_FILES
from ui.training.attendance.keying import KeyingDialog
from ui.training.attendance.scan import show_scan
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.widgets.preview import Preview
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace

_KINDS = {"scan", "paper", "mark", "session", "enrolment"}


class SignedSheetsDialog(Dialog):
    """Scans and photographs can also be dropped on it."""

    SIZE: ClassVar[tuple[int, int]] = (960, 540)

    def __init__(self, workplace: Workplace, training_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._training_id = training_id
        self.setWindowTitle(self._words.say("Signed sheets"))
        self.setAcceptDrops(True)
        self.table = self._build_table()
        self.preview = Preview(self._words.say("Scan"))
        self.preview.setMinimumWidth(px(140))  # the columns beside it are many
        self._build()
        workplace.changed.connect(self._on_changed)
        self.reload()

    def _build_table(self) -> RecordList[SheetPage]:
        say, words = self._words.say, self._words
        table: RecordList[SheetPage] = RecordList(
            [
                Column(say("Version"), lambda one: words.number(one.paper.version), lambda one: one.paper.version,
                       width=80),
                Column(say("Sessions"), self._sessions),
                Column(say("Page"), lambda one: words.number(one.page), lambda one: (one.paper.version, one.page),
                       width=70),
                Column(say("Rows"), self._rows, lambda one: one.first_row, width=80),
                Column(say("Scan"), lambda one: say("there") if one.scans else "–", width=80),
                Column(say("Keyed"), self._keyed, width=90),
            ],
            say("Pages of the printed sheets"),
            lambda one: f"{one.paper.id} {one.page}",
            words.language,
        )  # fmt: skip
        table.chosen.connect(self._on_chosen)
        table.opened.connect(self._on_key)
        return table

    def _build(self) -> None:
        say, theme = self._words.say, self._workplace.theme
        add = parts.button(say("Add scans…"), theme, "import", style="primary")
        self._by_hand = parts.button(say("This is the scan of the chosen page…"), style="quiet")
        self._key = parts.button(say("Key this page…"), theme, "check")
        self._remove = parts.button(say("Remove the scan"), style="quiet")
        add.clicked.connect(self._on_add)
        self._by_hand.clicked.connect(self._on_by_hand)
        self._key.clicked.connect(self._on_key)
        self._remove.clicked.connect(self._on_remove)
        hint = say("Scans and photographs of the signed pages find their place by the code on them.")
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(self.preview)
        splitter.setSizes([560, 380])
        splitter.setChildrenCollapsible(False)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.addWidget(parts.label(hint, "muted", wrap=True))
        layout.addWidget(splitter, 1)
        layout.addWidget(parts.flow(add, self._key, self._by_hand, self._remove))
        self.foot.addWidget(close)

    def _sessions(self, one: SheetPage) -> str:
        words = self._words
        days = dict.fromkeys(f"{session.day.day}/{session.day.month}" for session in one.sessions if session.day)
        return words.number(f"\u2066{' '.join(days)}\u2069")

    def _rows(self, one: SheetPage) -> str:
        if not one.attendees:
            return "–"  # trainers and those who certify
        return self._words.number(f"\u2066{one.first_row}–{one.first_row + len(one.attendees) - 1}\u2069")

    def _keyed(self, one: SheetPage) -> str:
        """How many of the marks of this page are made."""
        if not one.attendees:
            return "–"
        marks = [bool(who.mark_in(session.id)) for who in one.attendees if who for session in one.sessions]
        return self._words.number(f"\u2066{sum(marks)}/{len(marks)}\u2069")

    def _on_changed(self, news: News) -> None:
        if news.keys() & _KINDS:
            self.reload()

    def reload(self) -> None:
        pages = sheet_pages(self._workplace.store, self._workplace.roster(self._training_id))
        self.table.show_rows(pages)
        if self.table.row is None and pages:
            self.table.choose_place(0)
        self._on_chosen()

    def _on_chosen(self) -> None:
        one = self.table.row
        for button in (self._key, self._by_hand):
            button.setEnabled(one is not None)
        self._remove.setEnabled(one is not None and bool(one.scans))
        if one is None:
            self.preview.show_text(self._words.say("No attendance sheet was printed with a code yet."))
        elif not one.scans:
            self.preview.show_text(self._words.say("This page has not come back yet."))
        else:
            show_scan(self.preview, self._workplace, one.scans[-1])

    # What somebody does

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_in([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _on_add(self) -> None:
        self.take_in(self._workplace.messages.files_to_open(self._words.say("Add scans"), SCAN_FILES))

    def take_in(self, paths: list[Path]) -> None:
        """Read files beside the window and say what became of them."""
        if paths:
            work = partial(_take_in, self._training_id, paths)
            self._workplace.background.run(self, work, self._on_taken, self._words.say("Reading the scans…"))

    def _on_taken(self, taken: TakenIn) -> None:
        words = self._words
        lines = [words.count("{n} page was put in its place.", "{n} pages were put in their places.", len(taken.scans))]
        if taken.other_trainings:
            codes = words.listed(f"\u2066{one}\u2069" for one in sorted(set(taken.other_trainings), key=natural_key))
            lines.append(words.say("Pages of other trainings, or of sheets that are not known here: {codes}",
                                   codes=codes))  # fmt: skip
        if taken.unknown:
            names = words.listed(f"\u2068{one}\u2069" for one in sorted(set(taken.unknown), key=natural_key))
            lines.append(words.say(
                "No code could be read on: {names}. Choose the page in the list and say that this is its scan.",
                names=names))  # fmt: skip
        is_good = not taken.other_trainings and not taken.unknown
        if is_good:
            self._workplace.messages.tell(lines[0])
        else:
            self._workplace.messages.show("\n".join(lines), is_good=bool(taken.scans))
        self.reload()

    def _on_by_hand(self) -> None:
        one = self.table.row
        path = self._workplace.messages.file_to_open(self._words.say("Add scans"), SCAN_FILES)
        if one is not None and path is not None:
            take_in_by_hand(self._workplace.store, self._training_id, path, one.paper.id, one.page)

    def _on_remove(self) -> None:
        one = self.table.row
        if one is not None and one.scans:
            remove_scan(self._workplace.store, one.scans[-1])

    def _on_key(self) -> None:
        if self.table.row is not None:
            KeyingDialog(self._workplace, self._training_id, self.table.row, self).open()


def _take_in(training_id: str, paths: list[Path], store: Store, progress: Progress) -> TakenIn:
    return take_in(store, training_id, paths, progress)
