"""Word files: they open, say what they should, and run from right to left where people read so."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from PIL import Image

from exchange import word
from models.content import Bar, Bars, Content, Facts, Heading, KeyFigures, PageBreak, Paragraph, Part, Table

RTL = pytest.mark.parametrize("language", ["en", "ar", "ckb"])


def content(*parts: Part, language: str = "en", **more: object) -> Content:
    is_rtl = language != "en"
    return Content(title="Report", subtitle="Erbil", parts=parts, language=language, is_rtl=is_rtl, **more)


def opened(made: Content):
    return Document(io.BytesIO(word.encode(made)))


def body(made: Content, member: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(word.encode(made))) as archive:
        assert archive.testzip() is None
        return archive.read(member).decode("utf-8")


def cells(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def png(size: tuple[int, int]) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "navy").save(stream, "PNG")
    return stream.getvalue()


def test_every_part_stands_in_the_file_in_its_order():
    document = opened(
        content(
            Heading("People"), Paragraph("They came."), Paragraph("As of today.", is_note=True),
            Facts((("Place", "Erbil"), ("Days", "4"))), KeyFigures((("35", "people"), ("17", "women"))),
            Table((("Name", 2.0), ("Sex", 1.0)), (("Sara", "F"), ("Ali", "M"))), PageBreak(), Heading("End"),
        )
    )  # fmt: skip
    texts = [(one.style.name, one.text) for one in document.paragraphs if one.text.strip()]
    assert texts == [
        ("Title", "Report"), ("Normal", "Erbil"), ("Heading 1", "People"), ("Normal", "They came."),
        ("Normal", "As of today."), ("Heading 1", "End"),
    ]  # fmt: skip
    assert [cells(table) for table in document.tables] == [
        [["Place", "Erbil"], ["Days", "4"]], [["people", "35"], ["women", "17"]],
        [["Name", "Sex"], ["Sara", "F"], ["Ali", "M"]],
    ]  # fmt: skip
    assert 'w:type="page"' in document.element.xml
    assert [table.style.name for table in document.tables] == ["Normal Table", "Normal Table", "Table Grid"]
    after = [table._tbl.getnext().tag for table in document.tables]
    assert after == [qn("w:p")] * 3, "two tables that touch would become one"


def test_only_headings_of_tables_are_bold_and_notes_are_grey():
    document = opened(
        content(Paragraph("x"), Paragraph("note", is_note=True), Table((("A", 1.0),), (("1",),)), Facts((("a", "b"),)))
    )
    _, subtitle, plain, note, *_ = document.paragraphs
    grey = RGBColor(0x61, 0x6B, 0x7A)
    assert [one.runs[0].font.color.rgb for one in (subtitle, plain, note)] == [grey, None, grey]
    table, facts = document.tables
    runs = [row.cells[0].paragraphs[0].runs[0] for row in (*table.rows, *facts.rows)]
    assert [run.bold for run in runs] == [True, None, None]
    assert {run.font.size for run in runs} == {Pt(9.5)}
    assert plain.runs[0].font.size is None


def test_it_is_a4_in_a_letter_that_every_computer_has():
    document = opened(content())
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size, normal.paragraph_format.space_after) == ("Arial", Pt(11), Pt(3))


@pytest.mark.parametrize(("language", "code"), [("en", "en-GB"), ("ar", "ar-IQ"), ("ckb", "ku-Arab-IQ")])
def test_the_file_says_what_it_is_and_nobody_s_name(language: str, code: str):
    made = content(Paragraph("x"), language=language)
    properties = opened(made).core_properties
    assert (properties.title, properties.author, properties.language) == ("Report", "", code)
    attribute = "w:val" if language == "en" else "w:bidi"
    assert f'<w:lang {attribute}="{code}"/>' in body(made)


@RTL
def test_paragraphs_and_tables_run_as_people_read(language: str):
    made = content(
        Heading("h"), Paragraph("p"), Facts((("a", "b"),)), Table((("A", 1.0),), (("1",),)),
        Bars((Bar("x", 1, "1"),), 2), language=language, note="foot", pictures=(png((4, 4)),),
    )  # fmt: skip
    text = body(made)
    is_rtl = language != "en"
    assert text.count("<w:bidiVisual/>") == (3 if is_rtl else 0)
    document = opened(made)
    written = [one for one in document.element.body.iter(qn("w:p")) if one.find(qn("w:r")) is not None]
    assert len(written) == 12
    assert [one for one in written if (one.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) is not is_rtl] == []
    runs = [one for one in document.element.body.iter(qn("w:r")) if one.find(qn("w:drawing")) is None]
    assert [one for one in runs if (one.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None) is not is_rtl] == []
    assert ("<w:rtl/>" in body(made, "word/footer1.xml")) is is_rtl


def test_right_to_left_letters_have_their_own_size_and_weight():
    text = body(content(Table((("A", 1.0),), (("1",),)), language="ar"))
    assert text.count('<w:szCs w:val="19"/>') == 2
    assert text.count('<w:bCs w:val="1"/>') == 1
    assert "w:szCs" not in body(content(Table((("A", 1.0),), (("1",),))))
    assert "w:bCs" not in body(content(Table((("A", 1.0),), (("1",),))))


@RTL
def test_properties_stand_in_the_order_of_the_standard(language: str):
    """Word refuses what stands in another."""
    made = opened(content(Table((("A", 1.0),), (("1",),)), Bars((Bar("x", 1, "1"),), 2), language=language, note="n"))
    order = ["rFonts", "b", "bCs", "color", "sz", "szCs", "rtl", "lang"]
    for properties in made.element.body.iter(qn("w:rPr")):
        names = [one.tag.split("}")[1] for one in properties]
        assert names == sorted(names, key=order.index)
    tables = ["tblStyle", "bidiVisual", "tblW", "jc", "tblLayout", "tblLook"]
    for properties in made.element.body.iter(qn("w:tblPr")):
        names = [one.tag.split("}")[1] for one in properties]
        assert names == sorted(names, key=tables.index)


@pytest.mark.parametrize(
    ("value", "most", "signs"), [(0, 10, 0), (5, 10, 11), (10, 10, 22), (30, 10, 22), (5, 0, 0), (1, 44, 0), (3, 44, 2)]
)
def test_a_bar_is_as_long_as_its_share(value: float, most: float, signs: int):
    (table,) = opened(content(Bars((Bar("Women", value, "x of y"),), most))).tables
    assert cells(table) == [["Women", "█" * signs, "x of y"]]
    label, bar, text = (cell.paragraphs[0].runs[0] for cell in table.rows[0].cells)
    assert (label.font.size, bar.font.size, text.font.size) == (Pt(9.5), Pt(7), Pt(9.5))
    assert bar.font.color.rgb == RGBColor(0x17, 0x30, 0x5C)
    assert [round(cell.width.mm) for cell in table.rows[0].cells] == [55, 75, 30]
    assert table.autofit is False
    assert table._tbl.getnext().tag == qn("w:p")


def test_a_table_without_rows_is_left_out():
    assert opened(content(Table((("A", 1.0),), ()), Facts(()), KeyFigures(()))).tables == []


def test_logo_and_emblem_stand_first_and_small():
    document = opened(content(pictures=(png((40, 20)), b"", png((10, 10)))))
    assert [(round(one.width.mm), round(one.height.mm)) for one in document.inline_shapes] == [(32, 16), (16, 16)]
    assert "w:drawing" in document.paragraphs[0]._p.xml
    assert opened(content(pictures=(b"",))).paragraphs[0].text == "Report", "no empty line where there is none"


def test_the_note_stands_at_the_foot_of_each_page():
    foot = opened(content(note="Printed today")).sections[0].footer.paragraphs[0]
    assert (foot.text, foot.runs[0].font.size, foot.runs[0].font.color.rgb) == (
        "Printed today", Pt(8), RGBColor(0x61, 0x6B, 0x7A),
    )  # fmt: skip
    assert opened(content()).sections[0].footer.is_linked_to_previous, "no footer"


def test_signs_that_xml_or_word_cannot_take_are_left_out():
    document = opened(
        content(Paragraph("a\u2066b\u2067c\u2068d\u2069e\x00f\x0bg\x1fh"), Paragraph("one\ntwo\tthree < & >"))
    )
    assert [one.text for one in document.paragraphs[2:]] == ["abcdefgh", "one\ntwo\tthree < & >"]
