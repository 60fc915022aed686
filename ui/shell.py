"""The main view: sections at the side, search and languages above, what is saved below."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
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
from resources.words import LANGUAGES, OWN_NAMES, Words
from ui import parts
from ui.editors import LineEdit
from ui.pages import Page
from ui.statusbar import StatusBar
from ui.workplace import Workplace

SHORT_NAMES = {"en": "en", "ar": "عر", "ckb": "کو"}
_MOST_FOUND = 12


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the window, to come back to after it was built anew."""

    section: str = "trainings"
    training_id: str = ""
    tab: str = ""
    person_id: str = ""


class Shell(QWidget):
    """Sections and what belongs to all of them."""

    language_wanted = Signal(str)

    def __init__(self, workplace: Workplace, sections: dict[str, tuple[str, "Section"]]) -> None:
        """
        :param sections: name (also of its icon) -> its words and its page
        """
        super().__init__()
        self._workplace = workplace
        self._sections = {name: page for name, (_, page) in sections.items()}
        self._buttons: dict[str, QPushButton] = {}
        self._stack = QStackedWidget()
        for page in self._sections.values():
            self._stack.addWidget(page)
        self.status = StatusBar(workplace)
        self._search = PeopleField(workplace)
        self._search.found.connect(lambda person_id: self.go(Where("people", person_id=person_id)))
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._build_sidebar(sections))
        across.addWidget(parts.line(upright=True))
        across.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._build_top(), parts.line(), across, parts.line(), self.status):
            if isinstance(part, QHBoxLayout):
                layout.addLayout(part, 1)
            else:
                layout.addWidget(part)

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

    def _build_sidebar(self, sections: dict[str, tuple[str, "Section"]]) -> QFrame:
        frame = QFrame()
        frame.setProperty("sidebar", True)
        frame.setFixedWidth(168)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(4)
        group = QButtonGroup(self)
        for number, (name, (text, _)) in enumerate(sections.items(), start=1):
            button = parts.button(text, self._workplace.theme, name, style="section")
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(partial(self.go, Where(name)))
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, partial(self.go, Where(name)))
            button.setToolTip(f"Ctrl+{number}")
            layout.addWidget(button)
            self._buttons[name] = button
        layout.addStretch(1)
        return frame

    def go(self, where: Where) -> None:
        """Show a place."""
        page = self._sections[where.section]
        self._buttons[where.section].setChecked(True)
        self._stack.setCurrentWidget(page)
        page.refresh()
        page.go(where)
        QTimer.singleShot(0, page, page.start)

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


def language_row(words: Words, choose: Callable[[str], object]) -> QWidget:
    """The three languages, each in its own letters."""
    row = QWidget()
    row.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for language in LANGUAGES:
        button = parts.button(SHORT_NAMES[language], style="quiet")
        button.setCheckable(True)
        button.setChecked(language == words.language)
        button.setAccessibleName(OWN_NAMES[language])
        button.setToolTip(OWN_NAMES[language])
        button.clicked.connect(partial(choose, language))
        layout.addWidget(button)
    return row
