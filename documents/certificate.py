"""The bilingual certificate of attendance, A4 landscape: English, and Arabic or Sorani."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from documents.fit import draw, fit
from documents.page import A4_LANDSCAPE, BLACK, GOLD, GREY, MM, NAVY, Paper, Progress, no_progress
from documents.text import layout
from documents.text.fonts import text_face, title_face
from documents.text.pen import Align
from resources.words import Words

_EDGE = 10.0
_MIDDLE = A4_LANDSCAPE[0] / 2
_LEFT, _RIGHT = 24.0, A4_LANDSCAPE[0] - 24.0
_COLUMN = 112.0
_CODE_SIDE = 32.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs: name and position per language code."""

    name: dict[str, str]
    position: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFrame:
    """What all certificates of a training share. Texts per language code."""

    title: dict[str, str]
    place: dict[str, str]
    first_day: date
    last_day: date
    hours: int
    issuer: dict[str, str]
    funding: dict[str, str]
    signatures: tuple[Signature, ...] = ()
    logos: tuple[bytes, ...] = ()
    emblem: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateEntry:
    """One certificate. At least one of the names is given."""

    name_latin: str
    name_arabic: str
    number: str
    second_language: str
    proof: str = field(repr=False)
    """The text of its QR code; empty: none is printed."""


def render(
    stream: BinaryIO,
    frame: CertificateFrame,
    entries: Sequence[CertificateEntry],
    words: dict[str, Words],
    progress: Progress = no_progress,
) -> None:
    """One page per entry.

    :param words: per language code: en and every second language of the entries
    :raises MissingGlyph: when a name has a letter that no font draws
    """
    paper = Paper(stream, A4_LANDSCAPE, title=words["en"].say("Certificate of attendance"), language="en-GB")
    forms: set[str] = set()
    for done, entry in enumerate(entries):
        progress(done, len(entries))
        name = f"static-{entry.second_language}"
        if name not in forms:
            forms.add(name)
            paper.canvas.beginForm(name, 0, 0, paper.width * MM, paper.height * MM)
            _static(paper, frame, words["en"], words[entry.second_language])
            paper.canvas.endForm()
        paper.canvas.doForm(name)
        _personal(paper, entry, words["en"])
        paper.next_page()
    progress(len(entries), len(entries))
    paper.save()


def _static(paper: Paper, frame: CertificateFrame, english: Words, second: Words) -> None:
    """Everything but the person: drawn once per language pair."""
    _border(paper)
    _head(paper, frame, english, second)
    _body(paper, frame, english, english=True)
    _body(paper, frame, second, english=False)
    _signatures(paper, frame, second)
    _visibility(paper, frame, second)


def _border(paper: Paper) -> None:
    width, height = paper.width - 2 * _EDGE, paper.height - 2 * _EDGE
    paper.frame(_EDGE, _EDGE, width, height, colour=NAVY, weight=2.2)
    paper.frame(_EDGE + 2, _EDGE + 2, width - 4, height - 4, colour=GOLD, weight=0.7)
    for x in (_EDGE + 2, paper.width - _EDGE - 2):
        for y in (_EDGE + 2, paper.height - _EDGE - 2):
            _corner(paper, x, y)


def _corner(paper: Paper, x: float, y: float) -> None:
    """Two small lozenges over each corner of the inner frame."""
    for radius, colour in ((3.2, GOLD), (1.5, NAVY)):
        path = paper.canvas.beginPath()
        path.moveTo((x - radius) * MM, y * MM)
        for dx, dy in ((0, radius), (radius, 0), (0, -radius)):
            path.lineTo((x + dx) * MM, (y + dy) * MM)
        path.close()
        paper.colour(colour)
        paper.canvas.drawPath(path, stroke=0, fill=1)


def _head(paper: Paper, frame: CertificateFrame, english: Words, second: Words) -> None:
    for place, logo in enumerate(frame.logos[:2]):
        paper.picture((_LEFT, _RIGHT - 36)[place], 171, 36, 21, logo, align=(Align.LEFT, Align.RIGHT)[place])
    paper.colour(NAVY)
    issuers = ((english, text_face(bold=True), 190.5, 12.0), (second, text_face(bold=True), 182.8, 13.0))
    for words, face, top, size in issuers:
        fitted = fit(
            frame.issuer[words.language],
            face,
            width=150,
            height=8,
            size=size,
            base=_base(words),
            most_lines=1,
        )
        draw(paper, fitted, _MIDDLE, top, align=Align.CENTRE)
    paper.text(_MIDDLE, 161, english.say("Certificate of Attendance"), title_face(bold=True), 31, align=Align.CENTRE)
    paper.text(_MIDDLE, 148.5, second.say("Certificate of Attendance"), text_face(bold=True), 24, align=Align.CENTRE)
    paper.rule(_MIDDLE - 32, 143.5, _MIDDLE + 32, 143.5, colour=GOLD, weight=1.1)


