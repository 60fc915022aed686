"""Content of documents."""

from models.content import Content, Paragraph


def test_what_is_usual():
    assert Content(title="a", subtitle="b", parts=()) == Content(
        title="a", subtitle="b", parts=(), note="", pictures=(), language="en", is_rtl=False
    )
    assert Paragraph("x") == Paragraph("x", is_note=False)
