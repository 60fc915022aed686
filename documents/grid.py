"""Tables over many pages: repeated header, mirrored for right-to-left, page x of y, cells that wrap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from documents.fit import Fitted, draw, fit
from documents.page import BLACK, GREY, NAVY, PALE, Paper
from documents.text import layout
from documents.text.fonts import text_face
from documents.text.pen import Align
from resources.words import Words

MARGIN = 10.0
_PADDING = 1.6
_FOOT = 9.0


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in millimetres; a column for ink has empty cells."""

    title: str
    width: float
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row, or, with a single cell, a heading over the whole width."""

    cells: tuple[str, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_height: float
    """The least height of a row in millimetres; more where a cell wraps."""


Head = Callable[[Paper, float], float]
"""Draws what stands above the table from this y downwards; the y below it."""


class GridPrinter:
    """Lays a grid out on pages. The y of everything is known before anything is drawn."""

    def __init__(self, paper: Paper, words: Words, *, size: float = 9.0) -> None:
        self._paper = paper
        self._words = words
        self._size = size
        self._base = layout.RTL if words.is_rtl else layout.LTR

    def pages(self, grid: Grid, first_top: float, foot_room: float) -> list[list[tuple[Row, float]]]:
        """The rows of each page with their heights.

        :param foot_room: what must stay free below the last row, in millimetres
        """
        pages: list[list[tuple[Row, float]]] = [[]]
        room = first_top - MARGIN - _FOOT - self._header_height(grid)
        for index, row in enumerate(grid.rows):
            height = self._row_height(grid, row)
            is_last = index == len(grid.rows) - 1
            wanted = height + (foot_room if is_last else 0)
            if row.is_heading and not is_last:
                wanted += self._row_height(grid, grid.rows[index + 1])
            if wanted > room and pages[-1]:
                pages.append([])
                room = self._paper.height - 2 * MARGIN - _FOOT - self._header_height(grid)
            pages[-1].append((row, height))
            room -= height
        return pages

    def page(self, grid: Grid, rows: Sequence[tuple[Row, float]], top: float) -> float:
        """Draw one page's part of the table; the y below it."""
        y = self._header(grid, top)
        for row, height in rows:
            self._row(grid, row, y, height)
            y -= height
        return y

    def foot(self, note: str, page: int, pages: int) -> None:
        """A note and "page x of y" at the bottom."""
        self._paper.colour(GREY)
        inner, outer = self._sides()
        text = self._words.say("Page {page} of {pages}", page=self._words.number(page), pages=self._words.number(pages))
        self._paper.text(outer, MARGIN, text, text_face(), 7.5, align=self._align(end=True), base=self._base)
        fitted = fit(note, text_face(), width=self._paper.width - 2 * MARGIN - 40, height=7, size=7.5, base=self._base)
        draw(self._paper, fitted, inner, MARGIN + 4.2, align=self._align())

    def text(self, text: str, y: float, size: float, *, bold: bool = False, height: float = 12.0) -> float:
        """A paragraph over the whole width, from y downwards; the y below it."""
        fitted = fit(
            text,
            text_face(bold=bold),
            width=self._paper.width - 2 * MARGIN,
            height=height,
            size=size,
            base=self._base,
        )
        return draw(self._paper, fitted, self._sides()[0], y, align=self._align())

    def _sides(self) -> tuple[float, float]:
        """Where a line begins and ends in this language."""
        sides = (MARGIN, self._paper.width - MARGIN)
        return (sides[1], sides[0]) if self._words.is_rtl else sides

    def _align(self, *, end: bool = False) -> Align:
        return Align.RIGHT if self._words.is_rtl is not end else Align.LEFT

    def _left_of(self, grid: Grid, index: int) -> float:
        """The left edge of a column; the first one stands at the right in right-to-left."""
        before = sum(column.width for column in grid.columns[:index])
        if self._words.is_rtl:
            return self._paper.width - MARGIN - before - grid.columns[index].width
        return MARGIN + before

    def _fitted(self, text: str, column: Column, *, bold: bool = False) -> Fitted:
        width = column.width - 2 * _PADDING
        return fit(text, text_face(bold=bold), width=width, height=16, size=self._size, base=self._base)

    def _row_height(self, grid: Grid, row: Row) -> float:
        if row.is_heading:
            return 7.0
        cells = zip(row.cells, grid.columns, strict=True)
        return max([grid.row_height, *(self._fitted(text, column).height + 1.6 for text, column in cells if text)])

    def _header_height(self, grid: Grid) -> float:
        return max(8.0, *(self._fitted(column.title, column, bold=True).height + 2 for column in grid.columns))

    def _header(self, grid: Grid, top: float) -> float:
        height = self._header_height(grid)
        width = sum(column.width for column in grid.columns)
        left = self._left_of(grid, len(grid.columns) - 1) if self._words.is_rtl else MARGIN
        self._paper.fill(left, top - height, width, height, PALE)
        for index, column in enumerate(grid.columns):
            self._cell(grid, index, column.title, top, height, bold=True)
        return top - height

    def _row(self, grid: Grid, row: Row, top: float, height: float) -> None:
        if row.is_heading:
            self._paper.colour(NAVY)
            fitted = fit(row.cells[0], text_face(bold=True), width=120, height=6, size=9.5, base=self._base)
            inner = self._sides()[0] + (-_PADDING if self._words.is_rtl else _PADDING)
            draw(self._paper, fitted, inner, top, align=self._align(), centre_in=height)
            return
        for index, text in enumerate(row.cells):
            self._cell(grid, index, text, top, height)

    def _cell(self, grid: Grid, index: int, text: str, top: float, height: float, *, bold: bool = False) -> None:
        column = grid.columns[index]
        left = self._left_of(grid, index)
        self._paper.frame(left, top - height, column.width, height, weight=0.4)
        if not text:
            return
        self._paper.colour(BLACK)
        fitted = self._fitted(text, column, bold=bold)
        align = Align.CENTRE if column.is_centred else self._align()
        x = left + _PADDING + (column.width - 2 * _PADDING) * align.value
        draw(self._paper, fitted, x, top, align=align, centre_in=height)
