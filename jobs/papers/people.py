"""What lists say of people: titles, shares of the room and texts of their columns."""

from dataclasses import replace
from typing import Protocol, TypeVar

from documents.text.layout import isolate
from jobs.in_words import in_words
from jobs.papers.kinds import Material, PersonColumn
from models.fields import field_of
from models.records import Participant
from models.training.roster import Attendee
from resources.words import Words
from resources.words.codes import code_word

SHARES = {
    PersonColumn.NAME: 0.38,
    PersonColumn.OTHER_NAME: 0.34,
    PersonColumn.INSTITUTION: 0.36,
    PersonColumn.POSITION: 0.26,
    PersonColumn.PHONE: 0.22,
    PersonColumn.EMAIL: 0.34,
    PersonColumn.SEX: 0.1,
    PersonColumn.SIGNATURE: 0.26,
}


class _Grouped(Protocol):
    @property
    def columns(self) -> tuple[PersonColumn, ...]: ...
    @property
    def by_institution(self) -> bool: ...


Options = TypeVar("Options", bound=_Grouped)


def without_institution(options: Options) -> Options:
    """Where the heading of a group says it, no column repeats it."""
    if not options.by_institution:
        return options
    left = tuple(one for one in options.columns if one is not PersonColumn.INSTITUTION)
    return replace(options, columns=left or (PersonColumn.NAME,))  # type: ignore[type-var]


def column_title(column: PersonColumn, words: Words) -> str:
    return code_word(words, "person_column", column)


def person_text(column: PersonColumn, one: Attendee, material: Material) -> str:
    person = one.participant
    match column:
        case PersonColumn.NAME:
            return material.name(one)
        case PersonColumn.OTHER_NAME:
            return material.other_name(one)
        case PersonColumn.INSTITUTION:
            return material.institution(one)
        case PersonColumn.POSITION:
            return one.enrolment.position
        case PersonColumn.PHONE:
            return isolate(person.phone, ltr=True) if person.phone else ""
        case PersonColumn.EMAIL:
            return isolate(person.email, ltr=True) if person.email else ""
        case PersonColumn.SIGNATURE:
            return ""
        case PersonColumn.SEX:
            return in_words(field_of(Participant, "sex"), person, material.words)
