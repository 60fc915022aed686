"""Who signs the certificates of a training."""

from typing import ClassVar

from jobs.trainings import editing
from models.records import Signatory
from ui.training.plan.card import PlanCard
from ui.widgets.forms import form_over
from ui.widgets.list_and_form import ListAndForm
from ui.widgets.record_list import Column
from ui.workplace import Workplace

_SIGNATORY = ("name_latin", "name_arabic", "position")


class PlanSignatories(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "signatory"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        say = self.words.say
        columns: list[Column[Signatory]] = [
            Column(say("Name"), lambda one: one.name_latin or one.name_arabic),
            Column(say("Position"), lambda one: self.words.of(one, "position")),
        ]
        self._signatories = ListAndForm(
            workplace,
            columns,
            form_over(workplace, self.store.signatories, _SIGNATORY, action="plan"),
            say("Who signs the certificates"),
            (say("Add a person who signs"), self._add),
            (say("Remove"), self._remove),
        )
        self.frame(say("Who signs the certificates"), self._signatories)

    def _add(self) -> str:
        return editing.add_signatory(self.store, self.training_id).id

    def _remove(self, signatory_id: str) -> None:
        editing.remove_signatory(self.store, self.training_id, signatory_id)

    def reload(self) -> None:
        found = (self.store.signatories.find(one) for one in self.training.signatory_ids)
        self._signatories.show_records([one for one in found if one and not one.removed])
