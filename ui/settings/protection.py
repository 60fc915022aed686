"""Whether a passphrase protects the records."""

from PySide6.QtCore import Signal

from ui.settings.safety import PassphraseDialog
from ui.widgets import parts
from ui.widgets.card import Card
from ui.workplace import Workplace


class ProtectionCard(Card):
    protected = Signal()
    """A passphrase was set."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._protection = parts.label("", wrap=True)
        self._set_passphrase = parts.button("", workplace.theme, "lock")
        self._set_passphrase.clicked.connect(self._on_passphrase)
        self.frame(self.words.say("Passphrase"), self._protection, parts.row(self._set_passphrase, None))

    def reload(self) -> None:
        say, has = self.words.say, self.store.safekeeping.has_passphrase
        self._protection.setText(
            say("The records are encrypted; they open with your passphrase or the recovery code.")
            if has
            else say("There is no passphrase: whoever has this laptop can read the records.")
        )
        self._set_passphrase.setText(say("Choose a new passphrase…") if has else say("Set a passphrase…"))

    def _on_passphrase(self) -> None:
        PassphraseDialog(self.workplace, self._on_protected, self.window()).open()

    def _on_protected(self) -> None:
        self.reload()
        self.protected.emit()
