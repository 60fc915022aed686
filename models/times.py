"""Times of day: kept as HH:MM, read as people write them."""

import re

from models.names.letters import ascii_digits

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.٫,;h\s]\s*(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(\D*)")
_RUN_TOGETHER = re.compile(r"(\d{2})(\d{2})\s*(\D*)")
_BEFORE_NOON = {"am", "a", "ص", "صباحا", "پن", "بن", "بەیانی", "پێشنیوەڕۆ"}
_AFTER_NOON = {"pm", "p", "م", "مساء", "بعدالظهر", "دن", "ئێوارە", "دوانیوەڕۆ", "دواینیوەڕۆ"}
_NOON = "ظهرا"
MINUTES_OF_A_DAY = 24 * 60


def is_kept(time: str) -> bool:
    """Whether it is written as it is kept, or empty."""
    return not time or (time.isascii() and bool(re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", time)))


def read_time(written: str) -> str:
    """HH:MM; empty where nothing was written: "9", "9.30", "0930", "9:00 pm", "٩:٠٠ م".

    :raises ValueError: when it is no time of day
    """
    text = ascii_digits(written).strip().casefold()
    if not text:
        return ""
    match = _TIME.fullmatch(text) or _RUN_TOGETHER.fullmatch(text)
    if match is None:
        raise ValueError(written)
    hour, minute = _hour(int(match[1]), match[3]), int(match[2] or 0)
    if hour > 23 or minute > 59:
        raise ValueError(written)
    return f"{hour:02}:{minute:02}"


def _hour(hour: int, half: str) -> int:
    """By the half of the day that stands after a time.

    :raises ValueError: when that is none, or does not fit
    """
    word = re.sub(r"[\W_\u064b-\u0652]", "", half)
    if word in _BEFORE_NOON and hour <= 12:
        return hour % 12
    if word in _AFTER_NOON and hour <= 23:
        return hour % 12 + 12
    if word == _NOON and hour in {12, 1, 2, 3}:
        return hour % 12 + 12
    if word:
        raise ValueError(half)
    return hour


def minute_of_day(time: str) -> int:
    """Of a time as it is kept."""
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)


def of_minute(minute: int) -> tuple[int, str]:
    """How many days later, and the time as it is kept, of minutes counted from midnight."""
    days, rest = divmod(minute, MINUTES_OF_A_DAY)
    return days, f"{rest // 60:02}:{rest % 60:02}"
