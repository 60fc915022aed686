"""One training: its head line and its tabs. A tab is built when it is first shown."""

from datetime import datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTabBar, QVBoxLayout

from jobs.desk.finding import session_now
from jobs.papers.registry import KINDS
from jobs.trainings.place import place_name
from models.training import counts
from models.training.roster import Roster
from models.wall_clock import now_at
from resources.words import Words
from ui.help.coach import Stop
from ui.looks.sizes import px
from ui.training.attendance.page import AttendancePage
from ui.training.certificates.page import CertificatesPage
from ui.training.day import CloseDialog, PrepareDialog
from ui.training.desk.missing import MissingDialog
from ui.training.desk.page import DeskPage
from ui.training.documents.page import DocumentsPage
from ui.training.listing import training_dates
from ui.training.participants.page import ParticipantsPage
from ui.training.plan.page import PlanPage
from ui.training.results.page import ScoresPage
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.widgets.page import Page
from ui.widgets.wheel import leave_wheel_to_page
from ui.window.finder import Goal, Kind
from ui.window.scanner import Scanner
from ui.workplace import Workplace

_LOWEST, _LOW = 640, 700
TABS: dict[str, type[TrainingTab]] = {
    "plan": PlanPage,
    "participants": ParticipantsPage,
    "desk": DeskPage,
    "attendance": AttendancePage,
    "certificates": CertificatesPage,
    "documents": DocumentsPage,
    "scores": ScoresPage,
}


