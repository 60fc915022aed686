"""Amounts of money as people write them."""

from decimal import Decimal

import pytest

from models.money import amount, is_currency, rounded


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"), ("", "0"), ("  ", "0"), ("1\u00a0000", "1000"), ("1,000.5", "1000.5"), ("٢٥٫٥", "25.5"),
        ("١٬٠٠٠", "1000"), ("99999999999.99", "99999999999.99"), ("0.01", "0.01"),
    ],
)  # fmt: skip
def test_amounts(written: str, value: str):
    assert amount(written) == Decimal(value)


@pytest.mark.parametrize("written", ["100000000000", "-0.01", "x", "1.2.3", "Infinity", "NaN", "1/2"])
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
