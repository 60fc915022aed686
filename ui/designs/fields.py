"""The kinds of fields an element has: numbers, colours, texts with values, choices. They act as one types."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QWidget

from models.certificates.designs import range_of
from resources.words import N_, Words
from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.wheel import leave_wheel_to_page

COLOURS = {
    "#12172b": N_("Black"),
    "#17305c": N_("Navy"),
    "#14597f": N_("Blue"),
    "#0f5b66": N_("Teal"),
    "#1d6b3c": N_("Green"),
    "#7a1f2b": N_("Burgundy"),
    "#b88f3b": N_("Gold"),
    "#d9a441": N_("Amber"),
    "#616b7a": N_("Grey"),
    "#9ea8b8": N_("Light grey"),
    "#ffffff": N_("White"),
}
_OTHER = -1


class NumberField(QDoubleSpinBox):
    """:param unit: ``mm`` or ``pt``, or none for whole numbers"""

    edited = Signal(object)

    def __init__(self, name: str, unit: str) -> None:
        super().__init__()
        self.setRange(*range_of(name))
        self.setLocale(QLocale.c())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._is_whole = not unit
        self.setDecimals(0 if self._is_whole else 1)
        self.setSingleStep(1.0 if self._is_whole else 0.5)
        self.setSuffix(f" {unit}" if unit else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        leave_wheel_to_page(self)
        self.valueChanged.connect(self._on_value)

    def show_value(self, value: Any) -> None:
        self.blockSignals(True)
        self.setValue(float(value))
        self.blockSignals(False)

    def _on_value(self, value: float) -> None:
        self.edited.emit(round(value) if self._is_whole else round(value, 2))


class ColourField(QWidget):
    """A colour by its name, or any other as #rrggbb."""

    edited = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._choice = QComboBox()
        self._choice.setMinimumContentsLength(6)
        leave_wheel_to_page(self._choice)
        for code, name in COLOURS.items():
            self._choice.addItem(_swatch(code), words.say(name))
        self._choice.setCurrentIndex(_OTHER)
        self._code = QLineEdit()
        self._code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._code.setInputMask("\\#HHHHHH")
        self._code.setMaximumWidth(px(90))
        self._choice.activated.connect(lambda place: self.edited.emit(list(COLOURS)[place]))
        self._code.textEdited.connect(self._on_code)
        self.setFocusProxy(self._choice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._choice, 1)
        layout.addWidget(self._code)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._choice.setAccessibleName(name)
        self._code.setAccessibleName(f"{name} (#rrggbb)")

    def show_value(self, value: str) -> None:
        codes = list(COLOURS)
        self._choice.setCurrentIndex(codes.index(value) if value in codes else _OTHER)
        if self._code.text().lower() != value:
            self._code.setText(value)

    def _on_code(self, code: str) -> None:
        if len(code) == len("#rrggbb"):
            self.edited.emit(code.lower())


class TextField(QWidget):
    """Text, into which values are put from a menu."""

    edited = Signal(object)

    def __init__(self, words: Words, values: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * 4 + 14)
        self._text.textChanged.connect(lambda: self.edited.emit(self._text.toPlainText()))
        menu = QMenu(self)
        for key, label in values:
            menu.addAction(label).triggered.connect(lambda _=False, key=key: self._text.insertPlainText(f"{{{key}}}"))
        insert = parts.button(words.say("Insert a value"))
        parts.let_choose(insert, menu)
        self.setFocusProxy(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.column(self._text, parts.row(insert, None), spacing=4))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._text.setAccessibleName(name)

    def show_value(self, value: str) -> None:
        if self._text.toPlainText() != value:
            self._text.blockSignals(True)
            self._text.setPlainText(value)
            self._text.blockSignals(False)


def _swatch(code: str) -> QIcon:
    picture = QPixmap(QSize(16, 16))
    picture.fill(QColor(code))
    return QIcon(picture)
