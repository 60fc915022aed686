"""Where a single signatory signs: in the middle of the page, instead of beside an empty place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.certificates.designs import Element, LineElement, PictureElement, PictureSource, TextElement

_KEY = re.compile(r"\{(\w+)\}")
_PICTURES = (PictureSource.SIGNATURE_1, PictureSource.SIGNATURE_2)
_NEAR = 20.0
"""Millimetres above a name in which its line is drawn."""


def placed(elements: Sequence[Element], signers: int, width: float) -> tuple[Element, ...]:
    """
    :param signers: with one, the second place and its line are left out; with none, both stay for ink
    :param width: of the page
    """
    first, second = (_place_of(elements, number) for number in (1, 2))
    if signers != 1 or not first or not second:
        return tuple(elements)
    left, right = min(one.x for one in first), max(one.x + one.width for one in first)
    shift = width / 2 - (left + right) / 2
    return tuple(
        replace(one, x=one.x + shift) if one in first else one for one in elements if one not in second
    )  # fmt: skip


def _place_of(elements: Sequence[Element], number: int) -> list[Element]:
    """The names, the picture and the line of one signatory."""
    keys = {f"signer_{number}", f"signer_{number}_position"}
    names = [one for one in elements if isinstance(one, TextElement) and _says_only(one, keys)]
    pictures = [
        one for one in elements if isinstance(one, PictureElement) and one.source is _PICTURES[number - 1]
    ]  # fmt: skip
    lines = [one for one in elements if isinstance(one, LineElement) and _is_above(one, names)]
    return [*names, *pictures, *lines] if names else []


def _says_only(element: TextElement, keys: set[str]) -> bool:
    said = set(_KEY.findall(element.text))
    return bool(said) and said <= keys


def _is_above(line: LineElement, names: Iterable[TextElement]) -> bool:
    return line.height == 0 and any(
        abs(line.x - one.x) < 1 and abs(line.width - one.width) < 1 and 0 <= one.y - line.y < _NEAR for one in names
    )
