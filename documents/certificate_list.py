"""Two lists of certificates: to sign for when they are handed over, and the register of all numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from documents.grid import MARGIN, Column, Grid, GridPrinter, Row
from documents.page import A4_LANDSCAPE, A4_PORTRAIT, BLACK, NAVY, Paper, Progress, no_progress
from resources.words import Words

_ROW, _SIGNED_ROW = 8.0, 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCertificate:
    """All texts in the language of the list."""

    number: str
    name: str
    institution: str = ""
    kind: str = ""
    state: str = ""
    issued: str = ""
    handed_over: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Layout:
    title: str
    lead: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_height: float
    size: tuple[float, float]


def render_collection(stream: BinaryIO, training: str, listed: Sequence[ListedCertificate], words: Words) -> None:
    """Who takes which certificate, with room to sign.

    :raises MissingGlyph: when a name has a letter that no font draws
    """
    columns = (
        Column(words.say("No."), 10, is_centred=True),
        Column(words.say("Name"), 56),
        Column(words.say("Institution"), 44),
        Column(words.say("Certificate number"), 38),
        Column(words.say("Signature"), 42),
    )
    rows = tuple(
        Row((words.number(place), one.name, one.institution, one.number, ""))
        for place, one in enumerate(listed, start=1)
    )
    lead = words.say("Everybody signs for the certificate that they take with them.")
    title = words.say("Collection of certificates")
    _print(stream, training, _Layout(title, lead, columns, rows, _SIGNED_ROW, A4_PORTRAIT), words)


def render_register(
    stream: BinaryIO,
    training: str,
    listed: Sequence[ListedCertificate],
    words: Words,
    progress: Progress = no_progress,
) -> None:
    """Every number that was given, and what became of it.

    :raises MissingGlyph: when a name has a letter that no font draws
    """
    columns = (
        Column(words.say("Certificate number"), 40),
        Column(words.say("Name"), 64),
        Column(words.say("Kind"), 26),
        Column(words.say("State"), 30),
        Column(words.say("Issued on"), 28),
        Column(words.say("Handed over on"), 28),
        Column(words.say("Note"), 61),
    )
    rows = tuple(
        Row((one.number, one.name, one.kind, one.state, one.issued, one.handed_over, one.note)) for one in listed
    )
    title = words.say("Register of certificates")
    _print(stream, training, _Layout(title, "", columns, rows, _ROW, A4_LANDSCAPE), words, progress)


def _print(
    stream: BinaryIO, training: str, layout: _Layout, words: Words, progress: Progress = no_progress
) -> None:  # fmt: skip
    paper = Paper(stream, layout.size, title=f"{layout.title} – {training}", language=words.language)
    printer = GridPrinter(paper, words, size=9.5)
    grid = Grid(layout.columns, layout.rows, layout.row_height)
    top = paper.height - MARGIN
    head = 26.0 if layout.lead else 19.0
    pages = printer.pages(grid, top - head, 0)
    for number, rows in enumerate(pages, start=1):
        progress(number - 1, len(pages))
        below = top
        if number == 1:
            paper.colour(NAVY)
            below = printer.text(f"{layout.title} – {training}", top, 14, bold=True, height=14)
            paper.colour(BLACK)
            if layout.lead:
                printer.text(layout.lead, below, 9.5, height=8)
            below = top - head
        printer.page(grid, rows, below)
        printer.foot("", number, len(pages))
        paper.next_page()
    paper.save()
