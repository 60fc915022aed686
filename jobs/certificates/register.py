"""The register of a training's certificates: on screen, as a table, and for paper."""

from dataclasses import dataclass
from functools import partial

from documents.certificate_list import ListedCertificate
from exchange import tables
from jobs.certificates.twice import beside_words
from models.certificates.states import CertificateState
from models.records import Certificate
from models.sorting import natural_key
from models.training.roster import Attendee, Roster
from resources.words import Words
from resources.words.codes import code_word
from resources.words.fields import field_word


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    certificate: Certificate
    attendee: Attendee


def rows_of(found: Roster) -> list[RegisterRow]:
    """Every number that was ever given in a training, in their order."""
    rows = []
    for attendee in found.attendees:
        rows += [RegisterRow(certificate=one, attendee=attendee) for one in _own(attendee) if one.number]
    return sorted(rows, key=lambda row: natural_key(row.certificate.number))


def _own(attendee: Attendee) -> tuple[Certificate, ...]:
    return (*attendee.past_certificates, *attendee.valid_certificates)


def listed_certificates(found: Roster, words: Words, *, only_valid: bool = False) -> list[ListedCertificate]:
    """The lines of the lists on paper."""
    rows = [row for row in rows_of(found) if row.certificate.state.is_valid or not only_valid]
    return [_listed(row, found, words) for row in rows]


def register_table(found: Roster, words: Words, ending: str) -> bytes:
    """
    :param ending: of the file, such as ``.xlsx``
    :raises UnknownFormat: when it is none of ours
    """
    listed = listed_certificates(found, words)
    field = partial(field_word, words, "certificate")
    headings = (
        field("number"), words.say("Name"), words.say("Institution"), field("kind"), words.say("State"),
        field("issued_on"), field("handed_over_on"), words.say("Note"),
    )  # fmt: skip
    rows = [
        (one.number, one.name, one.institution, one.kind, one.state, one.issued, one.handed_over, one.note)
        for one in listed
    ]
    return tables.encode(ending, found.training.code, headings, rows, rtl=words.is_rtl)


def _listed(row: RegisterRow, found: Roster, words: Words) -> ListedCertificate:
    one, attendee = row.certificate, row.attendee
    return ListedCertificate(
        number=one.number,
        name=words.fitting(one.name_latin, one.name_arabic),
        institution=words.of(attendee.institution) if attendee.institution else "",
        kind=code_word(words, "certificate_kind", one.kind),
        state=code_word(words, "certificate_state", one.state),
        issued=words.short_date(one.issued_on),
        handed_over=words.short_date(one.handed_over_on),
        note=note_of(row, found, words),
    )


def note_of(row: RegisterRow, found: Roster, words: Words) -> str:
    """Why it ended, what took its place, what is valid beside it, and who let it be given against the rule."""
    one, attendee = row.certificate, row.attendee
    parts = [one.reason]
    if one.state is CertificateState.REPLACED:
        number = next((other.number for other in _own(attendee) if other.id == one.replaced_by), "")
        parts.append(words.say("now {number}", number=f"\u2066{number}\u2069") if number else "")
    if one.state.is_valid and attendee.other_valid:
        parts.append(beside_words(one, attendee, words))
    if attendee.enrolment.exception_by and attendee.verdict.by_exception and attendee.counts:
        parts.append(
            words.say(
                "exception by {name}: {reason}",
                name=attendee.enrolment.exception_by,
                reason=attendee.enrolment.exception_reason,
            )
        )
    return " · ".join(filter(None, parts))
