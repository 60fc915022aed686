"""FeedingDialog: one sheet after the other, each judged before the next: good, again, or later.

What was judged good is saved at once as printed, so that after a power cut the rest is what is not printed yet.
"""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jobs.certificates.afterwards import note_printed
from jobs.certificates.outcome_words import outdated_words
from jobs.certificates.printing import PrintOrder, gather
from models.records import Certificate
from models.store import Store
from models.training.roster import Attendee
from models.wall_clock import today_at
from ui.background import Progress
from ui.printers.printer import Sending, send
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace


class FeedingDialog(Dialog):
    SIZE: ClassVar[tuple[int, int]] = (520, 240)

    def __init__(
        self,
        workplace: Workplace,
        training_id: str,
        order: PrintOrder,
        sending: Sending,
        people: list[Attendee],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._training_id = training_id
        self._order = order
        self._sending = sending
        self._waiting = list(people)
        self._good = 0
        self._certificate: Certificate | None = None
        say = workplace.words.say
        self.setWindowTitle(say("Sheet by sheet"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._count = parts.label("", "muted")
        self._what = parts.label("", "heading", wrap=True)
        self._help = parts.label("", "muted", wrap=True)
        self.print_ = parts.button(say("Print this sheet"), workplace.theme, "print", style="primary")
        self.good = parts.button(say("Good"), workplace.theme, "check", style="primary")
        self.again = parts.button(say("Again"))
        self.later = parts.button(say("Later"))
        stop = parts.button(say("Stop"), style="quiet")
        self.print_.clicked.connect(self._on_print)
        self.good.clicked.connect(self._on_good)
        self.again.clicked.connect(self._on_print)
        self.later.clicked.connect(self._on_later)
        stop.clicked.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._count)
        layout.addWidget(self._what)
        layout.addWidget(self._help)
        layout.addStretch(1)
        self.foot.addWidget(parts.row(self.print_, self.good, self.again, self.later, None, stop))
        self._ask_for_sheet()

    def _name(self) -> str:
        return self._waiting[0].participant.name_in(self._workplace.words.language)

    def _ask_for_sheet(self) -> None:
        words = self._workplace.words
        self._certificate = None
        total = self._good + len(self._waiting)
        self._count.setText(
            words.say("{good} of {all} are good", good=words.number(self._good), all=words.number(total))
        )
        if not self._waiting:
            self._what.setText(words.say("All sheets are printed."))
            self._help.setText("")
            self._show(set())
            return
        self._what.setText(words.say("Insert a sheet for {name}", name=self._name()))
        self._help.setText(words.say("You can stop at any time: what is not good yet stays on the list."))
        self._show({self.print_, self.later})
        self.print_.setFocus()

    def _ask_for_verdict(self) -> None:
        words = self._workplace.words
        self._what.setText(words.say("Is the sheet for {name} good?", name=self._name()))
        self._help.setText(words.say("Good: it is noted as printed. Again: take another sheet for the same person."))
        self._show({self.good, self.again, self.later})
        self.good.setFocus()

    def _show(self, shown: set[QPushButton]) -> None:
        for button in (self.print_, self.good, self.again, self.later):
            button.setVisible(button in shown)

    def _on_print(self) -> None:
        order = replace(self._order, enrolment_ids=self._waiting[0].enrolment_ids)
        work = partial(_print_sheet, self._training_id, order, self._sending)
        for button in (self.print_, self.good, self.again, self.later):
            button.setEnabled(False)
        self._workplace.background.run(self, work, self._on_printed, failed=self._on_failed)

    def _enable(self) -> None:
        for button in (self.print_, self.good, self.again, self.later):
            button.setEnabled(True)

    def _on_printed(self, certificate: Certificate) -> None:
        self._enable()
        self._certificate = certificate
        self._ask_for_verdict()

    def _on_failed(self, problem: BaseException) -> None:
        """The sheet waits for another try."""
        self._enable()
        raise problem

    def _on_good(self) -> None:
        if self._certificate is not None:
            self._note(self._certificate)
        self._waiting.pop(0)
        self._ask_for_sheet()

    def _note(self, certificate: Certificate) -> None:
        store = self._workplace.store
        today = today_at(store.trainings.get(self._training_id).zone)
        outdated = note_printed(store, [certificate], today)
        if outdated:
            self._workplace.messages.show(outdated_words(outdated, self._workplace.words))
        else:
            self._good += 1

    def _on_later(self) -> None:
        self._waiting.append(self._waiting.pop(0))
        self._ask_for_sheet()


def _print_sheet(
    training_id: str, order: PrintOrder, sending: Sending, store: Store, progress: Progress
) -> Certificate:  # fmt: skip
    batch = gather(store, training_id, order)
    send(batch.pdf(), sending, progress)
    return batch.certificates[0]
