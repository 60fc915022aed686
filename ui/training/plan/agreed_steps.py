"""What was agreed at a training, and what is still open from earlier ones of its programme."""

from typing import ClassVar

from jobs.trainings.earlier import open_steps
from models.ids import new_id
from models.records import AgreedStep, Training
from resources.words.fields import field_word
from ui.looks.sizes import px
from ui.training.plan.card import PlanCard
from ui.training.plan.institutions import institution_choices, institution_name
from ui.training.plan.short_list import SHORT, short_list
from ui.widgets import parts
from ui.widgets.editors import ChoiceEditor
from ui.widgets.forms import form_over
from ui.widgets.list_and_form import ListAndForm
from ui.widgets.record_list import Column, RecordList
from ui.workplace import Workplace

_STEP = ("text", "institution_id", "due", "done")
_Earlier = tuple[AgreedStep, Training]


class PlanAgreedSteps(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "agreed_step", "institution"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        say = self.words.say
        self._institutions = ChoiceEditor(())
        self._steps = self._build_steps()
        self._earlier = self._build_earlier()
        done = parts.button(say("It is done"), workplace.theme, "check", style="quiet")
        done.clicked.connect(self._on_earlier_done)
        caption = parts.label(say("Still open from earlier trainings of the programme"))
        self._about_earlier = (caption, self._earlier, parts.row(done, None))
        self.frame(say("What was agreed"), self._steps, *self._about_earlier)

    def _build_steps(self) -> ListAndForm[AgreedStep]:
        say, table = self.words.say, self.store.agreed_steps
        columns: list[Column[AgreedStep]] = [
            Column(field_word(self.words, "agreed_step", "text"), lambda one: one.text),
            Column(say("Until"), lambda one: self.words.short_date(one.due), width=110),
        ]
        editors = {"institution_id": self._institutions}
        form = form_over(self.workplace, table, _STEP, action="plan", editors=editors)
        add = (say("Add a step"), self._new_step)
        return short_list(self.workplace, table, say("What was agreed"), columns, form, add)

    def _new_step(self) -> AgreedStep:
        return AgreedStep(id=new_id(), training_id=self.training_id)

    def _build_earlier(self) -> RecordList[_Earlier]:
        words, say = self.words, self.words.say
        columns: list[Column[_Earlier]] = [
            Column(field_word(words, "agreed_step", "text"), lambda pair: pair[0].text),
            Column(say("Institution"), lambda pair: institution_name(self.workplace, pair[0].institution_id)),
            Column(say("Training"), lambda pair: words.of(pair[1], "title") or pair[1].code),
            Column(say("Until"), lambda pair: words.short_date(pair[0].due), width=110),
        ]
        name = say("Still open from earlier trainings of the programme")
        table: RecordList[_Earlier] = RecordList(columns, name, lambda pair: pair[0].id, self.words.language)
        table.setFixedHeight(px(SHORT))
        return table

    def _on_earlier_done(self) -> None:
        if self._earlier.row is not None:
            self.workplace.change("plan", AgreedStep, self._earlier.row[0].id, {"done": True})

    def reload(self) -> None:
        self._institutions.offer(institution_choices(self.workplace))
        self._steps.show_records(self.store.agreed_steps.where(training_id=self.training_id))
        earlier = open_steps(self.store, self.training)
        self._earlier.show_rows(earlier)
        for part in self._about_earlier:
            part.setVisible(bool(earlier))
        if earlier and self._earlier.row is None:
            self._earlier.choose_place(0)
