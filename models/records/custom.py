"""CustomField: what one programme asks beyond the usual; CustomAnswer: what somebody said to it."""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Indexes, Record, Use, declared
from models.records.enrolments import derived_beside
from models.texts import NOTHING, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomField(Record):
    KIND: ClassVar[str] = "custom_field"
    TABLE: ClassVar[str] = "custom_fields"
    INDEXES: ClassVar[Indexes] = (("programme_id",),)

    programme_id: str = ""
    label: Text = NOTHING
    choices: tuple[str, ...] = ()
    """What can be chosen; empty: any text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomAnswer(Record):
    KIND: ClassVar[str] = "custom_answer"
    TABLE: ClassVar[str] = "custom_answers"
    INDEXES: ClassVar[Indexes] = (("enrolment_id",),)

    enrolment_id: str = ""
    field_id: str = ""
    answer: str = declared("", use=Use.PERSONAL)


def custom_answer_id(enrolment: str, field_id: str) -> str:
    return derived_beside(enrolment, "custom_answer", enrolment, field_id)
