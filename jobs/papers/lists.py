"""Lists of people and certificates on paper."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from documents import certificate_list, listing
from documents.grid import Column, Row, number_width
from documents.listing import Listing
from documents.name_check import CheckedName, name_check
from documents.page import Progress
from jobs.attendance.signatures import signatures
from jobs.certificates.register import listed_certificates, register_table
from jobs.papers.kinds import Made, Material, NoOptions, PersonColumn
from jobs.papers.people import SHARES, column_title, person_text, without_institution
from models.errors import NothingToPrint
from models.paper import Orientation
from models.sorting import sorting_key
from models.training import counts

_INSIDE = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOptions:
    columns: tuple[PersonColumn, ...] = (
        PersonColumn.NAME, PersonColumn.INSTITUTION, PersonColumn.POSITION, PersonColumn.PHONE,
    )  # fmt: skip
    by_institution: bool = False
    orientation: Orientation = Orientation.PORTRAIT


def made_of(listing_: Listing, material: Material, row_ids: tuple[str, ...] = ()) -> Made:
    def draw(stream: BinaryIO, progress: Progress) -> None:
        listing.render(stream, listing_, material.words, progress)

    return Made(draw=draw, row_ids=row_ids)


def _signature_last(options: ListOptions) -> ListOptions:
    """Where people sign, they sign at the end of the row."""
    if PersonColumn.SIGNATURE not in options.columns:
        return options
    others = tuple(one for one in options.columns if one is not PersonColumn.SIGNATURE)
    return replace(options, columns=(*others, PersonColumn.SIGNATURE))


def make_participants(material: Material, options: ListOptions) -> Made:
    """
    :raises NothingToPrint: when nobody is enrolled
    """
    options = _signature_last(without_institution(options))
    found, words = material.found, material.words
    if not counts.taking_part(found):
        raise NothingToPrint()
    order = material.by_institution if options.by_institution else material.by_name
    people = order(counts.taking_part(found))
    size = material.size(options.orientation)
    narrow = number_width(len(people))
    room, shares = size[0] - _INSIDE - narrow, sum(SHARES[one] for one in options.columns)
    columns = (
        Column(words.say("No."), narrow, is_centred=True),
        *(Column(column_title(one, words), room * SHARES[one] / shares) for one in options.columns),
    )
    rows: list[Row] = []
    heading = None
    is_signed = options.columns[-1] is PersonColumn.SIGNATURE
    ink = signatures(material.store, [one.enrolment.id for one in people]) if is_signed else {}
    for number, one in enumerate(people, start=1):
        institution = material.institution(one)
        if options.by_institution and institution != heading:
            heading = institution
            rows.append(Row((institution or words.say("Institution not known"),), is_heading=True))
        cells = (words.number(number), *(person_text(column, one, material) for column in options.columns))
        rows.append(Row(cells, ink=next((ink[own] for own in one.enrolment_ids if own in ink), ())))
    made = Listing(
        title=words.say("Participants list"),
        training=material.title,
        columns=columns,
        rows=tuple(rows),
        size=size,
        note=words.say("Personal data: pass this list on only to those for whom it was printed."),
    )
    return made_of(made, material, tuple(one.enrolment.id for one in people))


def make_name_check(material: Material, options: NoOptions) -> Made:
    """Names as they will be printed, for correction by the people themselves.

    :raises NothingToPrint: when nobody is enrolled
    """
    people = material.by_institution(counts.taking_part(material.found))
    if not people:
        raise NothingToPrint()
    names = tuple(
        CheckedName(one.participant.printed_latin, one.participant.printed_arabic, material.institution(one))
        for one in people
    )
    ids = tuple(one.enrolment.id for one in people)
    return made_of(name_check(material.title, names, material.words), material, ids)


def make_collection(material: Material, options: NoOptions) -> Made:
    """Those who have a certificate, to sign for it.

    :raises NothingToPrint: when nobody has one
    """
    listed = listed_certificates(material.found, material.words, only_valid=True)
    listed.sort(key=lambda one: sorting_key(one.name, material.words.language))
    return _certificates(certificate_list.collection, listed, material)


def make_register(material: Material, options: NoOptions) -> Made:
    """Every number that was given.

    :raises NothingToPrint: when there is none yet
    """
    return _certificates(certificate_list.register, listed_certificates(material.found, material.words), material)


def register_as(ending: str) -> Callable[[Material, NoOptions], bytes]:
    """The register as a table in a file of this ending."""

    def table(material: Material, options: NoOptions) -> bytes:
        return register_table(material.found, material.words, ending)

    return table


def _certificates(
    document: Callable[..., Listing], listed: list[certificate_list.ListedCertificate], material: Material
) -> Made:
    if not listed:
        raise NothingToPrint()
    return made_of(partial(document, material.title, listed, material.words)(), material)
