"""Paper that a certificate may be printed on."""

from dataclasses import dataclass
from enum import StrEnum


class PaperSize(StrEnum):
    A4 = "A4"
    LETTER = "Letter"


class Orientation(StrEnum):
    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


_LONG_AND_SHORT = {PaperSize.A4: (297.0, 210.0), PaperSize.LETTER: (279.4, 215.9)}


def page_size(paper: PaperSize, orientation: Orientation) -> tuple[float, float]:
    """Width and height in millimetres."""
    long, short = _LONG_AND_SHORT[paper]
    return (long, short) if orientation is Orientation.LANDSCAPE else (short, long)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """How pages lie on the sheet that goes through a printer."""

    right: float = 0.0
    down: float = 0.0
    """Millimetres, for printers that are off."""
    scale: float = 1.0
    """From the upper left corner."""
    rim: float = 0.0
    """Millimetres of sheet around the page, with marks where it is to be cut."""


STRAIGHT = Placing()
