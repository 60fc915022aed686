"""CalibrationDialog: a test page is printed, measured, and what was measured is remembered for the printer."""

import io
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QDialogButtonBox, QDoubleSpinBox, QFormLayout, QVBoxLayout, QWidget

from jobs.papers.printer_page import LENGTH, LINE, write_test_page
from models.paper import Orientation, PaperSize
from models.store import Store
from resources.words import Words
from ui.background import Progress
from ui.looks.sizes import px
from ui.printers.adjusting import number_field
from ui.printers.printer import Correction, Sending, remember, send
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace


class CalibrationDialog(Dialog):
    """:param paper: and orientation: of the sheets that will be printed"""

    SIZE: ClassVar[tuple[int, int]] = (460, 0)

    def __init__(
        self, workplace: Workplace, sending: Sending, paper: PaperSize, orientation: Orientation, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._sheet = (paper, orientation)
        self._workplace = workplace
        self._sending = sending
        say = workplace.words.say
        self.setWindowTitle(say("Where does this printer print?"))
        self.left = _length(LINE)
        self.top = _length(LINE)
        self.line = _length(LENGTH)
        captions = {
            self.left: say("A: from the left edge to the upright line"),
            self.top: say("B: from the upper edge to the level line"),
            self.line: say("C: length of the line"),
        }
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field, text in captions.items():
            field.setAccessibleName(text)
            form.addRow(text, field)
        print_it = parts.button(say("Print the test page"), workplace.theme, "print", style="primary")
        print_it.clicked.connect(self._on_print)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        keep = buttons.addButton(say("Remember"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self.room)
        first = say(
            "Print the test page on “{printer}”, then measure three lengths with a ruler.", printer=sending.printer
        )
        layout.addWidget(parts.label(first, wrap=True))
        layout.addWidget(parts.row(print_it, None))
        layout.addLayout(form)
        self.foot.addWidget(buttons)

    def _on_print(self) -> None:
        work = partial(_print, self._sending, *self._sheet, self._workplace.words)
        self._workplace.background.run(self, work, lambda _: self.left.setFocus(), self.windowTitle())

    def correction(self) -> Correction:
        """What sets right what was measured."""
        percent = round(LENGTH / self.line.value() * 100, 1)
        scale = percent / 100
        return Correction(
            right=round(LINE - self.left.value() * scale, 1),
            down=round(LINE - self.top.value() * scale, 1),
            percent=percent,
        )

    def accept(self) -> None:
        remember(self._workplace.preferences, self._sending.printer, self.correction())
        super().accept()


def _length(usual: float) -> QDoubleSpinBox:
    field = number_field(usual, (usual / 2, usual * 2), "mm")
    field.setMaximumWidth(px(140))
    return field


def _print(
    sending: Sending, paper: PaperSize, orientation: Orientation, words: Words, store: Store, progress: Progress
) -> None:
    stream = io.BytesIO()
    write_test_page(stream, paper, orientation, sending.printer, words)
    send(stream.getvalue(), sending, progress)
