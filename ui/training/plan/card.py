"""PlanCard: a framed group of the plan, brought up to date by itself."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records import Training
from ui.widgets import parts
from ui.widgets.page import Page
from ui.workplace import Workplace


class PlanCard(Page):
    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace)
        self.training_id = training_id

    @property
    def training(self) -> Training:
        return self.store.trainings.get(self.training_id)

    def frame(self, heading: str, *inside: QWidget) -> None:
        """Put the parts below each other into the frame."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.card(parts.label(heading, "heading"), *inside))
