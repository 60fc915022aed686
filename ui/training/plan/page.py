"""Plan: the cards of a training, those that every training needs first."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import N_
from ui.training.plan.agreed_steps import PlanAgreedSteps
from ui.training.plan.card import PlanCard
from ui.training.plan.desk_options import PlanDeskOptions
from ui.training.plan.further_programmes import PlanFurtherProgrammes
from ui.training.plan.letters import PlanLetters
from ui.training.plan.own_questions import PlanOwnQuestions
from ui.training.plan.payments import PlanPayments
from ui.training.plan.programme import PlanProgramme
from ui.training.plan.rule import PlanRule
from ui.training.plan.sessions import PlanSessions
from ui.training.plan.signatories import PlanSignatories
from ui.training.plan.targets import PlanTargets
from ui.training.plan.training import PlanTraining
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.workplace import Workplace

_OPTIONAL: tuple[type[PlanCard], ...] = (
    PlanFurtherProgrammes, PlanTargets, PlanLetters, PlanPayments, PlanAgreedSteps, PlanDeskOptions, PlanOwnQuestions,
)  # fmt: skip
_BETWEEN = 14


class PlanPage(TrainingTab):
    TITLE: ClassVar[str] = N_("Plan")

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._training = PlanTraining(workplace, training_id)
        self._more = parts.column()
        cards = (card(workplace, training_id) for card in (PlanSessions, PlanRule, PlanSignatories))
        content = parts.column(self._training, *cards, self._more, None, spacing=_BETWEEN)
        margins = QWidget()
        inside = QVBoxLayout(margins)
        inside.setContentsMargins(0, 10, 8, 10)
        inside.addWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.scrolled(margins, both_ways=True))
        QTimer.singleShot(1, self, self._add_more)  # after the page was painted

    def _add_more(self) -> None:
        """What is further down comes when the page is shown."""
        layout = self._more.layout()
        assert layout is not None
        if not layout.count():
            layout.addWidget(PlanProgramme(self.workplace, self.training_id))
            QTimer.singleShot(1, self, self._add_more)
        else:
            cards = (card(self.workplace, self.training_id) for card in _OPTIONAL)
            layout.addWidget(parts.column(*cards, spacing=_BETWEEN))

    def start(self) -> None:
        self._training.start()
