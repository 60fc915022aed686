"""What time it is, at a training and at this desk. Nothing else asks the computer's clock (a test holds it).

Moments are kept in UTC. A day is a day somewhere: at midnight in Baghdad, UTC still has yesterday's date.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def utc_now() -> datetime:
    return datetime.now(UTC)


def here(moment: datetime) -> datetime:
    """By the clock on the wall where this computer is."""
    return moment.astimezone()


def today_here() -> date:
    """For what belongs to no training."""
    return here(utc_now()).date()


def at(zone: str, moment: datetime) -> datetime:
    """By the clock on the wall in a zone (IANA); in one that nobody knows, by this computer's."""
    try:
        return moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return here(moment)


def now_at(zone: str) -> datetime:
    """The time at a training, whose zone it is."""
    return at(zone, utc_now())


def today_at(zone: str) -> date:
    """The date at a training, whose zone it is."""
    return now_at(zone).date()


def moment_at(zone: str, day: date, clock: time) -> datetime:
    """The moment (UTC) at which the clock on the wall in a zone shows this."""
    local = datetime.combine(day, clock)
    try:
        return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except (ZoneInfoNotFoundError, ValueError):
        return local.astimezone(UTC)
