"""The anonymous feedback form: questions with five boxes, and room for words; two on a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from documents.fit import draw, fit
from documents.page import BLACK, GREY, NAVY, RULE, Paper
from documents.text import layout
from documents.text.fonts import text_face
from documents.text.pen import Align
from resources.words import Words

_MARGIN = 16.0
_ROW, _BOX = 11.0, 5.0
_BOXES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackForm:
    """All texts in the language of the form."""

    heading: str
    title: str
    lead: str
    questions: Sequence[str]
    poor: str
    good: str
    words: str
    """Above the room for a comment."""


def render(stream: BinaryIO, form: FeedbackForm, size: tuple[float, float], words: Words) -> None:
    paper = Paper(stream, size, title=form.heading, language=words.language)
    half = paper.height / 2
    for top in (paper.height, half):
        _half(paper, form, top, half, words)
    paper.rule(0, half, paper.width, half, colour=RULE, weight=0.3)
    paper.next_page()
    paper.save()


def _half(paper: Paper, form: FeedbackForm, top: float, height: float, words: Words) -> None:
    y = top - 12
    y = _text(paper, words, form.heading, y, 14, NAVY, bold=True) - 1
    y = _text(paper, words, form.title, y, 10, GREY) - 1
    y = _text(paper, words, form.lead, y, 9, BLACK) - 4
    _scale(paper, form, y, words)
    y -= 5
    for question in form.questions:
        _text(paper, words, question, y - 2, 10, BLACK)
        for place in range(_BOXES):
            paper.frame(_box(paper, place, words), y - 2 - _BOX, _BOX, _BOX, colour=BLACK, weight=0.6)
        y -= _ROW - 1.5
    y = _text(paper, words, form.words, y - 2, 10, BLACK) - 7
    while y > top - height + 10:
        paper.rule(_MARGIN, y, paper.width - _MARGIN, y, colour=RULE)
        y -= 8


def _box(paper: Paper, place: int, words: Words) -> float:
    """The left edge of a box; in right-to-left the first one stands at the right of the others."""
    step = _BOX + 7
    first = paper.width - _MARGIN - _BOXES * step + 7
    return _MARGIN + (_BOXES - 1 - place) * step if words.is_rtl else first + place * step


def _scale(paper: Paper, form: FeedbackForm, y: float, words: Words) -> None:
    paper.colour(GREY)
    for place in range(_BOXES):
        x = _box(paper, place, words) + _BOX / 2
        paper.text(x, y - 2, words.number(place + 1), text_face(bold=True), 9, align=Align.CENTRE)
    for place, text in ((0, form.poor), (_BOXES - 1, form.good)):
        x = _box(paper, place, words) + _BOX / 2
        paper.text(x, y + 2, text, text_face(), 7.5, align=Align.CENTRE)


def _text(
    paper: Paper,
    words: Words,
    text: str,
    top: float,
    size: float,
    colour: tuple[float, float, float],
    *,
    bold: bool = False,
) -> float:
    width = paper.width - 2 * _MARGIN
    base = layout.RTL if words.is_rtl else layout.LTR
    fitted = fit(text, text_face(bold=bold), width=width, height=14, size=size, base=base)
    align = Align.RIGHT if words.is_rtl else Align.LEFT
    paper.colour(colour)
    return draw(paper, fitted, _MARGIN + width * align.value, top, align=align)
