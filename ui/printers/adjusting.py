"""By how much pages are moved and scaled so that they lie right on the sheets, as somebody types it."""

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout

from resources.words import Words
from ui.printers.printer import Correction
from ui.widgets.wheel import leave_wheel_to_page


class Adjusting(QObject):
    """Rows of a form."""

    changed = Signal()

    def __init__(self, words: Words, form: QFormLayout) -> None:
        super().__init__(form)
        self._form = form
        usual = Correction()
        self.right = number_field(usual.right, (-50, 50), "mm")
        self.down = number_field(usual.down, (-50, 50), "mm")
        self.percent = number_field(usual.percent, (50, 150), "%")
        self._rows = {
            self.right: words.say("Move right"),
            self.down: words.say("Move down"),
            self.percent: words.say("Scale"),
        }
        for field, text in self._rows.items():
            field.setAccessibleName(text)
            field.valueChanged.connect(self.changed)
            form.addRow(text, field)

    @property
    def correction(self) -> Correction:
        return Correction(right=self.right.value(), down=self.down.value(), percent=self.percent.value())

    def show_correction(self, known: Correction) -> None:
        self.right.setValue(known.right)
        self.down.setValue(known.down)
        self.percent.setValue(known.percent)

    def set_visible(self, *, is_visible: bool) -> None:
        for field in self._rows:
            self._form.setRowVisible(field, is_visible)


def number_field(usual: float, limits: tuple[float, float], unit: str) -> QDoubleSpinBox:
    """In steps of a half, written from left to right in every language."""
    field = QDoubleSpinBox()
    field.setLocale(QLocale.c())
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.setRange(*limits)
    field.setDecimals(1)
    field.setSingleStep(0.5)
    field.setSuffix(f" {unit}")
    field.setValue(usual)
    leave_wheel_to_page(field)
    return field
