"""Certificate numbers by a pattern."""

import pytest

from models.certificates.numbers import USUAL, pattern_of
from models.errors import NumberPatternInvalid

VALUES = {"training": "ERB-1", "programme": "MCM", "year": "2015", "desk": "BCD"}


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("", "ERB-1-BCD-007"), ("  ", "ERB-1-BCD-007"), ("{programme}/{year}-{desk}{n}", "MCM/2015-BCD7"),
        ("{n:04}", "BCD-0007"), ("{n:9}", "BCD-000000007"), ("No. {n} {desk}", "No. 7 BCD"), ("{n}.", "BCD-7."),
    ],
)  # fmt: skip
def test_a_number_follows_its_pattern_and_names_the_desk(pattern: str, number: str):
    assert pattern_of(pattern).number(VALUES, 7) == number


def test_the_usual_pattern():
    assert USUAL == pattern_of("").text == "{training}-{desk}-{n:03}"


@pytest.mark.parametrize(
    "pattern",
    ["x", "{n}{n:03}", "{n}{name}", "{n", "n}", "{n}\tx", "{n}\na", "{n:00}", "{n:10}", "{}", "{n}" + "x" * 58],
)
def test_what_makes_no_numbers_is_refused(pattern: str):
    with pytest.raises(NumberPatternInvalid) as caught:
        pattern_of(pattern)
    assert caught.value.values == {"pattern": pattern.strip()}


def test_sixty_letters_are_the_most():
    assert pattern_of("{n}" + "x" * 57).number(VALUES, 1) == "BCD-1" + "x" * 57


def test_the_last_number_is_found_among_those_of_the_same_pattern():
    numbers = [
        "ERB-1-BCD-009", "ERB-1-BCD-010", "ERB-1-XYZ-099", "ERB-2-BCD-050", "ERB-1-BCD-1000x", "xERB-1-BCD-2000", "",
    ]  # fmt: skip
    assert pattern_of("").last(VALUES, numbers) == 10
    assert pattern_of("").last(VALUES, []) == 0
    assert pattern_of("a.{n}").last(VALUES, ["a.BCD-3", "aXBCD-9"]) == 3
    assert pattern_of("{n} (of {year})").last(VALUES, ["BCD-4 (of 2015)", "BCD-9 (of 2016)"]) == 4
