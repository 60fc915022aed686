"""TrainingTab: a page of one training."""

from PySide6.QtCore import Signal

from ui.widgets.page import Page
from ui.workplace import Workplace


class TrainingTab(Page):
    tab_wanted = Signal(str)
    """Another tab, by its name."""
    document_wanted = Signal(str)
    """A document on the tab of documents, by its key."""

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace)
        self.training_id = training_id
