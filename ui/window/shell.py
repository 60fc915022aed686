"""The main view: sections at the side, search and languages above, what is saved below."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.help.coach import Stop
from ui.looks.sizes import TEXT_SIZES, px
from ui.widgets import parts
from ui.widgets.language_row import language_row
from ui.widgets.page import Page
from ui.window.finder import Finder, Goal, Kind
from ui.window.statusbar import StatusBar
from ui.window.where import Where
from ui.workplace import Workplace

_NARROW = 1000


class Shell(QWidget):
    """Sections and what belongs to all of them."""

    language_wanted = Signal(str)
    appearance_wanted = Signal(str)
    text_size_wanted = Signal(int)
    """Per cent."""
    dropped = Signal(Path)
    help_wanted = Signal()
    tour_wanted = Signal()
    other_wanted = Signal(Path)
    restore_wanted = Signal(Path)
    sample_wanted = Signal()
    own_wanted = Signal()
    """Out of the sample."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._makers: dict[str, Callable[[], Section]] = {}
        self._sections: dict[str, Section] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._stack = parts.Stack()
        self.status = StatusBar(workplace)
        self.finder = Finder(workplace, self.goals, self.go)
        self._goals: list[Goal] = []
        self._sidebar = QVBoxLayout()
        across = QHBoxLayout()
        across.setSpacing(0)
        self._bar = self._build_sidebar()
        across.addWidget(self._bar)
        across.addWidget(parts.line(upright=True))
        across.addWidget(parts.scrolled(self._stack, both_ways=True), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_top())
        layout.addWidget(parts.line())
        if workplace.store.is_sample:
            layout.addWidget(self._build_banner())
        layout.addLayout(across, 1)
        layout.addWidget(parts.line())
        layout.addWidget(self.status)
        self.setAcceptDrops(True)

    def _build_top(self) -> QFrame:
        words = self._workplace.words
        bar = QFrame()
        bar.setProperty("bar", True)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(16, 7, 10, 7)
        name = parts.label(words.say("Sijil"), "heading")
        layout.addWidget(name)
        layout.addStretch(1)
        layout.addWidget(self.finder)
        layout.addSpacing(12)
        layout.addWidget(language_row(words, self.language_wanted.emit))
        guide = self._help = parts.button("?", style="quiet")
        guide.setAccessibleName(words.say("Guide"))
        guide.setToolTip(f"{words.say('Guide')} (F1)")
        guide.clicked.connect(self.help_wanted)
        layout.addWidget(guide)
        QShortcut(QKeySequence("Ctrl+K"), self, self.finder.open)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(keys), self, partial(self._resize_text, step))
        return bar

    def _build_banner(self) -> QFrame:
        say = self._workplace.words.say
        text = parts.label(say("This is the sample: the people are invented. Nothing real belongs here."), wrap=True)
        own = parts.button(say("My own records"), style="slim")
        own.clicked.connect(self.own_wanted)
        return parts.notice(text, own, is_slim=True)  # the pages need the height of a small window

    def _resize_text(self, step: int) -> None:
        """The next larger or smaller size of the letters, or the usual one."""
        place = TEXT_SIZES.index(self._workplace.theme.text_size) + step
        wanted = TEXT_SIZES[place] if step and 0 <= place < len(TEXT_SIZES) else self._workplace.theme.text_size
        self.text_size_wanted.emit(wanted if step else 100)

    def _build_sidebar(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("sidebar", True)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.addLayout(self._sidebar)
        layout.addStretch(1)
        self._sidebar.setSpacing(4)
        return frame

    def add_section(self, name: str, text: str, make: Callable[[], "Section"]) -> None:
        """
        :param name: also of its icon
        :param make: builds its page when it is first shown
        """
        self._makers[name] = make
        button = parts.button(text, self._workplace.theme, name, style="section")
        button.setCheckable(True)
        button.setAccessibleName(text)
        button.setProperty("caption", text)
        self._group.addButton(button)
        self._sidebar.addWidget(button)
        self._buttons[name] = button
        go = partial(self.go, Where(name))
        shortcut = f"Ctrl+{len(self._buttons)}"
        button.clicked.connect(go)
        button.setProperty("keys", shortcut)
        QShortcut(QKeySequence(shortcut), self, go)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """One file: the first."""
        event.acceptProposedAction()
        path = Path(event.mimeData().urls()[0].toLocalFile())
        QTimer.singleShot(0, self, partial(self.dropped.emit, path))  # whoever dropped it is let go first

    def stops(self) -> list[Stop]:
        """What somebody should have seen once."""
        say = self._workplace.words.say
        shown = self._stack.currentWidget()
        return [
            (self._bar, say("Here are your trainings, everybody on file, and the settings.")),
            *(shown.stops() if isinstance(shown, Section) else []),
            (self.finder, say("Ctrl+K finds people, trainings, pages and actions by their first letters.")),
            (self.status, say("Everything is saved as you go. What you did last is undone here, or with Ctrl+Z.")),
            (self._help, say("F1 opens the guide at the page about where you are.")),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a window that is small for its letters the sidebar keeps its icons only."""
        is_narrow = self.width() < px(_NARROW)
        self._bar.setFixedWidth(px(60 if is_narrow else 168))
        for button in self._buttons.values():
            button.setText("" if is_narrow else button.property("caption"))
            button.setToolTip(f"{button.accessibleName()} ({button.property('keys')})")
        super().resizeEvent(event)

    def _section(self, name: str) -> "Section":
        if name not in self._sections:
            self._sections[name] = self._makers[name]()
            self._stack.addWidget(self._sections[name])
        return self._sections[name]

    def go(self, where: Where) -> None:
        """Show a place."""
        page = self._section(where.section)
        self._buttons[where.section].setChecked(True)
        self._stack.setCurrentWidget(page)
        page.refresh()
        page.go(where)
        QTimer.singleShot(0, page, page.start)

    def add_goal(self, text: str, act: Callable[[], object]) -> None:
        """Something that can be done wherever somebody is."""
        self._goals.append(Goal(text, act))

    def goals(self) -> list[Goal]:
        """Pages and actions: of the page that is shown first, then of everywhere."""
        shown = self._stack.currentWidget()
        here = shown.goals() if isinstance(shown, Section) else []
        sections = [
            Goal(button.accessibleName(), partial(self.go, Where(name)), Kind.PAGE)
            for name, button in self._buttons.items()
        ]
        return [*here, *sections, *self._goals]

    @property
    def where(self) -> Where:
        """The place that is shown."""
        name = next(name for name, page in self._sections.items() if page is self._stack.currentWidget())
        return replace(self._sections[name].where, section=name)


class Section(Page):
    """A page of the sidebar, which knows places within itself."""

    def go(self, where: Where) -> None:
        """Show a place within the section."""

    def goals(self) -> list[Goal]:
        """What can be shown and done here, for the finder."""
        return []

    def stops(self) -> list[Stop]:
        """What belongs to the short tour here."""
        return []

    @property
    def where(self) -> Where:
        return Where()
