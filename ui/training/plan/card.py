"""PlanCard: a card of the plan of one training."""

from models.records import Training
from ui.widgets.card import Card
from ui.workplace import Workplace


class PlanCard(Card):
    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace)
        self.training_id = training_id

    @property
    def training(self) -> Training:
        return self.store.trainings.get(self.training_id)
