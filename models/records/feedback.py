"""Feedback: what somebody thought of a training. Anonymous: nothing in it says who."""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Indexes, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Record):
    """One form. Its id is random and its change carries the time, so forms are keyed together, not as they come."""

    KIND: ClassVar[str] = "feedback"
    TABLE: ClassVar[str] = "feedback"
    INDEXES: ClassVar[Indexes] = (("training_id",),)

    training_id: str = ""
    ratings: tuple[int, ...] = ()
    """1 to 5 for each question of ``jobs/results/feedback.py``, in its order; 0 for no answer."""
    comment: str = ""
