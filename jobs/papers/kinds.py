"""What every kind of document is made of: options that somebody chooses, and a function that makes it ready.

Adding a kind: its module here and in ``documents``, a line in ``jobs/papers/registry.py``, its words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, BinaryIO

from documents.page import Progress
from jobs.trainings.pictures import png_of
from jobs.trainings.place import venue_and_place
from models.paper import Orientation, PaperSize, page_size
from models.records import Issuer
from models.sorting import sorting_key
from models.store import Store
from models.training.roster import Attendee, Roster
from resources.words import Words


class PersonColumn(StrEnum):
    """What a list can say of a person."""

    NAME = "name"
    OTHER_NAME = "other_name"
    INSTITUTION = "institution"
    POSITION = "position"
    PHONE = "phone"
    EMAIL = "email"
    SEX = "sex"
    SIGNATURE = "signature"
    """What was signed on the screen, else room for ink."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOptions:
    """Nothing to choose but the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a document is made of."""

    store: Store
    found: Roster
    words: Words
    code: str
    """Of this printing."""
    today: date

    @property
    def title(self) -> str:
        return self.words.of(self.found.training, "title")

    @property
    def place(self) -> str:
        return venue_and_place(self.found.training, self.words)

    @property
    def issuer(self) -> Issuer:
        return self.store.issuers.find(self.found.programme.issuer_id) or Issuer(id="")

    def size(self, orientation: Orientation) -> tuple[float, float]:
        return page_size(self.found.training.paper if self.found.training.paper else PaperSize.A4, orientation)

    def picture(self, picture_id: str) -> bytes:
        """A PNG, or nothing."""
        return png_of(self.store, picture_id)

    def name(self, one: Attendee) -> str:
        """The confirmed form that fits the language, else the other confirmed one."""
        return self.words.fitting(one.participant.printed_latin, one.participant.printed_arabic)

    def other_name(self, one: Attendee) -> str:
        forms = (one.participant.printed_latin, one.participant.printed_arabic)
        return "" if not all(forms) else forms[1] if self.words.speaks.is_latin else forms[0]

    def institution(self, one: Attendee) -> str:
        return self.words.of(one.institution) if one.institution else ""

    def by_institution(self, people: tuple[Attendee, ...]) -> list[Attendee]:
        return sorted(self.by_name(people), key=lambda one: sorting_key(self.institution(one), self.words.language))

    def by_name(self, people: tuple[Attendee, ...]) -> list[Attendee]:
        return sorted(people, key=lambda one: sorting_key(self.name(one), self.words.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A document that is ready to be drawn, and what is remembered of it."""

    draw: Callable[[BinaryIO, Progress], None]
    session_ids: tuple[str, ...] = ()
    row_ids: tuple[str, ...] = ()
    page_rows: tuple[int, ...] = ()
    page_sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    key: str
    label: str
    """To be translated."""
    options: type
    make: Callable[[Material, Any], Made]
    """Raises NothingToPrint when there is nothing to say."""
    counts_everybody: bool = False
    """Its figures are of all: whoever cannot be printed stays in, with a sign for the letter that no font draws."""
    others: Mapping[str, Callable[[Material, Any], bytes]] = field(default_factory=dict)
    """Ending of a file, such as ``.docx`` -> the same content in it."""
