"""Text that must stay inside its box: it shrinks, then wraps, and never overflows."""

from dataclasses import dataclass

from documents.page import MM, Paper
from documents.text import layout
from documents.text.fonts import Typeface
from documents.text.layout import Line
from documents.text.pen import Align

LEADING = 1.32
ARABIC_LEADING = 1.5
_STEP = 0.94
_LEAST = 3.0


@dataclass(frozen=True, slots=True)
class Fitted:
    lines: tuple[Line, ...]
    size: float
    leading: float

    @property
    def height(self) -> float:
        """In millimetres."""
        return len(self.lines) * self.leading / MM


def fit(
    text: str,
    face: Typeface,
    *,
    width: float,
    height: float,
    size: float,
    base: int | None = layout.FIRST_STRONG,
    most_lines: int = 99,
) -> Fitted:
    """The text at the largest size, up to ``size`` points, at which it fits the box (millimetres)."""
    spacing = ARABIC_LEADING if base == layout.RTL else LEADING
    while True:
        lines = layout.wrap(text, face, width * MM / size, base)
        fits = len(lines) <= most_lines and len(lines) * size * spacing <= height * MM + 0.01
        if fits or size <= _LEAST:
            return Fitted(lines, size, size * spacing)
        size *= _STEP


def draw(
    paper: Paper, fitted: Fitted, x: float, top: float, *, align: Align = Align.LEFT, centre_in: float = 0.0
) -> float:
    """Draw from ``top`` downwards, or centred in a height below it; the y under the last line."""
    y = top - max(0.0, (centre_in - fitted.height) / 2)
    for line in fitted.lines:
        y -= fitted.leading / MM
        paper.line(x, y + fitted.leading * 0.28 / MM, line, fitted.size, align=align)
    return y
