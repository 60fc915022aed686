"""Enrolment: a participant in a training; AttendanceMark: an enrolment in a session; Score: points of a test."""

import re
import uuid
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.fields import Indexes, Record, Shape, Use, declared
from models.records.codes import Consent, EnrolmentState, MarkState, Role, ScoreKind

_ANSWER = Use.FORM | Use.TABLE | Use.ACCESS | Use.PERSONAL

# Ids that two laptops derive alike, so that the same act on both makes one fact.
_NAMESPACE = uuid.UUID("5f1a7b0e-6a51-5d3c-9a0f-7b1f5f1c2e90")


_TIME = re.compile(r"[0-9a-f]{12}(?=[0-9a-f]{20}$)")


def derived_id(*parts: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, "\n".join(parts)))


def derived_beside(parent: str, *parts: str) -> str:
    """Derived too, but it begins with the parent's time, so that both lie on neighbouring pages of the disk."""
    own, time = derived_id(*parts), _TIME.match(parent)
    return time[0] + own.replace("-", "")[12:] if time else own


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment(Record):
    KIND: ClassVar[str] = "enrolment"
    TABLE: ClassVar[str] = "enrolments"
    INDEXES: ClassVar[Indexes] = (
        ("training_id", "role", "removed"),
        ("participant_id",),
        ("institution_id",),
    )

    participant_id: str = ""
    training_id: str = ""
    institution_id: str = declared("", use=Use.FORM | Use.TABLE)
    position: str = declared("", use=Use.FORM | Use.TABLE | Use.PERSONAL)
    governorate: str = declared("", shape=Shape.PLACE, use=Use.FORM | Use.TABLE)
    """The code of the governorate represented, or the name as written when it is not known."""
    role: Role = declared(Role.PARTICIPANT, use=Use.FORM | Use.TABLE)
    state: EnrolmentState = declared(EnrolmentState.NOMINATED, use=Use.FORM | Use.TABLE)
    note: str = declared("", use=Use.FORM | Use.PERSONAL)
    replaced_by: str = ""
    exception_by: str = ""
    """Who let this person have a certificate against the rule."""
    exception_reason: str = declared("", use=Use.PERSONAL)
    consent_photo: Consent = declared(Consent.UNKNOWN, use=_ANSWER)
    """May photographs that show this person be published?"""
    consent_invite: Consent = declared(Consent.UNKNOWN, use=_ANSWER)
    """May this person be invited to further trainings?"""
    consent_share: Consent = declared(Consent.UNKNOWN, use=_ANSWER)
    """May phone and e-mail be given to the other participants?"""
    consent_on: date | None = declared(None, use=_ANSWER)
    """When these were asked."""
    consent_notice: str = declared("", shape=Shape.CODE, use=_ANSWER & ~Use.FORM)
    """The version of the privacy notice that was shown then, as ``jobs/trainings/notices.py`` counts it."""

    @property
    def is_expected(self) -> bool:
        """Whether this person may still come; of a state of a newer version nobody here knows."""
        return self.state.is_expected and "state" not in self.unread


def enrolment_id(participant_id: str, training_id: str) -> str:
    return derived_beside(participant_id, "enrolment", participant_id, training_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceMark(Record):
    KIND: ClassVar[str] = "mark"
    TABLE: ClassVar[str] = "marks"
    INDEXES: ClassVar[Indexes] = (("enrolment_id",), ("session_id",))

    enrolment_id: str = ""
    session_id: str = ""
    state: MarkState = MarkState.UNMARKED


def mark_id(enrolment: str, session: str) -> str:
    return derived_beside(enrolment, "mark", enrolment, session)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Record):
    KIND: ClassVar[str] = "score"
    TABLE: ClassVar[str] = "scores"
    INDEXES: ClassVar[Indexes] = (("enrolment_id",),)

    enrolment_id: str = ""
    kind: ScoreKind = ScoreKind.PRE
    points: int | None = declared(None, shape=Shape.PERCENT, use=Use.ACCESS)
    """Per cent of what could be reached."""


def score_id(enrolment: str, kind: ScoreKind) -> str:
    return derived_beside(enrolment, "score", enrolment, kind)
