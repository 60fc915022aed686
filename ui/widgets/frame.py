"""Window: the program's one window; what fills it changes."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

_SMALLEST = (640, 480)
_USUAL = (1200, 760)


class Window(QMainWindow):
    close_wanted = Signal()
    help_wanted = Signal()
    """F1, in the window or in one of its dialogs."""

    def __init__(self) -> None:
        super().__init__()
        self.may_close = False
        self.setMinimumSize(*_SMALLEST)
        room = self.screen().availableSize()
        self.resize(min(_USUAL[0], room.width()), min(_USUAL[1], room.height()))
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self.help_wanted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The program ends when the last backup is made."""
        if self.may_close:
            event.accept()
        else:
            event.ignore()
            self.close_wanted.emit()
