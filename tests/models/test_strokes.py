"""Signatures as text: what was drawn comes back, what is hostile does not."""

from hypothesis import given
from hypothesis import strategies as st

from models import strokes
from models.strokes import HIGH, WIDE

POINTS = st.tuples(st.integers(0, WIDE), st.integers(0, HIGH))


@given(st.lists(st.lists(POINTS, min_size=1, max_size=30), max_size=10))
def test_what_was_drawn_comes_back_without_what_adds_nothing(drawn):
    back = strokes.read(strokes.written(drawn))
    assert len(back) == len(drawn)
    for stroke, kept in zip(drawn, back, strict=True):
        assert kept[0] == stroke[0]
        assert set(kept) <= set(stroke)


@given(st.text(alphabet="0123456789,; -x.", max_size=200))
def test_any_text_is_read_without_harm(text):
    for stroke in strokes.read(text):
        assert all(0 <= x <= WIDE and 0 <= y <= HIGH for x, y in stroke)


def test_no_more_points_than_a_signature_has():
    assert sum(map(len, strokes.read(";".join(["1,1 2,2"] * 100_000)))) <= 4_000
