"""The history: sets of changes merge without loss, whatever the order, the clocks and the repetitions."""

from dataclasses import replace

import pytest

from models.errors import RecordErased, TooMuchToKeep
from models.history.changes import Verb, is_genuine, without
from models.history.codec import MOST_BYTES, decode, encode
from models.records import Participant
from tests.models.history.laptops import STEP, Laptop, exchange


def test_a_removal_against_an_unseen_edit_stays_visible():
    here, there = Laptop("a"), Laptop("b")
    here.write(name_latin="Karwan")
    there.receive(here.changes())
    here.write(removed=True)
    there.write(phone="+9647501234567")
    here.receive(there.changes())
    view = here.view()
    assert not view.values["removed"]
    assert "removed" in view.conflicts


def test_an_altered_change_is_rejected_also_when_the_true_one_came_with_it():
    here, there = Laptop("a"), Laptop("b")
    change = here.write(name_latin="Karwan")
    forged = replace(change, sets={"name_latin": "Other"})
    receipt = there.receive([forged])
    assert receipt.rejected == [change.id]
    assert there.row() is None
    assert there.receive([change, forged]).rejected == [change.id]
    assert there.row()[2] == "Karwan"


def test_what_was_erased_cannot_be_written_again():
    here = Laptop("a")
    here.write(name_latin="Karwan", sex="M")
    here.erase({"name_latin"})
    with pytest.raises(RecordErased):
        here.write(name_latin="Karwan")
    assert "Karwan" not in here.stored()


def test_what_was_not_erased_stays_and_can_be_changed():
    here = Laptop("a")
    here.write(name_latin="Karwan", sex="M")
    here.erase({"name_latin"})
    assert here.view().values["sex"] == "M"
    here.write(sex="F")
    assert here.view().values["sex"] == "F"
    assert all(is_genuine(change) for change in here.changes("p"))


def test_a_half_erased_change_does_not_lead_back_to_what_is_gone():
    here = Laptop("a")
    change = here.write(name_latin="Karwan", sex="M")
    left = without(change, {"name_latin"})
    assert is_genuine(left)
    assert not left.salt
    assert set(left.kept) == {"sex"}
    assert not is_genuine(replace(left, sets={**left.sets, "name_latin": "Karwan"}))
    assert not is_genuine(replace(left, sets={"sex": "F"}))
    assert not is_genuine(replace(left, gone={}))


def test_a_change_is_whole_again_from_two_halves_that_nobody_erased():
    here, there = Laptop("a"), Laptop("b")
    change = here.write(name_latin="Karwan", sex="M")
    for lost in ({"name_latin"}, {"sex"}):
        there.receive([without(change, lost)])
    assert there.view().values == {"name_latin": "Karwan", "sex": "M"}
    assert there.receive([change]).new == 1  # now with the salt of the whole
    assert there.changes("p") == [change]
    third = Laptop("c")
    third.receive([without(change, {"name_latin"}), without(change, {"sex"})])
    assert third.view().values == {"name_latin": "Karwan", "sex": "M"}, "also when both come at once"


def test_an_erased_field_stays_away_when_the_whole_change_arrives_again():
    here, there = Laptop("a"), Laptop("b")
    change = here.write(name_latin="Karwan", sex="M")
    there.receive([change])
    erasure = there.erase({"name_latin"})
    assert there.receive([change]).new == 0
    here.receive([erasure])
    assert here.row() == there.row()
    assert erasure.verb == Verb.ERASE
    assert "Karwan" not in here.stored()


def test_two_kinds_with_one_id_are_two_records():
    here, there = Laptop("a"), Laptop("b")
    here.write(phone="1")
    there.journal.write(STEP, "institution", "p", {"name_en": "Ministry", "phone": "9"}, [], there.view())
    exchange(here, there)
    for one in (here, there):
        assert (one.row()[3], one.conflicts()) == ("1", [])
        assert one.journal.view("institution", "p").values["name_en"] == "Ministry"


def test_what_cannot_be_read_elsewhere_is_never_written():
    """PostgreSQL refuses NUL, and nobody can write half a pair of surrogates."""
    here = Laptop("a")
    change = here.write(name_latin="Kar\0wan\ud800", phone="\0")
    assert change.sets == {"name_latin": "Karwan", "phone": ""}
    assert decode(encode(change)) == change
    with pytest.raises(TooMuchToKeep):
        here.write(name_latin="x" * MOST_BYTES)
    assert here.row()[2] == "Karwan"


# Known here, held elsewhere


def test_what_leaves_a_laptop_is_known_there_and_comes_back_whole():
    here, office = Laptop("a"), Laptop("b")
    first = here.write(name_latin="Karwan", phone="1")
    exchange(here, office)
    here.journal.release(Participant.KIND, "p")
    assert here.row() is None
    assert "Karwan" not in here.stored()
    assert [change.id for change in here.changes("p")] == [first.id]
    assert all(is_genuine(change) for change in here.changes())
    office.write(phone="2")
    assert here.receive(office.changes()[1:]).new == 1
    assert here.row() is None, "a part of a record is not shown as the whole"
    assert here.receive(office.changes()).new == 1
    assert here.row() == office.row() == (0, 0, "Karwan", "2", "")


def test_what_was_erased_meanwhile_does_not_come_back():
    here, office = Laptop("a"), Laptop("b")
    first = here.write(name_latin="Karwan", phone="1")
    exchange(here, office)
    here.journal.release(Participant.KIND, "p")
    here.receive([office.erase({"name_latin"})])
    here.receive([first])
    assert here.row() == office.row() == (0, 1, "", "1", "")
    assert "Karwan" not in here.stored()


def test_numbers_of_changes_go_on_after_records_left():
    here, office = Laptop("a"), Laptop("b")
    here.write(phone="1")
    exchange(here, office)
    here.journal.release(Participant.KIND, "p")
    assert here.write("q", phone="2").seq == 2
    here.journal.seal()
    assert [(seal.first, seal.last) for seal in here.journal.seals.all()] == [(1, 2)]
