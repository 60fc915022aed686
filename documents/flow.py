"""Text, tables and drawings one below the other, over as many pages as they need: letters and reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from documents.fit import draw, fit
from documents.grid import Column, Grid, GridLayout, GridPrinter, Row
from documents.page import BLACK, Colour, Paper, Progress, no_progress
from documents.text import layout
from documents.text.fonts import text_face
from documents.text.pen import Align
from resources.words import Words

MARGIN = 18.0
_FOOT = 10.0
_PLENTY = 10_000.0  # millimetres: text that need not fit a box

DrawBlock = Callable[[Paper, float, float, float], None]
"""Paper, left edge, top, width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    height: float
    draw: DrawBlock
    keeps_next: bool = False
    """Stays on the page of what follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    grid: Grid


class Flow:
    """A document that is first collected and then laid out."""

    def __init__(self, size: tuple[float, float], words: Words) -> None:
        self.words = words
        self.size = size
        self.width = size[0] - 2 * MARGIN
        self._base = layout.RTL if words.is_rtl else layout.LTR
        self._pages: list[list[_Block | _Table]] = [[]]
        self._layout = GridLayout(size, words, margin=MARGIN)

    # Collecting

    def text(
        self,
        text: str,
        size: float = 10.5,
        *,
        bold: bool = False,
        colour: Colour = BLACK,
        after: float = 2.0,
        keeps_next: bool = False,
        is_centred: bool = False,
        at_end: bool = False,
    ) -> None:
        """A paragraph.

        :param after: millimetres below it
        :param at_end: where the lines end, as the date of a letter
        """
        if not text:
            return
        fitted = fit(text, text_face(bold=bold), width=self.width, height=_PLENTY, size=size, base=self._base)

        def put(paper: Paper, left: float, top: float, width: float) -> None:
            paper.colour(colour)
            align = Align.CENTRE if is_centred else self._align(end=at_end)
            draw(paper, fitted, left + width * align.value, top, align=align)

        self.block(fitted.height + after, put, keeps_next=keeps_next)

    def block(self, height: float, put: DrawBlock, *, keeps_next: bool = False) -> None:
        """Anything that is drawn in one piece."""
        self._pages[-1].append(_Block(height=height, draw=put, keeps_next=keeps_next))

    def gap(self, height: float) -> None:
        self.block(height, lambda paper, left, top, width: None)

    def table(self, columns: Sequence[tuple[str, float]], rows: Sequence[Row], *, row_height: float = 7.0) -> None:
        """
        :param columns: heading and share of the width
        """
        total = sum(share for _, share in columns)
        made = tuple(Column(title, self.width * share / total) for title, share in columns)
        self._pages[-1].append(_Table(grid=Grid(made, tuple(rows), row_height)))

    def new_page(self) -> None:
        if self._pages[-1]:
            self._pages.append([])

    def _align(self, *, end: bool = False) -> Align:
        return Align.RIGHT if self.words.is_rtl is not end else Align.LEFT

    # Laying out

    def render(
        self,
        stream: BinaryIO,
        title: str,
        note: str = "",
        progress: Progress = no_progress,
        *,
        has_numbers: bool = True,
    ) -> None:
        """
        :param note: at the foot of each page
        :raises MissingGlyph: when a text has a letter that no font draws
        """
        paper = Paper(stream, self.size, title=title, language=self.words.language)
        printer = GridPrinter(paper, self.words, margin=MARGIN, planned=self._layout)
        pages = [page for part in self._pages if part for page in self._broken(part)]
        for number, page in enumerate(pages, start=1):
            progress(number - 1, len(pages))
            top = self.size[1] - MARGIN
            for piece in page:
                if isinstance(piece, _Table):
                    heights = self._layout.row_heights(piece.grid)
                    top = printer.page(piece.grid, list(zip(piece.grid.rows, heights, strict=True)), top) - 3
                else:
                    piece.draw(paper, MARGIN, top, self.width)
                    top -= piece.height
            if has_numbers or note:
                printer.foot(note, number, len(pages), has_numbers=has_numbers)
            paper.next_page()
        progress(len(pages), len(pages))
        paper.save()

    def _broken(self, pieces: Sequence[_Block | _Table]) -> list[list[_Block | _Table]]:
        """The pieces of each page."""
        pages: list[list[_Block | _Table]] = [[]]
        full = self.size[1] - 2 * MARGIN - _FOOT
        room = full
        waiting = list(pieces)
        while waiting:
            piece = waiting.pop(0)
            if isinstance(piece, _Table):
                first, rest, height = self._split(piece, room, is_alone=not pages[-1])
                if first is not None:
                    pages[-1].append(first)
                    room -= height
                if rest is not None:
                    waiting.insert(0, rest)
                    pages.append([])
                    room = full
                continue
            if piece.height + self._needed(piece, waiting) > room and pages[-1]:
                pages.append([])
                room = full
            pages[-1].append(piece)
            room -= piece.height
        return pages

    def _needed(self, piece: _Block, waiting: Sequence[_Block | _Table]) -> float:
        """Room for what must stand on the same page."""
        if not piece.keeps_next or not waiting:
            return 0.0
        following = waiting[0]
        if isinstance(following, _Table):
            heights = self._layout.row_heights(following.grid)
            return self._layout.header_height(following.grid) + sum(heights[:2])
        return following.height + self._needed(following, waiting[1:])

    def _split(self, table: _Table, room: float, *, is_alone: bool) -> tuple[_Table | None, _Table | None, float]:
        """What of a table fits here, what is left, and the height of the first."""
        heights = self._layout.row_heights(table.grid)
        used = self._layout.header_height(table.grid) + 3
        count = 0
        for height in heights:
            if used + height > room and (count or not is_alone):
                break
            used += height
            count += 1
        rows = table.grid.rows
        if count == len(rows):
            return table, None, used
        if count == 0:
            return None, table, 0.0
        first = _Table(grid=replace(table.grid, rows=rows[:count]))
        return first, _Table(grid=replace(table.grid, rows=rows[count:])), used
