"""The kinds of fields. Each shows a value, reads it back, and says when somebody is done with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
)

from models import typed
from models.fields import Field, Shape
from models.places import places
from resources.words import Words
from resources.words.codes import code_word, kind_of
from resources.words.fields import field_word
from ui.widgets import parts
from ui.widgets.date_editor import DateEditor
from ui.widgets.line_edit import LineEdit
from ui.widgets.wheel import leave_wheel_to_page

_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@dataclass(frozen=True, slots=True)
class Unread:
    """Stands among choices for one that this version does not understand."""

    words: str

    def __str__(self) -> str:
        return self.words


class TextEditor(LineEdit):
    """One line; ``read`` makes a value of what was typed."""

    committed = Signal()

    def __init__(
        self,
        read: Callable[[str], Any] = typed.text,
        direction: Qt.LayoutDirection | None = None,
        *,
        shows_zero: bool = False,
    ) -> None:
        """
        :param shows_zero: where 0 is another answer than none
        """
        super().__init__()
        self._read = read
        self._shows_zero = shows_zero
        if direction is not None:
            self.setLayoutDirection(direction)
        self.editingFinished.connect(self.committed)

    def show_value(self, value: Any) -> None:
        is_nothing = value is None or (value == 0 and not self._shows_zero)
        self.setText("" if is_nothing else str(value))
        self.setCursorPosition(0)

    def value(self) -> Any:
        """
        :raises NotUnderstood: when it is no such value
        """
        return self._read(self.text())

    @property
    def is_touched(self) -> bool:
        return self.isModified()


class LongTextEditor(QPlainTextEdit):
    """Some lines of text; Tab goes on to the next field."""

    committed = Signal()

    def __init__(
        self,
        direction: Qt.LayoutDirection | None = None,
        read: Callable[[str], Any] = typed.several_lines,
    ) -> None:
        super().__init__()
        self._read = read
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 18)
        if direction is not None:
            self.setLayoutDirection(direction)
            option = self.document().defaultTextOption()
            option.setTextDirection(direction)
            self.document().setDefaultTextOption(option)

    def show_value(self, value: Any) -> None:
        self.setPlainText(str(value or ""))
        self.document().setModified(False)

    def text(self) -> str:
        return self.toPlainText()

    def value(self) -> Any:
        """
        :raises NotUnderstood: when it is no such value
        """
        return self._read(self.toPlainText())

    @property
    def is_touched(self) -> bool:
        return self.document().isModified()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.committed.emit()  # a text of several lines has no editingFinished


class LinesEditor(LongTextEditor):
    """Some short texts, one in each line."""

    def show_value(self, value: Any) -> None:
        super().show_value("\n".join(value or ()))


class ChoiceEditor(QComboBox):
    """One of some values."""

    committed = Signal()

    def __init__(self, choices: Iterable[tuple[Any, str]]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self.setToolTip)
        self._values: list[Any] = []
        self.offer(choices)
        leave_wheel_to_page(self)
        self.activated.connect(self._on_activated)

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Other choices; what was chosen is shown again by ``show_value``."""
        self.clear()
        self._values.clear()
        for value, text in choices:
            self._values.append(value)
            self.addItem(text)

    def _on_activated(self, _place: int) -> None:
        self.committed.emit()

    def show_value(self, value: Any) -> None:
        if value not in self._values:  # written by hand, or not understood
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value))
        if isinstance(self._values[-1], Unread) and value is not self._values[-1]:
            self._values.pop()
            self.removeItem(self.count() - 1)  # it was replaced, and cannot be picked

    def value(self) -> Any:
        place = self.currentIndex()
        return self._values[place] if place >= 0 else None

    @property
    def is_touched(self) -> bool:
        return False  # saved at once


class SwitchEditor(QCheckBox):
    committed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.clicked.connect(self.committed)

    def show_value(self, value: Any) -> None:
        self.setChecked(bool(value))

    def value(self) -> bool:
        return self.isChecked()

    @property
    def is_touched(self) -> bool:
        return False


class SeveralEditor(QPushButton):
    """Some of several: a menu with a tick before each that is chosen."""

    committed = Signal()

    def __init__(self, words: Words, nobody: str) -> None:
        """
        :param nobody: what it says when there is nothing to choose from
        """
        super().__init__()
        self._words, self._nobody = words, nobody
        self._actions: dict[str, QAction] = {}
        self.setAutoDefault(False)
        parts.let_choose(self, QMenu(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.offer(())

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Other choices; what was chosen is shown again by ``show_value``."""
        self.menu().clear()
        self._actions = {}
        for value, text in choices:
            action = self.menu().addAction(text)
            action.setCheckable(True)
            action.triggered.connect(self._on_triggered)
            self._actions[value] = action
        self.setEnabled(bool(self._actions))
        self._show_text()

    def _on_triggered(self) -> None:
        self._show_text()
        self.committed.emit()

    def _show_text(self) -> None:
        names = [action.text() for action in self._actions.values() if action.isChecked()]
        text = self._words.listed(names) or ("–" if self._actions else self._nobody)
        self.setText(text)
        self.setAccessibleDescription(text)

    def show_value(self, value: Any) -> None:
        for own, action in self._actions.items():
            action.setChecked(own in value)
        self._show_text()

    def value(self) -> tuple[str, ...]:
        return tuple(own for own, action in self._actions.items() if action.isChecked())

    @property
    def is_touched(self) -> bool:
        return False  # saved at once


Editor = SeveralEditor | TextEditor | LongTextEditor | DateEditor | ChoiceEditor | SwitchEditor


def editor_for(words: Words, kind: str, field: Field) -> Editor:
    """The editor that fits a field as its record declares it."""
    annotation = field.annotation
    if annotation is bool:
        return SwitchEditor(field_word(words, kind, field.name))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return ChoiceEditor([(one, code_word(words, kind_of(annotation), one)) for one in annotation])
    if annotation == date | None:
        return DateEditor(words)
    match field.shape:
        case Shape.LINES:
            return LinesEditor(direction_of(field), typed.reader_of(field))
        case Shape.PLACE:
            return ChoiceEditor([("", "–"), *((one.code, words.of(one)) for one in places().values())])
        case Shape.LONG_TEXT:
            return LongTextEditor(direction_of(field), typed.reader_of(field))
        case _:
            return TextEditor(typed.reader_of(field), direction_of(field), shows_zero=field.default is None)


def direction_of(field: Field) -> Qt.LayoutDirection | None:
    """Texts of one script keep its direction, whatever the window's language."""
    if field.is_from_left is None:
        return None
    return _LTR if field.is_from_left else _RTL
