"""Backups: now, elsewhere, always at a second place; and the way back from one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from models.store import Store
from ui.background import Progress
from ui.opening.restoring import choose_backup
from ui.widgets import parts
from ui.widgets.card import Card
from ui.workplace import Workplace


class BackupsCard(Card):
    restore_wanted = Signal(Path)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        say, theme = self.words.say, workplace.theme
        self._second = parts.label("", "muted", wrap=True)
        now = parts.button(say("Back up now"), theme, "backup")
        elsewhere = parts.button(say("Back up to another disk…"), theme, "export")
        always = parts.button(say("Also keep backups in…"), style="quiet")
        restore = parts.button(say("Restore a backup…"), style="quiet")
        now.clicked.connect(partial(self.back_up, None))
        elsewhere.clicked.connect(self._on_elsewhere)
        always.clicked.connect(self._on_always)
        restore.clicked.connect(self._on_restore)
        text = say(
            "A verified backup is made on closing and every 30 minutes when something changed, and before every import."
        )
        buttons = parts.flow(now, elsewhere, always, restore)
        self.frame(say("Backups"), parts.label(text, "muted", wrap=True), self._second, buttons)

    def reload(self) -> None:
        second = self.workplace.preferences.second_backups
        self._second.setText(self._about(second) if second else "")
        self._second.setVisible(second is not None)

    def _about(self, second: Path) -> str:
        say = self.words.say
        kept = say("Backups are also kept in {path}.", path=f"\u2066{second}\u2069")
        if second.is_dir():
            return kept
        return f"{kept} {say('It is not there now; what is missing will be made up for when it is.')}"

    def back_up(self, folder: Path | None = None) -> None:
        title = self.words.say("Making a backup…")
        self.workplace.background.run(self, partial(_backup, folder), self._on_backed_up, title)

    def _on_backed_up(self, made: Path) -> None:
        self.workplace.changed.emit({})
        self.workplace.messages.tell(self.words.say("Verified backup: {path}", path=f"\u2066{made.name}\u2069"))

    def _on_elsewhere(self) -> None:
        folder = self.workplace.messages.folder(self.words.say("Back up to which folder?"))
        if folder is not None:
            self.back_up(folder)

    def _on_always(self) -> None:
        folder = self.workplace.messages.folder(self.words.say("Also keep backups in which folder?"))
        if folder is not None:
            self.workplace.preferences.set("second_backups", str(folder))
            self.reload()
            self.back_up(folder)

    def _on_restore(self) -> None:
        file = choose_backup(self.words, self.workplace.messages)
        if file is not None:
            self.restore_wanted.emit(file)


def _backup(folder: Path | None, store: Store, progress: Progress) -> Path:
    return store.safekeeping.backup(folder, partial(progress, 0, 0))
