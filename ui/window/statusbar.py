"""The line at the foot of the window: saved, two answers, backup, undo."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout

from jobs.undo_words import undo_words
from models.store import News
from models.wall_clock import here, utc_now
from resources.words import Words
from ui.looks.sizes import px
from ui.widgets import parts
from ui.widgets.announcing import announce
from ui.workplace import Workplace

_NEWS_STAYS = 6_000  # milliseconds
_CLOCK = 60_000
_UNDO_WIDTH = 320


class StatusBar(QFrame):
    """Says that all is saved, and what waits for somebody."""

    conflicts_wanted = Signal()
    passphrase_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._words = workplace.words
        self.setProperty("bar", True)
        self._news = parts.label(self._words.say("Everything is saved"), "muted")
        self._backup = parts.label("", "muted")
        self._open = parts.button(self._words.say("No passphrase"), workplace.theme, "warning", style="quiet")
        self._conflicts = parts.button("", workplace.theme, "warning", style="quiet")
        self._undo = parts.button("", workplace.theme, "undo", style="quiet")
        self._open.setToolTip(self._words.say("Whoever has this laptop can read the records. Set a passphrase."))
        self._build()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_minute)
        self._timer.start(_CLOCK)
        workplace.changed.connect(self._on_changed)
        workplace.messages.told.connect(self._on_told)
        self._on_changed({})

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 10, 4)
        for part in (self._news, parts.line(upright=True), self._backup):
            layout.addWidget(part)
        layout.addStretch(1)
        for button in (self._open, self._conflicts, self._undo):
            layout.addWidget(button)
        self._conflicts.clicked.connect(self.conflicts_wanted)
        self._open.clicked.connect(self.passphrase_wanted)
        self._undo.clicked.connect(self.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo)

    def undo(self) -> None:
        """
        :raises SijilError: told by the window's outer door
        """
        action = undo_words(self._workplace.store, self._words)  # afterwards it may not be on file any more
        if action:
            self._workplace.store.undo()
            self._workplace.messages.tell(self._words.say("Undone: {action}", action=action))

    def _on_changed(self, _news: News) -> None:
        store = self._workplace.store
        self._show_undo()
        count = len(store.conflicts())
        self._conflicts.setVisible(count > 0)
        self._conflicts.setText(
            self._words.count("{n} time two answers – choose", "{n} times two answers – choose", count)
        )
        self.show_protection()
        self._show_backup()
        self._news.setText(self._words.say("Everything is saved"))

    def _show_undo(self) -> None:
        """In full where somebody points at it or listens."""
        action = undo_words(self._workplace.store, self._words)
        text = self._words.say("Undo: {action}", action=action)
        self._undo.setVisible(bool(action))
        self._undo.setToolTip(text)
        self._undo.setAccessibleName(text)
        room = px(_UNDO_WIDTH) * 100 * 100 // px(100) ** 2  # large letters in a small window leave it less
        self._undo.setText(self._undo.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))

    def show_protection(self) -> None:
        """Whether the records have a passphrase."""
        self._open.setVisible(not self._workplace.store.safekeeping.has_passphrase)

    def _on_minute(self) -> None:
        self._show_backup()
        self._workplace.look_at_the_clock()

    def _show_backup(self) -> None:
        self._backup.setText(backup_words(self._words, self._workplace.store.safekeeping.last_backup, utc_now()))

    def _on_told(self, text: str) -> None:
        self._news.setText(text)
        announce(self._news, text)
        QTimer.singleShot(_NEWS_STAYS, self._news, self._calm_down)

    def _calm_down(self) -> None:
        self._news.setText(self._words.say("Everything is saved"))


def backup_words(words: Words, taken: datetime | None, now: datetime) -> str:
    """How long ago the last backup was made."""
    if taken is None:
        return words.say("No backup yet")
    minutes = int((now - taken).total_seconds() // 60)
    if minutes < 1:
        return words.say("Backup just now")
    if minutes < 60:
        return words.count("Backup {n} minute ago", "Backup {n} minutes ago", minutes)
    if minutes < 24 * 60:
        return words.count("Backup {n} hour ago", "Backup {n} hours ago", minutes // 60)
    return words.say("Backup of {date}", date=words.date(here(taken).date()))
