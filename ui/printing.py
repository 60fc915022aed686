"""Paper from the window: in which language, where to, and then open it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QPushButton

from models.store import Store
from resources.words import LANGUAGES, OWN_NAMES
from ui.background import Progress
from ui.theme import ICON_GAP, ICON_SIZE
from ui.workplace import Workplace

Print = Callable[[Path, Store, Progress], Any]


class PaperButton(QPushButton):
    """Asks in which language a document is printed; the window's own comes first."""

    def __init__(self, workplace: Workplace, text: str, chosen: Callable[[str], object]) -> None:
        super().__init__(text)
        self.setIcon(workplace.theme.icon_with_gap("print"))
        self.setIconSize(QSize(ICON_SIZE + ICON_GAP, ICON_SIZE))
        self.setAutoDefault(False)
        menu = QMenu(self)
        own = workplace.words.language
        for language in (own, *(one for one in LANGUAGES if one != own)):
            menu.addAction(OWN_NAMES[language]).triggered.connect(partial(chosen, language))
        self.setMenu(menu)


def save_paper(
    workplace: Workplace, title: str, name: str, work: Print, done: Callable[[Any], None] | None = None
) -> None:
    """Ask where to, write beside the window, open what was written."""
    _save(workplace, title, name, "PDF (*.pdf)", work, done)


def save_table(workplace: Workplace, title: str, name: str, work: Print) -> None:
    """The same for a table."""
    _save(workplace, title, name, "Excel (*.xlsx);;CSV (*.csv)", work, None)


def _save(
    workplace: Workplace, title: str, name: str, kinds: str, work: Print, done: Callable[[Any], None] | None
) -> None:
    path = workplace.messages.file_to_write(title, name, kinds)
    if path is None:
        return
    path = path if path.suffix else path.with_suffix(Path(name).suffix)

    def on_done(result: Any) -> None:
        workplace.messages.tell(workplace.words.say("Written: {path}", path=path.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if done is not None:
            done(result)

    workplace.background.run(workplace, partial(work, path), on_done, workplace.words.say("Making the pages…"))
