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


def test_what_is_written_can_be_read_by_people():
    assert strokes.written([[(12, 30), (14, 31), (16, 30)], [], [(200, 80)]]) == "12,30 16,30;200,80"
    assert strokes.written([]) == ""


def test_a_point_counts_from_four_steps_away():
    assert strokes.written([[(0, 0), (2, 1), (2, 2), (5, 2), (1, 2), (1, 6)]]) == "0,0 2,2 1,6"


def test_the_surface_ends_where_it_ends():
    assert strokes.read("1000,400 1001,400 1000,401 0,0;9999,1;x;5,5") == (((1000, 400), (0, 0)), ((5, 5),))
    assert strokes.read("12345,6") == ()


def test_points_beyond_the_most_are_cut_in_the_middle_of_a_stroke():
    found = strokes.read(" ".join(["1,1"] * 3_999) + ";2,2 3,3 4,4;5,5")
    assert [len(stroke) for stroke in found] == [3_999, 1]
    assert found[1] == ((2, 2),)
