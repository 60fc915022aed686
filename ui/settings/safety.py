"""A passphrase for open records."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.opening.welcome import ProtectionForm, RecoveryPage
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
        self._form = ProtectionForm(workplace.words, workplace.theme, asks_issuer=False, may_skip=False, foot=self.foot)
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
        self._form.answers.hide()
        self._layout.addWidget(page)
        page.start()
        self._done()
