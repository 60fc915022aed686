"""OpenRegister: what lives as long as a register is open."""

from PySide6.QtCore import QObject

from models.store import Store
from ui.background import Background
from ui.preferences import Preferences
from ui.widgets.frame import Window
from ui.window.backups import Backups
from ui.window.dress import Dress
from ui.window.sections import build_shell
from ui.workplace import Workplace


class OpenRegister(QObject):
    """A store, its tasks and backups, and the view over it, which is built anew with every other dress."""

    def __init__(self, store: Store, window: Window, dress: Dress, preferences: Preferences, version: str) -> None:
        super().__init__(window)
        self.store = store
        self._preferences = preferences
        self._version = version
        self._background = Background(window, store)
        self.backups = Backups(self._background, preferences, self)
        self.workplace = self._workplace(dress)
        self.shell = build_shell(self.workplace, version)
        self.backups.made.connect(lambda: self.workplace.changed.emit({}))

    def _workplace(self, dress: Dress) -> Workplace:
        return Workplace(self.store, dress.words, dress.theme, self._preferences, dress.messages, self._background)

    def build_anew(self, dress: Dress) -> None:
        self.workplace.leave()
        self.workplace = self._workplace(dress)
        self.shell = build_shell(self.workplace, self._version)

    def _leave(self) -> None:
        """Nothing more is done or told; the store is still open."""
        self.backups.stop()
        self._background.leave()
        self._background.deleteLater()
        self.workplace.leave()
        self.deleteLater()

    def close(self) -> None:
        self._leave()
        self.store.close()

    def back_up_and_close(self) -> None:
        """In the window, which waits; a backup only if anything changed."""
        self._leave()
        try:
            self.store.safekeeping.backup_if_due()
        finally:
            self.store.close()
