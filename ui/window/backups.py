"""Backups of the open register: now and then, at the second place when it is there, and a last one at the end."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import SijilError
from models.store import Store
from resources.words import Words
from resources.words.sentences import sentence
from ui.background import Background, Progress
from ui.messages import Messages
from ui.preferences import Preferences

_MINUTE = 60 * 1000  # milliseconds
_EVERY = 30  # minutes


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making the backups that were due."""

    any: bool
    missing: Path | None
    """The second place, if one is due there and it cannot be made: a stick that is not plugged in."""
    problem: SijilError | None = None
    """Why, if the place is there."""


class Backups(QObject):
    """Made beside the window, if anything changed."""

    made = Signal()

    def __init__(self, background: Background, preferences: Preferences, owner: QObject) -> None:
        super().__init__(owner)
        self._background = background
        self._preferences = preferences
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self._timer.start(_MINUTE)
        self._minutes = 0
        self._is_owed = False
        """Whether the second place was not there when a backup was due."""

    def stop(self) -> None:
        self._timer.stop()

    @property
    def _work(self) -> Callable[[Store, Progress], Made]:
        return partial(back_up_if_due, self._preferences.second_backups)

    def _on_time(self) -> None:
        """Each minute: a backup soon after the beginning and twice an hour, and a stick that is plugged in at once."""
        second = self._preferences.second_backups
        if self._minutes % _EVERY == 0:
            self._background.run(self, self._work, self._on_made)
        elif self._is_owed and second is not None and second.is_dir():
            self._background.run(self, partial(back_up_second, second), self._on_made)
        self._minutes += 1

    def _on_made(self, made: Made) -> None:
        self._is_owed = made.missing is not None and made.problem is None
        if made.any:
            self.made.emit()

    def make_last(self, words: Words, messages: Messages, close: Callable[[], None]) -> None:
        """The window waits, and closes; if something was not made, it asks first."""

        def ask(problem: str) -> None:
            question = words.say("{problem} Everything is saved. Close all the same?", problem=problem)
            messages.ask(question, words.say("Close"), close)

        def on_made(made: Made) -> None:
            close() if made.missing is None else ask(_told(made.missing, made.problem, words))

        def on_failure(problem: BaseException) -> None:
            if not isinstance(problem, SijilError):
                close()
                raise problem
            ask(_sentence(problem, words))

        title, given_up = words.say("Making a backup…"), words.say("No backup was made.")
        self._background.run(self, self._work, on_made, title, on_failure, lambda: ask(given_up))


def back_up_if_due(second: Path | None, store: Store, progress: Progress) -> Made:
    """At both places, each if anything changed since the last backup there.

    :raises SijilError: when none can be made beside the register
    """
    own = store.safekeeping.backup_if_due(None, partial(progress, 0, 0))
    made = back_up_second(second, store, progress) if second is not None else Made(False, None)
    return replace(made, any=made.any or own is not None)


def back_up_second(second: Path, store: Store, progress: Progress) -> Made:
    """At the second place, if anything changed since the last backup there."""
    if not store.safekeeping.is_backup_due(second):
        return Made(False, None)
    if not second.is_dir():
        return Made(False, second)
    try:
        store.safekeeping.backup(second, partial(progress, 0, 0))
    except SijilError as problem:
        return Made(False, second, problem)
    return Made(True, None)


def _told(second: Path, problem: SijilError | None, words: Words) -> str:
    if problem is not None:
        return _sentence(problem, words)
    return words.say(
        "Backups are also kept in {path}, which is not there now. The backup on this laptop is made; the one there "
        "will be made as soon as it is there again.",
        path=f"\u2066{second}\u2069",
    )


def _sentence(problem: SijilError, words: Words) -> str:
    return sentence(words, type(problem).__name__, problem.values)
