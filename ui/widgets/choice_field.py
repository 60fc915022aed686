"""ChoiceField: one of some values, outside of any record."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ui.widgets.wheel import leave_wheel_to_page


class ChoiceField(QComboBox):
    edited = Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.values = [value for value, _ in choices]
        self.currentTextChanged.connect(self.setToolTip)
        self.addItems([text for _, text in choices])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's own would also give it the focus by the wheel
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        leave_wheel_to_page(self)
        self.activated.connect(lambda place: self.edited.emit(self.values[place]))

    def show_value(self, value: Any) -> None:
        self.setCurrentIndex(self.values.index(value))

    def value(self) -> Any:
        return self.values[self.currentIndex()]
