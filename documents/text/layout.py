"""From a paragraph in logical order to lines of placed glyphs.

Levels over the whole paragraph, lines broken in logical order, runs split at level, script and
font, each shaped by HarfBuzz with the whole text as context. All measures are fractions of the
font size, so that one layout serves every size.
"""

import itertools
import math
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import uharfbuzz as hb

from documents.text import bidi
from documents.text.fonts import Font, Typeface, clean

FIRST_STRONG = None
LTR, RTL = bidi.LTR, bidi.RTL

FIRST_STRONG_ISOLATE, LTR_ISOLATE, POP_ISOLATE = "\u2068", "\u2066", "\u2069"
_KEPT = 600
"""Layouts remembered: what a sheet repeats, not every name of ten thousand."""
_KEPT_WORDS = 3_000
_KEPT_PARAGRAPHS = 16
_CONTEXT = 5
"""Letters on each side that HarfBuzz looks at."""
_L, _A = "[A-Za-zÀ-ÖØ-öø-ɏ]", "[\u0620-\u0652\u0670-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u200c]"
_LATIN = re.compile(rf"{_L}+(?:[-'’]{_L}+)*(?: {_L}+(?:[-'’]{_L}+)*)*")
_DIGITS = re.compile("[0-9]+|[٠-٩]+")
_ARABIC = re.compile(rf"{_A}+(?: {_A}+)*")
_BREAK_AFTER = frozenset(" \t-–—/\u200b")


