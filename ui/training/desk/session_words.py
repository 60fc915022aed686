"""A session in words, where one is chosen."""

from models.records import Session
from resources.words import Words


def session_words(session: Session, words: Words) -> str:
    """Sunday 13 September, 09:00: topic."""
    day = ""
    if session.day is not None:
        day = words.say(
            "{weekday} {day} {month}",
            weekday=words.weekday(session.day),
            day=words.number(session.day.day),
            month=words.month(session.day),
        )
    time = f"\u2066{words.number(session.start)}\u2069" if session.start else ""
    return "  ·  ".join(filter(None, (day, time, words.of(session, "title"))))
