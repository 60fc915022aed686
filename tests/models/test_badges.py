"""Numbers on badges: printed once, they stay the same for ever."""

import pytest

from models.badges import badge_number, is_badge_number


def test_the_number_of_an_enrolment_never_changes():
    assert badge_number("e1") == "7429333155423224"
    assert badge_number("") == "7429328242616525"
    assert len({badge_number(str(one)) for one in range(500)}) == 500


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("7429000000000008", True), ("7429000000000007", False), ("742900000000000", False),
        ("74290000000000080", False), ("1429000000000004", False), (" 7429000000000008", False), ("", False),
    ],
)  # fmt: skip
def test_sixteen_digits_that_check_themselves(text: str, is_one: bool):
    assert is_badge_number(text) is is_one


@pytest.mark.parametrize("enrolment", [str(one) for one in range(40)])
def test_the_check_digit_is_that_of_bank_cards(enrolment: str):
    total = 0
    for place, digit in enumerate(reversed(badge_number(enrolment))):
        doubled = int(digit) * (1 + place % 2)
        total += doubled // 10 + doubled % 10
    assert total % 10 == 0
