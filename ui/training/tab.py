"""TrainingTab: a page of one training."""

from typing import ClassVar

from PySide6.QtCore import Signal

from ui.widgets.page import Page
from ui.workplace import Workplace


class TrainingTab(Page):
    TITLE: ClassVar[str] = ""
    """On its tab, and in the finder."""

    tab_wanted = Signal(str)
    """Another tab, by its name."""
    document_wanted = Signal(str)
    """A document on the tab of documents, by its key."""

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace)
        self.training_id = training_id
