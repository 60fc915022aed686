"""Amounts of money as people write them."""

from decimal import Decimal

import pytest

from models.money import amount, is_currency, kept, rounded


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"), ("", "0"), ("  ", "0"), ("1\u00a0000", "1000"), ("1,000.5", "1000.5"), ("٢٥٫٥", "25.5"),
        ("١٬٠٠٠", "1000"), ("99999999999.99", "99999999999.99"), ("0.01", "0.01"),
        ("25,50", "25.5"), ("25.50", "25.5"), ("25,5", "25.5"), ("٢٥,٥٠", "25.5"), ("۲۵٫۵", "25.5"),
        ("1.234,50", "1234.5"), ("1,234.50", "1234.5"), ("١٬٢٣٤٫٥٠", "1234.5"), ("١.٢٣٤,٥٠", "1234.5"),
        ("75,000", "75000"), ("75.000", "75000"), ("1.234.567", "1234567"), ("1,234,567.5", "1234567.5"),
        ("1 234,50", "1234.5"), ("1\u202f250\u202f000", "1250000"), ("1'000", "1000"), ("0.500", "0.5"), (",5", "0.5"),
    ],
)  # fmt: skip
def test_amounts(written: str, value: str):
    assert amount(written) == Decimal(value)


@pytest.mark.parametrize(
    "written",
    [
        "100000000000",
        "-0.01",
        "x",
        "1.2.3",
        "Infinity",
        "NaN",
        "1/2",
        "1,23,456",
        "1.234.56",
        "12.3456",
        "0,000,5",
        "1,234,56",
        "5.",
    ],
)
def test_what_is_no_amount_says_what_was_written(written: str):
    with pytest.raises(ValueError, match=written):
        amount(written)


@pytest.mark.parametrize(
    ("code", "is_one"), [("IQD", True), ("USD", True), ("XXZ", False), ("", False), ("iqd", False)]
)
def test_currencies(code: str, is_one: bool):
    assert is_currency(code) is is_one


@pytest.mark.parametrize(
    ("value", "currency", "shown"),
    [
        ("10.5", "IQD", "11"),
        ("10.4", "IQD", "10"),
        ("11.5", "IQD", "12"),
        ("0.005", "USD", "0.01"),
        ("2", "EUR", "2.00"),
    ],
)
def test_halves_are_rounded_up_to_what_there_are_coins_of(value: str, currency: str, shown: str):
    assert str(rounded(Decimal(value), currency)) == shown


@pytest.mark.parametrize(
    ("stored", "value"), [("25.50", "25.5"), ("12.345", "12.345"), ("", "0"), ("x", "0"), ("-1", "0")]
)
def test_a_stored_amount_is_read_as_it_was_written(stored: str, value: str):
    assert kept(stored) == Decimal(value)