@dataclass(frozen=True, slots=True)
class Glyph:
    font: Font
    number: int
    text: str  # what it stands for; empty for the later glyphs of a cluster
    x: float  # of its origin, from the left end of the line
    y: float
    advance: float


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Glyphs that are drawn in one go, from the left end; a word that comes again is the same piece."""

    glyphs: tuple[Glyph, ...]
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    pieces: tuple[tuple[Piece, float], ...]
    """From left to right, each with the place where it begins."""
    width: float


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    level: int
    script: str
    font: Font


class Paragraph:
    """A text with its levels and runs, ready to be measured and cut into lines."""

    __slots__ = ("_advances", "_classes", "_codes", "_levels", "_runs", "_starts", "base", "text")

    def __init__(self, text: str, face: Typeface, base: int | None) -> None:
        self.text = text
        self._codes = [ord(character) for character in text]
        self._classes = [bidi.bidi_class(character) for character in text]
        self._levels, self.base = bidi.paragraph_levels(text, base)
        self._runs = list(_runs(text, self._levels, face))
        self._starts = [run.start for run in self._runs]
        self._advances = self._measure()

    def _measure(self) -> list[float]:
        """The advance of each character, in logical order; a cluster counts at its first."""
        advances = [0.0] * len(self.text)
        for run in self._runs:
            for cluster, _, position in _shape(self._codes, run):
                advances[cluster] += position.x_advance / run.font.units
        return advances

    def width(self, start: int, end: int) -> float:
        return sum(self._advances[start:end])

    def breaks(self, width: float, most: float = math.inf) -> list[tuple[int, int]]:
        """Slices of the text that fit the width each; an overlong word is cut.

        :param most: no more lines are wanted: it stops with the first beyond
        """
        lines: list[tuple[int, int]] = []
        start = 0
        while start < len(self.text) and len(lines) <= most:
            end = self._line_end(start, width)
            lines.append((start, end))
            start = end
        return lines or [(0, 0)]

    def _line_end(self, start: int, width: float) -> int:
        used, last_chance = 0.0, start
        for at in range(start, len(self.text)):
            if self.text[at] == "\n":
                return at + 1
            is_blank = self.text[at].isspace()
            used += 0.0 if is_blank else self._advances[at] + (self._blank_before(at) if at > start else 0.0)
            if used > width + 1e-6 and at > start:
                return last_chance if last_chance > start else self._cluster_start(at)
            if self.text[at] in _BREAK_AFTER and not self._is_inside_number(at):
                last_chance = at + 1
        return len(self.text)

    def _is_inside_number(self, at: int) -> bool:
        """13–16 and 2015/09 stay together (UAX #14, LB25)."""
        neighbours = self.text[at - 1 : at] + self.text[at + 1 : at + 2]
        return len(neighbours) == 2 and neighbours.isdigit()

    def _blank_before(self, at: int) -> float:
        """Blanks count only when something follows them on the line."""
        total = 0.0
        while at > 0 and self.text[at - 1].isspace():
            at -= 1
            total += self._advances[at]
        return total

    def _cluster_start(self, at: int) -> int:
        while unicodedata.combining(self.text[at]) and at > 1:
            at -= 1
        return at

    def line(self, start: int, end: int) -> Line:
        """The glyphs of a slice from left to right; blanks at its end are dropped."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        levels = bidi.line_levels(self._classes[start:end], self._levels[start:end], self.base)
        first, behind = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)
        pieces = [piece for run in self._runs[max(0, first) : behind] for piece in _clip(run, start, end, levels)]
        ordered = [pieces[index] for index in bidi.visual_order([piece.level for piece in pieces])]
        made = _piece(self.text, self._codes, ordered)
        return Line(((made, 0.0),) if made.glyphs else (), made.width)


def _piece(text: str, codes: list[int], runs: Iterable[_Run]) -> Piece:
    """The glyphs of runs that follow each other from left to right."""
    glyphs: list[Glyph] = []
    pen = 0.0
    for run in runs:
        pen = _place(text, codes, run, pen, glyphs)
    return Piece(tuple(glyphs), pen)


def _place(text: str, codes: list[int], run: _Run, pen: float, glyphs: list[Glyph]) -> float:
    shaped = _shape(codes, run)
    clusters = [*sorted({cluster for cluster, _, _ in shaped}), run.end]
    following = dict(itertools.pairwise(clusters))
    spoken: set[int] = set()
    units = run.font.units
    for cluster, number, position in shaped:
        first = cluster not in spoken and position.x_advance != 0
        said = text[cluster : following[cluster]] if first else ""
        if first:
            spoken.add(cluster)
        x = pen + position.x_offset / units
        advance = position.x_advance / units
        glyphs.append(Glyph(run.font, number, said, x, position.y_offset / units, advance))
        pen += advance
    return pen


def _clip(run: _Run, start: int, end: int, levels: list[int]) -> Iterator[_Run]:
    """The part of a run that lies on a line, split where L1 changed its level."""
    at, stop = max(run.start, start), min(run.end, end)
    while at < stop:
        level = levels[at - start]
        follower = at
        while follower < stop and levels[follower - start] == level:
            follower += 1
        yield _Run(at, follower, level, run.script, run.font)
        at = follower


def _runs(text: str, levels: list[int], face: Typeface) -> Iterator[_Run]:
    """Maximal stretches of one level, script and font."""
    scripts = _scripts(text)
    start, font = 0, None
    for at, character in enumerate(text):
        chosen = face.font_for(" " if character in "\n\t" else character, font)  # no font has a glyph for those
        key = (levels[at], scripts[at])
        if font is not None and (chosen is not font or key != (levels[start], scripts[start])):
            yield _Run(start, at, levels[start], scripts[start], font)
            start = at
        font = chosen
    if font is not None:
        yield _Run(start, len(text), levels[start], scripts[start], font)


def _scripts(text: str) -> list[str]:
    """'Arab' or 'Latn' per character; what belongs to no script goes with the one before."""
    own = [_script(character) for character in text]
    current = next((script for script in own if script), "Latn")
    scripts = []
    for script in own:
        current = script or current
        scripts.append(current)
    return scripts


def _script(character: str) -> str:
    if not character.isalpha():
        return ""
    return "Arab" if unicodedata.bidirectional(character) == "AL" else "Latn"


def _shape(codes: list[int], run: _Run) -> list[tuple[int, int, hb.GlyphPosition]]:
    """Of each glyph the place of its letters in the text, its number, and where it stands."""
    buffer = hb.Buffer()
    first = max(0, run.start - _CONTEXT)  # what stands around goes along: letters join across the edge of a run
    buffer.add_codepoints(codes[first : run.end + _CONTEXT], run.start - first, run.end - run.start)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.script = run.script
    hb.shape(run.font.shaper, buffer)
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(first + info.cluster, info.codepoint, position) for info, position in glyphs]


def isolate(text: str, *, ltr: bool = False) -> str:
    """A value inside other text, kept whole by the algorithm; phone numbers and codes with ``ltr``."""
    return f"{LTR_ISOLATE if ltr else FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else ""


# Most texts are names: words of one script. Their order is known, and each word is shaped once.


class _Words:
    """The words of one typeface and direction that were shaped before, each without and with the blank after it."""

    def __init__(self, face: Typeface, *, rtl: bool) -> None:
        self._face, self._rtl = face, rtl
        self._known: dict[str, tuple[Piece, Piece]] = {}

    def get(self, word: str) -> tuple[Piece, Piece]:
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _KEPT_WORDS:
                self._known.clear()
            found = self._known[word] = (self._shaped(word), self._shaped(f"{word} "))
        return found

    def _shaped(self, text: str) -> Piece:
        codes = [ord(character) for character in text]
        runs = list(_runs(text, [int(self._rtl)] * len(text), self._face))
        return _piece(text, codes, reversed(runs) if self._rtl else runs)


@cache
def _words_of(face: Typeface, *, rtl: bool) -> _Words:
    return _Words(face, rtl=rtl)


@lru_cache(maxsize=_KEPT)
def _number(text: str, face: Typeface) -> Line:
    """Figure by figure: none is shaped twice."""
    glyphs: list[Glyph] = []
    pen = 0.0
    words = _words_of(face, rtl=False)
    for digit in text:
        piece, _ = words.get(digit)
        glyphs += [Glyph(one.font, one.number, one.text, one.x + pen, one.y, one.advance) for one in piece.glyphs]
        pen += piece.width
    return Line(((Piece(tuple(glyphs), pen), 0.0),), pen)


@cache
def _figures_stand_apart(face: Typeface) -> bool:
    """Whether no two figures are drawn closer to each other, as some serif faces have it."""
    for figures in ("0123456789", "٠١٢٣٤٥٦٧٨٩"):
        pairs = "".join(first + second for first in figures for second in figures)
        own = sum(_words_of(face, rtl=False).get(figure)[0].width for figure in pairs)
        if abs(_line(pairs, face, LTR).width - own) > 1e-6:
            return False
    return True


def _simple_lines(text: str, face: Typeface, width: float = math.inf) -> tuple[Line, ...] | None:
    """None when the text needs the whole algorithm: more than one direction, signs of none, a word to be cut."""
    if _DIGITS.fullmatch(text):
        if not _figures_stand_apart(face):
            return None
        line = _number(text, face)
        return (line,) if line.width <= width else None
    is_rtl = _LATIN.fullmatch(text) is None
    if is_rtl:
        text = unicodedata.normalize("NFC", text)
        if _ARABIC.fullmatch(text) is None:
            return None
    words = _words_of(face, rtl=is_rtl)
    rows: list[list[tuple[Piece, Piece]]] = [[]]
    used = 0.0
    for written in text.split(" "):
        word = words.get(written)
        if used + word[0].width > width and rows[-1]:
            rows.append([])
            used = 0.0
        if word[0].width > width or (len(rows) > 1 and "-" in text):
            return None
        rows[-1].append(word)
        used += word[1].width
    return tuple(_row(row, rtl=is_rtl) for row in rows)


def _row(words: list[tuple[Piece, Piece]], *, rtl: bool) -> Line:
    pieces = [with_blank for _, with_blank in words]
    pieces[-1] = words[-1][0]
    pen, placed = 0.0, []
    for piece in reversed(pieces) if rtl else pieces:
        placed.append((piece, pen))
        pen += piece.width
    return Line(tuple(placed), pen)


def line(text: str, face: Typeface, base: int | None = FIRST_STRONG) -> Line:
    """The text as one line, however long.

    :raises MissingGlyph: when no font of the typeface has a letter of the text
    """
    simple = _simple_lines(text, face)
    return simple[0] if simple else _line(text, face, base)


@lru_cache(maxsize=_KEPT)
def _line(text: str, face: Typeface, base: int | None) -> Line:
    paragraph = Paragraph(clean(text), face, base)
    return paragraph.line(0, len(paragraph.text))


def wrap(
    text: str, face: Typeface, width: float, base: int | None = FIRST_STRONG, most: float = math.inf
) -> tuple[Line, ...]:
    """The text in lines of at most ``width`` (a multiple of the font size).

    :param most: with more lines it fits nowhere: what comes after the first beyond is not laid out
    :raises MissingGlyph: when no font of the typeface has a letter of the text
    """
    return _simple_lines(text, face, width + 1e-6) or _wrap(text, face, width, base, most)


@lru_cache(maxsize=_KEPT)
def _wrap(text: str, face: Typeface, width: float, base: int | None, most: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    for part in text.split("\n"):
        if len(lines) > most:
            break
        paragraph = _paragraph(part, face, base)
        lines += [paragraph.line(start, end) for start, end in paragraph.breaks(width, most - len(lines))]
    return tuple(lines)


@lru_cache(maxsize=_KEPT_PARAGRAPHS)
def _paragraph(text: str, face: Typeface, base: int | None) -> Paragraph:
    """One that is tried in several widths is shaped once."""
    return Paragraph(clean(text), face, base)
