"""Attendance: who was in which session."""

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout

from jobs.certificates.prospects import is_past_first_day, prospects
from jobs.certificates.verdict_words import lost_words
from models.records.codes import MarkState
from models.sorting import sorting_key
from models.training import counts
from models.training.roster import Attendee
from models.wall_clock import today_at
from resources.words import N_
from ui.training.attendance.marks_grid import MarksGrid, keys_hint
from ui.training.attendance.signed_sheets import SignedSheetsDialog
from ui.training.desk.missing import MissingDialog
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.workplace import Workplace


class AttendancePage(TrainingTab):
    TITLE: ClassVar[str] = N_("Attendance")
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"participant", "enrolment", "mark", "session", "same_person", "programme"}
    )

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._grid = MarksGrid(workplace)
        self._totals = parts.wide_label("muted")
        self._lost = parts.label("", "problem", wrap=True)
        self._stack = QStackedWidget()
        self._build()

    def _build(self) -> None:
        say = self.words.say
        sheet = parts.button(say("Attendance sheet…"), self.workplace.theme, "print")
        sheet.clicked.connect(partial(self.document_wanted.emit, "sheet"))
        shown = parts.button(say("Print what is shown…"), style="quiet")
        shown.clicked.connect(partial(self.document_wanted.emit, "overview"))
        signed = parts.button(say("Signed sheets…"), self.workplace.theme, "file", style="quiet")
        signed.clicked.connect(self._on_signed)
        missing = parts.button(say("Who is missing…"), style="quiet")
        missing.clicked.connect(lambda: MissingDialog(self.workplace, self.training_id, self.window()).open())
        fill = parts.button(say("Fill a session…"), self.workplace.theme, "check")
        self._fill_menu = QMenu(fill)
        self._fill_menu.aboutToShow.connect(self._offer_sessions)
        parts.let_choose(fill, self._fill_menu)
        plan = parts.button(say("Go to the plan"))
        plan.clicked.connect(partial(self.tab_wanted.emit, "plan"))
        keys = say("Press a key: {keys}   Delete clears.", keys=keys_hint(self.words))
        hint = parts.wide_label("muted")
        hint.setText(keys)
        below = parts.row(hint, missing, shown, signed)
        self._stack.addWidget(parts.column(self._grid, below))
        self._stack.addWidget(
            parts.empty(
                say("There is nothing to mark yet"),
                say("Attendance needs people on the list and sessions in the plan."),
                plan,
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(parts.row(self._totals, fill, sheet))
        layout.addWidget(self._lost)
        layout.addWidget(self._stack, 1)

    def reload(self) -> None:
        found = self.workplace.roster(self.training_id)
        sessions = list(found.held_sessions)
        people = sorted(found.attendees, key=self._order)
        self._stack.setCurrentIndex(0 if people and sessions else 1)
        self._grid.show_marks(people, sessions)
        effect = prospects(found)
        has_begun = is_past_first_day(found, today_at(found.training.zone))
        self._lost.setText(lost_words(effect, self.words))
        self._lost.setVisible(has_begun and bool(effect.lost))
        open_marks = counts.open_marks(found, today_at(found.training.zone))
        self._totals.setText(
            " · ".join(
                [
                    self.words.count("{n} participant", "{n} participants", len(counts.taking_part(found))),
                    self.words.count("{n} session", "{n} sessions", len(sessions)),
                    self.words.count("{n} mark is open", "{n} marks are open", open_marks),
                ]
            )
        )

    def _order(self, one: Attendee) -> tuple[bool, str]:
        """Participants by name, then those who do not count."""
        language = self.words.language
        return not one.counts, sorting_key(one.participant.name_in(language), language)

    def start(self) -> None:
        self._grid.start()

    def fill(self, column: int, state: MarkState) -> None:
        """Mark everybody who has no mark in a session."""
        self._grid.fill(column, state)

    def _offer_sessions(self) -> None:
        self._fill_menu.clear()
        for column, session in enumerate(self._grid.marks.sessions):
            self._grid.offer_states(self._fill_menu.addMenu(_short(session.day, session.start)), column)

    def _on_signed(self) -> None:
        SignedSheetsDialog(self.workplace, self.training_id, self.window()).open()


def _short(day: date | None, start: str) -> str:
    return f"\u2066{day} {start}\u2069" if day else start
