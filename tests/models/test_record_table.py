"""Reading records: in the order in which they came, without what was removed."""

import pytest

from models.errors import RecordMissing
from models.records import Participant, Scan, Training
from models.records.codes import Sex
from models.store import Store


@pytest.fixture
def people(store: Store) -> Store:
    with store.step() as step:
        step.add(
            Participant(id="c", phone="c", sex=Sex.MALE), Participant(id="a", phone="a", sex=Sex.FEMALE),
            Participant(id="b", phone="b", sex=Sex.MALE),
            Participant(id="gone", phone="a", removed=True),
        )  # fmt: skip
    return store


def ids(found) -> list[str]:
    return [one.id for one in found]


def test_all_of_them_in_the_order_in_which_they_came(people: Store):
    assert ids(people.participants.all()) == ["c", "a", "b"]
    assert ids(people.participants.newest(2)) == ["b", "a"]
    assert people.participants.count() == 3


def test_by_what_they_say(people: Store):
    table = people.participants
    assert ids(table.where(sex="M")) == ["c", "b"]
    assert ids(table.where(sex="M", phone="b")) == ["b"]
    assert ids(table.where(phone="a")) == ["a"]
    assert ids(table.where(sex="X")) == []
    assert ids(table.among("phone", ["b", "a", "z"])) == ["a", "b"]
    assert ids(table.among("phone", [])) == []
    assert list(table.picked(("sex", "id"), "phone", ["c", "a"])) == [("M", "c"), ("F", "a")]


def test_by_id_also_what_was_removed(people: Store):
    found = people.participants.get("gone")
    assert (found.removed, found.phone) == (True, "a")
    assert people.participants.find("nobody") is None
    with pytest.raises(RecordMissing) as caught:
        people.participants.get("nobody")
    assert caught.value.values == {"kind": "participant", "id": "nobody"}
    assert people.record("participant", "a") == people.participants.get("a")
    assert people.record("training", "a") is None


def test_lists_numbers_and_nothing_come_back_as_they_were(store: Store):
    records = [
        Scan(id="s", session_ids=("b", "a"), page=3), Scan(id="t"),
        Training(id="x", capacity=0, hours=4, has_kiosk=True), Training(id="y", capacity=None),
        Training(id="p", capacity=None, has_kiosk=True),
    ]  # fmt: skip
    with store.step() as step:
        step.add(*records)
    assert [store.record(one.KIND, one.id) for one in records] == records
    assert store.scans.columns.startswith("scans.id, scans.erased, scans.")
