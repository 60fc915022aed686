"""What appears on the page without being asked for is told to a screen reader too."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(about: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """
    :param is_urgent: interrupts what is being read, as a mistake should
    """
    if text and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(about, text)
        if is_urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
