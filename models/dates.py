"""Days as people write them: digits of all kinds, any marks between them, names of months."""

import re
from datetime import date
from functools import cache

from models.names.letters import ascii_digits, folded, tidy
from resources.words.calendar import month_spellings, weekdays
from resources.words.languages import LANGUAGES

EARLIEST, LATEST = 1900, 2100
_SHORT_YEARS_TO = 2069
_OF = folded("ی")
"""Sorani joins a day, its month and its year by it."""
_ADDED = frozenset({"st", "nd", "rd", "th", "of", _OF, "م"})
"""Letters that may stand by a number and say nothing more."""


def read_day(written: str, *, short_years_to: int = _SHORT_YEARS_TO) -> date:
    """25/11/2026, 2026-11-25, ٢٥.١١.٢٦, 25 Nov 2026, 20261125; where it is not clear, the day stands before the month.

    :param short_years_to: the last year that two digits can mean
    :raises ValueError: when it is no day, or anything of it is not understood
    """
    text = ascii_digits(tidy(written))
    month, rest = _without_month(folded(text))
    numbers = re.findall(r"\d+", rest)
    if re.sub(r"[\d\W_]", "", " ".join(word for word in re.findall(r"[^\W\d_]+", rest) if word not in _said())):
        raise ValueError(written)
    if month is None and len(numbers) == 1 and len(numbers[0]) == 8:
        numbers = _cut(numbers[0])
    if len(numbers) != (3 if month is None else 2):
        raise ValueError(written)
    year_first = len(numbers[0]) > 2
    year = full_year(numbers[0 if year_first else -1], short_years_to)
    others = [int(one) for one in (numbers[1:] if year_first else numbers[:-1])]
    if month is not None:
        others = [month, others[0]]
    elif not year_first and not (others[1] > 12 >= others[0]):
        others.reverse()
    return date(year, *others)


def full_year(digits: str, short_years_to: int) -> int:
    """
    :param short_years_to: the last year that two digits can mean
    :raises ValueError: when it is no year that we meet
    """
    year = int(digits)
    if len(digits) == 2:
        year += (short_years_to - year) // 100 * 100
    if len(digits) not in {2, 4} or not EARLIEST <= year <= LATEST:
        raise ValueError(digits)
    return year


def _cut(digits: str) -> list[str]:
    if EARLIEST <= int(digits[:4]) <= LATEST:
        return [digits[:4], digits[4:6], digits[6:]]
    return [digits[:2], digits[2:4], digits[4:]]


def _without_month(text: str) -> tuple[int | None, str]:
    """The month that is named, and the text without its name."""
    for name, month in _months():
        found = re.search(rf"(?<![^\W\d_]){re.escape(name)}{_OF}?(?![^\W\d_])", text)
        if found:
            return month, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


@cache
def _months() -> list[tuple[str, int]]:
    """The longest names first: one may begin with another."""
    names = {folded(name): month for name, month in month_spellings().items()}
    return sorted(names.items(), key=lambda item: -len(item[0]))


@cache
def _said() -> frozenset[str]:
    names = {folded(name) for language in LANGUAGES for name in weekdays(language)}
    return _ADDED | {word for name in names for word in name.split()} | {name[:3] for name in names}
