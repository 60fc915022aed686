"""Targets: how many people a training is meant for, and what was published about it before."""

from typing import ClassVar

from ui.training.plan.card import PlanCard
from ui.widgets.forms import form_over
from ui.workplace import Workplace

_TARGETS = ("target_participants", "target_women", "published_participants", "published_note")


class PlanTargets(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._form = form_over(workplace, self.store.trainings, _TARGETS, action="plan")
        self.frame(self.words.say("Targets and publication"), self._form)

    def reload(self) -> None:
        self._form.show_record(self.training)
