"""The pages of one PDF: a ReportLab canvas with our text, pictures and codes on it.

Positions and sizes in millimetres from the lower left corner; font sizes in points.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import BinaryIO

import segno
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from documents import qr
from documents.packed import pack_last_page
from documents.text import layout
from documents.text.fonts import Typeface
from documents.text.layout import Line
from documents.text.pen import Align, Pen
from models.paper import STRAIGHT, Placing

MM = 72 / 25.4
A4_LANDSCAPE = (297.0, 210.0)
A4_PORTRAIT = (210.0, 297.0)

Colour = tuple[float, float, float]
Progress = Callable[[int, int], None]
"""Called with (pages done, of how many); raises to cancel."""

BLACK: Colour = (0.07, 0.09, 0.13)
NAVY: Colour = (0.09, 0.19, 0.36)
GOLD: Colour = (0.72, 0.56, 0.23)
GREY: Colour = (0.38, 0.42, 0.48)
PALE: Colour = (0.93, 0.95, 0.98)
RULE: Colour = (0.62, 0.66, 0.72)


@cache
def colour_of(code: str) -> Colour:
    """#rrggbb as fractions."""
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def no_progress(done: int, total: int) -> None:
    """For callers that do not show any."""


_MARK = 5.0  # length of a cutting mark


