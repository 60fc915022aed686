"""The poster at the door: what is held here, when, and a code that puts it into a telephone's calendar."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from documents.fit import draw, fit
from documents.page import BLACK, GREY, NAVY, PALE, Paper
from documents.text.fonts import text_face, title_face
from documents.text.pen import Align

_MARGIN = 18.0
_CODE = 62.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    titles: tuple[str, ...]
    """In the languages that are known, one below the other."""
    invitations: tuple[str, ...]
    """Please register here, in three languages."""
    when: tuple[str, ...]
    place: str
    calendar: str = ""
    """An iCalendar event; empty for no code."""
    scan: str = ""
    pictures: tuple[bytes, ...] = field(default=(), repr=False)


def render(stream: BinaryIO, poster: Poster, size: tuple[float, float], title: str, language: str) -> None:
    """
    :raises MissingGlyph: when a text has a letter that no font draws
    """
    paper = Paper(stream, size, title=title, language=language)
    top = paper.height - _MARGIN
    for place, png in enumerate(poster.pictures[:2]):
        if png:
            x = _MARGIN if place == 0 else paper.width - _MARGIN - 50
            paper.picture(x, top - 24, 50, 24, png, align=Align.LEFT if place == 0 else Align.RIGHT)
    y = _lines(paper, poster.titles, top - 34, 26, NAVY, height=30)
    y -= 4
    band = 16.0 * len(poster.invitations) + 6
    paper.fill(0, y - band, paper.width, band, PALE)
    _lines(paper, poster.invitations, y - 3, 24, NAVY, height=15)
    y = _lines(paper, poster.when, y - band - 8, 16, BLACK, height=14)
    _lines(paper, (poster.place,), y - 1, 14, GREY, height=14)
    if poster.calendar:
        paper.qr((paper.width - _CODE) / 2, _MARGIN + 8, _CODE, poster.calendar)
        _lines(paper, (poster.scan,), _MARGIN + 7, 10, GREY, height=7)
    paper.next_page()
    paper.save()


def _lines(
    paper: Paper, texts: Sequence[str], top: float, size: float, colour: tuple[float, float, float], *, height: float
) -> float:
    for text in filter(None, texts):
        is_title = size > 20
        face = title_face(bold=True) if is_title and text.isascii() else text_face(bold=is_title)
        fitted = fit(text, face, width=paper.width - 2 * _MARGIN, height=height, size=size, is_balanced=True)
        paper.colour(colour)
        top = draw(paper, fitted, paper.width / 2, top, align=Align.CENTRE) - 2
    return top
