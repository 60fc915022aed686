"""A page on which somebody measures by how much a printer is off: two lines, rulers, what to do."""

from typing import BinaryIO

from documents.fit import draw, fit
from documents.page import BLACK, GREY, Paper
from documents.text import layout
from documents.text.fonts import text_face
from documents.text.pen import Align
from resources.words import Words

LINE = 20.0
"""Millimetres from the left and the upper edge to the two lines that are measured."""
LENGTH = 150.0
"""Of the line that shows the scale."""
_GAP = 10.0


def render(stream: BinaryIO, size: tuple[float, float], printer: str, words: Words) -> None:
    """
    :param size: of the sheet, in millimetres
    """
    heading = words.say("Test page of the printer")
    paper = Paper(stream, size, title=heading, language=words.language)
    _lines(paper)
    below = _text(paper, words, f"{heading}: \u2068{printer}\u2069", paper.height - 35, 15, bold=True)
    for line in (
        words.say("A: measure from the left edge of the sheet to the upright line."),
        words.say("B: measure from the upper edge of the sheet to the level line."),
        words.say("C: measure the length of the line between the two small marks."),
        words.say("Write the three lengths into the window; they are remembered for this printer."),
    ):
        below = _text(paper, words, line, below, 11)
    paper.next_page()
    paper.save()


def _text(paper: Paper, words: Words, text: str, top: float, size: float, *, bold: bool = False) -> float:
    """A line of text beside the upright line; where the next one begins."""
    width = paper.width - LINE - 2 * _GAP
    base = layout.RTL if words.is_rtl else layout.LTR
    fitted = fit(text, text_face(bold=bold), width=width, height=14, size=size, base=base)
    align = Align.RIGHT if words.is_rtl else Align.LEFT
    draw(paper, fitted, LINE + _GAP + width * align.value, top, align=align)
    return top - fitted.height - 3


def _lines(paper: Paper) -> None:
    top = paper.height - LINE
    paper.rule(LINE, 0, LINE, paper.height, colour=BLACK, weight=0.4)
    paper.rule(0, top, paper.width, top, colour=BLACK, weight=0.4)
    level = 60.0
    left = (paper.width - LENGTH) / 2 + LINE / 2
    paper.rule(left, level, left + LENGTH, level, colour=BLACK, weight=0.4)
    for x in (left, left + LENGTH):
        paper.rule(x, level - 4, x, level + 4, colour=BLACK, weight=0.4)
    for at in range(0, int(LENGTH) + 1, 10):
        paper.rule(left + at, level, left + at, level + 2, colour=GREY, weight=0.3)
    paper.colour(BLACK)
    face = text_face(bold=True)
    paper.text(LINE / 2, paper.height / 2, "A", face, 16, align=Align.CENTRE)
    paper.text(paper.width / 2, top + LINE / 2 - 2, "B", face, 16, align=Align.CENTRE)
    paper.text(left + LENGTH / 2, level + 5, "C", face, 16, align=Align.CENTRE)
