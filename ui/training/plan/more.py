"""What else a training is planned with: targets, letters of nomination, payments, what was agreed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from jobs.people.own_questions import label
from jobs.trainings.earlier import open_steps
from models.fields import Record
from models.ids import new_id
from models.places import places
from models.record_table import RecordTable
from models.records import AgreedStep, CustomField, PaymentRate, Training
from resources.words.fields import field_word
from ui.looks.sizes import px
from ui.training.plan.desk_options import PlanDeskOptions
from ui.training.plan.institutions import institution_choices, institution_name
from ui.training.plan.letters import PlanLetters
from ui.training.plan.targets import PlanTargets
from ui.widgets import parts
from ui.widgets.editors import ChoiceEditor
from ui.widgets.forms import Form, form_over
from ui.widgets.list_and_form import ListAndForm
from ui.widgets.page import Page
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace

_HEIGHT = 170
_Kind = type[PaymentRate] | type[AgreedStep] | type[CustomField]


class PlanMore(Page):
    """Below the plan proper; all of it optional."""

    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"training", "rate", "agreed_step", "institution", "enrolment", "custom_field"}
    )

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace)
        self._training_id = training_id
        say, store = self.words.say, self.store
        self._currency: Form[Training] = form_over(workplace, store.trainings, ("currency",), action="plan")
        self._institutions = ChoiceEditor(())
        self._rates = self._list(
            store.rates,
            ("origin", "per_day", "transport"),
            [
                Column(field_word(self.words, "rate", "origin"), self._origin),
                Column(field_word(self.words, "rate", "per_day"), lambda one: self._amount(one.per_day), width=110),
                Column(field_word(self.words, "rate", "transport"), lambda one: self._amount(one.transport), width=110),
            ],
            say("Rates"),
            say("Add a rate"),
            PaymentRate,
        )
        self._steps = self._list(
            store.agreed_steps,
            ("text", "institution_id", "due", "done"),
            [
                Column(field_word(self.words, "agreed_step", "text"), lambda one: one.text),
                Column(say("Until"), lambda one: self.words.short_date(one.due), width=110),
            ],
            say("What was agreed"),
            say("Add a step"),
            AgreedStep,
            self._institutions,
        )
        self._earlier_caption = parts.label(say("Still open from earlier trainings of the programme"))
        self._earlier = self._build_earlier()
        done = parts.button(say("It is done"), workplace.theme, "check", style="quiet")
        done.clicked.connect(self._on_earlier_done)
        self._earlier_done = parts.row(done, None)
        self._questions = self._list(
            store.custom_fields,
            ("label_en", "label_ar", "label_ckb", "choices"),
            [Column(say("Question"), lambda one: label(one, self.words) or "–")],
            say("Own questions of the programme"),
            say("Add a question"),
            CustomField,
        )
        self._build()

    def _build(self) -> None:
        say = self.words.say
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        payment_hint = say("Per diem for each day attended, transport once. A rate without a place is for all others.")
        questions_hint = say(
            "Asked of everybody in every training of the programme, such as the phone number of a deputy. "
            "A column of a nominee list with the same heading fills them."
        )
        for card in (
            PlanTargets(self.workplace, self._training_id),
            PlanLetters(self.workplace, self._training_id),
            parts.card(
                parts.label(say("Payments"), "heading"), parts.label(payment_hint, "muted", wrap=True),
                self._currency, self._rates,
            ),
            parts.card(
                parts.label(say("What was agreed"), "heading"), self._steps,
                self._earlier_caption, self._earlier, self._earlier_done,
            ),
            PlanDeskOptions(self.workplace, self._training_id),
            parts.card(
                parts.label(say("Own questions of the programme"), "heading"),
                parts.label(questions_hint, "muted", wrap=True), self._questions,
            ),
        ):  # fmt: skip
            layout.addWidget(card)

    def _list(
        self,
        table: RecordTable,  # type: ignore[type-arg]
        names: tuple[str, ...],
        columns: Sequence[Column],  # type: ignore[type-arg]
        title: str,
        add: str,
        record_type: _Kind,
        institutions: ChoiceEditor | None = None,
    ) -> ListAndForm:  # type: ignore[type-arg]
        editors = {"institution_id": institutions} if institutions is not None else {}
        form: Form[Record] = form_over(self.workplace, table, names, action="plan", editors=editors)
        made = ListAndForm(
            self.workplace.theme,
            columns,
            form,
            title,
            (add, self._adding(record_type)),
            (self.words.say("Remove"), self._removing(table)),
        )
        made.table.setMinimumHeight(px(_HEIGHT))
        return made

    def _build_earlier(self) -> RecordList[tuple[AgreedStep, Training]]:
        words, say = self.words, self.words.say
        table: RecordList[tuple[AgreedStep, Training]] = RecordList(
            [
                Column(field_word(words, "agreed_step", "text"), lambda pair: pair[0].text),
                Column(say("Institution"), lambda pair: institution_name(self.workplace, pair[0].institution_id)),
                Column(say("Training"), lambda pair: words.of(pair[1], "title") or pair[1].code),
                Column(say("Until"), lambda pair: words.short_date(pair[0].due), width=110),
            ],
            say("Still open from earlier trainings of the programme"),
            lambda pair: pair[0].id,
        )
        table.setFixedHeight(px(_HEIGHT))
        return table

    def _on_earlier_done(self) -> None:
        if self._earlier.row is not None:
            self.workplace.save("plan", replace(self._earlier.row[0], done=True))

    def _adding(self, record_type: _Kind) -> Callable[[], str]:
        def add() -> str:
            made = self._new(record_type)
            self.workplace.save("plan", made)
            return made.id

        return add

    def _new(self, record_type: _Kind) -> Record:
        if issubclass(record_type, CustomField):
            programme_id = self.store.trainings.get(self._training_id).programme_id
            return CustomField(id=new_id(), programme_id=programme_id)
        return record_type(id=new_id(), training_id=self._training_id)

    def _removing(self, table: RecordTable) -> Callable[[str], None]:  # type: ignore[type-arg]
        def remove(record_id: str) -> None:
            self.workplace.save("plan", replace(table.get(record_id), removed=True))

        return remove

    def _origin(self, one: PaymentRate) -> str:
        place = places().get(one.origin)
        return self.words.of(place) if place else self.words.say("everybody else")

    def _amount(self, text: str) -> str:
        return f"\u2066{self.words.number(text)}\u2069" if text else "–"

    def reload(self) -> None:
        store, own = self.store, self._training_id
        training = store.trainings.get(own)
        self._institutions.offer(institution_choices(self.workplace))
        self._currency.show_record(training)
        self._questions.show_records(store.custom_fields.where(programme_id=training.programme_id))
        self._rates.show_records(store.rates.where(training_id=own))
        self._steps.show_records(store.agreed_steps.where(training_id=own))
        earlier = open_steps(store, training)
        self._earlier.show_rows(earlier)
        for part in (self._earlier_caption, self._earlier, self._earlier_done):
            part.setVisible(bool(earlier))
        if earlier and self._earlier.row is None:
            self._earlier.choose_place(0)
