"""A finished training leaves a laptop: what stays is right without it, and it comes back whole."""

from datetime import date
from pathlib import Path

import pytest

from jobs.certificates.afterwards import void
from jobs.certificates.issuing import prepare
from jobs.certificates.proofs import invalid_numbers
from jobs.desk.registering import register, walk_in
from jobs.trainings.leaving import given_numbers, let_go
from jobs.trainings.summaries import summaries
from models import checks, opening
from models.errors import NothingToRelease
from models.records import Session, Training
from models.store import Store
from models.training import roster
from tests.jobs.certificates.test_issuing import attend

DAY = date(2015, 9, 16)


@pytest.fixture
def office(tmp_path: Path):
    with opening.create(tmp_path / "office")[0] as opened:
        yield opened


@pytest.fixture
def held(store: Store, training: Training) -> list[str]:
    """Two with certificates, one of them void; one of the two also comes to another training."""
    for name in ("Karwan Ahmed Omar", "Sara Hassan Ali"):
        attend(store, training, name, 4)
    made = prepare(store, roster.load(store, training.id), DAY)
    void(store, made[1].id, "misspelt")
    with store.step() as step:
        step.add(Training(id="t2", programme_id="p1", code="T-2"), Session(id="x", training_id="t2", day=DAY))
    karwan = store.people.find("karwan")[0]
    register(store, karwan, "t2", "")
    return [one.number for one in made]


def everything(store: Store) -> tuple[object, ...]:
    return (
        [(one.id, one.name_latin) for one in store.participants.all()],
        sorted(store.enrolments.all(), key=lambda one: one.id),
        sorted(store.marks.all(), key=lambda one: one.id),
        sorted(store.certificates.all(), key=lambda one: one.id),
    )


def test_what_stays_is_right_without_those_who_left(store, training, held, office):
    office.receive(store.changes())
    before, invalid = summaries(store), invalid_numbers(store)
    let_go(store, training.id, office.device_id, DAY)
    assert [one.name_latin for one in store.participants.all()] == ["Karwan Ahmed Omar"]
    assert store.people.find("sara") == []
    for table, who in (("people_search", "rowid"), ("name_keys", "participant_id")):
        assert store.connection.execute(f"SELECT count(DISTINCT {who}) FROM {table}").fetchone() == (1,)
    assert store.enrolments.where(training_id=training.id) == store.certificates.all() == []
    assert summaries(store) == before
    assert (invalid_numbers(store), len(invalid)) == (invalid, 1)
    assert checks.check(store) == [checks.Problem(checks.ProblemKind.NO_BACKUP),
                                   checks.Problem(checks.ProblemKind.NO_PASSPHRASE)]  # fmt: skip
    assert "Sara" not in str(store.connection.execute("SELECT * FROM changes").fetchall())


def test_who_was_taken_off_the_list_leaves_too(store, training, held, office):
    sara = store.people.find("sara")[0]
    (enrolment,) = store.enrolments.where(participant_id=sara.id)
    (certificate,) = store.certificates.where(enrolment_id=enrolment.id)
    with store.step() as step:
        for record in (certificate, enrolment, sara):
            step.change(type(record), record.id, {"removed": True})
    gone = let_go(store, training.id, office.device_id, DAY)
    assert "Sara" not in str(store.connection.execute("SELECT * FROM changes").fetchall())
    assert set(gone.numbers) == set(held)
    assert set(given_numbers(store)) >= set(held)


def test_no_number_is_given_again(store, training, held, office):
    office.receive(store.changes())
    let_go(store, training.id, office.device_id, DAY)
    attend(store, training, "Omar Azad Rashid", 4)
    (made,) = prepare(store, roster.load(store, training.id), DAY)
    assert made.number not in held
    assert made.number.endswith("003")


def test_who_came_late_leaves_later_and_nothing_of_before_is_forgotten(store, training, held, office):
    let_go(store, training.id, office.device_id, DAY)
    attend(store, training, "Omar Azad Rashid", 4)
    (late,) = prepare(store, roster.load(store, training.id), DAY)
    gone = let_go(store, training.id, office.device_id, DAY)
    assert (gone.participants, gone.certificates) == (3, 2)
    assert set(gone.numbers) == {*held, late.number}
    assert store.departures.all() == [gone]


def test_they_come_back_whole_with_what_was_changed_there(store, training, held, office):
    office.receive(store.changes())
    let_go(store, training.id, office.device_id, DAY)
    sara = office.people.find("sara")[0]
    with office.step() as step:
        step.change(type(sara), sara.id, {"phone": "+9647501234567"})
    office.receive(store.changes())
    assert len(office.participants.all()) == 2, "who knows them loses nothing by hearing that another let them go"
    store.receive(office.changes())
    assert everything(store) == everything(office)
    assert store.people.find("sara")[0].phone == "+9647501234567"
    assert [one.people for one in summaries(store)] == [one.people for one in summaries(office)]


def test_where_nobody_is_nobody_leaves(store, training, office):
    with pytest.raises(NothingToRelease):
        let_go(store, training.id, office.device_id, DAY)
    assert store.departures.all() == []
    newcomer = walk_in("Karwan Ahmed Omar")
    register(store, newcomer, training.id, "")
    let_go(store, training.id, office.device_id, DAY)
    with pytest.raises(NothingToRelease):
        let_go(store, training.id, office.device_id, DAY)
