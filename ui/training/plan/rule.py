"""The rule of the certificate, and what it means for the people of this training."""

from typing import ClassVar

from ui.training.plan.card import PlanCard
from ui.training.plan.rule_effect import RuleEffect
from ui.training.plan.rule_form import rule_form
from ui.workplace import Workplace


class PlanRule(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"training", "session", "programme", "mark", "score", "enrolment", "same_person"}
    )

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._form = rule_form(workplace)
        self._effect = RuleEffect(self.words)
        self.frame(self.words.say("Rule for the certificate"), self._effect, self._form)

    def reload(self) -> None:
        self._form.show_record(self.store.programmes.find(self.training.programme_id))
        self._effect.show_roster(self.workplace.roster(self.training_id))