class _Canvas(Canvas):
    """ReportLab begins each page with a font of its own, which no page uses and no reader should look for."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Paper:
    """One document under way."""

    def __init__(
        self,
        stream: BinaryIO,
        size: tuple[float, float],
        *,
        title: str,
        language: str,
        placing: Placing = STRAIGHT,
    ) -> None:
        self.width, self.height = size
        self._placing = placing
        self.canvas = _Canvas(stream, pagesize=self._sheet, invariant=1, pageCompression=1, lang=language)
        self.canvas.setTitle(title)
        self.canvas.setCreator("Sijil")
        self._pen = Pen(self.canvas)
        self._pictures: dict[bytes, ImageReader] = {}

    @property
    def _sheet(self) -> tuple[float, float]:
        """Points, with what is cut off."""
        rim = 2 * self._placing.rim
        return (self.width + rim) * MM, (self.height + rim) * MM

    def resize(self, size: tuple[float, float]) -> None:
        """The page that begins and those after it have another size."""
        self.width, self.height = size
        self.canvas.setPageSize(self._sheet)

    def colour(self, fill: Colour) -> None:
        self.canvas.setFillColorRGB(*fill)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        face: Typeface,
        size: float,
        *,
        align: Align = Align.LEFT,
        base: int | None = layout.FIRST_STRONG,
    ) -> None:
        """One line with its baseline at y."""
        self._pen.text(x * MM, y * MM, text, face, size, align=align, base=base)

    def line(self, x: float, y: float, line: Line, size: float, *, align: Align = Align.LEFT) -> None:
        """With its baseline at y."""
        self._pen.line(x * MM, y * MM, line, size, align=align)

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, colour: Colour = RULE, weight: float = 0.5) -> None:
        """A straight line, its weight in points."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(weight)
        self.canvas.line(x1 * MM, y1 * MM, x2 * MM, y2 * MM)

    def rules(
        self, lines: Sequence[tuple[float, float, float, float]], *, colour: Colour = RULE, weight: float = 0.5
    ) -> None:
        """Many straight lines of one kind, as one path."""
        self.stroke(colour, weight)
        operators: list[str] = self.canvas._code  # type: ignore[attr-defined]  # a path of ReportLab's takes ten times as long
        operators += [f"{x1 * MM:.2f} {y1 * MM:.2f} m {x2 * MM:.2f} {y2 * MM:.2f} l" for x1, y1, x2, y2 in lines]
        operators.append("S")

    def frame(
        self, x: float, y: float, width: float, height: float, *, colour: Colour = RULE, weight: float = 0.5
    ) -> None:
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(weight)
        self.canvas.rect(x * MM, y * MM, width * MM, height * MM, stroke=1, fill=0)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x * MM, y * MM, width * MM, height * MM, stroke=0, fill=1)

    def stroke(self, colour: Colour, weight: float) -> None:
        """How the next paths are drawn; the weight in points."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(weight)

    def path(self, points: Sequence[tuple[float, float]], *, closed: bool = False, fill: bool = False) -> None:
        """Straight lines from point to point."""
        path = self.canvas.beginPath()
        path.moveTo(points[0][0] * MM, points[0][1] * MM)
        for x, y in points[1:]:
            path.lineTo(x * MM, y * MM)
        if closed:
            path.close()
        self.canvas.drawPath(path, stroke=0 if fill else 1, fill=1 if fill else 0)

    def place(self) -> None:
        """Put the page that begins where it belongs on its sheet."""
        to = self._placing
        if to.rim:
            self.canvas.translate(to.rim * MM, to.rim * MM)
            self._draw_marks()
        if to.right or to.down or to.scale != 1:
            self.canvas.translate(to.right * MM, (self.height * (1 - to.scale) - to.down) * MM)
            self.canvas.scale(to.scale, to.scale)

    def _draw_marks(self) -> None:
        """Two short lines beside each corner, outside of the page."""
        near, far = self._placing.rim - _MARK, self._placing.rim
        for x, left in ((0.0, -1), (self.width, 1)):
            for y, below in ((0.0, -1), (self.height, 1)):
                self.rule(x + left * near, y, x + left * far, y, colour=BLACK, weight=0.25)
                self.rule(x, y + below * near, x, y + below * far, colour=BLACK, weight=0.25)

    @contextmanager
    def form(self, name: str) -> Iterator[None]:
        """What is drawn inside is kept once and drawn by ``draw_form``."""
        self.canvas.beginForm(name, 0, 0, self.width * MM, self.height * MM)
        yield
        self.canvas.endForm()

    def draw_form(self, name: str) -> None:
        self.canvas.doForm(name)

    @contextmanager
    def turned(self, right: float, top: float) -> Iterator[None]:
        """What is drawn inside stands on its head, about the middle between here and the lower left corner."""
        self.canvas.saveState()
        self.canvas.translate(right * MM, top * MM)
        self.canvas.rotate(180)
        yield
        self.canvas.restoreState()

    def picture(
        self, x: float, y: float, width: float, height: float, png: bytes, *, align: Align = Align.CENTRE
    ) -> None:
        """A picture as large as fits the box, its proportions kept."""
        if png not in self._pictures:
            self._pictures[png] = ImageReader(io.BytesIO(png))
        pixels_wide, pixels_high = self._pictures[png].getSize()
        scale = min(width / pixels_wide, height / pixels_high)
        wide, high = pixels_wide * scale, pixels_high * scale
        left, bottom = x + (width - wide) * align.value, y + (height - high) / 2
        self.canvas.drawImage(self._pictures[png], left * MM, bottom * MM, wide * MM, high * MM, mask="auto")

    def code(self, x: float, y: float, side: float, text: str) -> None:
        """A QR code as a one-bit image mask; the quiet zone lies inside the side, white on whatever is there."""
        symbol = qr.encode(text)
        module = side / (symbol.size + 2 * qr.QUIET_ZONE)
        inner, corner = module * symbol.size * MM, module * qr.QUIET_ZONE
        operators: list[str] = self.canvas._code  # type: ignore[attr-defined]  # as in Pen
        operators.append(
            f"q 1 g {x * MM:.3f} {y * MM:.3f} {side * MM:.3f} {side * MM:.3f} re f 0 g "
            f"{inner:.3f} 0 0 {inner:.3f} {(x + corner) * MM:.3f} {(y + corner) * MM:.3f} cm "
            f"BI /W {symbol.size} /H {symbol.size} /IM true /BPC 1 /D [1 0] /F /AHx ID {symbol.rows.hex()}> EI Q"
        )

    def qr(self, x: float, y: float, side: float, text: str) -> None:
        """A QR code of any text, drawn module by module; for the single one."""
        rows = [list(row) for row in segno.make(text, micro=False, error="m").matrix]
        module = side / (len(rows) + 2 * qr.QUIET_ZONE)
        self.fill(x, y, side, side, (1.0, 1.0, 1.0))
        self.colour((0.0, 0.0, 0.0))
        path = self.canvas.beginPath()
        for down, row in enumerate(rows):
            for right, is_dark in enumerate(row):
                if is_dark:
                    left = x + (right + qr.QUIET_ZONE) * module
                    below = y + side - (down + 1 + qr.QUIET_ZONE) * module
                    path.rect(left * MM, below * MM, module * MM, module * MM)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def next_page(self) -> None:
        self.canvas.showPage()
        pack_last_page(self.canvas._doc, self._placing.rim * MM)  # type: ignore[attr-defined]  # as in Pen

    def save(self) -> None:
        self.canvas.save()
