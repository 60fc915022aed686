"""The training records themselves: where they are, whether they are whole, others; and about the program."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from models.checks import check
from models.store import Store
from resources.words.codes import code_word
from ui.background import Progress
from ui.opening.others import OtherRecords
from ui.settings.about import AboutDialog
from ui.widgets import parts
from ui.widgets.card import Card
from ui.workplace import Workplace


class RecordsCard(Card):
    other_wanted = Signal(Path)
    sample_wanted = Signal()

    def __init__(self, workplace: Workplace, version: str) -> None:
        super().__init__(workplace)
        self._version = version
        say = self.words.say
        place = parts.label(str(self.store.folder), "muted", wrap=True)
        place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        examine = parts.button(say("Check the records"), workplace.theme, "check")
        folder = parts.button(say("Show the folder"), style="quiet")
        other = OtherRecords(say("Open other records…"), self.words, workplace.messages, self.store.folder)
        sample = parts.button(say("Open the sample training"), style="quiet")
        about = parts.button(say("About Sijil"), style="quiet")
        examine.clicked.connect(self._on_check)
        folder.clicked.connect(self._on_folder)
        other.wanted.connect(self.other_wanted)
        sample.clicked.connect(self.sample_wanted)
        about.clicked.connect(self._on_about)
        self.frame(say("Training records"), place, parts.flow(examine, folder, other), parts.flow(sample, about))

    def _on_check(self) -> None:
        self.workplace.background.run(self, _check, self._on_checked, self.words.say("Checking the records…"))

    def _on_checked(self, found: list[tuple[str, str]]) -> None:
        if not found:
            self.workplace.messages.show(self.words.say("Everything is as it should be."), is_good=True)
            return
        lines = [f"{code_word(self.words, 'problem', kind)} {detail}".strip() for kind, detail in found]
        self.workplace.messages.show("\n".join(lines))

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.store.folder)))

    def _on_about(self) -> None:
        AboutDialog(self.words, self.workplace.theme, self._version, self.window()).open()


def _check(store: Store, progress: Progress) -> list[tuple[str, str]]:
    return [(one.kind.value, one.detail) for one in check(store, partial(progress, 0, 0))]
