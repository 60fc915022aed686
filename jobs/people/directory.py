"""Everybody on file, across all trainings; entries joined as one person are one line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jobs.people.finding import find_people
from jobs.trainings.earlier import is_before
from models.people.identities import Identities
from models.records import Enrolment, Institution, Participant, Programme, Training
from models.records.codes import Consent
from models.store import Store
from models.training.consents import answers_of
from models.training.roster import Attendee, attendees_of, sessions_of
from models.training.taking_part import whole_enrolments


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the directory."""

    participant: Participant
    institution: Institution | None
    """Where they came from last."""
    trainings: int
    """Those that they came to or are expected at."""
    is_similar: bool = False
    """Found by a name that only sounds as typed, or differs by a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingTaken:
    training: Training
    enrolment: Enrolment
    number: str
    """Of the valid certificate, or empty."""
    has_come: bool
    attended: int
    """Sessions, of those that were held."""
    held: int


def search(store: Store, typed: str, limit: int, language: str) -> list[Entry]:
    """Who matches what was typed; whoever is called so first, similar names last."""
    hits = find_people(store, typed, limit, language)
    named = {store.identities.canonical(one.participant.id) for one in hits if not one.is_similar}
    found = _entries(store, [one.participant for one in hits])
    return [replace(one, is_similar=store.identities.canonical(one.participant.id) not in named) for one in found]


def newest(store: Store, limit: int) -> list[Entry]:
    """Who came on file last."""
    return _entries(store, store.participants.newest(limit))


def one_entry(store: Store, participant_id: str) -> Entry | None:
    found = store.participants.find(participant_id)
    return next(iter(_entries(store, [found])), None) if found else None


def _entries(store: Store, people: Sequence[Participant]) -> list[Entry]:
    known = store.identities
    on_file = {one.id: one for one in people}
    groups = {known.canonical(one.id): known.group(one.id) for one in people}
    ids = sorted({member for group in groups.values() for member in group})
    on_file |= {one.id: one for one in store.participants.among("id", [one for one in ids if one not in on_file])}
    enrolments: dict[str, list[Enrolment]] = {}
    for enrolment in whole_enrolments(store, store.enrolments.among("participant_id", ids)):
        enrolments.setdefault(known.canonical(enrolment.participant_id), []).append(enrolment)
    wanted = {one.institution_id for group in enrolments.values() for one in group if one.institution_id}
    institutions = {one.id: one for one in store.institutions.among("id", sorted(wanted))}
    found = []
    for canonical, group in groups.items():
        entries = [on_file[one] for one in sorted(group) if one in on_file]
        if entries and not any(entry.erased for entry in entries):
            own = enrolments.get(canonical, [])
            last = next((one.institution_id for one in reversed(own) if one.institution_id), "")
            found.append(
                Entry(
                    participant=known.merged(entries),
                    institution=institutions.get(last),
                    trainings=sum(not one.state.is_gone for one in own),
                )
            )
    return found


def trainings_of(store: Store, participant_id: str) -> list[TrainingTaken]:
    """The trainings of a person, the latest first."""
    known = store.identities
    own: dict[str, list[Enrolment]] = {}
    for enrolment in store.enrolments.among("participant_id", sorted(known.group(participant_id))):
        own.setdefault(enrolment.training_id, []).append(enrolment)
    taken = []
    for training_id, enrolments in own.items():
        training = store.trainings.find(training_id)
        if training is not None and not training.removed:
            taken.append(_taken(store, training, enrolments, known))
    return sorted(taken, key=lambda one: str(one.training.start or ""), reverse=True)


def consents_of(store: Store, participant_id: str) -> Mapping[str, Consent]:
    """What holds of a person without any training: their answers over all of them."""
    return answers_of(store.enrolments.among("participant_id", store.identities.group(participant_id)))


def earlier_of(store: Store, attendee: Attendee) -> list[Training]:
    """All trainings, of any programme, that somebody came to before this one; the latest first."""
    own = store.trainings.get(attendee.enrolment.training_id)
    return [
        one.training
        for one in trainings_of(store, attendee.participant.id)
        if one.has_come and one.training.id != own.id and is_before(one.training, own)
    ]


def _taken(store: Store, training: Training, enrolments: list[Enrolment], known: Identities) -> TrainingTaken:
    programme = store.programmes.find(training.programme_id) or Programme(id="")
    (one,) = attendees_of(store, programme, sessions_of(store, training.id), enrolments, known)
    holder = one.certificate.enrolment_id if one.certificate else ""
    return TrainingTaken(
        training=training,
        enrolment=next((found for found in enrolments if found.id == holder), enrolments[0]),
        number=one.numbers,
        has_come=one.has_come,
        attended=one.verdict.attended,
        held=one.verdict.held,
    )
