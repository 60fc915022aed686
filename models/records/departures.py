"""Departure: the people of a training are held by another laptop; what stays right without them."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.fields import Indexes, Record, Shape, declared
from models.records.enrolments import derived_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure(Record):
    """Holds no name. It speaks only where the people are not: they may come back."""

    KIND: ClassVar[str] = "departure"
    TABLE: ClassVar[str] = "departures"
    INDEXES: ClassVar[Indexes] = (("training_id",),)

    training_id: str = ""
    left_device_id: str = declared("", shape=Shape.CODE)
    """Which laptop let them go."""
    held_by_id: str = declared("", shape=Shape.CODE)
    """The laptop that has them."""
    left_on: date | None = None
    participants: int = 0
    certificates: int = 0
    """Valid ones."""
    numbers: tuple[str, ...] = ()
    """Of all certificates: none is given again."""
    invalid_numbers: tuple[str, ...] = ()


def departure_id(training: str, device: str) -> str:
    return derived_id("departure", training, device)
