"""The attendance sheet as an auditor wants it: one set of pages per day, a cell to sign per session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from documents.grid import MARGIN, Column, Grid, GridPrinter, Row
from documents.page import A4_LANDSCAPE, BLACK, GREY, NAVY, Paper, Progress, no_progress
from documents.text.fonts import text_face
from documents.text.layout import isolate
from documents.text.pen import Align
from resources.words import Words

CELL_WIDTH, CELL_HEIGHT = 25.0, 9.5
WALK_IN_ROWS = 4
_CERTIFYING_ROOM = 24.0


@dataclass(frozen=True, slots=True)
class SheetRow:
    name: str
    institution: str
    position: str


@dataclass(frozen=True, slots=True)
class SheetSession:
    times: str
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDay:
    day: date
    sessions: tuple[SheetSession, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSheet:
    """All texts in the language of the sheet."""

    programme: str
    contract_number: str
    title: str
    place: str
    funding: str
    days: tuple[SheetDay, ...]
    participants: tuple[SheetRow, ...]
    trainers: tuple[SheetRow, ...]
    others: tuple[SheetRow, ...] = ()


def render(stream: BinaryIO, sheet: AttendanceSheet, words: Words, progress: Progress = no_progress) -> None:
    """
    :raises MissingGlyph: when a name has a letter that no font draws
    """
    title = words.say("Attendance sheet")
    paper = Paper(stream, A4_LANDSCAPE, title=f"{title} – {sheet.title}", language=words.language)
    for done, day in enumerate(sheet.days):
        progress(done, len(sheet.days))
        _DayPrinter(paper, sheet, day, words).run()
    progress(len(sheet.days), len(sheet.days))
    paper.save()


class _DayPrinter:
    """The pages of one day."""

    def __init__(self, paper: Paper, sheet: AttendanceSheet, day: SheetDay, words: Words) -> None:
        self._paper, self._sheet, self._day, self._words = paper, sheet, day, words
        self._printer = GridPrinter(paper, words)
        self._grid = self._make_grid()

    def run(self) -> None:
        top = self._paper.height - MARGIN
        head_height = 31.0
        pages = self._printer.pages(self._grid, top - head_height, _CERTIFYING_ROOM)
        note = self._words.say(
            "Personal data: used only to document attendance at this training, kept by the organiser, not passed on."
        )
        for number, rows in enumerate(pages, start=1):
            below = self._head(top) if number == 1 else top
            y = self._printer.page(self._grid, rows, min(below, top - head_height) if number == 1 else below)
            if number == len(pages):
                self._certify(y)
            self._printer.foot(note, number, len(pages))
            self._paper.next_page()

    def _make_grid(self) -> Grid:
        words, sessions = self._words, self._day.sessions
        cell = max(CELL_WIDTH, min(34.0, 100.0 / max(len(sessions), 1)))
        free = self._paper.width - 2 * MARGIN - 10.0 - cell * len(sessions)
        columns = (
            Column(words.say("No."), 10.0, is_centred=True),
            Column(words.say("Name"), free * 0.38),
            Column(words.say("Institution"), free * 0.36),
            Column(words.say("Position"), free * 0.26),
            *(Column(session.times, cell, is_centred=True) for session in sessions),
        )
        return Grid(columns, tuple(self._rows(len(sessions))), CELL_HEIGHT)

    def _rows(self, sessions: int) -> list[Row]:
        rows: list[Row] = []
        number = 0

        def add(people: Sequence[SheetRow], *, numbered: bool) -> None:
            nonlocal number
            for person in people:
                number += numbered
                shown = self._words.number(number) if numbered else ""
                cells = (shown, person.name, person.institution, person.position, *[""] * sessions)
                rows.append(Row(cells))

        add(self._sheet.participants, numbered=True)
        add([SheetRow("", "", "")] * WALK_IN_ROWS, numbered=True)
        if self._sheet.others:
            rows.append(Row((self._words.say("Also present"),), is_heading=True))
            add(self._sheet.others, numbered=False)
        rows.append(Row((self._words.say("Trainers"),), is_heading=True))
        blank = [SheetRow("", "", "")] * max(1, 2 - len(self._sheet.trainers))
        add([*self._sheet.trainers, *blank], numbered=False)
        return rows

    def _head(self, top: float) -> float:
        words, sheet, day = self._words, self._sheet, self._day
        self._paper.colour(NAVY)
        y = self._printer.text(f"{words.say('Attendance sheet')} – {sheet.title}", top, 13, bold=True, height=9)
        self._paper.colour(BLACK)
        contract = words.say("Contract {number}", number=isolate(sheet.contract_number, ltr=True))
        y = self._printer.text(
            f"{sheet.programme} · {contract}" if sheet.contract_number else sheet.programme, y, 9, height=6
        )
        when = words.say(
            "{weekday}, {date} · {place}",
            weekday=words.weekday(day.day),
            date=words.date(day.day),
            place=sheet.place,
        )
        y = self._printer.text(when, y, 10.5, bold=True, height=7)
        topics = " · ".join(f"{session.times}: {session.topic}" for session in day.sessions if session.topic)
        self._paper.colour(GREY)
        return self._printer.text(topics or sheet.funding, y, 8, height=7)

    def _certify(self, y: float) -> None:
        """Who answers for the sheet."""
        words = self._words
        self._paper.colour(BLACK)
        text = words.say("I certify that the people who signed above attended these sessions.")
        y = self._printer.text(text, y - 3, 9, height=6)
        labels = (words.say("Name"), words.say("Position"), words.say("Date"), words.say("Signature"))
        width = (self._paper.width - 2 * MARGIN) / len(labels)
        for index, label in enumerate(labels):
            left = MARGIN + width * (len(labels) - 1 - index if words.is_rtl else index)
            self._paper.rule(left + 1, y - 9, left + width - 4, y - 9, colour=BLACK)
            self._label(label, left, width, y - 13)

    def _label(self, label: str, left: float, width: float, y: float) -> None:
        align = Align.RIGHT if self._words.is_rtl else Align.LEFT
        x = left + (width - 4 if self._words.is_rtl else 1)
        self._paper.text(x, y, label, text_face(), 8, align=align)
