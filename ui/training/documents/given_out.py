"""GivenOutDialog: which documents of a training were printed, by whom, for whom, what for."""

from typing import ClassVar

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from jobs.papers.printing import papers_of
from jobs.papers.registry import BY_KEY
from models.records import PrintedPaper
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace


class GivenOutDialog(Dialog):
    SIZE: ClassVar[tuple[int, int]] = (860, 420)

    def __init__(self, workplace: Workplace, training_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        words = workplace.words
        say = words.say
        self.setWindowTitle(say("Documents given out"))
        table: RecordList[PrintedPaper] = RecordList(
            [
                Column(say("Date"), lambda one: words.short_date(one.printed_on), lambda one: one.id, width=110),
                Column(say("Document"), lambda one: say(BY_KEY[one.document].label)
                       if one.document in BY_KEY else one.document),
                Column(say("Version"), lambda one: words.number(one.version), lambda one: one.version, width=80),
                Column(say("Given to"), lambda one: one.recipient),
                Column(say("Purpose"), lambda one: one.purpose),
                Column(say("Printed by"), lambda one: _who(workplace, one), width=120),
            ],
            say("Documents given out"),
            lambda one: one.id,
            words.language,
        )  # fmt: skip
        found = papers_of(workplace.store, training_id)
        table.show_rows(found)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        none = parts.label(say("Nothing was printed yet."), "muted")
        none.setVisible(not found)
        layout.addWidget(none)
        layout.addWidget(table)
        self.foot.addWidget(close)


def _who(workplace: Workplace, paper: PrintedPaper) -> str:
    """As the history has it."""
    changes = workplace.store.history(paper.id)
    return workplace.store.worker_name(changes[0].worker) if changes else ""