class TrainingView(Page):
    KINDS: ClassVar[frozenset[str]] = frozenset({"training", "session", "enrolment", "mark", "same_person"})

    left = Signal()

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace)
        self.training_id = training_id
        say = self.words.say
        self._names = tuple(TABS)
        self._pages: dict[str, TrainingTab] = {}
        self._stack = parts.Stack()
        self._bar = QTabBar()
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        leave_wheel_to_page(self._bar)
        self._bar.setAccessibleName(say("Parts of the training"))
        for place, page in enumerate(TABS.values()):
            self._bar.addTab(say(page.TITLE))
            self._bar.setTabToolTip(place, f"Alt+{place + 1}")
            QShortcut(QKeySequence(f"Alt+{place + 1}"), self, lambda place=place: self._bar.setCurrentIndex(place))
        self._title = parts.wide_label("title")
        self._facts = parts.label("", "muted", wrap=True)
        back = parts.button("", style="quiet")
        back.setIcon(workplace.theme.icon("back", mirrored=self.words.is_rtl))
        back.setAccessibleName(say("All trainings"))
        back.setToolTip(f"{say('All trainings')} (Alt+Up)")
        back.clicked.connect(self.left)
        QShortcut(QKeySequence("Alt+Up"), self, self.left.emit)
        QShortcut(QKeySequence("Ctrl+Tab"), self, lambda: self._step(1))
        QShortcut(QKeySequence("Ctrl+Shift+Tab"), self, lambda: self._step(-1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(4)
        prepare = parts.button(say("Prepare the next day…"), style="quiet")
        close = parts.button(say("Close the day…"), style="quiet")
        prepare.clicked.connect(lambda: self._open_day(PrepareDialog))
        close.clicked.connect(lambda: self._open_day(CloseDialog))
        layout.addWidget(parts.row(back, self._title, prepare, close))
        layout.addWidget(self._facts)
        layout.addWidget(self._bar)
        layout.addWidget(parts.line())
        layout.addWidget(self._stack, 1)
        self._bar.currentChanged.connect(self._on_tab)
        Scanner(self).scanned.connect(self._on_scanned)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room for these letters, the page comes before what is said about the training."""
        height = self.window().height()
        self._facts.setVisible(height >= px(_LOWEST))
        role = "heading" if height < px(_LOW) else "title"
        if self._title.property("role") != role:
            self._title.setProperty("role", role)
            self._title.style().polish(self._title)
        super().resizeEvent(event)

    @property
    def tab(self) -> str:
        return self._names[self._bar.currentIndex()]

    def first_tab(self) -> str:
        """Where work begins: the plan until there are people, then registration."""
        return "desk" if self.store.enrolments.where(training_id=self.training_id) else "plan"

    def show_tab(self, name: str) -> None:
        place = self._names.index(name)
        if place == self._bar.currentIndex():
            self._on_tab(place)
        else:
            self._bar.setCurrentIndex(place)

    def _on_scanned(self, number: str) -> None:
        """A badge was scanned, wherever the focus was: its owner is here."""
        if self.isVisible():
            self.show_tab("desk")
            desk = self._pages["desk"]
            assert isinstance(desk, DeskPage)
            desk.scan(number)

    def show_document(self, key: str) -> None:
        """A document of the training, ready to be printed."""
        self.show_tab("documents")
        page = self._pages["documents"]
        assert isinstance(page, DocumentsPage)
        page.show_kind(key)

    def goals(self) -> list[Goal]:
        """Its pages, its days, everything it has on paper."""
        say = self.words.say
        pages = [
            Goal(self._bar.tabText(place), partial(self.show_tab, name), Kind.PAGE)
            for place, name in enumerate(self._names)
        ]
        return [
            *pages,
            Goal(say("Import a list…"), self._on_import),
            Goal(say("Prepare the next day…"), partial(self._open_day, PrepareDialog)),
            Goal(say("Close the day…"), partial(self._open_day, CloseDialog)),
            Goal(say("Who is missing…"), lambda: MissingDialog(self.workplace, self.training_id, self.window()).open()),
            *(Goal(say(kind.label), partial(self.show_document, kind.key), Kind.DOCUMENT) for kind in KINDS),
        ]

    def stops(self) -> list[Stop]:
        text = self.words.say(
            "A training goes through these pages: planned, people listed, registered, marked every day, "
            "and at the end the certificates."
        )
        return [(self._bar, text)]

    def _on_import(self) -> None:
        self.show_tab("participants")
        page = self._pages["participants"]
        assert isinstance(page, ParticipantsPage)
        page.choose_file()

    def _step(self, by: int) -> None:
        self._bar.setCurrentIndex((self._bar.currentIndex() + by) % len(self._names))

    def _on_tab(self, place: int) -> None:
        name = self._names[place]
        if name not in self._pages:
            page = TABS[name](self.workplace, self.training_id)
            page.tab_wanted.connect(self.show_tab)
            page.document_wanted.connect(self.show_document)
            self._stack.addWidget(page)
            self._pages[name] = page
        self._stack.setCurrentWidget(self._pages[name])
        QTimer.singleShot(0, self._pages[name], self._pages[name].start)

    def _open_day(self, kind: type[PrepareDialog] | type[CloseDialog]) -> None:
        dialog = kind(self.workplace, self.training_id, self.window())
        dialog.document_wanted.connect(self.show_document)
        dialog.tab_wanted.connect(self.show_tab)
        dialog.open()

    def start(self) -> None:
        self._pages[self.tab].start()

    def reload(self) -> None:
        found = self.workplace.roster(self.training_id)
        title = self.words.of(found.training, "title")
        self._title.setText(title or self.words.say("New training"))
        self._title.setToolTip(title)
        self._facts.setText(facts_line(found, self.words, now_at(found.training.zone)))


def facts_line(found: Roster, words: Words, now: datetime) -> str:
    """Erbil · 13–16 September 2015 · 35 people, 33 came · now: …"""
    people = len(counts.taking_part(found))
    over = people - (found.training.capacity or people)
    facts = [
        place_name(found.training, words),
        training_dates(found.training, words),
        words.count("{n} participant", "{n} participants", people),
        words.count("{n} came", "{n} came", len(counts.came(found))),
        words.count("{n} more than there are places", "{n} more than there are places", over) if over > 0 else "",
    ]
    session = session_now(found, now)
    if session is not None and session.day == now.date():
        present = len(counts.present_in(found, session))
        facts.append(words.count("{n} present in this session", "{n} present in this session", present))
    return "  ·  ".join(filter(None, facts))
