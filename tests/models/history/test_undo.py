"""Undo takes back exactly what a step did, and only while nobody built on it."""

from dataclasses import replace
from datetime import date

import pytest

from models import errors
from models.records import Certificate, Participant
from models.store import Store


def put(store: Store, *records: object) -> None:
    with store.step("edit") as step:
        step.add(*records)


def person(name: str = "p", **values: object) -> Participant:
    return Participant(id=name, **values)


def test_steps_are_taken_back_one_by_one_and_each_is_a_change_of_its_own(store: Store):
    put(store, person(phone="1"))
    put(store, person(phone="2", email="e"))
    put(store, person(phone="3", email="e"))
    seen = []
    while store.undoable.action:
        assert store.undo() == "edit"
        found = store.participants.find("p")
        seen.append((found.phone, found.email, found.removed))
    assert seen == [("2", "e", False), ("1", "", False), ("1", "", True)]
    assert len(store.history("p")) == 6


def test_a_record_that_was_removed_comes_back(store: Store):
    put(store, person(phone="1"))
    put(store, person(phone="1", removed=True))
    assert store.participants.all() == []
    store.undo()
    assert [one.phone for one in store.participants.all()] == ["1"]


def test_several_records_of_a_step_go_together(store: Store):
    put(store, person("a"), person("b"))
    put(store, person("a", phone="1"), person("b", phone="2"), person("c"))
    store.undo()
    assert [(one.id, one.phone) for one in store.participants.all()] == [("a", ""), ("b", "")]


def test_what_was_changed_since_by_another_step_is_not_overridden(store: Store):
    put(store, person(phone="1"))
    with store.step() as step:
        step.add(person(phone="2"))
    with pytest.raises(errors.OverriddenSince) as caught:
        store.undo()
    assert caught.value.values["kind"] == "participant"
    assert store.participants.get("p").phone == "2"
    assert store.undoable.action == "edit", "nothing was taken back"


def test_a_change_of_another_field_does_not_stand_in_the_way(store: Store):
    put(store, person(phone="1"))
    put(store, person(phone="2"))
    with store.step() as step:
        step.add(person(phone="2", email="e"))
    store.undo()
    assert (store.participants.get("p").phone, store.participants.get("p").email) == ("1", "e")


def test_a_new_record_that_somebody_worked_on_stays(store: Store):
    put(store, person(phone="1"))
    with store.step() as step:
        step.add(person(phone="1", email="e"))
    with pytest.raises(errors.OverriddenSince):
        store.undo()
    assert store.participants.get("p").email == "e"


def test_an_issued_number_stays_and_what_happened_to_it_does_not(store: Store):
    put(store, Certificate(id="c", number="1"))
    with pytest.raises(errors.NumberStays):
        store.undo()
    put(store, replace(store.certificates.get("c"), printed_on=date(2015, 9, 16)))
    store.undo()
    assert store.certificates.get("c") == Certificate(id="c", number="1")


def test_forgotten_steps_are_not_taken_back(store: Store):
    put(store, person())
    store.undoable.forget()
    assert store.undoable.action == ""
    with pytest.raises(errors.NothingToUndo):
        store.undo()
    with store.step("edit"):
        pass
    assert store.undoable.action == "", "a step that did nothing"
