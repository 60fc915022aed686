"""Dialog: what every dialog is made of; as large as its content wants, and scrolling where the screen is smaller.

It is gone once it was closed. It hears news through slots of its own: Qt lets go of those, of a lambda never.
"""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QStyle, QVBoxLayout, QWidget

from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.frame import Window

_AROUND = QSize(8, 48)  # the frame that the desktop draws


class Dialog(QDialog):
    """Its content belongs to ``room``, which scrolls; what answers and closes it to ``foot``, always in sight."""

    SIZE: ClassVar[tuple[int, int]] = (0, 0)
    """What it has at least, in pixels at the usual size of the letters; 0: as its content wants."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.room = QWidget()
        self.foot = QVBoxLayout()
        layout = QVBoxLayout(self)
        around = layout.contentsMargins()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.foot.setContentsMargins(around.left(), 0, around.right(), around.bottom())
        layout.addWidget(parts.scrolled(self.room, both_ways=True), 1)
        layout.addLayout(self.foot)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._grow)
        self.room.installEventFilter(self)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Content that comes later makes it larger."""
        if watched is self.room and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._settled.start(0)
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        wanted = self._fitting().expandedTo(self.size())
        if wanted != self.size():
            self.resize(wanted)

    def _fitting(self) -> QSize:
        """As large as it wants to be on its screen."""
        foot = self.foot.sizeHint()
        wanted = self.room.sizeHint().expandedTo(QSize(foot.width(), 0))
        if self.room.hasHeightForWidth():
            wanted.setHeight(max(wanted.height(), self.room.heightForWidth(wanted.width())))
        wanted = QSize(wanted.width(), wanted.height() + foot.height()).expandedTo(QSize(*map(px, self.SIZE)))
        room = self.screen().availableSize() - _AROUND
        if wanted.height() > room.height():
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            wanted.setWidth(wanted.width() + bar)  # else it would scroll sideways too
        return wanted.boundedTo(room)
