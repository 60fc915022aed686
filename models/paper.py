"""Paper that a certificate may be printed on."""

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
