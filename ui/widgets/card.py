"""Card: a framed group with a heading, brought up to date by itself."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets import parts
from ui.widgets.page import Page


class Card(Page):
    def frame(self, heading: str, *inside: QWidget) -> None:
        """Put the parts below each other into the frame."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.card(parts.label(heading, "heading"), *inside))
