"""The fonts of all documents: TrueType files with their shaper, and stacks of them."""

import unicodedata
from dataclasses import dataclass, field
from functools import cache

import uharfbuzz as hb

import resources
from models.errors import MissingGlyph

# Formatting characters that shape the text but need no glyph of their own.
INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """One TrueType file. Metrics are fractions of the font size."""

    name: str
    face: hb.Face = field(repr=False)
    shaper: hb.Font = field(repr=False)
    units: int
    covered: frozenset[int] = field(repr=False)
    ascent: float
    descent: float

    def advance(self, glyph: int) -> float:
        return float(self.shaper.get_glyph_h_advance(glyph)) / self.units


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """Fonts in the order in which they are asked for a letter; compared by identity."""

    fonts: tuple[Font, ...]

    def font_for(self, character: str, current: Font | None) -> Font:
        """The font that draws this character; the current one if it can, for unbroken words.

        :raises MissingGlyph: when none of the fonts has the letter
        """
        if character in INVISIBLE and current is not None:
            return current
        if current is not None and character.isspace() and ord(character) in current.covered:
            return current
        for font in self.fonts:
            if ord(character) in font.covered:
                return font
        if character in INVISIBLE:
            return self.fonts[0]
        raise MissingGlyph(letter=character)


@cache
def load(name: str) -> Font:
    """The font ``resources/fonts/<name>.ttf``."""
    face = hb.Face(hb.Blob.from_file_path(str(resources.path("fonts", f"{name}.ttf"))))
    shaper = hb.Font(face)
    extents = shaper.get_font_extents("ltr")
    return Font(
        name=name,
        face=face,
        shaper=shaper,
        units=face.upem,
        covered=frozenset(face.unicodes),
        ascent=extents.ascender / face.upem,
        descent=extents.descender / face.upem,
    )


_FALLBACKS = ("NotoSans", "NotoSansArmenian")
"""Asked for letters that the face itself lacks: Cyrillic, Greek, Vietnamese; Armenian."""


@cache
def text_face(*, bold: bool = False) -> Typeface:
    """Body text in all our languages."""
    return _typeface("NotoSansArabic", bold=bold)


@cache
def title_face(*, bold: bool = False) -> Typeface:
    """A serif for the Latin of certificates; Arabic and Sorani come from the text face."""
    return _typeface("Vollkorn", "NotoSansArabic", bold=bold)


@cache
def modern_face(*, bold: bool = False) -> Typeface:
    """A geometric sans for the Latin of certificates; Arabic and Sorani come from the text face."""
    return _typeface("Montserrat", "NotoSansArabic", bold=bold)


def clean(text: str) -> str:
    """Line ends, tabs and control characters as blanks; canonical composition as fonts expect it."""
    text = unicodedata.normalize("NFC", text)
    return "".join(" " if unicodedata.category(character) == "Cc" else character for character in text)


def undrawn(text: str) -> str:
    """The first letter that not every typeface can draw; empty when there is none."""
    drawn = _drawn_by_all()
    return next((one for one in clean(text) if ord(one) not in drawn and one not in INVISIBLE), "")


@cache
def _drawn_by_all() -> frozenset[int]:
    faces = [face(bold=bold) for face in (text_face, title_face, modern_face) for bold in (False, True)]
    return frozenset.intersection(*(frozenset().union(*(font.covered for font in face.fonts)) for face in faces))


def _typeface(*names: str, bold: bool) -> Typeface:
    style = "Bold" if bold else "Regular"
    return Typeface(tuple(load(f"{name}-{style}") for name in (*names, *_FALLBACKS)))
