"""A session in words, where one is chosen."""

from models.records import Session
from resources.words import Words


def session_words(session: Session, words: Words) -> str:
    """Sunday 13 September, 09:00: topic."""
    time = f"\u2066{words.number(session.start)}\u2069" if session.start else ""
    return "  ·  ".join(filter(None, (day_words(session, words), time, words.of(session, "title"))))


def day_words(session: Session, words: Words) -> str:
    """Sunday 13 September, or nothing."""
    if session.day is None:
        return ""
    return words.say(
        "{weekday} {day} {month}",
        weekday=words.weekday(session.day),
        day=words.number(session.day.day),
        month=words.month(session.day),
    )
