"""Sessions that lie outside the days of their training, for instance because it was moved without them."""

from collections.abc import Iterable
from datetime import date

from models.records import Session, Training


def outside(training: Training, sessions: Iterable[Session]) -> list[Session]:
    """Where the training has days. A cancelled one is not held anywhere."""
    first, last = training.start or date.min, training.end or date.max
    return [one for one in sessions if one.day and not one.cancelled and not first <= one.day <= last]
