"""OtherRecords: the way to other training records, those opened before first."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from resources.words import Words
from ui.messages import Messages
from ui.widgets import parts


class OtherRecords(QPushButton):
    """
    :param here: the folder of the records that are shown now
    """

    wanted = Signal(Path)

    def __init__(self, text: str, words: Words, messages: Messages, here: Path) -> None:
        super().__init__(text)
        self._words, self._messages, self._here = words, messages, here
        self.setProperty("quiet", True)
        self.setAutoDefault(False)
        if self._recent:
            menu = QMenu(self)
            for folder in self._recent:
                name = f"\u2066{folder}\u2069"
                menu.addAction(name).triggered.connect(lambda _=False, own=folder: self._want(own))
            menu.addSeparator()
            menu.addAction(words.say("Choose a folder…")).triggered.connect(self._choose)
            parts.let_choose(self, menu)
        else:
            self.clicked.connect(self._choose)

    @property
    def _recent(self) -> list[Path]:
        return [one for one in self._messages.preferences.recent if one != self._here]

    def _choose(self) -> None:
        folder = self._messages.folder(self._words.say("Choose the folder of the training records"))
        if folder is not None:
            self._want(folder)

    def _want(self, folder: Path) -> None:
        """After the menu is gone: the page it belongs to goes too."""
        QTimer.singleShot(0, self, lambda: self.wanted.emit(folder))
