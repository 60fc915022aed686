"""Whom a paper leaves out, as something about them cannot be printed: the others are not kept waiting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from documents.text.fonts import undrawn
from models.errors import NobodyPrintable
from models.fields import Record, field_of, fields_of
from models.records import Certificate, Participant
from models.training.roster import Attendee
from resources.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    person: Participant
    letter: str
    """That no font draws; empty: the name is longer than a page or its code can hold."""

    def name_in(self, language: str) -> str:
        """The person, and the letter that is to be corrected; a very long name by its beginning."""
        name = self.person.name_in(language)
        shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
        return f"\u2068{shown}\u2069 (\u2068{self.letter}\u2069)" if self.letter else f"\u2068{shown}\u2069"


_SHOWN = 60


def undrawn_of(certificate: Certificate) -> str:
    """The first letter of what a certificate says of its person that no font draws."""
    said = (
        certificate.name_latin, certificate.name_arabic, certificate.title, certificate.position,
        *(certificate.institution[language] for language in LANGUAGES),
    )  # fmt: skip
    return next(filter(None, map(undrawn, said)), "")


def has_long_name(certificate: Certificate) -> bool:
    """Longer than anybody can type here: no page has room for it."""
    most = field_of(Participant, "name_latin").most + field_of(Participant, "fourth_latin").most
    return max(len(certificate.name_latin), len(certificate.name_arabic)) > most


def with_letter(attendees: Iterable[Attendee], letter: str) -> list[Attendee]:
    """Of whom something on file has this letter."""
    return [one for one in attendees if any(letter in text for text in _texts(one))]


def _texts(one: Attendee) -> Iterator[str]:
    records: tuple[Record | None, ...] = (one.participant, one.enrolment, one.institution)
    for record in filter(None, records):
        yield from (said for field in fields_of(type(record)) if isinstance(said := field.of(record), str))
    yield from one.answers.values()


def somebody_left(left_out: Iterable[LeftOut], *, is_anybody: bool) -> None:
    """
    :raises NobodyPrintable: when all were left out
    """
    people = tuple(left_out)
    if people and not is_anybody:
        raise NobodyPrintable(people=" · ".join(one.name_in("en") for one in people))


def left_out_words(left_out: Iterable[LeftOut], words: Words) -> Iterator[str]:
    """Who and why; nothing where nobody was left out."""
    people = tuple(left_out)
    undrawn_people = [one.name_in(words.language) for one in people if one.letter]
    long_named = [one.name_in(words.language) for one in people if not one.letter]
    if undrawn_people:
        yield words.say(
            "Left out, because no font can draw the letter in brackets: {people}. Correct it and print these again.",
            people=words.listed(undrawn_people),
        )
    if long_named:
        yield words.say(
            "Left out, because the name is too long for the paper or its code: {people}. "
            "Shorten it and print these again.",
            people=words.listed(long_named),
        )
