"""The short way for names lays them out as the whole algorithm does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.fit import fit
from documents.text import layout
from documents.text.fonts import modern_face, text_face, title_face
from documents.text.layout import LTR, RTL, Paragraph
from models.names.known import known_names

FACES = [face(bold=bold) for face in (text_face, title_face, modern_face) for bold in (False, True)]
LATIN = [one.latin for one in known_names()]
ARABIC = [spelling for one in known_names() for spelling in (one.arabic, one.sorani) if spelling]


def glyphs(line: layout.Line) -> list[tuple[int, float, str]]:
    return [
        (glyph.number, round(begin + glyph.x, 2), glyph.text) for piece, begin in line.pieces for glyph in piece.glyphs
    ]


def whole(text: str, face, base: int | None) -> layout.Line:
    paragraph = Paragraph(layout.clean(text), face, base)
    return paragraph.line(0, len(paragraph.text))


@pytest.mark.parametrize("base", [None, LTR, RTL])
@pytest.mark.parametrize("face", FACES)
def test_every_name_on_file_is_laid_out_alike(face, base):
    for names in (LATIN, ARABIC):
        for place in range(0, len(names) - 2, 3):
            text = " ".join(names[place : place + 3])
            short, long = layout.line(text, face, base), whole(text, face, base)
            assert [one[::2] for one in glyphs(short)] == [one[::2] for one in glyphs(long)], text
            assert short.width == pytest.approx(long.width, abs=0.12), text
            for mine, theirs in zip(glyphs(short), glyphs(long), strict=True):
                assert mine[1] == pytest.approx(theirs[1], abs=0.12), text


@given(
    st.one_of(
        st.lists(st.sampled_from(LATIN), min_size=1, max_size=7),
        st.lists(st.sampled_from(ARABIC), min_size=1, max_size=7),
    ),
    st.floats(4, 30),
)
def test_long_names_are_broken_alike(names: list[str], width: float):
    text, face = " ".join(names), text_face()
    paragraph = Paragraph(layout.clean(text), face, LTR)
    long = [paragraph.line(start, end) for start, end in paragraph.breaks(width)]
    short = layout.wrap(text, face, width, LTR)
    assert [[one[::2] for one in glyphs(line)] for line in short] == [
        [one[::2] for one in glyphs(line)] for line in long
    ]


@pytest.mark.parametrize("number", ["0", "7", "1048576", "٠١٢٣٤٥٦٧٨٩"])
@pytest.mark.parametrize("face", FACES)
def test_numbers_are_laid_out_alike(face, number: str):
    assert glyphs(layout.line(number, face)) == glyphs(whole(number, face, None))


@pytest.mark.parametrize("text", ["A" * 20_000, "ب" * 20_000, "(ا)" * 7_000, "aب" * 10_000], ids=len)
def test_the_work_for_a_text_without_blanks_grows_no_faster_than_the_text(text: str, monkeypatch):
    """Counted in letters that are handed to the shaper, as time differs from machine to machine."""
    handed: list[int] = []

    class Counting(layout.hb.Buffer):
        def add_codepoints(self, codes: list[int], first: int = 0, count: int = -1) -> None:
            handed.append(len(codes))
            super().add_codepoints(codes, first, count)

    monkeypatch.setattr(layout.hb, "Buffer", Counting)
    fitted = fit(text, text_face(), width=200, height=20, size=28, is_balanced=True)
    assert sum(len(line.pieces) for line in fitted.lines)
    assert sum(handed) < 12 * len(text) + 10 * len(handed)
    assert len(handed) < 5 * len(text)
