"""Text that must stay inside its box: it shrinks, then wraps, and never overflows."""

import math
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
_HALVINGS = 6


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
    is_balanced: bool = False,
) -> Fitted:
    """The text at the largest size, up to ``size`` points, at which it fits the box (millimetres).

    :param is_balanced: lines of about one length, instead of a last one with a single word
    """
    spacing = ARABIC_LEADING if base == layout.RTL or (base is None and _is_arabic(text)) else LEADING
    while True:
        is_least = size <= _LEAST
        room = min(most_lines, int((height * MM + 0.01) / (size * spacing)))
        lines = layout.wrap(text, face, width * MM / size, base, math.inf if is_least else room)
        if len(lines) <= room or is_least:
            if is_balanced and 1 + text.count("\n") < len(lines) <= room:
                lines = _balanced(text, face, width * MM / size, base, lines)
            return Fitted(lines, size, size * spacing)
        size *= _STEP


def _balanced(text: str, face: Typeface, width: float, base: int | None, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The narrowest lines of which there are no more."""
    least, most = width / 2, width
    for _ in range(_HALVINGS):
        middle = (least + most) / 2
        tried = layout.wrap(text, face, middle, base, len(lines))
        if len(tried) > len(lines):
            least = middle
        else:
            most, lines = middle, tried
    return lines


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def draw(
    paper: Paper,
    fitted: Fitted,
    x: float,
    top: float,
    *,
    align: Align = Align.LEFT,
    centre_in: float = 0.0,
) -> float:
    """Draw from ``top`` downwards, or centred in a height below it; the y under the last line."""
    y = top - max(0.0, (centre_in - fitted.height) / 2)
    for line in fitted.lines:
        y -= fitted.leading / MM
        paper.line(x, y + fitted.leading * 0.28 / MM, line, fitted.size, align=align)
    return y
