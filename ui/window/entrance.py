"""Entrance: what fills the window before a register is open."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.errors import PassphraseNeeded, SijilError
from models.storage.folder import exists
from ui.widgets.frame import Window
from ui.window.dress import Dress


class Entrance(QObject):
    """Opens a register; asks for what is missing to open it, or welcomes where there is none yet."""

    opened = Signal(object)
    """The ``Store``."""
    begun = Signal()
    """What was opened are somebody's first records."""
    language_wanted = Signal(str)
    other_wanted = Signal(Path)
    restore_wanted = Signal(Path)
    sample_wanted = Signal()

    def __init__(self, window: Window, dress: Dress) -> None:
        super().__init__(window)
        self._window = window
        self._dress = dress

    def enter(self, register: Path, *, was_here: bool) -> None:
        """
        :param was_here: there were records before, so that nobody is welcomed when a stick is missing
        """
        if not exists(register) and not was_here:
            self._welcome(register)
            return
        from models.opening import open_register

        try:
            opened = open_register(register)
        except PassphraseNeeded:
            self._ask(register, None)
        except SijilError as problem:
            self._ask(register, problem)
        else:
            self.opened.emit(opened)

    def _welcome(self, register: Path) -> None:
        from ui.opening.welcome import WelcomeView

        view = WelcomeView(self._dress.words, self._dress.theme, self._dress.messages, register)
        view.language_wanted.connect(self.language_wanted)
        view.opened.connect(self.opened)
        view.opened.connect(self.begun)
        view.sample_wanted.connect(self.sample_wanted)
        view.other_wanted.connect(self.other_wanted)
        view.restore_wanted.connect(self.restore_wanted)
        self._window.setCentralWidget(view)

    def _ask(self, register: Path, problem: SijilError | None) -> None:
        from ui.opening.unlock import UnlockView

        view = UnlockView(self._dress.words, self._dress.theme, self._dress.messages, register, problem)
        view.language_wanted.connect(self.language_wanted)
        view.opened.connect(self.opened)
        view.other_wanted.connect(self.other_wanted)
        view.restore_wanted.connect(self.restore_wanted)
        view.again_wanted.connect(lambda: self.enter(register, was_here=True))
        self._window.setCentralWidget(view)
