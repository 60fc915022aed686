"""The year of birth, of whatever stands in a list under such a heading."""

import re
from datetime import date, timedelta
from enum import StrEnum

from models.dates import read_day
from models.names.letters import ascii_digits

_EARLIEST, _LATEST = 1920, 2015
_FIRST_SERIAL = date(1899, 12, 30)  # of Excel's days since 1900, whose 29 February 1900 never was
_HIJRI = re.compile(r"(?<!\d)1[34]\d{2}(?!\d)")
_HIJRI_MARK = re.compile(r"هـ|هجري|\b(?:a\.?h|hijri)\b", re.IGNORECASE)


class Unclear(StrEnum):
    """Why something that stands in a list was not kept."""

    HIJRI = "hijri"
    BIRTH = "birth"
    VALUE = "value"


def birth_year(written: str) -> int | None:
    """Of a year, a day in any order, Excel's number of a day; None when it is none that we understand."""
    text = ascii_digits(written).strip()
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)]
    for found in (*years, _of_serial(text), _of_day(text)):
        if found is not None and _EARLIEST <= found <= _LATEST:
            return found
    return None


def why_unclear(written: str) -> Unclear:
    text = ascii_digits(written)
    return Unclear.HIJRI if _HIJRI.search(text) or _HIJRI_MARK.search(text) else Unclear.BIRTH


def _of_serial(text: str) -> int | None:
    """Not of one that may be a year with a digit too many: that is for somebody to see."""
    if not re.fullmatch(r"\d{4,5}(?:\.\d+)?", text) or re.search(r"(?:19|20)\d{2}", text):
        return None
    return (_FIRST_SERIAL + timedelta(days=int(float(text)))).year


def _of_day(text: str) -> int | None:
    if _HIJRI_MARK.search(text):
        return None
    try:
        return read_day(text, short_years_to=_LATEST).year
    except ValueError:
        return None
