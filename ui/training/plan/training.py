"""The training itself: its titles, where and when it is, which programme it belongs to."""

from functools import partial
from typing import Any, ClassVar

from jobs.trainings import editing
from models.records import Training
from models.sorting import choices_in_order
from ui.training.plan.card import PlanCard
from ui.widgets.editors import ChoiceEditor
from ui.widgets.forms import Form
from ui.workplace import Workplace

_TRAINING = (
    "title", "code", "place", "venue",
    "start", "end", "hours", "capacity", "programme_id",
)  # fmt: skip


class PlanTraining(PlanCard):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "programme"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._programmes = ChoiceEditor(())
        self._form: Form[Training] = Form(
            workplace,
            Training,
            _TRAINING,
            self.store.trainings.find,
            self._save,
            {"programme_id": self._programmes},
        )
        self.frame(self.words.say("Training"), self._form)

    def _save(self, training_id: str, name: str, value: Any) -> None:
        """Where it is moved away from its sessions, somebody says whether they move along."""
        save = partial(editing.edit_training, self.store, training_id, name, value)
        by = editing.left_behind(self.store, training_id, name, value)
        if not by:
            save()
            return
        say = self.words.say
        self.workplace.messages.choose(
            say("Sessions lie outside these days. Shall all of them move along with the training?"),
            (say("Move the sessions along"), partial(save, sessions_by=by)),
            (say("Leave the sessions"), save),
        )

    def reload(self) -> None:
        programmes = self.store.programmes.all()
        choices = [(one.id, self.words.of(one, "title") or one.code or "–") for one in programmes]
        self._programmes.offer(choices_in_order(choices, self.words.language))
        self._form.show_record(self.training)

    def start(self) -> None:
        self._form.editor("title_en").setFocus()
