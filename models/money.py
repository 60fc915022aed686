"""Amounts of money: exact, in any currency, as people write them."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from babel.numbers import UnknownCurrencyError, get_currency_precision, validate_currency

from models.names.letters import ascii_digits

_SIGNS = str.maketrans({"٫": ".", "٬": "", ",": "", "\u00a0": "", " ": ""})
MOST = Decimal(10) ** 11


def amount(text: str) -> Decimal:
    """Nothing written is 0. Thousands may be parted by commas.

    :raises ValueError: when it is no amount
    """
    written = ascii_digits(text).translate(_SIGNS)
    if not written:
        return Decimal(0)
    try:
        value = Decimal(written)
    except InvalidOperation as problem:
        raise ValueError(text) from problem
    if not value.is_finite() or not 0 <= value < MOST:
        raise ValueError(text)
    return value


def is_currency(code: str) -> bool:
    try:
        validate_currency(code)
    except UnknownCurrencyError:
        return False
    return True


def rounded(value: Decimal, currency: str) -> Decimal:
    """To what is paid in coins; dinars have none."""
    return value.quantize(Decimal(1).scaleb(-get_currency_precision(currency)), ROUND_HALF_UP)
