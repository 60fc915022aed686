"""Strokes of a pen on a surface of 1,000 × 400, from the upper left corner, as one line of text.

``12,30 14,31;200,80 210,90``: points joined by spaces, strokes by semicolons.
"""

import re
from collections.abc import Iterable, Sequence

Point = tuple[int, int]
Strokes = tuple[tuple[Point, ...], ...]

KIND = "text/vnd.sijil.strokes"
"""The media type of such a text, in UTF-8."""
WIDE, HIGH = 1000, 400
_LEAST_STEP = 4
_MOST_POINTS = 4_000
_POINT = re.compile(r"(\d{1,4}),(\d{1,4})")


def written(strokes: Iterable[Sequence[Point]]) -> str:
    """Points that add nothing to see are left out."""
    return ";".join(" ".join(f"{x},{y}" for x, y in _thinned(stroke)) for stroke in strokes if stroke)


def _thinned(stroke: Sequence[Point]) -> list[Point]:
    kept = [stroke[0]]
    for point in stroke[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _LEAST_STEP:
            kept.append(point)
    return kept


def read(text: str) -> Strokes:
    """What is no point on the surface is left out."""
    strokes = []
    left = _MOST_POINTS
    for part in text.split(";"):
        points = [(int(x), int(y)) for x, y in _POINT.findall(part)][:left]
        points = [(x, y) for x, y in points if x <= WIDE and y <= HIGH]
        left -= len(points)
        if points:
            strokes.append(tuple(points))
    return tuple(strokes)
