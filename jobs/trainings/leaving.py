"""The people of a finished training leave a laptop, and can come back: known here once, held there."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from models.errors import NothingToRelease
from models.fields import fields_of
from models.record_table import RecordTable
from models.records import Departure
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
        for kind, record_id in leaving:
            step.release(kind, record_id)
    return made


def given_numbers(store: Store) -> Iterator[str]:
    """Every number that was ever given here or on a laptop that exchanged with this one, removed ones included."""
    yield from (number for (number,) in store.connection.execute("SELECT number FROM certificates"))
    for one in store.departures.all():
        yield from one.numbers


def _departure(store: Store, training_id: str, held_by: str, day: date) -> Departure:
    own_id = departure_id(training_id, store.device_id)
    before = store.departures.find(own_id) or Departure(id=own_id)  # some may have left earlier
    enrolments = _ids(store.enrolments, "training_id", [training_id])
    invalid = [one.number for one in store.certificates.among("enrolment_id", enrolments) if not one.state.is_valid]
    given = [number for (number,) in _picked(store.certificates, "number", "enrolment_id", enrolments)]
    return Departure(
        id=own_id,
        training_id=training_id,
        left_device_id=store.device_id,
        held_by_id=held_by,
        left_on=day,
        participants=before.participants + people_per_training(store).get(training_id, 0),
        certificates=before.certificates + certificates_per_training(store).get(training_id, 0),
        numbers=_joined(before.numbers, given),
        invalid_numbers=_joined(before.invalid_numbers, invalid),
    )


def _joined(before: Iterable[str], now: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({*before, *now} - {""}))


def _leaving(store: Store, training_id: str) -> Iterator[tuple[str, str]]:
    """Kind and id; also of what was removed, for its history says who it was."""
    enrolments = _ids(store.enrolments, "training_id", [training_id])
    people = _people(store, training_id, enrolments)
    for table, field, ids in (
        (store.enrolments, "id", enrolments),
        (store.marks, "enrolment_id", enrolments),
        (store.scores, "enrolment_id", enrolments),
        (store.custom_answers, "enrolment_id", enrolments),
        (store.signatures, "enrolment_id", enrolments),
        (store.certificates, "enrolment_id", enrolments),
        (store.scans, "training_id", [training_id]),
        (store.feedback, "training_id", [training_id]),
        (store.participants, "id", people),
        (store.photos, "participant_id", people),
    ):
        yield from ((table.record_type.KIND, one) for one in _ids(table, field, ids))


def _people(store: Store, training_id: str, enrolments: list[str]) -> list[str]:
    """Those who take part in nothing else that is here."""
    everybody = {person for (person,) in _picked(store.enrolments, "participant_id", "id", enrolments)}
    elsewhere = {
        one.participant_id
        for one in store.enrolments.among("participant_id", sorted(everybody))
        if one.training_id != training_id
    }
    return sorted(everybody - elsewhere)


def _ids(table: RecordTable[Any], field: str, values: Iterable[str]) -> list[str]:
    return [one for (one,) in _picked(table, "id", field, values)]


def _picked(table: RecordTable[Any], name: str, field: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    return table.picked([name], field, values, with_removed=True)
