"""Dialogs about the safety of open records: a passphrase, a backup to restore."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import opening
from models.errors import PassphraseNeeded, WrongPassphrase
from models.storage.folder import free_folder_beside
from resources.words.sentences import sentence
from ui.opening.welcome import ProtectionForm, RecoveryPage
from ui.widgets import parts
from ui.widgets.dialogs import Dialog
from ui.workplace import Workplace


class PassphraseDialog(Dialog):
    """A passphrase for records that are open, and its recovery code."""

    SIZE: ClassVar[tuple[int, int]] = (460, 0)

    def __init__(self, workplace: Workplace, done: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._done = done
        self.setWindowTitle(workplace.words.say("Passphrase"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = ProtectionForm(workplace.words, workplace.theme, asks_issuer=False, may_skip=False)
        self._form.left.connect(self.reject)
        self._form.chosen.connect(self._on_chosen)
        self._layout = QVBoxLayout(self.room)
        self._layout.addWidget(self._form)

    def _on_chosen(self, _issuer: str, passphrase: str) -> None:
        code = self._workplace.store.safekeeping.set_passphrase(passphrase)
        page = RecoveryPage(
            self._workplace.words, self._workplace.theme, self._workplace.messages, self._workplace.store, code
        )
        page.done.connect(self.accept)
        self._form.hide()
        self._layout.addWidget(page)
        page.start()
        self._done()


class RestoreDialog(Dialog):
    """Asks for the secret of a backup only when it needs one."""

    SIZE: ClassVar[tuple[int, int]] = (440, 0)

    def __init__(self, workplace: Workplace, file: Path, done: Callable[[Path], None], parent: QWidget) -> None:
        super().__init__(parent)
        say = workplace.words.say
        self._workplace = workplace
        self._file = file
        self._done = done
        self.setWindowTitle(say("Restore a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._secret = parts.secret_field(say("Passphrase or recovery code of the backup"))
        self._problem = parts.problem_label()
        go = parts.button(say("Restore"), workplace.theme, style="primary")
        cancel = parts.button(say("Cancel"))
        go.clicked.connect(self._on_go)
        self._secret.returnPressed.connect(self._on_go)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self.room)
        for part in (parts.caption(self._secret), self._secret, self._problem, parts.row(None, cancel, go)):
            layout.addWidget(part)

    def start(self) -> None:
        """At once, if the backup has no passphrase."""
        try:
            self._restore(None)
        except PassphraseNeeded:
            self.open()

    def _restore(self, secret: str | None) -> None:
        folder = free_folder_beside(self._workplace.store.folder)
        opening.restore(self._file, folder, secret)
        QTimer.singleShot(0, self._workplace, partial(self._done, folder))

    def _on_go(self) -> None:
        try:
            self._restore(self._secret.text())
        except (WrongPassphrase, PassphraseNeeded):
            self._problem.setText(sentence(self._workplace.words, "WrongPassphrase", {}))
            self._problem.show()
            self._secret.selectAll()
        else:
            self.accept()
