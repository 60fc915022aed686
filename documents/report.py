"""A report on paper: facts, key figures, bars, tables."""

from typing import BinaryIO

from documents.fit import draw, fit
from documents.flow import Flow
from documents.grid import Row
from documents.page import BLACK, GOLD, GREY, NAVY, PALE, Paper, Progress, no_progress
from documents.text.fonts import text_face
from documents.text.pen import Align
from models.content import (
    Bar,
    Bars,
    Content,
    Facts,
    Heading,
    Illustration,
    KeyFigures,
    PageBreak,
    Paragraph,
    Part,
    Table,
)
from resources.words import Words

_LOGO, _PICTURE = 18.0, 34.0
_FIGURE, _BAR, _FACT = 24.0, 7.2, 6.4
_LABEL, _VALUE = 0.34, 0.16
"""Parts of the width: the label of a bar, the text after it."""


def render(
    stream: BinaryIO, content: Content, size: tuple[float, float], words: Words, progress: Progress = no_progress
) -> None:
    """
    :raises MissingGlyph: when a text has a letter that no font draws
    """
    flow = Flow(size, words)
    _head(flow, content)
    for part in content.parts:
        _put(flow, part)
    flow.render(stream, content.title, content.note, progress)


def _head(flow: Flow, content: Content) -> None:
    pictures = [one for one in content.pictures if one]

    def put(paper: Paper, left: float, top: float, width: float) -> None:
        for place, png in enumerate(pictures[:2]):
            at_left = (place == 0) is not flow.words.is_rtl
            x = left if at_left else left + width - 45
            paper.picture(x, top - _LOGO, 45, _LOGO, png, align=Align.LEFT if at_left else Align.RIGHT)

    if pictures:
        flow.block(_LOGO + 4, put)
    flow.text(content.title, 19, bold=True, colour=NAVY, after=1.5)
    flow.text(content.subtitle, 12, colour=GREY, after=5)


def _put(flow: Flow, part: Part) -> None:
    match part:
        case Heading():
            flow.gap(3)
            flow.text(part.text, 13.5, bold=True, colour=NAVY, after=2, keeps_next=True)
        case Paragraph():
            flow.text(part.text, 8.5 if part.is_note else 10.5, colour=GREY if part.is_note else BLACK, after=3)
        case Facts():
            _facts(flow, part)
        case KeyFigures():
            _figures(flow, part)
        case Bars():
            for bar in part.bars:
                _bar(flow, bar, part.most)
            flow.gap(3)
        case Table():
            flow.table(part.columns, [Row(row) for row in part.rows])
        case Illustration():
            _illustration(flow, part)
        case PageBreak():
            flow.new_page()


def _facts(flow: Flow, part: Facts) -> None:
    for label, value in part.rows:
        _fact(flow, label, value)
    flow.gap(2)


def _fact(flow: Flow, label: str, value: str) -> None:
    words = flow.words
    share = flow.width * _LABEL
    name = fit(label, text_face(), width=share - 3, height=_FACT * 2, size=10)
    fact = fit(value, text_face(bold=True), width=flow.width - share, height=100, size=10)
    height = max(_FACT, name.height + 1.2, fact.height + 1.2)

    def put(paper: Paper, left: float, top: float, width: float) -> None:
        align = Align.RIGHT if words.is_rtl else Align.LEFT
        begin = left + width if words.is_rtl else left
        paper.colour(GREY)
        draw(paper, name, begin, top, align=align)
        paper.colour(BLACK)
        draw(paper, fact, begin - share if words.is_rtl else begin + share, top, align=align)

    flow.block(height, put)


def _illustration(flow: Flow, part: Illustration) -> None:
    """Under what it is called."""

    def put(paper: Paper, left: float, top: float, width: float) -> None:
        align = Align.RIGHT if flow.words.is_rtl else Align.LEFT
        paper.picture(left, top - _PICTURE, width, _PICTURE, part.png, align=align)

    flow.text(part.label, 10, colour=GREY, after=1, keeps_next=True)
    flow.block(_PICTURE + 3, put)


def _figures(flow: Flow, part: KeyFigures) -> None:
    """In boxes side by side."""
    words = flow.words
    for start in range(0, len(part.figures), 4):
        row = part.figures[start : start + 4]

        def put(
            paper: Paper, left: float, top: float, width: float, row: tuple[tuple[str, str], ...] = row
        ) -> None:  # fmt: skip
            share = width / 4
            for place, (number, label) in enumerate(row):
                x = left + share * (3 - place if words.is_rtl else place)
                paper.fill(x, top - _FIGURE + 3, share - 3, _FIGURE - 3, PALE)
                centre = x + (share - 3) / 2
                for text, below, size, bold, colour in (
                    (number, 2.5, 20, True, NAVY), (label, 12.5, 9, False, GREY),
                ):  # fmt: skip
                    fitted = fit(text, text_face(bold=bold), width=share - 6, height=9, size=size)
                    paper.colour(colour)
                    draw(paper, fitted, centre, top - below, align=Align.CENTRE)

        flow.block(_FIGURE, put)


def _bar(flow: Flow, bar: Bar, most: float) -> None:
    words = flow.words

    def put(paper: Paper, left: float, top: float, width: float) -> None:
        label, value = width * _LABEL, width * _VALUE
        room = width - label - value
        length = room * min(1.0, bar.value / most) if most else 0.0
        begin = left + width if words.is_rtl else left
        align = Align.RIGHT if words.is_rtl else Align.LEFT
        sign = -1 if words.is_rtl else 1
        name = fit(bar.label, text_face(), width=label - 3, height=_BAR, size=9.5)
        paper.colour(BLACK)
        draw(paper, name, begin, top, align=align, centre_in=_BAR)
        x = begin + sign * label
        paper.fill(min(x, x + sign * room), top - _BAR + 1.4, room, _BAR - 2.8, PALE)
        if length:
            paper.fill(min(x, x + sign * length), top - _BAR + 1.4, length, _BAR - 2.8, NAVY)
            paper.fill(x + sign * length - 0.3, top - _BAR + 1.4, 0.6, _BAR - 2.8, GOLD)
        text = fit(bar.text, text_face(bold=True), width=value - 3, height=_BAR, size=9.5)
        paper.colour(BLACK)
        draw(paper, text, x + sign * (room + 3), top, align=align, centre_in=_BAR)

    flow.block(_BAR, put)