def _base(words: Words) -> int:
    return layout.RTL if words.is_rtl else layout.LTR


def _body(paper: Paper, frame: CertificateFrame, words: Words, *, english: bool) -> None:
    x, align = (_LEFT, Align.LEFT) if english else (_RIGHT, Align.RIGHT)
    face, base = text_face(), _base(words)
    paper.colour(GREY)
    lead = fit(words.say("This is to certify that"), face, width=_COLUMN, height=8, size=12, base=base)
    draw(paper, lead, x, 142.5, align=align)
    paper.colour(BLACK)
    text = words.say(
        "took part in the training “{title}”, held in {place} on {dates} ({hours} hours of training).",
        title=frame.title[words.language],
        place=frame.place[words.language],
        dates=words.date_range(frame.first_day, frame.last_day),
        hours=words.number(frame.hours),
    )
    fitted = fit(text, face, width=_COLUMN, height=27, size=12.5, base=base)
    draw(paper, fitted, x, 103.5, align=align)


def _signatures(paper: Paper, frame: CertificateFrame, second: Words) -> None:
    """Two lines with 45 mm for the stamp between them."""
    for place, signature in enumerate(frame.signatures[:2]):
        left = (_LEFT, 150.0)[place]
        paper.rule(left, 60, left + 66, 60, colour=BLACK, weight=0.6)
        paper.colour(BLACK)
        lines = (
            (signature.name["en"], True, 10.0, layout.LTR),
            (signature.position["en"], False, 8.5, layout.LTR),
            (signature.name[second.language], True, 10.0, _base(second)),
            (signature.position[second.language], False, 8.5, _base(second)),
        )
        top = 59.0
        for text, bold, size, base in lines:
            fitted = fit(text, text_face(bold=bold), width=66, height=5.2, size=size, base=base, most_lines=1)
            draw(paper, fitted, left + 33, top, align=Align.CENTRE)
            top -= 4.6


def _visibility(paper: Paper, frame: CertificateFrame, second: Words) -> None:
    """Emblem and funding statement as one block."""
    paper.rule(_LEFT, 36.5, 226, 36.5, weight=0.4)
    left = _LEFT
    if frame.emblem:
        paper.picture(_LEFT, 17, 24, 16, frame.emblem, align=Align.LEFT)
        left += 28
    paper.colour(GREY)
    width = (226 - left - 6) / 2
    texts = (
        (frame.funding["en"], left, Align.LEFT, layout.LTR),
        (frame.funding[second.language], 226.0, Align.RIGHT, _base(second)),
    )
    for text, x, align, base in texts:
        fitted = fit(text, text_face(), width=width, height=18, size=8, base=base)
        draw(paper, fitted, x, 34, align=align, centre_in=18)


def _personal(paper: Paper, entry: CertificateEntry, english: Words) -> None:
    paper.colour(NAVY)
    names = [name for name in (entry.name_latin, entry.name_arabic) if name]
    top, room = 134.0, 30.0 / len(names)
    for name in names:
        is_latin = name is entry.name_latin
        face = title_face(bold=True) if is_latin else text_face(bold=True)
        base = layout.LTR if is_latin else layout.RTL
        fitted = fit(name, face, width=220, height=room, size=27 if is_latin else 25, base=base, most_lines=1)
        draw(paper, fitted, _MIDDLE, top, align=Align.CENTRE, centre_in=room)
        top -= room
    paper.colour(GREY)
    if entry.proof:
        paper.code(_RIGHT - _CODE_SIDE + 4, 22, _CODE_SIDE, entry.proof)
    number = fit(entry.number, text_face(), width=44, height=5, size=8, base=layout.LTR, most_lines=1)
    paper.colour(GREY)
    draw(paper, number, _RIGHT - _CODE_SIDE / 2 + 4, 22, align=Align.CENTRE)
