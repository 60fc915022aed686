"""What every page works with: the open register, the words, the looks, the voice."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.fields import Record
from models.store import News, Store
from models.training.kept_rosters import Rosters
from models.training.roster import Roster
from models.wall_clock import today_here
from resources.words import Words
from ui.background import Background
from ui.looks.theme import Theme
from ui.messages import Messages
from ui.preferences import Preferences


def _today() -> str:
    return str(today_here())


class Workplace(QObject):
    """Handed down to pages; news of changes goes out from here."""

    changed = Signal(object)
    """Which records (``models.store.News``) were just written, by a page or a task."""
    new_day = Signal()
    """The date has changed: at midnight, or while the laptop slept."""

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
        self._rosters = Rosters(store)
        self._day = _today()
        store.listeners.append(self._on_written)

    def add(self, action: str, record: Record) -> None:
        """A new record in one step, saved when this returns.

        :param action: a code of ``resources/words/codes.py``
        :raises SijilError: when it could not be saved; the outer door tells it
        """
        with self.store.step(action) as step:
            step.add(record)

    def change(self, action: str, record_type: type[Record], record_id: str, values: Mapping[str, Any]) -> None:
        """These fields of a record in one step, likewise."""
        with self.store.step(action) as step:
            step.change(record_type, record_id, values)

    def work_as(self, name: str) -> None:
        """Who works at this desk today; the name stands in the history from now on."""
        self.preferences.set("who", name)
        self.preferences.set("who_day", _today())
        self.store.who = name

    @property
    def asks_who(self) -> bool:
        """Whether nobody has said yet today who works here."""
        return self.preferences.get("who_day") != _today()

    def look_at_the_clock(self) -> None:
        """Called every minute, also when the laptop has just woken up."""
        if self._day != _today():
            self._day = _today()
            self.new_day.emit()

    def roster(self, training_id: str) -> Roster:
        """The roster of a training as it is now; asking again costs nothing.

        :raises RecordMissing: when there is no such training
        """
        return self._rosters.of(training_id)

    def _on_written(self, news: News) -> None:
        self._rosters.note(news)
        self.changed.emit(news)

    def leave(self) -> None:
        """No more news: the window is being built anew or closed."""
        self.store.listeners.remove(self._on_written)
