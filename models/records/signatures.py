"""Signature: as somebody wrote it on the screen; Photo: of a person, for their badge."""

import base64
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.fields import Indexes, Record, Use, declared
from models.records.enrolments import derived_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Record):
    """For a training, given once at the desk. Ink on the attendance sheet stays the usual way."""

    KIND: ClassVar[str] = "signature"
    TABLE: ClassVar[str] = "signatures"
    INDEXES: ClassVar[Indexes] = (("enrolment_id",),)

    enrolment_id: str = ""
    strokes: str = declared("", use=Use.PERSONAL)
    """As ``models/strokes.py`` reads it."""
    signed_on: date | None = None


def signature_id(enrolment: str) -> str:
    return derived_beside(enrolment, "signature", enrolment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Record):
    KIND: ClassVar[str] = "photo"
    TABLE: ClassVar[str] = "photos"
    INDEXES: ClassVar[Indexes] = (("participant_id",),)

    participant_id: str = ""
    png: str = declared("", use=Use.PERSONAL)
    """Base64 of a PNG."""


def photo_id(participant: str) -> str:
    return derived_beside(participant, "photo", participant)


def photo_bytes(photo: Photo) -> bytes:
    return base64.b64decode(photo.png)
