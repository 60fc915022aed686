"""The main view: sections at the side, search and languages above, what is saved below."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jobs.directory import search
from ui import parts
from ui.editors import LineEdit
from ui.languages import language_row
from ui.pages import Page
from ui.statusbar import StatusBar
from ui.where import Where
from ui.workplace import Workplace

_MOST_FOUND = 12


class Shell(QWidget):
    """Sections and what belongs to all of them."""

    language_wanted = Signal(str)
    appearance_wanted = Signal(str)
    other_wanted = Signal(Path)
    sample_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._makers: dict[str, Callable[[], Section]] = {}
        self._sections: dict[str, Section] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self.status = StatusBar(workplace)
        self._search = PeopleField(workplace)
        self._search.found.connect(self._on_found)
        self._sidebar = QVBoxLayout()
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._build_sidebar())
        across.addWidget(parts.line(upright=True))
        across.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_top())
        layout.addWidget(parts.line())
        layout.addLayout(across, 1)
        layout.addWidget(parts.line())
        layout.addWidget(self.status)

    def _build_top(self) -> QFrame:
        words = self._workplace.words
        bar = QFrame()
        bar.setProperty("bar", True)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(16, 7, 10, 7)
        name = parts.label(words.say("Sijil"), "heading")
        layout.addWidget(name)
        layout.addStretch(1)
        layout.addWidget(self._search)
        layout.addSpacing(12)
        layout.addWidget(language_row(words, self.language_wanted.emit))
        QShortcut(QKeySequence("Ctrl+K"), self, self._search.setFocus)
        return bar

    def _build_sidebar(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("sidebar", True)
        frame.setFixedWidth(168)
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
        self._group.addButton(button)
        self._sidebar.addWidget(button)
        self._buttons[name] = button
        go = partial(self.go, Where(name))
        shortcut = f"Ctrl+{len(self._buttons)}"
        button.clicked.connect(go)
        button.setToolTip(shortcut)
        QShortcut(QKeySequence(shortcut), self, go)

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

    def _on_found(self, person_id: str) -> None:
        self.go(Where("people", person_id=person_id))

    @property
    def where(self) -> Where:
        """The place that is shown."""
        name = next(name for name, page in self._sections.items() if page is self._stack.currentWidget())
        return replace(self._sections[name].where, section=name)


class Section(Page):
    """A page of the sidebar, which knows places within itself."""

    def go(self, where: Where) -> None:
        """Show a place within the section."""

    @property
    def where(self) -> Where:
        return Where()


class PeopleField(LineEdit):
    """Finds anybody on file while somebody types."""

    found = Signal(str)
    """The person's id."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        words = workplace.words
        self.setPlaceholderText(words.say("Find a person (Ctrl+K)"))
        self.setAccessibleName(words.say("Find a person"))
        self.setFixedWidth(280)
        self.setClearButtonEnabled(True)
        self.addAction(
            workplace.theme.icon("search", colour=workplace.theme.colours.muted),
            LineEdit.ActionPosition.LeadingPosition,
        )
        self._ids: list[str] = []
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(partial(self._choose, 0))
        completer.activated[str].connect(self._on_activated)  # type: ignore[index]

    def _on_edited(self, text: str) -> None:
        found = [entry.participant for entry in search(self._workplace.store, text, _MOST_FOUND)]
        self._ids = [person.id for person in found]
        self._names.setStringList([_both_names(person.name_latin, person.name_arabic) for person in found])

    def _on_activated(self, name: str) -> None:
        names = self._names.stringList()
        if name in names:
            self._choose(names.index(name))

    def _choose(self, place: int) -> None:
        if place < len(self._ids):
            self.found.emit(self._ids[place])
            QTimer.singleShot(0, self, self.clear)


def _both_names(latin: str, arabic: str) -> str:
    return " · ".join(filter(None, (latin, arabic)))
