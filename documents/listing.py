"""A list over pages: a heading, a sentence, a table, totals; what most documents of a training are."""

from dataclasses import dataclass
from typing import BinaryIO

from documents.grid import MARGIN, Column, Grid, GridPrinter, Row
from documents.page import A4_PORTRAIT, BLACK, NAVY, Paper, Progress, no_progress
from resources.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All texts in the language of the list."""

    title: str
    training: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    lead: str = ""
    """A sentence or two below the heading."""
    row_height: float = 8.0
    size: tuple[float, float] = A4_PORTRAIT
    letters: float = 9.5
    """Points."""
    below: tuple[str, ...] = ()
    """Paragraphs below the table."""
    signatures: tuple[str, ...] = ()
    """Who signs below; a line for each."""
    note: str = ""
    """At the foot of each page."""


_HEAD, _LEAD, _PARAGRAPH, _SIGNATURE = 19.0, 8.0, 8.0, 22.0


def render(stream: BinaryIO, listing: Listing, words: Words, progress: Progress = no_progress) -> None:
    """
    :raises MissingGlyph: when a name has a letter that no font draws
    """
    heading = f"{listing.title} – {listing.training}"
    paper = Paper(stream, listing.size, title=heading, language=words.language)
    printer = GridPrinter(paper, words, size=listing.letters)
    grid = Grid(listing.columns, listing.rows, listing.row_height)
    top = paper.height - MARGIN
    head = _HEAD + (_LEAD if listing.lead else 0)
    foot = len(listing.below) * _PARAGRAPH + (_SIGNATURE if listing.signatures else 0)
    pages = printer.pages(grid, top - head, foot)
    for number, rows in enumerate(pages, start=1):
        progress(number - 1, len(pages))
        if number == 1:
            paper.colour(NAVY)
            below = printer.text(heading, top, 14, bold=True, height=14)
            paper.colour(BLACK)
            if listing.lead:
                printer.text(listing.lead, below, 9.5, height=10)
        y = printer.page(grid, rows, top - head if number == 1 else top)
        if number == len(pages):
            _end(paper, printer, listing, y, words)
        printer.foot(listing.note, number, len(pages))
        paper.next_page()
    progress(len(pages), len(pages))
    paper.save()


def _end(paper: Paper, printer: GridPrinter, listing: Listing, y: float, words: Words) -> None:
    paper.colour(BLACK)
    for text in listing.below:
        y = printer.text(text, y - 2, 10, height=12)
    printer.signatures(listing.signatures, y - 4)
