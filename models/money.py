"""Amounts of money: exact, in any currency, as people write them."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from babel.numbers import UnknownCurrencyError, get_currency_precision, validate_currency

from models.names.letters import ascii_digits

_BLANKS = re.compile(r"[\s\u00a0\u2009\u202f'’]")
_GROUPED = re.compile(r"\d{1,3}(?P<mark>[.,٬])\d{3}(?:(?P=mark)\d{3})*")
_PLAIN = re.compile(r"\d+")
_DECIMALS = re.compile(r"(?P<whole>.*)[.,٫](?P<rest>\d{1,2})")
_SMALL = re.compile(r"0*[.,٫]\d+")
_MARKS = re.compile("[.,٬٫]")
MOST = Decimal(10) ** 11


def amount(text: str) -> Decimal:
    """What people write: 25,50 and 25.50, 1.234,50 and 1,234.50, ١٬٢٣٤٫٥٠. Nothing written is 0.

    Three digits after a mark are thousands, one or two are a part: nobody pays a thousandth.

    :raises ValueError: when it is no amount, or could be two
    """
    written = _BLANKS.sub("", ascii_digits(text))
    value = _value(written) if written else Decimal(0)
    if value is None or value >= MOST:
        raise ValueError(text)
    return value


def _value(written: str) -> Decimal | None:
    whole = _whole(written)
    if whole:
        return Decimal(whole)
    if _SMALL.fullmatch(written):
        return Decimal(_MARKS.sub(".", f"0{written}"))
    parts = _DECIMALS.fullmatch(written)
    whole = _whole(parts["whole"]) if parts else ""
    if not parts or not whole or written.count(written[parts.end("whole")]) > 1:
        return None
    return Decimal(f"{whole}.{parts['rest']}")


def _whole(written: str) -> str:
    """Its digits, where thousands are parted rightly or not at all; else nothing."""
    if _PLAIN.fullmatch(written):
        return written
    is_grouped = _GROUPED.fullmatch(written) and not written.startswith("0")
    return _MARKS.sub("", written) if is_grouped else ""


def kept(stored: str) -> Decimal:
    """An amount as records have it, 25.50; what another version may have written and is none counts nothing."""
    try:
        value = Decimal(stored or 0)
    except InvalidOperation:
        return Decimal(0)
    return value if value.is_finite() and 0 <= value < MOST else Decimal(0)


def is_currency(code: str) -> bool:
    try:
        validate_currency(code)
    except UnknownCurrencyError:
        return False
    return True


def rounded(value: Decimal, currency: str) -> Decimal:
    """To what is paid in coins; dinars have none."""
    return value.quantize(Decimal(1).scaleb(-get_currency_precision(currency)), ROUND_HALF_UP)
