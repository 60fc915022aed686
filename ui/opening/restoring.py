"""The way back from a backup: a secret, if it needs one, and the records stand in a place of their own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import opening
from models.errors import PassphraseNeeded, WrongPassphrase
from models.storage.backup_shelf import SUFFIX
from resources.words import Words
from resources.words.sentences import sentence
from ui.looks.theme import Theme
from ui.messages import Messages
from ui.widgets import parts
from ui.widgets.dialogs import Dialog


class RestoreDialog(Dialog):
    """Asks for the secret of a backup only when it needs one."""

    SIZE: ClassVar[tuple[int, int]] = (440, 0)

    def __init__(
        self, words: Words, theme: Theme, file: Path, target: Path, done: Callable[[Path], None], parent: QWidget
    ) -> None:
        """
        :param target: an empty place
        :param done: called with it when the records are there
        """
        super().__init__(parent)
        say = words.say
        self._words, self._file, self._target, self._done, self._owner = words, file, target, done, parent
        self.setWindowTitle(say("Restore a backup"))
        self._secret = parts.secret_field(say("Passphrase or recovery code of the backup"))
        self._problem = parts.problem_label()
        go = parts.button(say("Restore"), theme, style="primary")
        cancel = parts.button(say("Cancel"))
        go.clicked.connect(self._on_go)
        self._secret.returnPressed.connect(self._on_go)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self.room)
        for part in (parts.caption(self._secret), self._secret, self._problem, parts.row(None, cancel, go)):
            layout.addWidget(part)

    def start(self) -> None:
        """At once, if the backup has no passphrase.

        :raises SijilError: when it cannot be restored; nothing was changed
        """
        try:
            self._restore(None)
        except PassphraseNeeded:
            self.open()
        except BaseException:
            self.deleteLater()
            raise
        else:
            self.deleteLater()

    def _restore(self, secret: str | None) -> None:
        opening.restore(self._file, self._target, secret)
        QTimer.singleShot(0, self._owner, partial(self._done, self._target))

    def _on_go(self) -> None:
        try:
            self._restore(self._secret.text())
        except (WrongPassphrase, PassphraseNeeded):
            self._problem.setText(sentence(self._words, "WrongPassphrase", {}))
            self._problem.show()
            self._secret.selectAll()
        else:
            self.accept()


def choose_backup(words: Words, messages: Messages) -> Path | None:
    """A file that somebody chooses; None when they think better of it."""
    return messages.file_to_open(words.say("Choose a backup"), f"{words.say('Backups')} (*{SUFFIX})")
