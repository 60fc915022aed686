"""Draws laid out text on a ReportLab canvas."""

from enum import Enum
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from documents.text import layout
from documents.text.embedding import NO_TEXT, EmbeddedFont
from documents.text.fonts import Font, Typeface
from documents.text.layout import Glyph, Line, Piece

_MOST_KEPT = 1_500
"""Pieces whose operators are remembered: the words of a document, not every line of ten thousand."""
# Without it readers of the text take the jump to a mark for a space inside the word.
_EMPTY_SPAN = "/Span <</ActualText <FEFF>>> BDC"


class Align(Enum):
    """Which part of a line stands at its x, whatever the direction of the text."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Pen:
    """The text of one document. Sizes and positions in points, y upwards."""

    def __init__(self, canvas: Canvas) -> None:
        self._raw: Any = canvas
        self._fonts: dict[Font, EmbeddedFont] = {}
        self._operators: dict[tuple[Piece, float], str] = {}

    def text(
        self,
        x: float,
        y: float,
        text: str,
        face: Typeface,
        size: float,
        *,
        align: Align = Align.LEFT,
        base: int | None = layout.FIRST_STRONG,
    ) -> float:
        """Draw one line with its baseline at y; its width in points."""
        line = layout.line(text, face, base)
        self.line(x, y, line, size, align=align)
        return line.width * size

    def line(self, x: float, y: float, line: Line, size: float, *, align: Align = Align.LEFT) -> None:
        if not line.pieces:
            return
        left = x - line.width * size * align.value
        code = self._code()
        at = 0.0
        code.append(f"q 1 0 0 1 {left:.3f} {y:.3f} cm")
        for piece, begin in line.pieces:
            if begin != at:
                code.append(f"1 0 0 1 {(begin - at) * size:.3f} 0 cm")
                at = begin
            code.append(self._operators_of(piece, size))
        code.append("Q")

    def _code(self) -> list[str]:
        operators: list[str] = self._raw._code  # its public door, addLiteral, takes them one by one
        return operators

    def _operators_of(self, piece: Piece, size: float) -> str:
        key = (piece, size)
        found = self._operators.get(key)
        if found is None:
            if len(self._operators) >= _MOST_KEPT:
                self._operators.clear()
            found = self._operators[key] = self._write(piece, size)
        return found

    def _write(self, piece: Piece, size: float) -> str:
        """Spacing glyphs in one run of text, marks and raised glyphs after them, each in its place."""
        spacing = [glyph for glyph in piece.glyphs if glyph.advance and not glyph.y]
        placed = [glyph for glyph in piece.glyphs if not glyph.advance or glyph.y]
        parts = ["BT", *self._write_spacing(spacing, size)]
        for glyph in placed:
            parts += self._write_placed(glyph, size)
        return "\n".join([*parts, "ET"])

    def _write_spacing(self, glyphs: list[Glyph], size: float) -> list[str]:
        parts: list[str] = []
        at = 0
        while at < len(glyphs):
            font = glyphs[at].font
            end = at
            while end < len(glyphs) and glyphs[end].font is font:
                end += 1
            embedded = self._embedded(font)
            parts.append(f"/{embedded.name} {size:.3f} Tf 1 0 0 1 {glyphs[at].x * size:.3f} 0 Tm")
            parts.append(_show(embedded, glyphs[at:end]))
            at = end
        return parts

    def _write_placed(self, glyph: Glyph, size: float) -> list[str]:
        embedded = self._embedded(glyph.font)
        show = [
            f"/{embedded.name} {size:.3f} Tf 1 0 0 1 {glyph.x * size:.3f} {glyph.y * size:.3f} Tm",
            f"<{embedded.code(glyph.number, glyph.text or NO_TEXT)}> Tj",
        ]
        return show if glyph.text else [_EMPTY_SPAN, *show, "EMC"]

    def _embedded(self, font: Font) -> EmbeddedFont:
        found = self._fonts.get(font)
        if found is None:
            found = self._fonts[font] = EmbeddedFont(font, f"S{len(self._fonts) + 1}")
            self._raw._doc.delayedFonts.append(found)
        return found


def _show(embedded: EmbeddedFont, glyphs: list[Glyph]) -> str:
    """A TJ array; the numbers move the pen where shaping and the font's own widths differ."""
    font = embedded.font
    pen, parts, run = glyphs[0].x, [], ""
    for glyph in glyphs:
        shift = round((glyph.x - pen) * 1000)
        if shift:
            parts.append(f"<{run}>" if run else "")
            parts.append(str(-shift))  # TJ subtracts (ISO 32000-1, 9.4.3)
            run = ""
            pen += shift / 1000
        run += embedded.code(glyph.number, glyph.text)
        pen += font.advance(glyph.number)
    parts.append(f"<{run}>")
    return f"[{''.join(part if part.startswith('<') else f' {part} ' for part in parts)}] TJ"
