"""A wheel turned over a field or a tab scrolls the page; it never changes a value."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class _PassOn(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        is_wheel = event.type() == QEvent.Type.Wheel
        if is_wheel:
            event.ignore()  # whoever holds the field gets it
        return is_wheel


def leave_wheel_to_page(widget: QWidget) -> None:
    """Its own filter: one over the whole program would cost every event of it."""
    widget.installEventFilter(_PassOn(widget))
