"""Two answers to one question, and the choice between them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.blobs import Blob, from_value
from models.fields import Field, Value, fields_of, is_understood
from models.history.changes import Change
from models.history.fold import said_by
from models.records import BY_KIND, AttendanceMark, Enrolment, Participant, Photo, Signature
from models.store import Store
from models.texts import Text
from resources.words.codes import kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    value: Value
    who: str
    """The name chosen at that desk, or empty."""
    day: str
    """ISO date, by that laptop's clock."""
    is_shown: bool
    """Whether lists and paper show this one until somebody chooses."""
    is_unread: bool
    """Whether a newer version said it and this one does not understand it."""
    blob: Blob | None
    """Of a picture or a signature: the name of its content."""
    text: str
    """The value; for a reference, the name of what it refers to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoAnswers:
    kind: str
    record_id: str
    field: str
    about: str
    """The person or thing in question."""
    code_kind: str
    """The kind of code of the values (``resources/words/codes.py``), or empty."""
    answers: tuple[Answer, ...]


def two_answers(store: Store) -> list[TwoAnswers]:
    """Everything that two laptops said differently."""
    return [_question(store, kind, record_id, field) for kind, record_id, field in store.conflicts()]


def settle(store: Store, question: TwoAnswers, answer: Answer) -> None:
    """This value replaces all that were listed.

    :raises AnsweredMeanwhile: when somebody else did; nothing is changed
    """
    with store.step("settle") as step:
        step.settle(question.kind, question.record_id, question.field, answer.value)


def _question(store: Store, kind: str, record_id: str, field: str) -> TwoAnswers:
    heads = store.view(kind, record_id).answers(field).values()
    known = next((one for one in fields_of(BY_KIND[kind]) if one.name == field), None)
    return TwoAnswers(
        kind=kind,
        record_id=record_id,
        field=field,
        about=_about(store, kind, record_id),
        code_kind=_code_kind(known),
        answers=tuple(_answer(store, head, field, known, place) for place, head in enumerate(heads)),
    )


def _answer(store: Store, head: Change, name: str, known: Field | None, place: int) -> Answer:
    value = said_by(head, name)
    return Answer(
        value=value,
        who=store.worker_name(head.worker),
        day=head.wall[:10],
        is_shown=place == 0,
        is_unread=known is None or not is_understood(known, value),
        blob=_blob(value),
        text=_text(store, name, value),
    )


def _blob(value: Value) -> Blob | None:
    try:
        return from_value(value)
    except ValueError:
        return None


def _about(store: Store, kind: str, record_id: str) -> str:
    if kind == AttendanceMark.KIND and (mark := store.marks.find(record_id)):
        return _about(store, Enrolment.KIND, mark.enrolment_id)
    if kind == Signature.KIND and (signature := store.signatures.find(record_id)):
        return _about(store, Enrolment.KIND, signature.enrolment_id)
    if kind == Enrolment.KIND and (enrolment := store.enrolments.find(record_id)):
        return _about(store, Participant.KIND, enrolment.participant_id)
    if kind == Photo.KIND and (photo := store.photos.find(record_id)):
        return _about(store, Participant.KIND, photo.participant_id)
    record: Any = store.record(kind, record_id)
    for name in ("name", "title", "name_latin", "number", "code"):
        if found := getattr(record, name, ""):
            return found.first if isinstance(found, Text) else str(found)
    return kind


def _text(store: Store, field: str, value: Value) -> str:
    if field == "institution_id" and isinstance(value, str) and (found := store.institutions.find(value)):
        return found.name.first
    return str(value) if value not in (None, []) else ""


def _code_kind(field: Field | None) -> str:
    """Of a field that holds a choice; a field of a newer version holds none that is known here."""
    if field and isinstance(field.annotation, type) and issubclass(field.annotation, StrEnum):
        return kind_of(field.annotation)
    return ""
