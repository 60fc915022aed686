"""Device: one installation; SamePerson: whether two entries are one person."""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Indexes, Record
from models.records.codes import Sameness
from models.records.enrolments import derived_id

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so that they make no words
_MARK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Device(Record):
    KIND: ClassVar[str] = "device"
    TABLE: ClassVar[str] = "devices"

    label: str = ""
    letter: str = ""
    """Stands in the numbers that this laptop issues, so that two laptops never issue the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePerson(Record):
    KIND: ClassVar[str] = "same_person"
    TABLE: ClassVar[str] = "same_people"
    INDEXES: ClassVar[Indexes] = (("answer",),)

    first_id: str = ""
    second_id: str = ""
    answer: Sameness = Sameness.PROPOSED
    likeness: int = 0
    """Per cent, as the comparison found it."""
    because: str = ""
    """What agrees: phone, email, name, birth_year; joined by commas."""
    choices: tuple[str, ...] = ()
    """``field participant_id``: whose answer holds, for as long as the two are one person."""


def same_person_id(one: str, other: str) -> str:
    return derived_id("same_person", *sorted((one, other)))


def desk_letters(device_id: str) -> str:
    """Three letters of 8,000, from the device's random id: two laptops that never met rarely agree."""
    number, letters = int(device_id, 16), ""
    for _ in range(_MARK):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return letters
