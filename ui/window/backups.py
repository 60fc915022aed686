"""Backups of the open register: now and then, and a last one at the end."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import SijilError
from models.store import Store
from ui.background import Background, Progress
from ui.preferences import Preferences

_EVERY = 30 * 60 * 1000  # milliseconds


class Backups(QObject):
    """Made beside the window, if anything changed."""

    made = Signal()

    def __init__(self, background: Background, preferences: Preferences, owner: QObject) -> None:
        super().__init__(owner)
        self._background = background
        self._preferences = preferences
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self._timer.start(_EVERY)

    def stop(self) -> None:
        self._timer.stop()

    @property
    def _work(self) -> Callable[[Store, Progress], Path | None]:
        return partial(back_up_if_due, self._preferences.get("second_backups"))

    def _on_time(self) -> None:
        self._background.run(self, self._work, self._on_backup)

    def _on_backup(self, made: Path | None) -> None:
        if made is not None:
            self.made.emit()

    def make_last(self, title: str, then: Callable[[], None]) -> None:
        """
        :param title: what is going on, while the window waits
        :param then: called when it is made, or could not be
        """

        def on_failure(problem: BaseException) -> None:
            """A laptop with a full disk must close all the same: everything is saved, only the copy is missing."""
            then()
            if not isinstance(problem, SijilError):
                raise problem

        self._background.run(self, self._work, lambda _: then(), title, on_failure)


def back_up_if_due(second: str, store: Store, progress: Progress) -> Path | None:
    """Where a backup was made, if anything changed; the second place gets one too, if it is there."""
    made = store.safekeeping.backup_if_due()
    if made is not None and second and Path(second).is_dir():
        store.safekeeping.backup(Path(second))
    return made
