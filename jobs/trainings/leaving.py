"""The people of a finished training leave a laptop, and can come back: known here once, held there."""

from collections.abc import Iterable, Iterator
from datetime import date

from models.errors import NothingToRelease
from models.fields import Record, fields_of
from models.records import Certificate, Departure, Participant, Photo
from models.records.departures import departure_id
from models.store import Store
from models.training.tallies import certificates_per_training, people_per_training

_SAID = tuple(field.name for field in fields_of(Departure) if field.name != "removed")


def let_go(store: Store, training_id: str, held_by: str, day: date) -> Departure:
    """Who took part, and whatever is known of them in this training, is on another laptop from now on.

    The plan stays, and so do counts and numbers. Who also takes part elsewhere stays on file.

    :param held_by: the device that has everything; whoever calls knows it by a receipt
    :raises NothingToRelease: when nobody of the training is here
    """
    with store.step() as step:
        leaving = list(_leaving(store, training_id))
        if not leaving:
            raise NothingToRelease()
        made = _departure(store, training_id, held_by, day)
        step.change(Departure, made.id, {name: getattr(made, name) for name in _SAID})
        for record in leaving:
            step.release(record.KIND, record.id)
    return made


def given_numbers(store: Store) -> Iterator[str]:
    """Every number that was ever given here or on a laptop that exchanged with this one, removed ones included."""
    yield from (number for (number,) in store.connection.execute("SELECT number FROM certificates"))
    for one in store.departures.all():
        yield from one.numbers


def _departure(store: Store, training_id: str, held_by: str, day: date) -> Departure:
    given = [one for one in _certificates(store, training_id) if one.number]
    own_id = departure_id(training_id, store.device_id)
    before = store.departures.find(own_id) or Departure(id=own_id)  # some may have left earlier
    return Departure(
        id=own_id,
        training_id=training_id,
        left_device_id=store.device_id,
        held_by_id=held_by,
        left_on=day,
        participants=before.participants + people_per_training(store).get(training_id, 0),
        certificates=before.certificates + certificates_per_training(store).get(training_id, 0),
        numbers=tuple(sorted({*before.numbers, *(one.number for one in given)})),
        invalid_numbers=tuple(
            sorted({*before.invalid_numbers, *(one.number for one in given if not one.state.is_valid)})
        ),
    )


def _leaving(store: Store, training_id: str) -> Iterator[Record]:
    enrolments = store.enrolments.where(training_id=training_id)
    ids = [one.id for one in enrolments]
    yield from enrolments
    for table in (store.marks, store.scores, store.custom_answers, store.signatures):
        yield from table.among("enrolment_id", ids)
    yield from _certificates(store, training_id)
    yield from store.scans.where(training_id=training_id)
    yield from store.feedback.where(training_id=training_id)
    yield from _people(store, training_id, (one.participant_id for one in enrolments))


def _certificates(store: Store, training_id: str) -> list[Certificate]:
    ids = [one.id for one in store.enrolments.where(training_id=training_id)]
    return list(store.certificates.among("enrolment_id", ids))


def _people(store: Store, training_id: str, ids: Iterable[str]) -> Iterator[Participant | Photo]:
    """Those who take part in nothing else that is here."""
    everybody = set(ids)
    elsewhere = {
        one.participant_id
        for one in store.enrolments.among("participant_id", sorted(everybody))
        if one.training_id != training_id
    }
    leaving = sorted(everybody - elsewhere)
    yield from store.participants.among("id", leaving)
    yield from store.photos.among("participant_id", leaving)
