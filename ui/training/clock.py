"""What time it is at a training."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from models.training.roster import Roster


def now_at(found: Roster) -> datetime:
    """The clock on the wall where the training is held."""
    try:
        return datetime.now(ZoneInfo(found.training.zone))
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now().astimezone()
