"""The programme of a training: what all its trainings share."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from jobs.trainings import editing
from jobs.trainings.new_programme import begin_programme
from models.records import Programme
from models.sorting import choices_in_order
from ui.widgets import parts
from ui.widgets.editors import ChoiceEditor
from ui.widgets.forms import Form
from ui.widgets.page import Page
from ui.workplace import Workplace

_PROGRAMME = (
    "title", "code", "contract_number", "donor",
    "funding", "issuer_id", "number_pattern", "proof_profile",
    "notice",
)  # fmt: skip


class PlanProgramme(Page):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "programme", "issuer"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace)
        self._training_id = training_id
        say = self.words.say
        self._issuers = ChoiceEditor(())
        self._programme: Form[Programme] = Form(
            workplace,
            Programme,
            _PROGRAMME,
            self.store.programmes.find,
            partial(editing.edit_programme, self.store),
            {"issuer_id": self._issuers},
        )
        new_programme = parts.button(say("New programme"), workplace.theme, "add", style="quiet")
        new_programme.clicked.connect(self._on_new_programme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        head = parts.row(parts.label(say("Programme"), "heading"), None, new_programme)
        layout.addWidget(parts.card(head, self._programme))

    def reload(self) -> None:
        training = self.store.trainings.get(self._training_id)
        issuers = [(one.id, self.words.of(one)) for one in self.store.issuers.all()]
        self._issuers.offer([("", "–"), *choices_in_order(issuers, self.words.language)])
        self._programme.show_record(self.store.programmes.find(training.programme_id))

    def _on_new_programme(self) -> None:
        begin_programme(self.store, self._training_id)
        self._programme.editor("title_en").setFocus()
