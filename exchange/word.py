"""The content of a document as a Word file, to be worked on."""

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from models.content import Bars, Content, Facts, Heading, Illustration, KeyFigures, PageBreak, Paragraph, Part, Table
from resources.words.languages import LANGUAGES

_NAVY, _GREY = RGBColor(0x17, 0x30, 0x5C), RGBColor(0x61, 0x6B, 0x7A)
_BAR_SIGNS = 22
# The order of ISO/IEC 29500, as far as we write it.
_RUN_ORDER = ("w:b", "w:bCs", "w:color", "w:sz", "w:szCs", "w:rtl", "w:lang")
_AFTER_BIDI = ("w:tblW", "w:jc", "w:tblLayout", "w:tblLook")
_BAR_WIDTHS = (55, 75, 30)  # millimetres
_ISOLATES = "\u2066\u2067\u2068\u2069"


def encode(content: Content) -> bytes:
    return _Writer(content).written()


class _Writer:
    def __init__(self, content: Content) -> None:
        self._content = content
        self._document: Any = Document()
        self._document.core_properties.title = content.title
        self._document.core_properties.author = ""
        self._document.core_properties.language = LANGUAGES[content.language].tag
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        style: Any = self._document.styles["Normal"]
        style.font.name, style.font.size = "Arial", Pt(11)
        style.paragraph_format.space_after = Pt(3)

    def written(self) -> bytes:
        content = self._content
        self._pictures([one for one in content.pictures if one])
        self._text(content.title, self._document.add_heading(level=0))
        self._text(content.subtitle, self._document.add_paragraph(), colour=_GREY)
        for part in content.parts:
            self._put(part)
        if content.note:
            foot = self._document.sections[0].footer.paragraphs[0]
            self._text(content.note, foot, colour=_GREY, size=8)
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()

    def _put(self, part: Part) -> None:
        match part:
            case Heading():
                self._text(part.text, self._document.add_heading(level=1))
            case Paragraph():
                self._text(part.text, self._document.add_paragraph(), colour=_GREY if part.is_note else None)
            case Facts():
                self._table((), part.rows)
            case KeyFigures():
                self._table((), tuple((label, number) for number, label in part.figures))
            case Bars():
                self._bars(part)
            case Table():
                self._table(tuple(title for title, _ in part.columns), part.rows)
            case Illustration():
                self._text(part.label, self._document.add_paragraph(), colour=_GREY)
                self._pictures([part.png])
            case PageBreak():
                self._document.add_page_break()

    def _pictures(self, pictures: list[bytes]) -> None:
        if pictures:
            run = self._paragraph(self._document.add_paragraph()).add_run()
            for png in pictures:
                run.add_picture(io.BytesIO(png), height=Mm(16))
                run.add_text("   ")

    def _table(self, headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        if not rows:
            return
        made: Any = self._document.add_table(rows=0, cols=len(rows[0]))
        if headings:
            made.style = "Table Grid"
        self._turn_table(made)
        for place, cells in enumerate((headings, *rows) if headings else rows):
            row = made.add_row()
            for cell, text in zip(row.cells, cells, strict=True):
                self._text(text, cell.paragraphs[0], bold=bool(headings) and place == 0, size=9.5)
        self._document.add_paragraph()

    def _bars(self, part: Bars) -> None:
        """A line of blocks for each bar."""
        made: Any = self._document.add_table(rows=0, cols=3)
        made.autofit = False
        self._turn_table(made)
        for bar in part.bars:
            cells = made.add_row().cells
            for cell, width in zip(cells, _BAR_WIDTHS, strict=True):
                cell.width = Mm(width)
            self._text(bar.label, cells[0].paragraphs[0], size=9.5)
            self._text(_signs(bar.value, part.most), cells[1].paragraphs[0], size=7, colour=_NAVY)
            self._text(bar.text, cells[2].paragraphs[0], size=9.5)
        self._document.add_paragraph()

    def _paragraph(self, paragraph: Any) -> Any:
        """In the direction of the language."""
        if self._content.is_rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # of a right-to-left paragraph: where it begins
        return paragraph

    def _text(
        self, text: str, paragraph: Any, *, bold: bool = False, colour: RGBColor | None = None, size: float = 0.0
    ) -> None:
        run = self._paragraph(paragraph).add_run(_clean(text))
        run.bold = bold or None
        if colour is not None:
            run.font.color.rgb = colour
        if size:
            run.font.size = Pt(size)
        language = LANGUAGES[self._content.language].tag
        if not self._content.is_rtl:
            _put_property(run, "w:lang", "w:val", language)
            return
        # Letters of right-to-left scripts have a size and a weight of their own.
        if bold:
            _put_property(run, "w:bCs", "w:val", "1")
        if size:
            _put_property(run, "w:szCs", "w:val", str(round(2 * size)))
        _put_property(run, "w:rtl")
        _put_property(run, "w:lang", "w:bidi", language)

    def _turn_table(self, table: Any) -> None:
        """The first column at the right."""
        if self._content.is_rtl:
            table._tbl.tblPr.insert_element_before(OxmlElement("w:bidiVisual"), *_AFTER_BIDI)


def _put_property(run: Any, name: str, attribute: str = "", value: str = "") -> None:
    """Where the standard has it: word processors read no other order."""
    made = OxmlElement(name)
    if attribute:
        made.set(qn(attribute), value)
    after = _RUN_ORDER[_RUN_ORDER.index(name) + 1 :]
    run._r.get_or_add_rPr().insert_element_before(made, *after)


def _signs(value: float, most: float) -> str:
    return "█" * round(_BAR_SIGNS * min(1.0, value / most)) if most else ""


def _clean(text: str) -> str:
    """Without the signs that a word processor has its own means for, and without what XML cannot hold."""
    return "".join(one for one in text if one not in _ISOLATES and (one >= " " or one in "\n\t"))
