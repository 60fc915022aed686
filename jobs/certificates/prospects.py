"""Who has earned a certificate, who still may, and who can no longer: the effect of the rule as the marks are now."""

from dataclasses import dataclass
from datetime import date

from models.training import counts
from models.training.roster import Attendee, Roster


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


def is_past_first_day(found: Roster, today: date) -> bool:
    """On the first day nobody is told that somebody can no longer earn a certificate."""
    days = [session.day for session in found.sessions if session.day is not None]
    return not days or today > min(days)
