"""A form on paper for people whom no list names: to be written by hand, in two languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from documents.fit import draw, fit
from documents.page import BLACK, GREY, NAVY, RULE, Paper
from documents.text import layout
from documents.text.fonts import text_face
from documents.text.pen import Align

_MARGIN = 16.0
_LINE, _LEAST_LINE, _TICK, _NOTICE = 15.5, 12.4, 4.0, 24.0


@dataclass(frozen=True, slots=True)
class FormLine:
    """English at the left, the other language at the right."""

    english: str
    other: str
    ticks: tuple[tuple[str, str], ...] = ()
    """To be ticked instead of written: in both languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationForm:
    headings: tuple[str, str]
    titles: tuple[str, str]
    lines: tuple[FormLine, ...]
    notices: tuple[tuple[str, str], ...]
    """What the data are used for; in both languages."""


def render(stream: BinaryIO, form: RegistrationForm, size: tuple[float, float], language: str) -> None:
    paper = Paper(stream, size, title=form.headings[0], language=language)
    top = paper.height - _MARGIN
    top = _both(paper, form.headings, top, 16, NAVY, height=10, bold=True)
    top = _both(paper, form.titles, top, 11, GREY, height=14) - 4
    height = max(_LEAST_LINE, min(_LINE, (top - _MARGIN - _NOTICE) / len(form.lines)))
    for line in form.lines:
        if top - height < _MARGIN:
            paper.next_page()
            top = paper.height - _MARGIN
        top = _line(paper, line, top, height)
    if top < _MARGIN + _NOTICE - 1:
        paper.next_page()
        top = paper.height - _MARGIN
    top -= 3
    for notice in form.notices:
        top = _both(paper, notice, top, 8.5, BLACK, height=30) - 2
    paper.next_page()
    paper.save()


def _both(
    paper: Paper,
    texts: Sequence[str],
    top: float,
    size: float,
    colour: tuple[float, float, float],
    *,
    height: float,
    bold: bool = False,
) -> float:
    """English at the left half, the other language at the right; the y below the longer one."""
    width = (paper.width - 2 * _MARGIN - 8) / 2
    below = top
    for text, x, align, base in (
        (texts[0], _MARGIN, Align.LEFT, layout.LTR),
        (texts[1], paper.width - _MARGIN, Align.RIGHT, layout.RTL),
    ):
        fitted = fit(text, text_face(bold=bold), width=width, height=height, size=size, base=base)
        paper.colour(colour)
        below = min(below, draw(paper, fitted, x, top, align=align))
    return below


def _line(paper: Paper, line: FormLine, top: float, height: float) -> float:
    _both(paper, (line.english, line.other), top, 10, BLACK, height=6)
    if not line.ticks:
        paper.rule(_MARGIN, top - height + 3.5, paper.width - _MARGIN, top - height + 3.5, colour=RULE, weight=0.6)
        return top - height
    width = (paper.width - 2 * _MARGIN) / len(line.ticks)
    for place, texts in enumerate(line.ticks):
        x = _MARGIN + width * place
        paper.frame(x, top - 12, _TICK, _TICK, colour=BLACK, weight=0.6)
        fitted = fit(
            " · ".join(dict.fromkeys(texts)), text_face(), width=width - _TICK - 5, height=6, size=9.5, base=layout.LTR
        )
        draw(paper, fitted, x + _TICK + 2, top - 7.4)
    return top - height
