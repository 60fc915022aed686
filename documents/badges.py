"""Name badges and labels, several on a sheet; and signs for the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from documents.fit import draw, fit
from documents.page import BLACK, GREY, RULE, Colour, Paper, Progress, no_progress
from documents.text.fonts import text_face
from documents.text.pen import Align
from resources.words import Words

_LARGE = 90.0
"""Badges of this height have a band, the names in the middle, and the code below."""
_PADDING = 3.0
_WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeSheet:
    """A common format of labels; millimetres, from the upper left corner of the sheet."""

    key: str
    paper: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    """From one label to the next beside it."""
    down: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    name: str
    other_name: str
    institution: str
    role: str
    colour: Colour
    code: str
    """Digits for a scanner; empty for none."""
    photo: bytes = b""
    """PNG; only large badges have room for it."""


def render(
    stream: BinaryIO,
    badges: Sequence[Badge],
    sheet: BadgeSheet,
    size: tuple[float, float],
    training: str,
    words: Words,
    progress: Progress = no_progress,
    *,
    logo: bytes = b"",
    skip: int = 0,
    with_outlines: bool = False,
) -> None:
    """
    :param skip: labels of the first sheet that were used before
    :param with_outlines: thin lines to cut along
    :raises MissingGlyph: when a name has a letter that no font draws
    """
    paper = Paper(stream, size, title=f"{words.say('Badges')} – {training}", language=words.language)
    on_sheet = sheet.columns * sheet.rows
    for place, badge in enumerate(badges, start=skip):
        if place != skip and place % on_sheet == 0:
            paper.next_page()
        progress(place - skip, len(badges))
        row, column = divmod(place % on_sheet, sheet.columns)
        x = sheet.left + column * sheet.across
        top = paper.height - sheet.top - row * sheet.down
        if with_outlines:
            paper.frame(x, top - sheet.height, sheet.width, sheet.height, colour=RULE, weight=0.25)
        (_large if sheet.height >= _LARGE else _small)(paper, badge, x, top, sheet, training, logo)
    paper.next_page()
    progress(len(badges), len(badges))
    paper.save()


def _large(paper: Paper, badge: Badge, x: float, top: float, sheet: BadgeSheet, training: str, logo: bytes) -> None:
    """To hang around the neck."""
    width, height = sheet.width, sheet.height
    inner, centre = width - 2 * _PADDING - 6, x + width / 2
    band = height * 0.1
    if logo:
        paper.picture(x + _PADDING, top - 18, width - 2 * _PADDING, 14, logo)
    _text(paper, training, centre, top - 20, inner, 13, 9.5, GREY)
    _text(paper, badge.name, centre, top - height * 0.27, inner, height * 0.15, 26, BLACK, bold=True)
    _text(paper, badge.other_name, centre, top - height * 0.42, inner, height * 0.14, 26, BLACK, bold=True)
    _text(paper, badge.institution, centre, top - height * 0.57, inner, height * 0.1, 13, GREY)
    side = 28.0
    shift = side / 2 + 4 if badge.code and badge.photo else 0.0
    if badge.code:
        paper.code(centre + shift - side / 2, top - height + band + 3, side, badge.code)
    if badge.photo:
        paper.picture(centre - shift - side / 2, top - height + band + 3, side, side, badge.photo)
    paper.fill(x, top - height, width, band, badge.colour)
    _text(paper, badge.role, centre, top - height + band, inner, band, 13, _WHITE, bold=True)


def _small(paper: Paper, badge: Badge, x: float, top: float, sheet: BadgeSheet, training: str, logo: bytes) -> None:
    """A label: a coloured edge, the names, the code beside them."""
    width, height = sheet.width, sheet.height
    edge = 2.2
    paper.fill(x, top - height, edge, height, badge.colour)
    side = min(22.0, height - 5) if badge.code else 0.0
    if badge.code:
        paper.code(x + width - side - 1.5, top - (height + side) / 2, side, badge.code)
    inner = width - edge - 2 * _PADDING - side
    centre = x + edge + _PADDING + inner / 2
    name, below = (13, 8.5) if height < 40 else (17, 10)
    parts = (
        (badge.name, 0.32, name, True),
        (badge.other_name, 0.3, name, True),
        (badge.institution, 0.2, below, False),
        (badge.role, 0.14, below - 1.5, False),
    )
    y = top - height * 0.03
    for text, share, size, bold in parts:
        colour = BLACK if bold else GREY
        _text(paper, text, centre, y, inner, height * share, size, colour, bold=bold)
        y -= height * (share - 0.005)


def _text(
    paper: Paper,
    text: str,
    centre: float,
    top: float,
    width: float,
    height: float,
    size: float,
    colour: Colour,
    *,
    bold: bool = False,
) -> None:
    """In the middle of its box, as large as fits."""
    if not text:
        return
    fitted = fit(text, text_face(bold=bold), width=width, height=height, size=size, is_balanced=True)
    paper.colour(colour)
    draw(paper, fitted, centre, top, align=Align.CENTRE, centre_in=height)


def render_signs(
    stream: BinaryIO,
    signs: Sequence[Badge],
    size: tuple[float, float],
    training: str,
    words: Words,
    progress: Progress = no_progress,
) -> None:
    """A sheet per person, to be folded in the middle: the name can be read from both sides.

    :raises MissingGlyph: when a name has a letter that no font draws
    """
    paper = Paper(stream, size, title=f"{words.say('Table signs')} – {training}", language=words.language)
    for done, sign in enumerate(signs):
        progress(done, len(signs))
        half = paper.height / 2
        _sign(paper, sign, half)
        with paper.turned(paper.width, paper.height):
            _sign(paper, sign, half)
        paper.rule(0, half, 6, half)
        paper.rule(paper.width - 6, half, paper.width, half)
        paper.next_page()
    progress(len(signs), len(signs))
    paper.save()


def _sign(paper: Paper, sign: Badge, half: float) -> None:
    centre, inner = paper.width / 2, paper.width - 30
    _text(paper, sign.name, centre, half - 8, inner, half * 0.36, 60, BLACK, bold=True)
    _text(paper, sign.other_name, centre, half - 8 - half * 0.37, inner, half * 0.33, 60, BLACK, bold=True)
    _text(paper, sign.institution, centre, half * 0.24, inner, half * 0.16, 22, GREY)
