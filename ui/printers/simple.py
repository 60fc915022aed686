"""PrinterDialog: which printer, how many copies, one side or both; for every document but certificates."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from jobs.certificates.left_out import LeftOut, left_out_words
from models.store import Store
from resources.words.codes import code_word
from ui.background import Progress
from ui.printers.printer import Sending, Sides, can_print_both_sides, printers, send
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField
from ui.widgets.dialogs import Dialog
from ui.widgets.wheel import leave_wheel_to_page
from ui.workplace import Workplace

_MOST_COPIES = 99
MakePdf = Callable[[Store, Progress], tuple[bytes, tuple[LeftOut, ...]]]
"""The pages, and whom they leave out."""


class PrinterDialog(Dialog):
    """:param make: the document, beside the window"""

    SIZE: ClassVar[tuple[int, int]] = (400, 0)

    def __init__(self, workplace: Workplace, title: str, make: MakePdf, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._make = make
        say = workplace.words.say
        self.setWindowTitle(title)
        found = printers()
        self.printer = ChoiceField([(name, f"\u2068{name}\u2069") for name in found])
        self.copies = QSpinBox()
        self.copies.setLocale(QLocale.c())
        self.copies.setRange(1, _MOST_COPIES)
        leave_wheel_to_page(self.copies)
        self.sides = ChoiceField([(one, code_word(workplace.words, "sides", one)) for one in Sides])
        self._form = QFormLayout()
        for text, field in ((say("Printer"), self.printer), (say("Copies"), self.copies), (say("Sides"), self.sides)):
            field.setAccessibleName(text)
            self._form.addRow(text, field)
        none = parts.label(say("There is no printer here. Save the document as a PDF instead."), wrap=True)
        none.setVisible(not found)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._print = buttons.addButton(say("Print"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._print.setEnabled(bool(found))
        self._print.clicked.connect(self._on_print)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        layout.addWidget(none)
        layout.addLayout(self._form)
        self.foot.addWidget(buttons)
        last = workplace.preferences.get("printer")
        if last in found:
            self.printer.show_value(last)
        self.printer.edited.connect(self._show_sides)
        if found:
            self._show_sides()

    def _show_sides(self) -> None:
        self._form.setRowVisible(self.sides, can_print_both_sides(self.printer.value()))

    def _on_print(self) -> None:
        name = self.printer.value()
        self._workplace.preferences.set("printer", name)
        sending = Sending(printer=name, copies=self.copies.value(), sides=self.sides.value())
        work = partial(_print, self._make, sending)
        say = self._workplace.words.say
        news = say("Sent to {printer}", printer=name)
        self._workplace.background.run(self, work, partial(self._on_sent, news), say("Printing…"))

    def _on_sent(self, news: str, left_out: tuple[LeftOut, ...]) -> None:
        for line in left_out_words(left_out, self._workplace.words):
            self._workplace.messages.show(line)
        self._workplace.messages.tell(news)
        self.accept()


def _print(make: MakePdf, sending: Sending, store: Store, progress: Progress) -> tuple[LeftOut, ...]:
    pdf, left_out = make(store, progress)
    send(pdf, sending, progress)
    return left_out
