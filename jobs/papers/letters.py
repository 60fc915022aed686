"""Letters: to an institution about its own people, and an attestation for one person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from documents import letter as letters
from documents.grid import Row
from documents.letter import Letter, Signer
from documents.page import Progress
from documents.text.layout import isolate
from jobs.papers.attended import attended_days, attended_sessions, hours_of
from jobs.papers.kinds import Made, Material
from jobs.trainings.place import place_name
from models.errors import NothingToPrint
from models.paper import Orientation
from models.records import Nomination
from models.training.roster import Attendee
from resources.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationOptions:
    institution: str = ""
    """Only this one, by its id; else a letter to each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttestationOptions:
    person: str = ""
    """Only this one, by the id of the enrolment; else one for everybody who came."""


def make_confirmations(material: Material, options: ConfirmationOptions) -> Made:
    """One letter per institution: only its own people, the days and hours they attended.

    :raises NothingToPrint: when nobody has attended anything yet
    """
    groups: dict[str, list[Attendee]] = {}
    for one in material.by_institution(material.found.participants):
        wanted = not options.institution or one.enrolment.institution_id == options.institution
        if one.institution and wanted and attended_sessions(one, material.found.sessions):
            groups.setdefault(one.institution.id, []).append(one)
    made = [_confirmation(material, members) for members in groups.values()]
    return _made(material, made, material.words.say("Confirmation of attendance"))


def _confirmation(material: Material, members: Sequence[Attendee]) -> Letter:
    words, sessions = material.words, material.found.sessions
    rows = []
    for number, one in enumerate(members, start=1):
        days = attended_days(one, sessions)
        hours = hours_of(attended_sessions(one, sessions))
        cells = (words.number(number), material.name(one), one.enrolment.position, _days(days, words),
                 words.number(hours))  # fmt: skip
        rows.append(Row(cells))
    institution = material.institution(members[0])
    nomination = _nomination(material, members[0].enrolment.institution_id)
    return replace(
        _empty(material),
        recipient=institution,
        reference=_reference(nomination, words),
        subject=words.say("Confirmation of attendance"),
        paragraphs=(
            words.say(
                "We confirm that the following people from your institution took part in the training “{title}”, "
                "held in {place} on {dates}.",
                **_facts(material),
            ),
        ),
        columns=(
            (words.say("No."), 9), (words.say("Name"), 52), (words.say("Position"), 40),
            (words.say("Days attended"), 48), (words.say("Hours"), 16),
        ),
        rows=tuple(rows),
        closing=words.say("We thank you for nominating them."),
    )  # fmt: skip


def make_attestations(material: Material, options: AttestationOptions) -> Made:
    """For somebody who needs it in writing, also when they came for one day only.

    :raises NothingToPrint: when nobody has attended anything yet
    """
    people = [
        one
        for one in material.by_name(material.found.attendees)
        if (not options.person or options.person in one.enrolment_ids)
        and attended_sessions(one, material.found.sessions)
        and material.name(one)
    ]
    made = [_attestation(material, one) for one in people]
    ids = tuple(one.enrolment.id for one in people)
    return _made(material, made, material.words.say("Attestation of attendance"), ids)


def _attestation(material: Material, one: Attendee) -> Letter:
    words, sessions = material.words, material.found.sessions
    name = " / ".join(filter(None, (material.name(one), material.other_name(one))))
    about = words.listed((one.enrolment.position, material.institution(one)))
    return replace(
        _empty(material),
        subject=words.say("Attestation of attendance"),
        paragraphs=(
            words.say("To whom it may concern:"),
            words.say("We confirm that {name} attended the training “{title}”, held in {place} on {dates}.",
                      name=isolate(f"{name} ({about})" if about else name), **_facts(material)),
            words.say("Days attended: {days}. Hours attended: {hours}.",
                      days=_days(attended_days(one, sessions), words),
                      hours=words.number(hours_of(attended_sessions(one, sessions)))),
        ),
        closing=words.say("This attestation is no certificate."),
    )  # fmt: skip


def _made(material: Material, made: Sequence[Letter], title: str, row_ids: tuple[str, ...] = ()) -> Made:
    if not made:
        raise NothingToPrint()
    size = material.size(Orientation.PORTRAIT)

    def draw(stream: BinaryIO, progress: Progress) -> None:
        letters.render(stream, made, size, f"{title} – {material.title}", material.words, progress)

    return Made(draw=draw, row_ids=row_ids)


def _empty(material: Material) -> Letter:
    """What all letters share."""
    words, training = material.words, material.found.training
    signers = []
    for signatory_id in training.signatory_ids[:2]:
        one = material.store.signatories.find(signatory_id)
        if one is not None and not one.removed:
            name = words.fitting(one.name_latin, one.name_arabic)
            signers.append(Signer(name=name, position=words.of(one, "position")))
    return Letter(
        issuer=words.of(material.issuer),
        place_and_date=words.listed((place_name(training, words), words.date(material.today))),
        subject="",
        paragraphs=(),
        signers=tuple(signers),
        logo=material.picture(material.issuer.logo_id),
    )


def _facts(material: Material) -> dict[str, str]:
    training = material.found.training
    first, last = training.start or material.today, training.end or training.start or material.today
    return {
        "title": material.title,
        "place": material.place,
        "dates": material.words.date_range(first, last),
    }


def _days(days: Sequence[date], words: Words) -> str:
    """13, 14, 16 September 2015; or the range when none is missing."""
    if not days:
        return "–"
    if len(days) == (days[-1] - days[0]).days + 1:
        return words.date_range(days[0], days[-1])
    return words.listed(words.short_date(day) for day in days)


def _nomination(material: Material, institution_id: str) -> Nomination | None:
    found = material.store.nominations.where(training_id=material.found.training.id, institution_id=institution_id)
    return found[-1] if found else None


def _reference(nomination: Nomination | None, words: Words) -> str:
    if nomination is None or not nomination.number:
        return ""
    number = isolate(nomination.number, ltr=True)
    if nomination.letter_date is None:
        return words.say("Your letter {number}", number=number)
    return words.say("Your letter {number} of {date}", number=number, date=words.date(nomination.letter_date))
