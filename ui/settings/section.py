"""Settings: the cards about this desk, its looks, the issuer, the safety of the records."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.looks.sizes import px
from ui.settings.backups import BackupsCard
from ui.settings.desk import DeskCard
from ui.settings.issuer import IssuerCard
from ui.settings.looks import LooksCard
from ui.settings.proof import ProofCard
from ui.settings.protection import ProtectionCard
from ui.settings.records import RecordsCard
from ui.widgets import parts
from ui.window.shell import Section
from ui.workplace import Workplace


class SettingsSection(Section):
    language_wanted = Signal(str)
    appearance_wanted = Signal(str)
    text_size_wanted = Signal(int)
    other_wanted = Signal(Path)
    restore_wanted = Signal(Path)
    sample_wanted = Signal()
    protected = Signal()
    """A passphrase was set."""

    def __init__(self, workplace: Workplace, version: str) -> None:
        super().__init__(workplace)
        self.backups = BackupsCard(workplace)
        self.backups.restore_wanted.connect(self.restore_wanted)
        content = parts.column(
            parts.label(self.words.say("Settings"), "title"),
            DeskCard(workplace),
            self._build_looks(),
            IssuerCard(workplace),
            ProofCard(workplace),
            self._build_protection(),
            self.backups,
            self._build_records(version),
            None,
            spacing=14,
        )
        content.setMaximumWidth(px(860))
        margins = QWidget()
        inside = QVBoxLayout(margins)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts.scrolled(margins))

    def _build_looks(self) -> LooksCard:
        made = LooksCard(self.workplace)
        made.language_wanted.connect(self.language_wanted)
        made.appearance_wanted.connect(self.appearance_wanted)
        made.text_size_wanted.connect(self.text_size_wanted)
        return made

    def _build_protection(self) -> ProtectionCard:
        made = ProtectionCard(self.workplace)
        made.protected.connect(self.protected)
        return made

    def _build_records(self, version: str) -> RecordsCard:
        made = RecordsCard(self.workplace, version)
        made.other_wanted.connect(self.other_wanted)
        made.sample_wanted.connect(self.sample_wanted)
        return made
