"""Questions of its own that a programme asks everybody."""

from typing import ClassVar

from jobs.trainings.own_questions import label
from models.ids import new_id
from models.records import CustomField
from ui.training.plan.card import PlanCard
from ui.training.plan.short_list import short_list
from ui.widgets import parts
from ui.widgets.forms import form_over
from ui.widgets.list_and_form import ListAndForm
from ui.widgets.record_list import Column
from ui.workplace import Workplace

_QUESTION = ("label", "choices")


class PlanOwnQuestions(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "custom_field"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        say = self.words.say
        self._questions = self._build_questions()
        hint = say(
            "Asked of everybody in every training of the programme, such as the phone number of a deputy. "
            "A column of a nominee list with the same heading fills them."
        )
        self.frame(say("Own questions of the programme"), parts.label(hint, "muted", wrap=True), self._questions)

    def _build_questions(self) -> ListAndForm[CustomField]:
        say, table = self.words.say, self.store.custom_fields
        columns: list[Column[CustomField]] = [Column(say("Question"), lambda one: label(one, self.words) or "–")]
        form = form_over(self.workplace, table, _QUESTION, action="plan")
        add = (say("Add a question"), self._new_question)
        return short_list(self.workplace, table, say("Own questions of the programme"), columns, form, add)

    def _new_question(self) -> CustomField:
        return CustomField(id=new_id(), programme_id=self.training.programme_id)

    def reload(self) -> None:
        self._questions.show_records(self.store.custom_fields.where(programme_id=self.training.programme_id))
