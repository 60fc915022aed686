"""PrintDialog: certificates before they are printed, for whom, and where they go."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from jobs.certificates.printing import PrintOrder, due
from models.records import Enrolment
from models.training.roster import Attendee
from ui.looks.sizes import px
from ui.printers.calibration import CalibrationDialog
from ui.printers.destination import EACH, Destination
from ui.printers.feeding import FeedingDialog
from ui.printers.pages import CertificatePages
from ui.printers.printer import Sides
from ui.printers.printing import Printing
from ui.printers.whom import Whom
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace

_SIZE = (940, 560)


class PrintDialog(Dialog):
    """:param order: whom to print for; where and how is chosen here"""

    def __init__(self, workplace: Workplace, training_id: str, order: PrintOrder, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._words = workplace.words
        self._training = workplace.store.trainings.get(training_id)
        self._order = order
        self.setWindowTitle(self._words.say("Print the certificates"))
        self.resize(*_SIZE)
        self._printing = Printing(workplace, self._training, self.windowTitle(), self)
        self._pages = CertificatePages(workplace, training_id)
        form = _form()
        self.whom = Whom(self._words, due(workplace.roster(training_id), order), form)
        self.destination = Destination(workplace, form)
        self._build(form)
        self._connect()
        self.destination.show_target()
        self._pages.show_people(self.whom.people)
        self.whom.look_at_pages()
        self._print.setFocus()

    def _build(self, form: QFormLayout) -> None:
        box = QWidget()
        box.setLayout(form)
        right = parts.column(box, None)
        right.setFixedWidth(px(350))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._print = buttons.addButton(self._words.say("Print"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._print.setProperty("primary", True)
        self._print.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.addWidget(parts.row(self._pages, right, spacing=16), 1)
        self.foot.addWidget(buttons)

    def _connect(self) -> None:
        self._pages.turned.connect(self._draw)
        self.whom.people_changed.connect(lambda: self._pages.show_people(self.whom.people))
        self.whom.pages_chosen.connect(self._print.setEnabled)
        self.destination.chosen.connect(self._on_destination)
        self.destination.adjusting.changed.connect(self._draw)
        self.destination.measure.clicked.connect(self._on_measure)
        self._print.clicked.connect(self._on_print)
        self._printing.done.connect(self.accept)

    def _draw(self) -> None:
        self._pages.draw(replace(self._order, placing=self.destination.placing))

    def _on_destination(self) -> None:
        is_printer = self.destination.is_printer
        self._print.setText(self._words.say("Print") if is_printer else self._words.say("Save…"))

    def _on_measure(self) -> None:
        sheet = (self._training.paper, self._training.orientation)
        dialog = CalibrationDialog(self._workplace, self.destination.sending, *sheet, self)
        dialog.accepted.connect(self.destination.show_target)
        dialog.open()

    def _on_print(self) -> None:
        chosen, where = self.whom.chosen, self.destination
        ids = tuple(own_id for one in chosen for own_id in one.enrolment_ids)
        order = replace(self._order, enrolment_ids=ids, placing=where.placing)
        where.remember()
        if not where.is_printer:
            self._save(order, len(chosen))
        elif where.feed.isChecked():
            self._feed(order, chosen)
        else:
            self._printing.send(order, where.sending)

    def _save(self, order: PrintOrder, pages: int) -> None:
        if self.destination.target.value() == EACH:
            self._printing.save_each(order, with_names=self.destination.names.isChecked())
        else:
            self._printing.save(order, pages)

    def _feed(self, order: PrintOrder, people: list[Attendee]) -> None:
        sending = replace(self.destination.sending, copies=1, sides=Sides.ONE)
        dialog = FeedingDialog(self._workplace, self._training.id, order, sending, people, self.parentWidget() or self)
        self.accept()
        dialog.open()


def print_certificate_of(workplace: Workplace, enrolment: Enrolment, parent: QWidget) -> None:
    """Just this one."""
    PrintDialog(workplace, enrolment.training_id, PrintOrder(enrolment_ids=(enrolment.id,)), parent).open()


def _form() -> QFormLayout:
    made = QFormLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    made.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    return made
