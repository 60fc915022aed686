"""Draws certificates by a design: what they share once per kind and language, the rest on each page."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from documents.certificates import ornament
from documents.certificates.signers import placed
from documents.certificates.values import CertificateEntry, CertificateFrame, filled, follows_its_letters, is_personal
from documents.fit import draw, fit
from documents.page import Paper, Progress, colour_of, no_progress
from documents.text import layout
from documents.text.fonts import modern_face, text_face, title_face
from documents.text.pen import Align
from models.certificates.designs import (
    CodeElement,
    Element,
    FaceName,
    FrameElement,
    LineElement,
    PictureElement,
    PictureSource,
    TextAlign,
    TextElement,
    TextPlace,
)
from models.paper import STRAIGHT, Placing
from resources.words import SOURCE, Words

_FACES = {FaceName.TEXT: text_face, FaceName.SERIF: title_face, FaceName.MODERN: modern_face}
_PLACES = {TextPlace.TOP: 0.0, TextPlace.MIDDLE: 0.5, TextPlace.BOTTOM: 1.0}

AllWords = dict[str, Words]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Looks:
    """By what certificates are drawn."""

    elements: tuple[Element, ...]
    """Of a design, for paper of this size."""
    size: tuple[float, float]
    """Millimetres."""
    frame: CertificateFrame
    as_designed: bool = False
    """Every element where the design has it, for whoever is designing."""


def render(
    stream: BinaryIO,
    pages: Sequence[tuple[Looks, CertificateEntry]],
    words: AllWords,
    progress: Progress = no_progress,
    *,
    placing: Placing = STRAIGHT,
) -> None:
    """One page per entry; what was issued at different times may look different.

    :param pages: at least one
    :param words: of all languages
    :raises MissingGlyph: when a text has a letter that no font draws
    """
    looks, entry = pages[0]
    heading = filled("{heading}", looks.frame, entry, words[SOURCE]) or words[SOURCE].say("Certificate")
    paper = Paper(stream, looks.size, title=heading, language="en-GB", placing=placing)
    printers: dict[Looks, _Printer] = {}
    for done, (looks, entry) in enumerate(pages):
        progress(done, len(pages))
        printer = printers.setdefault(looks, _Printer(paper, len(printers), looks, words))
        paper.resize(looks.size)
        paper.place()
        printer.page(entry)
        paper.next_page()
    progress(len(pages), len(pages))
    paper.save()


class _Printer:
    """The pages of one document that look alike."""

    def __init__(self, paper: Paper, place: int, looks: Looks, words: AllWords) -> None:
        self._paper = paper
        self._place = place
        signers = 0 if looks.as_designed else len(looks.frame.signatures)
        self._elements = placed(looks.elements, signers, looks.size[0])
        self._frame = looks.frame
        self._siblings = _siblings(self._elements)
        self._words = words
        self._personal: dict[str, list[Element]] = {}
        """Name of a form -> the elements that are drawn on each page; the others are in the form."""

    def page(self, entry: CertificateEntry) -> None:
        name = f"{self._place}-{entry.kind}-{entry.second_language}{'' if entry.proof else '-bare'}"
        if name not in self._personal:
            personal = [one for one in self._elements if self._is_personal(one, entry)]
            personal.sort(key=lambda one: isinstance(one, CodeElement))  # last: nothing reaches into its quiet zone
            with self._paper.form(name):
                for one in self._elements:
                    if one not in personal:
                        self._draw(one, entry)
            self._personal[name] = personal
        self._paper.draw_form(name)
        for one in self._personal[name]:
            self._draw(one, entry)

    def _is_personal(self, element: Element, entry: CertificateEntry) -> bool:
        if isinstance(element, TextElement):
            return is_personal(element.text, self._frame, entry, self._spoken(element, entry))
        return isinstance(element, CodeElement)

    def _spoken(self, element: TextElement, entry: CertificateEntry) -> Words:
        return self._words[entry.languages[element.language - 1]]

    def _draw(self, element: Element, entry: CertificateEntry) -> None:
        paper = self._paper
        bottom = paper.height - element.y - element.height
        match element:
            case TextElement():
                self._text(element, entry)
            case PictureElement():
                png = self._picture(element)
                if png:
                    align = {TextAlign.LEFT: Align.LEFT, TextAlign.START: Align.LEFT, TextAlign.CENTRE: Align.CENTRE}
                    at = align.get(element.align, Align.RIGHT)
                    paper.picture(element.x, bottom, element.width, element.height, png, align=at)
            case LineElement():
                start = (element.x, paper.height - element.y)
                end = (element.x + element.width, bottom)
                paper.rule(*start, *end, colour=colour_of(element.colour), weight=element.weight)
            case FrameElement():
                ornament.draw(paper, element)
            case CodeElement() if entry.proof:
                side = min(element.width, element.height)
                left = element.x + (element.width - side) / 2
                paper.code(left, bottom + (element.height - side) / 2, side, entry.proof)

    def _picture(self, element: PictureElement) -> bytes:
        if element.source is PictureSource.OWN:
            return base64.b64decode(element.png)
        return self._frame.pictures.get(element.source.value, b"")

    def _text(self, element: TextElement, entry: CertificateEntry) -> None:
        words = self._spoken(element, entry)
        text = filled(element.text, self._frame, entry, words)
        if not text.strip() or self._was_said(element, text, entry):
            return
        own = layout.RTL if words.is_rtl else layout.LTR
        fitted = fit(
            text,
            _FACES[element.face](bold=element.bold),
            width=element.width,
            height=element.height,
            size=element.size,
            base=layout.FIRST_STRONG if follows_its_letters(element.text) else own,
            most_lines=element.lines,
            is_balanced=True,
        )
        align = _align(element.align, words)
        room = max(0.0, element.height - fitted.height)
        top = self._paper.height - element.y - room * _PLACES[element.place]
        self._paper.colour(colour_of(element.colour))
        draw(self._paper, fitted, element.x + element.width * align.value, top, align=align)

    def _was_said(self, element: TextElement, text: str, entry: CertificateEntry) -> bool:
        """What exists in one language only stands there once, not again in the place of each other language."""
        before = self._siblings.get(element, ())
        return any(filled(one.text, self._frame, entry, self._spoken(one, entry)) == text for one in before)


def _siblings(elements: Sequence[Element]) -> dict[TextElement, tuple[TextElement, ...]]:
    """Text -> those before it that say the same in another language."""
    texts = [one for one in elements if isinstance(one, TextElement)]
    found = {
        one: tuple(other for other in texts[:place] if other.text == one.text and other.language != one.language)
        for place, one in enumerate(texts)
    }
    return {one: before for one, before in found.items() if before}


def _align(align: TextAlign, words: Words) -> Align:
    if align is TextAlign.CENTRE:
        return Align.CENTRE
    is_start = align in {TextAlign.START, TextAlign.END}
    is_left = (align is TextAlign.START) is not words.is_rtl if is_start else align is TextAlign.LEFT
    return Align.LEFT if is_left else Align.RIGHT
