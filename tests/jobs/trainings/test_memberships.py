"""A training may count in several programmes; the rules of its main one hold."""

from datetime import date

import pytest

from jobs.desk.registering import register, walk_in
from jobs.trainings.earlier import came_before
from jobs.trainings.editing import edit_training
from jobs.trainings.memberships import (
    further_programmes,
    join_programme,
    leave_programme,
    related_trainings,
    trainings_of,
)
from models import opening
from models.errors import RecordMissing
from models.records import Programme, Rule, Training
from models.store import Store
from models.training import roster


@pytest.fixture
def two(store: Store, training: Training) -> Training:
    """A later training of another programme, p2."""
    later = Training(id="t2", programme_id="p2", code="T-2", start=date(2016, 2, 14))
    with store.step() as step:
        step.add(Programme(id="p2", rules=(Rule("sessions", 1),)), Programme(id="p3"), later)
    return later


def ids(found) -> list[str]:
    return [one.id for one in found]


def test_a_training_counts_in_every_programme_that_it_belongs_to(store: Store, two: Training):
    assert (ids(trainings_of(store, "p1")), ids(trainings_of(store, "p2"))) == (["t1"], ["t2"])
    join_programme(store, "t2", "p1")
    assert (ids(trainings_of(store, "p1")), ids(trainings_of(store, "p2"))) == (["t1", "t2"], ["t2"])
    assert ids(further_programmes(store, two)) == ["p1"]
    assert roster.load(store, "t2").programme.id == "p2", "whose rules hold"
    leave_programme(store, "t2", "p1")
    assert ids(trainings_of(store, "p1")) == ["t1"]
    assert further_programmes(store, two) == []
    store.undo()
    assert ids(trainings_of(store, "p1")) == ["t1", "t2"]


def test_who_came_to_a_training_of_any_of_its_programmes_came_before(store: Store, two: Training):
    person = walk_in("Karwan Ahmed Omar")
    for training_id in ("t1", "t2"):
        register(store, person, training_id, "")
    assert came_before(store, roster.load(store, "t2")) == {}
    join_programme(store, "t1", "p3")
    join_programme(store, "t2", "p3")
    assert ids(came_before(store, roster.load(store, "t2"))[person.id]) == ["t1"]
    join_programme(store, "t2", "p1")
    assert ids(related_trainings(store, two)) == ["t1"], "once, though they share two programmes"


def test_the_main_programme_is_no_further_one(store: Store, two: Training):
    join_programme(store, "t2", "p2")
    assert store.memberships.count() == 0
    join_programme(store, "t2", "p3")
    edit_training(store, "t2", "programme_id", "p3")
    assert further_programmes(store, store.trainings.get("t2")) == []
    assert ids(trainings_of(store, "p3")) == ["t2"]
    leave_programme(store, "t2", "p1")
    assert store.memberships.find("p1") is None


def test_a_programme_that_somebody_removed_is_not_joined(store: Store, two: Training):
    with store.step() as step:
        step.change(Programme, "p3", {"removed": True})
    with pytest.raises(RecordMissing):
        join_programme(store, "t2", "p3")


def test_two_laptops_that_join_the_same_say_one_thing(store: Store, two: Training, tmp_path):
    laptop, _ = opening.create(tmp_path / "laptop")
    with laptop:
        laptop.receive(store.changes())
        join_programme(laptop, "t2", "p1")
        join_programme(store, "t2", "p1")
        store.receive(laptop.changes())
    assert store.memberships.count() == 1
    assert store.conflicts() == []
