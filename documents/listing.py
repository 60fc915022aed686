"""A list over pages: a heading, a sentence, a table, totals; what most documents of a training are."""

from collections.abc import Sequence
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
    render_all(stream, (listing,), words, progress)


def render_all(stream: BinaryIO, listings: Sequence[Listing], words: Words, progress: Progress = no_progress) -> None:
    """Several lists of one size as one document, each from a new page on, with one count of pages.

    :raises MissingGlyph: when a name has a letter that no font draws
    """
    paper = Paper(stream, listings[0].size, title=_heading(listings[0]), language=words.language)
    planned = [_Planned(listing, paper, words) for listing in listings]
    total = sum(len(one.pages) for one in planned)
    done = 0
    for one in planned:
        for place in range(len(one.pages)):
            progress(done, total)
            done += 1
            one.draw(place)
            one.printer.foot(one.listing.note, done, total)
            paper.next_page()
    progress(total, total)
    paper.save()


def _heading(listing: Listing) -> str:
    return f"{listing.title} – {listing.training}"


class _Planned:
    """A list whose pages are known."""

    def __init__(self, listing: Listing, paper: Paper, words: Words) -> None:
        self.listing = listing
        self.printer = GridPrinter(paper, words, size=listing.letters)
        self._paper = paper
        self._grid = Grid(listing.columns, listing.rows, listing.row_height)
        self._top = paper.height - MARGIN
        self._below_head = self._top - _HEAD - (_LEAD if listing.lead else 0)
        foot = len(listing.below) * _PARAGRAPH + (_SIGNATURE if listing.signatures else 0)
        self.pages = self.printer.pages(self._grid, self._below_head, foot)

    def draw(self, place: int) -> None:
        """One page of it, from 0."""
        listing, paper, printer = self.listing, self._paper, self.printer
        if place == 0:
            paper.colour(NAVY)
            below = printer.text(_heading(listing), self._top, 14, bold=True, height=14)
            paper.colour(BLACK)
            if listing.lead:
                printer.text(listing.lead, below, 9.5, height=10)
        y = printer.page(self._grid, self.pages[place], self._top if place else self._below_head)
        if place == len(self.pages) - 1:
            _end(paper, printer, listing, y)


def _end(paper: Paper, printer: GridPrinter, listing: Listing, y: float) -> None:
    paper.colour(BLACK)
    for text in listing.below:
        y = printer.text(text, y - 2, 10, height=12)
    printer.signatures(listing.signatures, y - 4)
