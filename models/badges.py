"""The number on a badge: digits only, so that a scanner types the same under every keyboard layout."""

import hashlib
import re

PREFIX = "7429"
LENGTH = 16
_BODY = LENGTH - len(PREFIX) - 1
_NUMBER = re.compile(rf"{PREFIX}\d{{{_BODY + 1}}}")


def badge_number(enrolment_id: str) -> str:
    """Sixteen digits: what they are, which enrolment, and a check digit (Luhn)."""
    number = int.from_bytes(hashlib.sha256(enrolment_id.encode()).digest()[:8]) % 10**_BODY
    body = f"{PREFIX}{number:0{_BODY}}"
    return body + _check_digit(body)


def is_badge_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None and _check_digit(text[:-1]) == text[-1]


def _check_digit(digits: str) -> str:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)
