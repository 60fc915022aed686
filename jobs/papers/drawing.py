"""Drawing a document of many people: whoever has a letter that no font draws is left out, and named."""

from dataclasses import dataclass, replace
from typing import Any, BinaryIO, TypeVar

from documents.page import Progress
from jobs.certificates.left_out import LeftOut, somebody_left, with_letter
from jobs.papers.kinds import Made, Material, PaperKind
from models.errors import MissingGlyph, NothingToPrint
from models.fields import Record, fields_of
from models.texts import Text
from models.training.roster import Attendee

_UNDRAWN = "\ufffd"
"""Stands for such a letter; our fonts have it."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    made: Made
    left_out: tuple[LeftOut, ...] = ()


def draw(kind: PaperKind, material: Material, options: Any, stream: BinaryIO, progress: Progress) -> Drawn:
    """Only what a document really prints tells which letters it needs: it is drawn until all are there.

    :raises NothingToPrint: when there is nothing to say
    :raises NobodyPrintable: when nobody is left
    :raises MissingGlyph: when the letter stands in no text about a person
    """
    left_out: list[LeftOut] = []
    while True:
        try:
            made = kind.make(material, options)
            made.draw(stream, progress)
            return Drawn(made=made, left_out=tuple(left_out))
        except NothingToPrint:
            somebody_left(left_out, is_anybody=False)
            raise
        except MissingGlyph as problem:
            letter = str(problem.values["letter"])
            concerned = with_letter(material.found.attendees, letter)
            if not concerned:
                raise
            left_out += [LeftOut(person=one.participant, letter=letter) for one in concerned]
            change = _marked if kind.counts_everybody else _gone
            material = change(material, concerned, letter)
            somebody_left(left_out, is_anybody=bool(material.found.attendees))
            stream.seek(0)
            stream.truncate()


def _gone(material: Material, concerned: list[Attendee], letter: str) -> Material:
    return _with(material, tuple(one for one in material.found.attendees if one not in concerned))


def _marked(material: Material, concerned: list[Attendee], letter: str) -> Material:
    def marked(one: Attendee) -> Attendee:
        if one not in concerned:
            return one
        return replace(
            one,
            participant=_record_marked(one.participant, letter),
            enrolment=_record_marked(one.enrolment, letter),
            institution=_record_marked(one.institution, letter) if one.institution else None,
            answers={question: text.replace(letter, _UNDRAWN) for question, text in one.answers.items()},
        )

    return _with(material, tuple(map(marked, material.found.attendees)))


def _with(material: Material, attendees: tuple[Attendee, ...]) -> Material:
    return replace(material, found=replace(material.found, attendees=attendees))


def _record_marked(record: R, letter: str) -> R:
    """The record with the sign in the place of the letter."""
    values: dict[str, Any] = {}
    for name in {field.attribute for field in fields_of(type(record))}:
        said = getattr(record, name)
        if type(said) is str and letter in said:
            values[name] = said.replace(letter, _UNDRAWN)
        elif isinstance(said, Text) and any(letter in text for text in said):
            values[name] = said.replacing(letter, _UNDRAWN)
    return replace(record, **values)
