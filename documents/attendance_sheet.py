"""The attendance sheet as an auditor wants it: per day or for the whole training, a cell to sign per session.

Each page carries a small code that names the sheet and the page, so that a scan of the signed page finds its way back.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from documents.grid import MARGIN, Column, Grid, GridLayout, GridPrinter, Row, number_width
from documents.page import BLACK, GREY, NAVY, Paper, Progress, no_progress
from documents.text.layout import isolate
from documents.text.pen import Align
from resources.words import Words

_CERTIFYING_ROOM = 24.0
_HEAD = 34.0
_HEAD_AGAIN = 20.0
"""Height of the head on the first page and on the following ones."""
_CODE = 20.0
_LOGO = 16.0
_SIGN_WIDTH, _LEAST_WIDTH = 34.0, 9.0
_ROW_HEIGHT = 9.5
_FREE = 0.62
"""The part of the width that columns of text may take."""

PageCode = Callable[[int], str]
"""Page of the document, from 1 -> the text of its code; empty for none."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of text with its share of the room."""

    title: str
    share: float


@dataclass(frozen=True, slots=True)
class SheetRow:
    cells: tuple[str, ...]
    """One per column of text."""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Rows below a heading; without one when it is empty."""

    rows: tuple[SheetRow, ...]
    heading: str = ""
    is_numbered: bool = True


@dataclass(frozen=True, slots=True)
class SheetSession:
    head: str
    """What stands above its column."""
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """The pages of one day, or of the whole training."""

    when: str
    sessions: tuple[SheetSession, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSheet:
    """All texts in the language of the sheet."""

    programme: str
    contract_number: str
    title: str
    place: str
    funding: str
    size: tuple[float, float]
    columns: tuple[SheetColumn, ...]
    groups: tuple[SheetGroup, ...]
    parts: tuple[SheetPart, ...]
    pictures: tuple[bytes, ...] = field(default=(), repr=False)
    """Logo and emblem, PNG."""
    has_signature: bool = False
    """One column to sign for all, beside the sessions."""


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What a page holds: for keying, and for scans that come back."""

    part: int
    rows: int
    """Numbered rows."""


class LaidOutSheet:
    """The pages of a sheet, known before anything is drawn.

    :raises MissingGlyph: when a name has a letter that no font draws
    """

    def __init__(self, sheet: AttendanceSheet, words: Words) -> None:
        self._sheet, self._words = sheet, words
        self._parts = [_PartPrinter(sheet, part, words) for part in sheet.parts]

    @property
    def pages(self) -> list[SheetPage]:
        return [
            SheetPage(place, sum(bool(row.cells[0]) and not row.is_heading for row, _ in rows))
            for place, part in enumerate(self._parts)
            for rows in part.pages
        ]

    def draw(self, stream: BinaryIO, code: PageCode, progress: Progress = no_progress) -> None:
        heading = f"{self._words.say('Attendance sheet')} – {self._sheet.title}"
        paper = Paper(stream, self._sheet.size, title=heading, language=self._words.language)
        done, total = 0, len(self.pages)
        for part in self._parts:
            done = part.draw(paper, code, done, total, progress)
        progress(total, total)
        paper.save()


