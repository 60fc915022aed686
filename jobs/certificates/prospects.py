"""Who has earned a certificate, who still may, and who can no longer: the effect of the rule as the marks are now."""

from dataclasses import dataclass
from datetime import date

from models.records import Session
from models.training import counts
from models.training.roster import Attendee, Roster
from models.training.verdicts import judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospects:
    """Of those taking part (``models/training/counts.py``)."""

    earned: tuple[Attendee, ...]
    still_open: tuple[Attendee, ...]
    lost: tuple[Attendee, ...]
    """Of those who were expected or came."""


def prospects(found: Roster) -> Prospects:
    others = [one for one in counts.taking_part(found) if not one.verdict.earned]
    return Prospects(
        earned=counts.earned(found),
        still_open=tuple(one for one in others if not one.verdict.is_lost),
        lost=tuple(one for one in others if one.verdict.is_lost),
    )


def lost_without(found: Roster, session_id: str) -> tuple[Attendee, ...]:
    """Who would not earn a certificate any more if a session were not held, and does or may as it is."""
    left = [one for one in found.held_sessions if one.id != session_id]
    return tuple(one for one in counts.taking_part(found) if _loses(one, found, left))


def _loses(one: Attendee, found: Roster, sessions: list[Session]) -> bool:
    has_exception = bool(one.enrolment.exception_by)
    after = judge(found.programme.judged_by, sessions, one.marks, one.scores, has_exception=has_exception)
    return (one.verdict.earned and not after.earned) or (after.is_lost and not one.verdict.is_lost)


def is_past_first_day(found: Roster, today: date) -> bool:
    """On the first day nobody is told that somebody can no longer earn a certificate."""
    days = [session.day for session in found.sessions if session.day is not None]
    return not days or today > min(days)
