"""A badge scanner that types like a keyboard: known by its speed and its digits, wherever the focus is.

The speed is that of the keys, by the clock of the window system, not that of a program that may be busy. Keys without
a time (some input methods, and tests) count as pressed at the same moment: then the check digit alone tells a badge.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from models.badges import LENGTH, is_badge_number
from models.names.letters import ascii_digits

_FAST = 60  # milliseconds from key to key; nobody types so
_ENTER_AFTER = 250  # the scanner's own Enter comes within this time


class Scanner(QObject):
    """Watches the keys of the whole program; what a scanner typed is taken out of the field again."""

    scanned = Signal(str)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._digits = ""
        self._pressed = 0
        self._badge_ended: int | None = None
        self._watched: QObject | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Only what has the focus is watched: a filter over the whole program would cost every event of it."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new or QApplication.activeWindow()
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self._is_scanners_enter(event.timestamp())
        return self._take(event.text(), event.timestamp())

    def _is_scanners_enter(self, pressed: int) -> bool:
        self._digits = ""
        is_scanners = self._badge_ended is not None and 0 <= pressed - self._badge_ended < _ENTER_AFTER
        if not pressed:
            self._badge_ended = None  # where keys have no time, a second Enter is somebody's
        return is_scanners

    def _take(self, text: str, pressed: int) -> bool:
        """Whether the key was the last of a badge, and goes no further."""
        is_fast = 0 <= pressed - self._pressed < _FAST
        self._pressed, self._badge_ended = pressed, None
        digit = ascii_digits(text)
        if not digit.isdigit() or len(digit) != 1:
            self._digits = ""
            return False
        self._digits = (self._digits if is_fast else "") + digit
        number = self._digits[-LENGTH:]
        if len(number) < LENGTH or not is_badge_number(number):
            return False
        self._digits = ""
        self._badge_ended = pressed
        self._take_out_of_field()
        self.scanned.emit(number)
        return True

    def _take_out_of_field(self) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            typed = LENGTH - 1
            end = field.cursorPosition()
            start = max(0, end - typed)
            if ascii_digits(field.text()[start:end]).isdigit():
                field.setText(field.text()[:start] + field.text()[end:])
                field.setCursorPosition(start)