class _PartPrinter:
    def __init__(self, sheet: AttendanceSheet, part: SheetPart, words: Words) -> None:
        self._sheet, self._part, self._words = sheet, part, words
        self._layout = GridLayout(sheet.size, words)
        self._grid = self._make_grid()
        top = sheet.size[1] - MARGIN
        self.pages = self._layout.pages(self._grid, top - _HEAD, _CERTIFYING_ROOM, top - _HEAD_AGAIN)

    def draw(self, paper: Paper, code: PageCode, done: int, total: int, progress: Progress) -> int:
        """How many pages of the document are drawn then."""
        self._paper = paper
        self._printer = GridPrinter(paper, self._words, planned=self._layout)
        note = self._words.say(
            "Personal data: used only to document attendance at this training, kept by the organiser, not passed on."
        )
        top = paper.height - MARGIN
        for number, rows in enumerate(self.pages, start=1):
            progress(done, total)
            done += 1
            self._code(code(done))
            self._head(top, is_first=number == 1)
            y = self._printer.page(self._grid, rows, top - (_HEAD if number == 1 else _HEAD_AGAIN))
            if number == len(self.pages):
                self._certify(y)
            self._printer.foot(note, number, len(self.pages))
            paper.next_page()
        return done

    def _make_grid(self) -> Grid:
        words, sheet = self._words, self._sheet
        numbered = sum(len(group.rows) for group in sheet.groups if group.is_numbered)
        narrow = number_width(numbered)
        inner = self._sheet.size[0] - 2 * MARGIN - narrow
        cells = len(self._part.sessions) + sheet.has_signature
        room = inner * (1 - _FREE) if len(sheet.columns) > 1 else inner * 0.6
        cell = max(_LEAST_WIDTH, min(_SIGN_WIDTH, room / cells)) if cells else 0.0
        free = max(inner - cell * cells, inner * 0.25)
        shares = sum(one.share for one in sheet.columns)
        columns = (
            Column(words.say("No."), narrow, is_centred=True),
            *(Column(one.title, free * one.share / shares) for one in sheet.columns),
            *(Column(one.head, cell, is_centred=True) for one in self._part.sessions),
            *([Column(words.say("Signature"), cell, is_centred=True)] if sheet.has_signature else []),
        )
        return Grid(columns, tuple(self._rows(cells)), _ROW_HEIGHT)

    def _rows(self, cells: int) -> list[Row]:
        rows: list[Row] = []
        number = 0
        for group in self._sheet.groups:
            if group.heading:
                rows.append(Row((group.heading,), is_heading=True))
            for row in group.rows:
                number += group.is_numbered
                shown = self._words.number(number) if group.is_numbered else ""
                rows.append(Row((shown, *row.cells, *[""] * cells)))
        return rows

    def _code(self, text: str) -> None:
        """At the end of the head line, in each corner of reading the same."""
        if text:
            left = MARGIN - 2 if self._words.is_rtl else self._paper.width - MARGIN - _CODE + 2
            self._paper.code(left, self._paper.height - MARGIN - _CODE + 3, _CODE, text)

    def _head(self, top: float, *, is_first: bool) -> None:
        words, sheet = self._words, self._sheet
        left, right = self._logos(top) if is_first else (0.0, 0.0)
        room = (left, right + _CODE + 2)
        self._paper.colour(NAVY)
        title = f"{words.say('Attendance sheet')} – {sheet.title}"
        y = self._printer.text(title, top, 13 if is_first else 10, bold=True, height=9, room=room)
        self._paper.colour(BLACK)
        if not is_first:
            self._printer.text(self._part.when, y, 9, height=6, room=room)
            return
        contract = words.say("Contract {number}", number=isolate(sheet.contract_number, ltr=True))
        programme = f"{sheet.programme} · {contract}" if sheet.contract_number else sheet.programme
        y = self._printer.text(programme, y, 9, height=6, room=room)
        when = " · ".join(filter(None, (self._part.when, sheet.place)))
        y = self._printer.text(when, y, 10.5, bold=True, height=7, room=room)
        topics = " · ".join(f"{one.head}: {one.topic}" for one in self._part.sessions if one.topic)
        self._paper.colour(GREY)
        y = self._printer.text(topics, y, 8, height=7, room=room) if topics else y
        self._printer.text(sheet.funding, y, 7.5, height=7, room=room)

    def _logos(self, top: float) -> tuple[float, float]:
        """The logo where reading begins, the emblem before the code; how much room each takes."""
        taken = [0.0, 0.0]
        for place, png in enumerate(self._sheet.pictures[:2]):
            if not png:
                continue
            width = 26.0
            at_left = (place == 0) is not self._words.is_rtl
            beside = 0.0 if place == 0 else _CODE + 2
            x = MARGIN + beside if at_left else self._paper.width - MARGIN - width - beside
            align = Align.LEFT if at_left else Align.RIGHT
            self._paper.picture(x, top - _LOGO, width, _LOGO, png, align=align)
            taken[place] = width + 4
        return taken[0], taken[1]

    def _certify(self, y: float) -> None:
        """Who answers for the sheet."""
        words = self._words
        self._paper.colour(BLACK)
        text = words.say("I certify that the people who signed above attended these sessions.")
        y = self._printer.text(text, y - 3, 9, height=6)
        labels = (words.say("Name"), words.say("Position"), words.say("Date"), words.say("Signature"))
        self._printer.signatures(labels, y)
