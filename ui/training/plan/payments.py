"""What is paid at a training: its currency, and per diem and transport by where people come from."""

from typing import ClassVar

from jobs.papers.payments import currency_of
from models.ids import new_id
from models.money import kept, rounded
from models.places import places
from models.records import PaymentRate
from resources.words.fields import field_word
from ui.training.plan.card import PlanCard
from ui.training.plan.short_list import short_list
from ui.widgets import parts
from ui.widgets.forms import form_over
from ui.widgets.list_and_form import ListAndForm
from ui.widgets.record_list import Column
from ui.workplace import Workplace

_RATE = ("origin", "per_day", "transport")


class PlanPayments(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "rate"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        say = self.words.say
        self._currency = form_over(workplace, self.store.trainings, ("currency",), action="plan")
        self._rates = self._build_rates()
        hint = say("Per diem for each day attended, transport once. A rate without a place is for all others.")
        self.frame(say("Payments"), parts.label(hint, "muted", wrap=True), self._currency, self._rates)

    def _build_rates(self) -> ListAndForm[PaymentRate]:
        say, table = self.words.say, self.store.rates
        columns: list[Column[PaymentRate]] = [
            Column(field_word(self.words, "rate", "origin"), self._origin),
            Column(field_word(self.words, "rate", "per_day"), lambda one: self._amount(one.per_day), width=110),
            Column(field_word(self.words, "rate", "transport"), lambda one: self._amount(one.transport), width=110),
        ]
        form = form_over(self.workplace, table, _RATE, action="plan")
        return short_list(self.workplace, table, say("Rates"), columns, form, (say("Add a rate"), self._new_rate))

    def _new_rate(self) -> PaymentRate:
        return PaymentRate(id=new_id(), training_id=self.training_id)

    def _origin(self, one: PaymentRate) -> str:
        place = places().get(one.origin)
        return self.words.of(place) if place else self.words.say("everybody else")

    def _amount(self, text: str) -> str:
        """As the payment sheet has it: dinars without a part."""
        shown = self.words.amount(rounded(kept(text), currency_of(self.training)))
        return f"\u2066{shown}\u2069" if text else "–"

    def reload(self) -> None:
        self._currency.show_record(self.training)
        self._rates.show_records(self.store.rates.where(training_id=self.training_id))
