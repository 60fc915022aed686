"""The trainings: their list, and one of them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from ui.help.coach import Stop
from ui.training.listing import TrainingList
from ui.window.finder import Goal
from ui.window.shell import Section
from ui.window.where import Where
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.training.view import TrainingView


class TrainingsSection(Section):
    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._list = TrainingList(workplace)
        self._view: TrainingView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._list.opened.connect(self.open_training)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def open_training(self, training_id: str, tab: str = "") -> None:
        from ui.training.view import TrainingView

        if self._view is not None:
            self._stack.removeWidget(self._view)
            self._view.deleteLater()
        self._view = TrainingView(self.workplace, training_id)
        self._view.left.connect(self.show_list)
        self._stack.setCurrentIndex(self._stack.addWidget(self._view))
        self._view.show_tab(tab or self._view.first_tab())

    def _show_training(self, training_id: str, tab: str) -> None:
        """The one that is open already stays as it is."""
        if self._view is None or self._view.training_id != training_id:
            self.open_training(training_id, tab)
            return
        self._stack.setCurrentWidget(self._view)
        self._view.show_tab(tab or self._view.tab)

    def show_list(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self._list.refresh()
        self._list.start()

    def go(self, where: Where) -> None:
        if where.training_id and self.store.trainings.find(where.training_id) is not None:
            self._show_training(where.training_id, where.tab)
        elif self._stack.currentWidget() is self._view and not where.training_id:
            self.show_list()

    def goals(self) -> list[Goal]:
        if self._view is not None and self._stack.currentWidget() is self._view:
            return self._view.goals()
        return [Goal(self.words.say("New training"), self._list.add)]

    def stops(self) -> list[Stop]:
        return self._view.stops() if self._view is not None and self._stack.currentWidget() is self._view else []

    def start(self) -> None:
        if self._stack.currentWidget() is self._view and self._view is not None:
            self._view.start()
        else:
            self._list.start()

    @property
    def where(self) -> Where:
        if self._view is not None and self._stack.currentWidget() is self._view:
            return Where(training_id=self._view.training_id, tab=self._view.tab)
        return Where()
