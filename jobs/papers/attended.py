"""What somebody attended: days and hours, from the marks."""

from collections.abc import Iterable
from datetime import date

from models.records import Session
from models.training.roster import Attendee

_MINUTES = 60


def attended_sessions(one: Attendee, sessions: Iterable[Session]) -> list[Session]:
    """Present or late; a cancelled session is none."""
    return [session for session in sessions if one.mark_in(session.id).was_there]


def attended_days(one: Attendee, sessions: Iterable[Session]) -> list[date]:
    return sorted({session.day for session in attended_sessions(one, sessions) if session.day})


def hours_of(sessions: Iterable[Session]) -> int:
    """Whole hours, rounded; sessions without times are none."""
    return round(sum(one.minutes for one in sessions) / _MINUTES)
