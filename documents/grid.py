"""Tables over many pages: repeated header, mirrored for right-to-left, page x of y, cells that wrap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from documents.fit import Fitted, draw, fit
from documents.page import BLACK, GREY, NAVY, PALE, Paper
from documents.text import layout
from documents.text.fonts import text_face
from documents.text.pen import Align
from models.strokes import HIGH, WIDE, Strokes
from resources.words import Words

MARGIN = 10.0
_PADDING = 1.6
_FOOT = 9.0
_HEADING = 7.0


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
    ink: Strokes = ()
    """What was signed on a screen; it is drawn in the last cell."""


@dataclass(frozen=True, slots=True)
class Grid:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_height: float
    """The least height of a row in millimetres; more where a cell wraps."""


Head = Callable[[Paper, float], float]
"""Draws what stands above the table from this y downwards; the y below it."""


def number_width(most: int) -> float:
    """Millimetres for a column of numbers up to this one."""
    return max(10.0, 4.4 + 2.2 * len(str(most)))


class GridLayout:
    """Lays a grid out on pages. The y of everything is known before anything is drawn."""

    def __init__(self, page: tuple[float, float], words: Words, *, size: float = 9.0, margin: float = MARGIN) -> None:
        self._width, self._height = page
        self._margin = margin
        self._words = words
        self._size = size
        self._base = layout.RTL if words.is_rtl else layout.LTR
        self._known: dict[tuple[str, float, bool], Fitted] = {}

    def pages(
        self, grid: Grid, first_top: float, foot_room: float, next_top: float | None = None
    ) -> list[list[tuple[Row, float]]]:
        """The rows of each page with their heights.

        :param first_top: where the table begins on the first page
        :param foot_room: what must stay free below the last row, in millimetres
        :param next_top: where it begins on the pages that follow; none given: below the margin
        """
        pages: list[list[tuple[Row, float]]] = [[]]
        header = self.header_height(grid)
        room = first_top - self._margin - _FOOT - header
        for index, row in enumerate(grid.rows):
            height = self._row_height(grid, row)
            is_last = index == len(grid.rows) - 1
            wanted = height + (foot_room if is_last else 0)
            if row.is_heading and not is_last:
                wanted += self._row_height(grid, grid.rows[index + 1])
            if wanted > room and pages[-1]:
                pages.append([])
                room = (next_top or self._height - self._margin) - self._margin - _FOOT - header
            pages[-1].append((row, height))
            room -= height
        return pages

    def _fitted(self, text: str, column: Column, *, bold: bool = False) -> Fitted:
        key = (text, column.width, bold)
        if key not in self._known:
            width = column.width - 2 * _PADDING
            self._known[key] = fit(
                text, text_face(bold=bold), width=width, height=16, size=self._size, base=self._base
            )  # fmt: skip
        return self._known[key]

    def row_heights(self, grid: Grid) -> list[float]:
        return [self._row_height(grid, row) for row in grid.rows]

    def _row_height(self, grid: Grid, row: Row) -> float:
        if row.is_heading:
            return _HEADING
        cells = zip(row.cells, grid.columns, strict=True)
        return max([grid.row_height, *(self._fitted(text, column).height + 1.6 for text, column in cells if text)])

    def header_height(self, grid: Grid) -> float:
        return max(8.0, *(self._fitted(column.title, column, bold=True).height + 2 for column in grid.columns))


class GridPrinter(GridLayout):
    """Draws grids and what stands around them.

    :param planned: the layout that planned the pages, so that nothing is fitted twice
    """

    def __init__(
        self,
        paper: Paper,
        words: Words,
        *,
        size: float = 9.0,
        margin: float = MARGIN,
        planned: GridLayout | None = None,
    ) -> None:
        super().__init__((paper.width, paper.height), words, size=size, margin=margin)
        self._paper = paper
        if planned is not None:
            self._known = planned._known

    def page(self, grid: Grid, rows: Sequence[tuple[Row, float]], top: float) -> float:
        """Draw one page's part of the table; the y below it."""
        edges = self._edges(grid)
        header = self.header_height(grid)
        self._paper.fill(edges[-1][0], top - header, edges[-1][1], header, PALE)
        self._paper.colour(BLACK)
        for index, column in enumerate(grid.columns):
            self._cell(column, edges[index][0], column.title, top, header, bold=True)
        y = top - header
        levels, blocks, block_top = [top, y], [], top
        for row, height in rows:
            if row.is_heading:
                blocks.append((block_top, y))
                self._heading(row, y, height)
                self._paper.colour(BLACK)
                block_top = y - height
            else:
                for (left, _), column, text in zip(edges, grid.columns, row.cells, strict=False):
                    if text:
                        self._cell(column, left, text, y, height)
                if row.ink:
                    self._ink(row.ink, edges[len(grid.columns) - 1], y, height)
            y -= height
            levels.append(y)
        blocks.append((block_top, y))
        self._rules(grid, edges, levels, blocks)
        return y

    def _edges(self, grid: Grid) -> list[tuple[float, float]]:
        """Left edge and width of each column; at the end, of the whole table."""
        lefts = [self._left_of(grid, index) for index in range(len(grid.columns))]
        width = sum(column.width for column in grid.columns)
        return [*zip(lefts, (one.width for one in grid.columns), strict=True), (min(lefts), width)]

    def _rules(
        self,
        grid: Grid,
        edges: list[tuple[float, float]],
        levels: list[float],
        blocks: list[tuple[float, float]],
    ) -> None:
        """Long lines over the whole table instead of a frame for each cell."""
        left, width = edges[-1]
        lines = [(left, y, left + width, y) for y in levels]
        uprights = sorted({round(x, 3) for x, _ in edges[:-1]} | {round(left + width, 3)})
        for top, below in blocks:
            if top - below > 0.01:
                lines += [(x, top, x, below) for x in uprights]
        self._paper.rules(lines, weight=0.4)

    def _ink(self, strokes: Strokes, edge: tuple[float, float], top: float, height: float) -> None:
        """As large as fits the cell; the same way round in every language."""
        left, width = edge
        scale = min((width - 2) / WIDE, (height - 1) / HIGH)
        x, y = left + (width - WIDE * scale) / 2, top - (height - HIGH * scale) / 2
        self._paper.stroke(NAVY, 0.9)
        for stroke in strokes:
            self._paper.path([(x + point[0] * scale, y - point[1] * scale) for point in stroke])

    def _heading(self, row: Row, top: float, height: float) -> None:
        self._paper.colour(NAVY)
        width = self._width - 2 * self._margin - 2 * _PADDING
        fitted = fit(row.cells[0], text_face(bold=True), width=width, height=6, size=9.5, base=self._base)
        inner = self._sides()[0] + (-_PADDING if self._words.is_rtl else _PADDING)
        draw(self._paper, fitted, inner, top, align=self._align(), centre_in=height)

    def _cell(self, column: Column, left: float, text: str, top: float, height: float, *, bold: bool = False) -> None:
        fitted = self._fitted(text, column, bold=bold)
        align = Align.CENTRE if column.is_centred else self._align()
        x = left + _PADDING + (column.width - 2 * _PADDING) * align.value
        draw(self._paper, fitted, x, top, align=align, centre_in=height)

    def foot(self, note: str, page: int, pages: int, *, has_numbers: bool = True) -> None:
        """A note and "page x of y" at the bottom."""
        self._paper.colour(GREY)
        inner, outer = self._sides()
        number = self._words.number
        text = self._words.say("Page {page} of {pages}", page=number(page), pages=number(pages))
        if has_numbers:
            self._paper.text(outer, self._margin, text, text_face(), 7.5, align=self._align(end=True), base=self._base)
        if note:
            fitted = fit(
                note, text_face(), width=self._width - 2 * self._margin - 40, height=7, size=7.5, base=self._base
            )
            draw(self._paper, fitted, inner, self._margin + 4.2, align=self._align())

    def text(
        self,
        text: str,
        y: float,
        size: float,
        *,
        bold: bool = False,
        height: float = 12.0,
        room: tuple[float, float] = (0.0, 0.0),
    ) -> float:
        """A paragraph over the whole width, from y downwards; the y below it.

        :param room: millimetres that stay free where reading begins, and where it ends
        """
        width = self._width - 2 * self._margin - sum(room)
        fitted = fit(text, text_face(bold=bold), width=width, height=height, size=size, base=self._base)
        begin = self._sides()[0] + (-room[0] if self._words.is_rtl else room[0])
        return draw(self._paper, fitted, begin, y, align=self._align())

    def signatures(self, labels: Sequence[str], y: float) -> None:
        """A line for each who signs, side by side from y downwards."""
        if not labels:
            return
        self._paper.colour(BLACK)
        width = (self._width - 2 * self._margin) / len(labels)
        for index, label in enumerate(labels):
            left = self._margin + width * (len(labels) - 1 - index if self._words.is_rtl else index)
            self._paper.rule(left + 1, y - 9, left + width - 4, y - 9, colour=BLACK)
            x = left + (width - 4 if self._words.is_rtl else 1)
            self._paper.text(x, y - 13, label, text_face(), 8, align=self._align())

    def _sides(self) -> tuple[float, float]:
        """Where a line begins and ends in this language."""
        sides = (self._margin, self._width - self._margin)
        return (sides[1], sides[0]) if self._words.is_rtl else sides

    def _align(self, *, end: bool = False) -> Align:
        return Align.RIGHT if self._words.is_rtl is not end else Align.LEFT

    def _left_of(self, grid: Grid, index: int) -> float:
        """The left edge of a column; the first one stands at the right in right-to-left."""
        before = sum(column.width for column in grid.columns[:index])
        if self._words.is_rtl:
            return self._width - self._margin - before - grid.columns[index].width
        return self._margin + before
