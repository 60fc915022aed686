"""Signature: as somebody wrote it on the screen; Photo: of a person, for their badge."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.blobs import Blob
from models.fields import Indexes, Record, Use, declared
from models.records.enrolments import derived_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Record):
    """For a training, given once at the desk. Ink on the attendance sheet stays the usual way."""

    KIND: ClassVar[str] = "signature"
    TABLE: ClassVar[str] = "signatures"
    INDEXES: ClassVar[Indexes] = (("enrolment_id",),)

    enrolment_id: str = ""
    strokes: Blob | None = declared(None, use=Use.PERSONAL)
    """A text that ``models/strokes.py`` reads."""
    signed_on: date | None = None


def signature_id(enrolment: str) -> str:
    return derived_beside(enrolment, "signature", enrolment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Record):
    KIND: ClassVar[str] = "photo"
    TABLE: ClassVar[str] = "photos"
    INDEXES: ClassVar[Indexes] = (("participant_id",),)

    participant_id: str = ""
    image: Blob | None = declared(None, use=Use.PERSONAL)
    """A PNG."""


def photo_id(participant: str) -> str:
    return derived_beside(participant, "photo", participant)
