"""Two buttons that run a training: what tomorrow needs, and what today leaves open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from jobs.desk.finding import training_day
from jobs.desk.gaps import DayEnd, end_of_day, next_day
from jobs.papers.badges import new_people
from models.store import News, Store
from models.wall_clock import now_at
from ui.background import Progress
from ui.people.waiting import WaitingDialog
from ui.training.attendance.signed_sheets import SignedSheetsDialog
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing: whether it is done, what it is, and the button that does it."""

    is_done: bool
    text: str
    button: str = ""
    act: Callable[[], object] | None = None


class DayDialog(Dialog):
    """A list of things, each with its button; done ones have a tick."""

    SIZE: ClassVar[tuple[int, int]] = (560, 0)

    document_wanted = Signal(str)
    tab_wanted = Signal(str)

    def __init__(self, workplace: Workplace, training_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.words = workplace.words
        self.training_id = training_id
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._heading = parts.label("", "heading", wrap=True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(self._heading)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self.foot.addWidget(close)
        workplace.changed.connect(self._on_changed)
        self.reload()

    def _on_changed(self, news: News) -> None:
        self.reload()

    def lines(self) -> list[_Line]:
        raise NotImplementedError

    def show_heading(self, text: str) -> None:
        self._heading.setText(text)

    def reload(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, line in enumerate(self.lines()):
            mark = parts.label("✓" if line.is_done else "•", "good" if line.is_done else "problem")
            mark.setAccessibleName(self.words.say("done") if line.is_done else self.words.say("open"))
            self._grid.addWidget(mark, row, 0)
            self._grid.addWidget(parts.label(line.text, "muted" if line.is_done else "", wrap=True), row, 1)
            if line.act is not None and line.button:
                button = parts.button(line.button)
                button.clicked.connect(line.act)
                self._grid.addWidget(button, row, 2)

    def leave_for(self, signal: object, name: str) -> None:
        """Go to a page of the training."""
        self.accept()
        signal.emit(name)  # type: ignore[attr-defined]

    def waiting(self, end: DayEnd) -> str:
        """As the participants list says it."""
        return self.words.count(
            "{n} question waits for your answer.", "{n} questions wait for your answer.", end.questions
        )

    def answer(self) -> None:
        WaitingDialog(self.workplace, self).open()


class PrepareDialog(DayDialog):
    """What has to be on paper before the next day begins."""

    def lines(self) -> list[_Line]:
        say, count = self.words.say, self.words.count
        found = self.workplace.roster(self.training_id)
        today = training_day(found, now_at(found.training.zone))
        day = next_day(found, today)
        self.setWindowTitle(say("Prepare the next day"))
        when = self.words.full_date(day) if day else ""
        self.show_heading(when or say("No session is planned after today."))
        papers = self.workplace.store.papers.where(training_id=self.training_id)
        ids = {one.id for one in found.sessions if one.day == day}
        has_sheet = any(one.document == "sheet" and ids & set(one.session_ids) for one in papers)
        new = new_people(self.workplace.store, found)
        end = end_of_day(self.workplace.store, found, today)
        print_ = say("Print…")
        lines = [
            _Line(
                not new,
                count("Badges for {n} person who has none yet", "Badges for {n} people who have none yet", len(new)),
                print_, partial(self.leave_for, self.document_wanted, "badges"),
            ),
            _Line(
                not end.questions,
                self.waiting(end), say("Answer"), self.answer,
            ),
            _Line(
                not end.incomplete,
                count("{n} person is to be completed", "{n} people are to be completed", end.incomplete),
                say("Show"), partial(self.leave_for, self.tab_wanted, "participants"),
            ),
        ]  # fmt: skip
        if day is not None:
            sheet = say("Attendance sheet of the day")
            lines.insert(
                0, _Line(has_sheet, sheet, print_, partial(self.leave_for, self.document_wanted, "sheet"))
            )  # fmt: skip
        return lines


class CloseDialog(DayDialog):
    """What a day leaves open, and a verified backup elsewhere."""

    def __init__(self, workplace: Workplace, training_id: str, parent: QWidget) -> None:
        self._backup: Path | None = None
        super().__init__(workplace, training_id, parent)

    def lines(self) -> list[_Line]:
        say, count = self.words.say, self.words.count
        found = self.workplace.roster(self.training_id)
        days = [one.day for one in found.held_sessions if one.day]
        today = training_day(found, now_at(found.training.zone))
        day = max((one for one in days if one <= today), default=today)
        end: DayEnd = end_of_day(self.workplace.store, found, day)
        self.setWindowTitle(say("Close the day"))
        self.show_heading(self.words.full_date(day))
        backup = say("Verified backup: {path}", path=f"\u2066{self._backup.name}\u2069") if self._backup else ""
        return [
            _Line(
                not end.unmarked,
                count("{n} mark is open", "{n} marks are open", end.unmarked),
                say("Go to attendance"), partial(self.leave_for, self.tab_wanted, "attendance"),
            ),
            _Line(
                not end.pages_out,
                count("{n} signed page is not scanned yet", "{n} signed pages are not scanned yet", end.pages_out),
                say("Signed sheets…"), self._on_signed,
            ),
            _Line(
                not end.questions,
                self.waiting(end), say("Answer"), self.answer,
            ),
            _Line(
                self._backup is not None,
                backup or say("A backup on another disk or stick"),
                say("Back up to another disk…"), self._on_backup,
            ),
        ]  # fmt: skip

    def _on_signed(self) -> None:
        SignedSheetsDialog(self.workplace, self.training_id, self).open()

    def _on_backup(self) -> None:
        folder = self.workplace.messages.folder(self.words.say("Back up to which folder?"))
        if folder is not None:
            work = partial(_backup, folder)
            self.workplace.background.run(self, work, self._on_backed_up, self.words.say("Making a backup…"))

    def _on_backed_up(self, made: Path) -> None:
        self._backup = made
        self.reload()


def _backup(folder: Path, store: Store, progress: Progress) -> Path:
    return store.safekeeping.backup(folder, partial(progress, 0, 0))
