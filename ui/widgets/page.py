"""Page: a part of the window that reads records and is brought up to date when they change."""

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.store import News
from ui.workplace import Workplace


class Page(QWidget):
    """Reloads when records of its kinds change: at once if visible, else when it is shown next."""

    KINDS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.words = workplace.words
        self.store = workplace.store
        self._is_stale = True
        workplace.changed.connect(self._on_changed)
        workplace.new_day.connect(self._on_new_day)

    def reload(self) -> None:
        """Read everything anew."""

    def start(self) -> None:
        """Put the focus where work begins."""

    def refresh(self) -> None:
        """Reload if anything changed since the page was last up to date."""
        if self._is_stale:
            self._is_stale = False
            self.reload()

    def _on_changed(self, news: News) -> None:
        if news.keys() & self.KINDS:
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    def _on_new_day(self) -> None:
        """What is shown may depend on the date: the session of now, who works here today."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)
