"""What every page works with: the open register, the words, the looks, the voice."""

from PySide6.QtCore import QObject, Signal

from models.fields import Record
from models.store import Store
from resources.words import Words
from ui.background import Background
from ui.messages import Messages
from ui.preferences import Preferences
from ui.theme import Theme


class Workplace(QObject):
    """Handed down to pages; news of changes goes out from here."""

    changed = Signal(object)
    """Kinds of records (a frozenset) that were just written, by a page or a task."""

    def __init__(
        self,
        store: Store,
        words: Words,
        theme: Theme,
        preferences: Preferences,
        messages: Messages,
        background: Background,
    ) -> None:
        super().__init__()
        self.store = store
        self.words = words
        self.theme = theme
        self.preferences = preferences
        self.messages = messages
        self.background = background
        store.listeners.append(self.changed.emit)

    def save(self, action: str, *records: Record) -> None:
        """One step, saved when this returns.

        :param action: a code of ``resources/labels.py``
        :raises SijilError: when it could not be saved; the outer door tells it
        """
        with self.store.step(action) as step:
            step.put(*records)

    def leave(self) -> None:
        """No more news: the window is being built anew or closed."""
        self.store.listeners.remove(self.changed.emit)
