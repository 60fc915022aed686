"""Letters: a head with the logo, whom it is for, paragraphs, a table, who signs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from documents.fit import draw, fit
from documents.flow import Flow
from documents.grid import Row
from documents.page import GREY, NAVY, RULE, Paper, Progress, no_progress
from documents.text.fonts import text_face
from documents.text.pen import Align
from resources.words import Words

_LOGO = 20.0
_SIGNATURE = 34.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    name: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All texts in the language of the letter."""

    issuer: str
    place_and_date: str
    subject: str
    paragraphs: tuple[str, ...]
    recipient: str = ""
    reference: str = ""
    columns: tuple[tuple[str, float], ...] = ()
    rows: tuple[Row, ...] = ()
    closing: str = ""
    signers: tuple[Signer, ...] = ()
    logo: bytes = field(default=b"", repr=False)


def render(
    stream: BinaryIO,
    letters: Sequence[Letter],
    size: tuple[float, float],
    title: str,
    words: Words,
    progress: Progress = no_progress,
) -> None:
    """Each on pages of its own.

    :raises MissingGlyph: when a text has a letter that no font draws
    """
    flow = Flow(size, words)
    for letter in letters:
        flow.new_page()
        _put(flow, letter)
    flow.render(stream, title, progress=progress, has_numbers=False)


def _put(flow: Flow, letter: Letter) -> None:
    _head(flow, letter)
    flow.text(letter.place_and_date, at_end=True, after=4)
    flow.text(letter.recipient, 11, bold=True, after=2)
    flow.text(letter.reference, 9.5, colour=GREY, after=4)
    flow.text(letter.subject, 12.5, bold=True, colour=NAVY, after=5, keeps_next=True)
    for paragraph in letter.paragraphs:
        flow.text(paragraph, 11, after=4, keeps_next=bool(letter.rows))
    if letter.rows:
        flow.table(letter.columns, letter.rows)
        flow.gap(3)
    flow.text(letter.closing, 11, after=6)
    _signatures(flow, letter.signers)


def _head(flow: Flow, letter: Letter) -> None:
    is_rtl = flow.words.is_rtl

    def put(paper: Paper, left: float, top: float, width: float) -> None:
        if letter.logo:
            align = Align.RIGHT if is_rtl else Align.LEFT
            x = left + (width - 50 if is_rtl else 0)
            paper.picture(x, top - _LOGO, 50, _LOGO, letter.logo, align=align)
        paper.rule(left, top - _LOGO - 3, left + width, top - _LOGO - 3, colour=RULE, weight=0.8)

    flow.block(_LOGO + 6, put)
    flow.text(letter.issuer, 12, bold=True, colour=NAVY, after=3)


def _signatures(flow: Flow, signers: Sequence[Signer]) -> None:
    """Side by side, with room for ink and stamp."""
    if not signers:
        return
    columns = [(one.name, one.position) for one in signers]
    words = flow.words

    def put(paper: Paper, left: float, top: float, width: float) -> None:
        share = width / max(len(columns), 2)
        for place, (name, position) in enumerate(columns):
            from_left = width - share * (place + 1) if words.is_rtl else share * place
            x, y = left + from_left, top - _SIGNATURE + 12
            paper.rule(x, y, x + share - 10, y, colour=GREY)
            for text, below, bold in ((name, 1.0, True), (position, 6.5, False)):
                if text:
                    fitted = fit(text, text_face(bold=bold), width=share - 10, height=6, size=10)
                    align = Align.RIGHT if words.is_rtl else Align.LEFT
                    draw(paper, fitted, x + (share - 10) * align.value, y - below, align=align)

    flow.block(_SIGNATURE, put)
