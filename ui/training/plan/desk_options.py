"""What the desk of a training asks for beyond names: photographs, signatures, the kiosk, its privacy notice."""

from typing import ClassVar

from ui.training.plan.card import PlanCard
from ui.widgets.forms import form_over
from ui.workplace import Workplace

_OPTIONS = ("takes_photos", "takes_signatures", "has_kiosk", "notice")


class PlanDeskOptions(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._form = form_over(workplace, self.store.trainings, _OPTIONS, action="plan")
        self.frame(self.words.say("At the desk"), self._form)

    def reload(self) -> None:
        self._form.show_record(self.training)
