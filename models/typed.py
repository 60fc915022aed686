"""What people type into fields and cells, read as values: digits of all kinds, loose times, gaps."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from models.dates import read_day
from models.errors import TextTooLong
from models.fields import Field, Shape
from models.money import amount, is_currency
from models.names.letters import ascii_digits, tidy, without_unseen
from models.phones import normalise
from models.times import read_time
from resources.words import N_

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class NotUnderstood(Exception):
    """What was typed is no such value; ``hint`` is a text to translate, with these ``numbers`` in it."""

    def __init__(self, hint: str, **numbers: int) -> None:
        super().__init__(hint)
        self.hint = hint
        self.numbers = numbers


def text(typed: str) -> str:
    return tidy(typed)


def several_lines(typed: str) -> str:
    return without_unseen(typed).strip()


def lines(typed: str) -> tuple[str, ...]:
    """Each once; empty ones are left out."""
    return tuple(dict.fromkeys(filter(None, map(tidy, typed.split("\n")))))


def number(typed: str) -> int:
    """A whole number; nothing typed is 0."""
    return optional_number(typed) or 0


def optional_number(typed: str) -> int | None:
    digits = ascii_digits(typed).strip()
    if not digits:
        return None
    if not digits.isascii() or not digits.isdigit() or len(digits) > 6:
        raise NotUnderstood(N_("Please type a whole number."))
    return int(digits)


def percent(typed: str) -> int | None:
    value = optional_number(typed.rstrip("%٪ "))
    if value is not None and value > 100:
        raise NotUnderstood(N_("Please type a number from 0 to 100."))
    return value


def money(typed: str) -> str:
    """An amount as it is stored: 25.50; nothing typed is empty, and not the same as 0."""
    if not typed.strip():
        return ""
    try:
        value = amount(typed)
    except ValueError as problem:
        raise NotUnderstood(N_("Please type an amount, such as 75,000 or 25.50.")) from problem
    return format(value, "f")


def currency(typed: str) -> str:
    code = typed.strip().upper()
    if not is_currency(code):
        raise NotUnderstood(N_("Please type the three letters of a currency, such as IQD or USD."))
    return code


def birth_year(typed: str) -> int | None:
    value = optional_number(typed)
    if value is not None and not 1900 <= value <= 2100:
        raise NotUnderstood(N_("Please type a year with four digits, such as 1980."))
    return value


def time(typed: str) -> str:
    """HH:MM, or empty."""
    try:
        return read_time(typed)
    except ValueError as problem:
        raise NotUnderstood(N_("Please type a time such as 09:30.")) from problem


def day(typed: str) -> date | None:
    """However it is written; nothing typed is none."""
    if not typed.strip():
        return None
    try:
        return read_day(typed)
    except ValueError as problem:
        raise NotUnderstood(N_("Please type a day such as 25/11/2026 or 2026-11-25.")) from problem


def phone(typed: str) -> str:
    return normalise(typed) if typed.strip() else ""


def email(typed: str) -> str:
    written = ascii_digits(typed).strip()
    if written and not _EMAIL.fullmatch(written):
        raise NotUnderstood(N_("Please type an address such as name@example.org."))
    return written


# Of other shapes it is read as it stands.
_READERS: dict[Shape, Callable[[str], Any]] = {
    Shape.LONG_TEXT: several_lines,
    Shape.LINES: lines,
    Shape.PHONE: phone,
    Shape.EMAIL: email,
    Shape.YEAR: birth_year,
    Shape.PERCENT: percent,
    Shape.MONEY: money,
    Shape.CURRENCY: currency,
    Shape.TIME: time,
}


def reader_of(field: Field) -> Callable[[str], Any]:
    """What makes a value of a field from what was typed; it raises ``NotUnderstood``."""
    return partial(_read, field)


def _read(field: Field, typed: str) -> Any:
    """Nothing that is too long is cut off silently, and nothing is kept that nobody can see."""
    if len(typed.strip()) > field.most:
        raise NotUnderstood(N_("This is too long. Letters at most: {most}."), most=field.most)
    if field.shape is Shape.NUMBER:
        read: Callable[[str], Any] = number if field.annotation is int else optional_number
    else:
        read = _READERS.get(field.shape, text)
    return read(without_unseen(typed))


def checked_length(field: Field, value: str) -> str:
    """
    :raises TextTooLong: when people may not type so much there
    """
    if len(value) > field.most:
        raise TextTooLong(most=field.most)
    return value
