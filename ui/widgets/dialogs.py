"""Dialog: what every dialog is made of; as large as its content wants, and scrolling where the screen is smaller.

It is gone once it was closed. It hears news through slots of its own: Qt lets go of those, of a lambda never.
"""

from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.frame import Window

_AROUND = QSize(8, 48)  # the frame that the desktop draws


class Dialog(QDialog):
    """Its layout belongs to ``room``."""

    SIZE: ClassVar[tuple[int, int]] = (0, 0)
    """What it has at least, in pixels at the usual size of the letters; 0: as its content wants."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.room = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.scrolled(self.room, both_ways=True))
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self._ask_for_help)

    def _ask_for_help(self) -> None:
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, Window):
            holder = holder.parentWidget()
        if holder is not None:
            holder.help_wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):  # else it has been given a size already
            self.resize(self._fitting())
        super().showEvent(event)

    def _fitting(self) -> QSize:
        wanted = self.room.sizeHint().expandedTo(QSize(*map(px, self.SIZE)))
        if self.room.hasHeightForWidth():
            wanted.setHeight(max(wanted.height(), self.room.heightForWidth(wanted.width())))
        return wanted.boundedTo(self.screen().availableSize() - _AROUND)
