"""How much two entries look like one person: what weighs how much."""

import pytest

from models.names.alike import Entry, compare, full_names_alike, keys_of, names_alike, sounds_alike
from models.names.skeleton import sound

ALI = Entry(latin="Ali Omar")


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("hassan", "hussein", 0.75), ("rebin", "ڕێبین", 0.98), ("layla", "ليلى", 0.98), ("karim", "karam", 0.88),
        ("jamal", "جميل", 0.83), ("mahmoud", "mohammed", 0.75), ("omar", "umar", 1.0), ("ahmed", "ahmad", 0.97),
        ("sara", "sarah", 1.0), ("karwan", "كاروان", 1.0), ("ali", "omar", 0.0), ("زيد", "zaid", 0.98),
        ("زود", "زيد", 0.83), ("kurd", "kard", 0.92), ("kerd", "kird", 0.98), ("kurd", "kird", 0.9),
        ("kurd", "kerd", 0.9), ("kard", "kird", 0.88), ("krd", "kard", 0.93), ("kerd", "kard", 0.97),
        ("karwan", "karwani", 1.0), ("karwan", "karwans", 0.8), ("bbb", "b", 1.0),
    ],
)  # fmt: skip
def test_how_alike_two_names_sound(one: str, other: str, likeness: float):
    assert sounds_alike(sound(one), sound(other)) == pytest.approx(likeness)
    assert sounds_alike(sound(other), sound(one)) == pytest.approx(likeness)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Ali", "Ali Omar", 0.6), ("Ali Omar", "Ali Omar Hassan", 0.97), ("Ali Omar", "Omar Ali", 1.0),
        ("Ali", "Ali", 1.0), ("", "Ali", 0.0), ("Ali", "", 0.0), ("Ali Omar", "Sara Azad", 0.135),
        ("Ali Omar Hassan", "Ali Omer Hasan", 0.9781), ("Omar", "Ali Hassan", 0.0),
        ("Ali Omar", "Ali Omar Hassan Azad", 0.94),
    ],
)  # fmt: skip
def test_how_alike_two_full_names_are(one: str, other: str, likeness: float):
    assert full_names_alike(one, other) == pytest.approx(likeness, abs=0.001)
    assert full_names_alike(other, one) == pytest.approx(likeness, abs=0.001)


@pytest.mark.parametrize(
    ("one", "other", "score", "because"),
    [
        (ALI, Entry(latin="Ali Omar", birth_year=1980), 1.0, ("name",)),
        (Entry(latin="Ali Omer", birth_year=1980), Entry(latin="Ali Omar", birth_year=1981), 0.973, ("name",)),
        (Entry(latin="Ali Omar", birth_year=1980), Entry(latin="Ali Omar", birth_year=1982), 0.86, ("name",)),
        (Entry(latin="Ali Omer", birth_year=1980), ALI, 0.973, ("name",)),
        (Entry(latin="Ali Omar", birth_year=1980), Entry(latin="Ali Omar Azad Hassan", birth_year=1980), 1.0,
         ("name", "birth_year")),
        (Entry(latin="Ali", birth_year=1980), Entry(latin="Ali Omar", birth_year=1980), 0.66, ("birth_year",)),
        (Entry(latin="Ali Omar", phone="1", email="e"), Entry(latin="Sara Azad", phone="1", email="e"), 0.84,
         ("phone", "email")),
        (Entry(latin="Ali Omar", phone="1"), Entry(latin="Ali Omer", phone="1"), 0.973, ("phone", "name")),
        (Entry(latin="Ali Karim", phone="1"), Entry(latin="Ali Karam", phone="1"), 0.97, ("phone", "name")),
        (Entry(latin="Ali", email="e"), Entry(latin="Ali Omar", email="e"), 0.84, ("email",)),
        (Entry(latin="Ali Omar", phone="1"), Entry(latin="Ali Omar", phone="2"), 1.0, ("name",)),
        (Entry(latin="x", birth_year=1), Entry(latin="y", birth_year=5), 0.0, ()), (Entry(), Entry(), 0.0, ()),
    ],
)  # fmt: skip
def test_what_agrees_and_what_contradicts(one: Entry, other: Entry, score: float, because: tuple[str, ...]):
    found = compare(one, other)
    assert (found.score, found.because) == (pytest.approx(score, abs=0.001), because)


def test_like_script_is_compared_with_like_script_and_the_lower_counts():
    both = Entry(latin="Ali Omar", arabic="علي عمر")
    assert names_alike(both, Entry(latin="Ali Omar", arabic="علي حسن")) == pytest.approx(0.3, abs=0.001)
    assert names_alike(both, Entry(latin="Ali Omar")) == 1.0
    assert names_alike(ALI, Entry(arabic="علي عمر")) == 1.0
    assert names_alike(Entry(arabic="علي عمر"), ALI) == 1.0
    assert names_alike(ALI, Entry()) == 0.0


def test_both_scripts_have_the_same_keys():
    assert keys_of("Ali Omar", "علي عمر") == {"mr", "l"}
    assert keys_of("", "آ") == set()
