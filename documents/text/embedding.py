"""Subset fonts inside a PDF, as Type0 fonts whose codes name a glyph *and* the text it stands for.

Noto draws letters as skeletons plus dot glyphs, so that one glyph stands for several letters; a
CID per (glyph, text) pair keeps search and copy right. ISO 32000-1, 9.7.
"""

import hashlib
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from documents.text.fonts import Font

NO_TEXT = "\u200b"  # what a glyph says that adds nothing to the text
_KEPT_TABLES = ("GSUB", "GPOS", "GDEF", "name", "post", "cmap", "OS/2")  # dropped: the glyphs are chosen


class EmbeddedFont:
    """The glyphs of one font that one document uses. ReportLab calls ``addObjects`` on saving."""

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name
        self._codes: dict[tuple[int, str], int] = {(0, ""): 0}  # 0 stays .notdef, as every font has it

    def code(self, glyph: int, text: str) -> str:
        """The four hexadecimal digits that draw this glyph and say this text."""
        return f"{self._codes.setdefault((glyph, text), len(self._codes)):04X}"

    def addObjects(self, document: Any) -> None:  # ReportLab's name
        pairs = list(self._codes)
        subset, numbers = _subset(self.font, {glyph for glyph, _ in pairs})
        tag = _tag(self.font.name, pairs)
        descendant = self._descendant(document, pairs, subset, numbers, tag)
        full = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{tag}+{self.font.name}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(_to_unicode(pairs))),
            }
        )
        reference = document.Reference(full, f"sijil-{self.name}")
        document.idToObject["BasicFonts"].dict[self.name] = reference

    def _descendant(
        self, document: Any, pairs: list[tuple[int, str]], subset: bytes, numbers: dict[int, int], tag: str
    ) -> Any:
        font_file = _stream(subset)
        font_file.dictionary["Length1"] = len(subset)
        widths = [round(self.font.advance(glyph) * 1000, 1) for glyph, _ in pairs]
        places = b"".join(numbers[glyph].to_bytes(2, "big") for glyph, _ in pairs)
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{tag}+{self.font.name}",
                "Flags": 4,  # symbolic: not of the standard Latin letters (ISO 32000-1, table 123)
                "FontBBox": pdfdoc.PDFArray([-1000, -800, 3000, 1500]),
                "ItalicAngle": 0,
                "Ascent": round(self.font.ascent * 1000),
                "Descent": round(self.font.descent * 1000),
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": document.Reference(font_file),
            }
        )
        return pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{tag}+{self.font.name}",
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
                ),
                "DW": 0,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(widths)]),
                "CIDToGIDMap": document.Reference(_stream(places)),
                "FontDescriptor": document.Reference(descriptor),
            }
        )


def _subset(font: Font, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    """The font with only these glyphs, and where each of them went."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    for table in _KEPT_TABLES:
        wanted.drop_table_tag_set.add(int.from_bytes(table.encode("ascii"), "big"))
    plan = hb.SubsetPlan(font.face, wanted)
    numbers = dict(plan.old_to_new_glyph_mapping)
    return bytes(plan.execute().blob.data), {glyph: numbers[glyph] for glyph in glyphs}


def _tag(name: str, pairs: list[tuple[int, str]]) -> str:
    """Six capital letters that name the subset; equal subsets get equal names."""
    digest = hashlib.sha256(repr((name, pairs)).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _stream(content: bytes) -> Any:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _to_unicode(pairs: list[tuple[int, str]]) -> bytes:
    """The ToUnicode CMap: code -> text."""
    entries = [f"<{code:04X}> <{_utf16(text or NO_TEXT)}>" for code, (_, text) in enumerate(pairs)]
    # A block of a CMap holds 100 entries at most (Adobe Technical Note 5014).
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode("ascii")


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
