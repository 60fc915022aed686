"""What people type, read as values."""

import pytest

from models import typed
from models.typed import NotUnderstood


@pytest.mark.parametrize(
    ("written", "value"),
    [("9", "09:00"), ("9:30", "09:30"), ("٩:٣٠", "09:30"), ("۹.۳۰", "09:30"), ("23 59", "23:59"), ("", ""), (" ", "")],
)
def test_times(written: str, value: str):
    assert typed.time(written) == value


@pytest.mark.parametrize("written", ["24:00", "9:60", "noon", "9:5", "123"])
def test_no_times(written: str):
    with pytest.raises(NotUnderstood):
        typed.time(written)


@pytest.mark.parametrize(("written", "value"), [("", None), ("0", 0), ("٤٢", 42), ("۴۲", 42), (" 7 ", 7)])
def test_numbers(written: str, value: int | None):
    assert typed.optional_number(written) == value


@pytest.mark.parametrize("written", ["-1", "1.5", "four", "9999999", "²"])
def test_no_numbers(written: str):
    with pytest.raises(NotUnderstood):
        typed.optional_number(written)


def test_bounds():
    assert typed.percent("80 %") == 80
    assert typed.birth_year("١٩٧٤") == 1974
    for read, written in ((typed.percent, "101"), (typed.birth_year, "74"), (typed.email, "nobody")):
        with pytest.raises(NotUnderstood):
            read(written)


def test_phone_and_address():
    assert typed.phone("٠٧٥٠ ١٢٣ ٤٥٦٧") == "+9647501234567"
    assert typed.phone("  ") == ""
    assert typed.email(" a@b.org ") == "a@b.org"


@pytest.mark.parametrize(
    ("written", "stored"),
    [("", ""), (" ", ""), ("0", "0"), ("٠", "0"), ("25,50", "25.50"), ("1.234,50", "1234.50"), ("١٬٢٣٤٫٥٠", "1234.50")],
)
def test_money_is_kept_as_it_was_meant_and_nothing_is_not_zero(written: str, stored: str):
    assert typed.money(written) == stored
