"""LineEdit: one line to type in, which shares Undo with the window."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QToolButton


class LineEdit(QLineEdit):
    """Lets the window undo what is saved when there is nothing left to undo in the field."""

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():  # type: ignore[attr-defined]
            event.ignore()
            return False
        return super().event(event)

    def setClearButtonEnabled(self, enable: bool) -> None:
        """Its button has a name too."""
        super().setClearButtonEnabled(enable)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(QCoreApplication.translate("QLineEdit", "Clear"))
