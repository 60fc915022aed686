"""Where elements go when somebody drags them: moving, resizing, and what they snap to. Millimetres on A4."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from models.certificates.designs import LEAST_CODE, MARGIN, CodeElement, Element, FrameElement, FrameStyle, LineElement

LEAST_SIDE = 1.0
GRID = 0.5
_RIM = 3.0  # of a frame that is not filled, only this breadth can be taken hold of

E = TypeVar("E", bound=Element)
Size = tuple[float, float]


class Handle(StrEnum):
    """The side or corner that is dragged; ``INSIDE`` moves the whole."""

    INSIDE = ""
    TOP = "t"
    BOTTOM = "b"
    LEFT = "l"
    RIGHT = "r"
    TOP_LEFT = "tl"
    TOP_RIGHT = "tr"
    BOTTOM_LEFT = "bl"
    BOTTOM_RIGHT = "br"


@dataclass(frozen=True, slots=True)
class Guide:
    """A line across the page, at which something was aligned."""

    at: float
    is_upright: bool


def handles_of(element: Element) -> list[tuple[Handle, float, float]]:
    """Where each handle lies."""
    left, top = element.x, element.y
    right, bottom = left + element.width, top + element.height
    corners = [(Handle.TOP_LEFT, left, top), (Handle.BOTTOM_RIGHT, right, bottom)]
    if isinstance(element, LineElement):
        return corners
    middle, centre = (top + bottom) / 2, (left + right) / 2
    corners += [(Handle.TOP_RIGHT, right, top), (Handle.BOTTOM_LEFT, left, bottom)]
    if isinstance(element, CodeElement):
        return corners
    sides = [(Handle.LEFT, left, middle), (Handle.RIGHT, right, middle)]
    return [*corners, *sides, (Handle.TOP, centre, top), (Handle.BOTTOM, centre, bottom)]


def is_hit(element: Element, x: float, y: float, slack: float) -> bool:
    """Whether a point takes hold of an element; of an open frame only its rim does."""
    inside = (
        element.x - slack <= x <= element.x + element.width + slack
        and element.y - slack <= y <= element.y + element.height + slack
    )
    if not inside or not isinstance(element, FrameElement) or element.style is FrameStyle.FILL:
        return inside
    from_sides = min(x - element.x, element.x + element.width - x)
    from_ends = min(y - element.y, element.y + element.height - y)
    return min(from_sides, from_ends) <= _RIM + slack


def dragged(element: E, handle: Handle, dx: float, dy: float) -> E:
    """Moved, or resized by one of its handles, to a hundredth of a millimetre.

    A QR code stays square and readable.
    """
    new = _dragged(element, handle, dx, dy)
    x, y, width, height = (round(one, 2) for one in (new.x, new.y, new.width, new.height))
    return replace(new, x=x, y=y, width=width, height=height)


def _dragged(element: E, handle: Handle, dx: float, dy: float) -> E:
    if handle is Handle.INSIDE:
        return replace(element, x=element.x + dx, y=element.y + dy)
    if isinstance(element, CodeElement):
        return _code_resized(element, handle, dx, dy)
    least = 0.0 if isinstance(element, LineElement) else LEAST_SIDE
    x, width = _side(element.x, element.width, dx, "l" in handle, "r" in handle, least)
    y, height = _side(element.y, element.height, dy, "t" in handle, "b" in handle, least)
    return replace(element, x=x, y=y, width=width, height=height)


def _side(at: float, length: float, by: float, is_first: bool, is_last: bool, least: float) -> tuple[float, float]:
    if is_first:
        by = min(by, length - least)
        return at + by, length - by
    return at, max(least, length + by) if is_last else length


def _code_resized(element: E, handle: Handle, dx: float, dy: float) -> E:
    outwards = (-dx if "l" in handle else dx), (-dy if "t" in handle else dy)
    side = max(LEAST_CODE, element.width + max(outwards, key=abs))
    x = element.x + element.width - side if "l" in handle else element.x
    y = element.y + element.height - side if "t" in handle else element.y
    return replace(element, x=x, y=y, width=side, height=side)


def snapped(
    element: E, handle: Handle, others: Iterable[Element], page: Size, reach: float
) -> tuple[E, tuple[Guide, ...]]:
    """Drawn to the nearest edge or middle of the page or of another element, else to the grid.

    :param reach: millimetres within which something is drawn
    """
    others = tuple(others)
    by_x, at_x = _pull(_own(element, handle, is_upright=True), _lines(others, page, is_upright=True), reach)
    by_y, at_y = _pull(_own(element, handle, is_upright=False), _lines(others, page, is_upright=False), reach)
    guides = [Guide(at, is_upright=True) for at in at_x] + [Guide(at, is_upright=False) for at in at_y]
    return dragged(element, handle, by_x, by_y), tuple(guides)


def _own(element: Element, handle: Handle, *, is_upright: bool) -> list[float]:
    """The lines of an element that move with a handle."""
    at, length = (element.x, element.width) if is_upright else (element.y, element.height)
    first, last = ("l", "r") if is_upright else ("t", "b")
    if handle is Handle.INSIDE:
        return [at, at + length / 2, at + length]
    return [at] if first in handle else [at + length] if last in handle else []


def _lines(others: Sequence[Element], page: Size, *, is_upright: bool) -> list[float]:
    """What there is to align with."""
    length = page[0] if is_upright else page[1]
    lines = [0.0, MARGIN, length / 2, length - MARGIN, length]
    for one in others:
        at, side = (one.x, one.width) if is_upright else (one.y, one.height)
        lines += [at, at + side / 2, at + side]
    return lines


def _pull(own: Sequence[float], lines: Sequence[float], reach: float) -> tuple[float, list[float]]:
    """How far to go, and where the guides are that drew it there."""
    pairs = [(abs(line - one), line - one) for one in own for line in lines]
    distance, by = min(pairs, default=(reach + 1, 0.0))
    if distance <= reach:
        moved = {round(one + by, 3) for one in own}
        return by, sorted({line for line in lines if round(line, 3) in moved})
    return (round(own[0] / GRID) * GRID - own[0] if own else 0.0), []
