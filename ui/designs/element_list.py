"""What stands on the page of a design, the topmost first."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QListWidget

from resources.words import Words
from ui.designs.draft import Draft
from ui.designs.element_form import element_words


class ElementList(QListWidget):
    """Chooses in the draft, and follows what is chosen elsewhere."""

    def __init__(self, words: Words, draft: Draft) -> None:
        super().__init__()
        self._words = words
        self._draft = draft
        self.setAccessibleName(words.say("What stands on the page, the topmost first"))
        self.currentRowChanged.connect(self._on_row)
        draft.changed.connect(self.show_elements)
        draft.chosen.connect(self.show_elements)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._draft.choose(len(self._draft.elements) - 1 - row)

    def show_elements(self) -> None:
        texts = [element_words(one, self._words) for one in reversed(self._draft.elements)]
        with QSignalBlocker(self):
            if texts != [self.item(row).text() for row in range(self.count())]:
                self.clear()
                self.addItems(texts)
            place = self._draft.place
            self.setCurrentRow(-1 if place is None else len(texts) - 1 - place)
