"""Frames of certificates: a line, a double line with lozenges, an engraved band (guilloche), a filled box."""

import math
from collections.abc import Iterator

from documents.page import Colour, Paper, colour_of
from models.certificates.designs import FrameElement, FrameStyle

_INNER = 2.0  # from the outer to the inner line of a double frame
_BAND = 7.0  # breadth of the engraved band
_WAVE = 7.0  # about how long one wave is
_STRANDS = 6
_STEPS = 10  # straight pieces of a wave

Point = tuple[float, float]


def draw(paper: Paper, element: FrameElement) -> None:
    left, bottom = element.x, paper.height - element.y - element.height
    box = (left, bottom, element.width, element.height)
    first, second = colour_of(element.colour), colour_of(element.second)
    match element.style:
        case FrameStyle.LINE:
            paper.frame(*box, colour=first, weight=element.weight)
        case FrameStyle.FILL:
            paper.fill(*box, first)
        case FrameStyle.DOUBLE:
            paper.frame(*box, colour=first, weight=element.weight)
            _inner_line(paper, box, first, second, _INNER)
        case FrameStyle.GUILLOCHE:
            _band(paper, box, first, second, element.weight)


def _inner_line(paper: Paper, box: tuple[float, float, float, float], first: Colour, second: Colour, by: float) -> None:
    x, y, width, height = box
    paper.frame(x + by, y + by, width - 2 * by, height - 2 * by, colour=second, weight=0.7)
    for corner_x in (x + by, x + width - by):
        for corner_y in (y + by, y + height - by):
            for radius, colour in ((3.2, second), (1.5, first)):
                _lozenge(paper, corner_x, corner_y, radius, colour)


def _lozenge(paper: Paper, x: float, y: float, radius: float, colour: Colour) -> None:
    points = [(x - radius, y), (x, y + radius), (x + radius, y), (x, y - radius)]
    paper.colour(colour)
    paper.path(points, closed=True, fill=True)


def _band(paper: Paper, box: tuple[float, float, float, float], first: Colour, second: Colour, weight: float) -> None:
    """Waves around the page between two lines, and a rosette on each corner, as on a bank note."""
    x, y, width, height = box
    paper.frame(x, y, width, height, colour=first, weight=1.4)
    paper.frame(x + _BAND, y + _BAND, width - 2 * _BAND, height - 2 * _BAND, colour=first, weight=0.8)
    paper.frame(x + _BAND + 1.2, y + _BAND + 1.2, width - 2 * _BAND - 2.4, height - 2 * _BAND - 2.4,
                colour=second, weight=0.4)  # fmt: skip
    paper.stroke(first, weight * 0.35)
    for along, across, start, length in _sides(x, y, width, height):
        for strand in range(_STRANDS):
            paper.path(list(_wave(along, across, start, length, strand / _STRANDS)))
    for corner in ((x, y), (x + width - _BAND, y), (x, y + height - _BAND), (x + width - _BAND, y + height - _BAND)):
        _rosette(paper, corner, first, second)


def _sides(x: float, y: float, width: float, height: float) -> Iterator[tuple[Point, Point, Point, float]]:
    """Direction along, direction across, the middle of the beginning, and the length of each side of the band."""
    half = _BAND / 2
    for base in (y + half, y + height - half):
        yield (1, 0), (0, 1), (x + _BAND, base), width - 2 * _BAND
    for base in (x + half, x + width - half):
        yield (0, 1), (1, 0), (base, y + _BAND), height - 2 * _BAND


def _wave(along: Point, across: Point, start: Point, length: float, phase: float) -> Iterator[Point]:
    waves = max(1, round(length / _WAVE))
    steps = waves * _STEPS
    for step in range(steps + 1):
        at = step / steps
        angle = 2 * math.pi * (at * waves + phase)
        off = (_BAND / 2 - 0.5) * math.sin(angle) * (0.75 + 0.25 * math.cos(angle / 2))
        yield (
            start[0] + along[0] * at * length + across[0] * off,
            start[1] + along[1] * at * length + across[1] * off,
        )


def _rosette(paper: Paper, corner: Point, first: Colour, second: Colour) -> None:
    x, y = corner[0] + _BAND / 2, corner[1] + _BAND / 2
    paper.fill(corner[0], corner[1], _BAND, _BAND, (1.0, 1.0, 1.0))
    paper.frame(corner[0], corner[1], _BAND, _BAND, colour=first, weight=0.8)
    for colour, radius, turns in ((first, 3.1, 9), (second, 2.0, 7)):
        paper.stroke(colour, 0.3)
        paper.path([_petal(x, y, radius, turns, step / 240) for step in range(241)])


def _petal(x: float, y: float, radius: float, turns: int, at: float) -> Point:
    """A point of a rose curve."""
    angle = 2 * math.pi * at
    distance = radius * (0.62 + 0.38 * math.cos(turns * angle))
    return x + distance * math.cos(angle), y + distance * math.sin(angle)
