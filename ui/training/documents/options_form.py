"""OptionsForm: what can be chosen of a document, made from the declaration of its options."""

import dataclasses
import typing
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QWidget

from resources.words import Words
from resources.words.codes import code_word, kind_of
from resources.words.fields import field_word
from ui.widgets import parts
from ui.widgets.choice_field import ChoiceField
from ui.widgets.wheel import leave_wheel_to_page

_MOST = 200


class SeveralField(QWidget):
    """Some of several values, at least one."""

    edited = Signal()

    def __init__(self, choices: Sequence[tuple[StrEnum, str]]) -> None:
        super().__init__()
        self._boxes = {value: QCheckBox(text) for value, text in choices}
        column = parts.column(*self._boxes.values(), spacing=3)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addRow(column)
        for box in self._boxes.values():
            box.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        if not self.value():
            next(iter(self._boxes.values())).setChecked(True)
        self.edited.emit()

    def show_value(self, values: Sequence[StrEnum]) -> None:
        for value, box in self._boxes.items():
            box.setChecked(value in values)

    def value(self) -> tuple[StrEnum, ...]:
        return tuple(value for value, box in self._boxes.items() if box.isChecked())


class OptionsForm(QWidget):
    """:param choices: name of an option -> the records it can be one of, such as days; empty stands for all"""

    edited = Signal()

    def __init__(self, words: Words, options: Any, choices: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        super().__init__()
        self._words = words
        self._type = type(options)
        self._fields: dict[str, Any] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        hints = typing.get_type_hints(self._type)
        for field in dataclasses.fields(self._type):
            label = field_word(words, "paper_option", field.name)
            made = self._field(field.name, hints[field.name], label, choices)
            made.setAccessibleName(label)
            _show(made, getattr(options, field.name))
            layout.addRow("" if isinstance(made, QCheckBox) else label, made)
            self._fields[field.name] = made

    def _field(
        self, name: str, annotation: Any, label: str, choices: Mapping[str, Sequence[tuple[str, str]]]
    ) -> QWidget:
        if annotation is bool:
            box = QCheckBox(label)
            box.clicked.connect(self.edited)
            return box
        if annotation is int:
            number = QSpinBox()
            number.setLocale(QLocale.c())
            number.setRange(0, _MOST)
            leave_wheel_to_page(number)
            number.valueChanged.connect(self.edited)
            return number
        if typing.get_origin(annotation) is tuple:
            several = SeveralField(self._choices(typing.get_args(annotation)[0]))
            several.edited.connect(self.edited)
            return several
        offered = [("", self._words.say("all")), *choices[name]] if name in choices else self._choices(annotation)
        choice = ChoiceField(offered)
        choice.edited.connect(self.edited)
        return choice

    def _choices(self, enum: type[StrEnum]) -> list[tuple[Any, str]]:
        return [(one, code_word(self._words, kind_of(enum), one)) for one in enum]

    def options(self) -> Any:
        return self._type(**{name: _value(field) for name, field in self._fields.items()})


def _show(field: QWidget, value: Any) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(value)
    elif isinstance(field, QSpinBox):
        field.setValue(value)
    elif isinstance(field, SeveralField) or (isinstance(field, ChoiceField) and value in field.values):
        field.show_value(value)


def _value(field: QWidget) -> Any:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QSpinBox | SeveralField | ChoiceField):
        return field.value()
    raise TypeError(field)
