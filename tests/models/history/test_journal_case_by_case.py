"""The journal: what is written, received, refused and folded into rows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from models.errors import RecordErased
from models.history.changes import FORMAT, Verb, completed, is_genuine
from models.history.clock import reading
from models.history.fold import View
from models.history.journal import Deed
from models.records import Participant
from tests.models.history.laptops import NOW, STEP, Laptop, exchange

NOTHING = View({}, {})


@pytest.fixture
def two() -> tuple[Laptop, Laptop]:
    return Laptop("a"), Laptop("b")


def test_a_change_says_who_wrote_what_when_and_where():
    here = Laptop("a")
    deed = Deed("step", "register", "w1")
    first, second = (here.journal.change(deed, Participant, "p", {"phone": phone}) for phone in "12")
    assert (first.step, first.device, first.seq, first.clock) == ("step", here.id, 1, reading(NOW))
    assert (first.wall, first.worker, first.action, first.verb, first.kind) == (
        "2026-01-01T00:00:00.000Z", "w1", "register", Verb.SET, "participant",
    )  # fmt: skip
    assert (first.record, first.format, first.sets, first.replaces) == ("p", FORMAT, {"phone": "1"}, {})
    assert (second.seq, second.clock) == (2, reading(NOW) + 1)
    assert (second.sets, second.replaces) == ({"phone": "2"}, {"phone": (first.id,)})
    assert here.changes("p") == here.changes() == [first, second]
    assert here.journal.changes.of_step("step") == [first, second]
    assert here.changes("q") == here.journal.changes.of_step("other") == []
    assert here.folded == [("participant", "p")] * 2


def test_an_empty_record_is_written_once_and_nothing_twice():
    here = Laptop("a")
    assert here.write() is not None
    assert here.write() is None
    assert here.write(phone="1") is not None
    assert here.write(phone="1") is None
    assert here.row() == (0, 0, "", "1", "")


def test_the_receipt_counts(two: tuple[Laptop, Laptop]):
    here, there = two
    first, second = here.write(phone="1"), here.write(phone="2")
    newer = replace(first, format=FORMAT + 1)
    receipt = there.receive([first, newer, second, first])
    assert (receipt.new, receipt.known, receipt.from_newer_version, receipt.rejected) == (2, 1, 0, [newer.id])
    assert there.row() == (0, 0, "", "2", "")
    assert there.folded == [("participant", "p")], "once for all that came"


def test_what_a_newer_version_wrote_is_counted_and_can_be_folded_again(two: tuple[Laptop, Laptop]):
    here, there = two
    change = completed(replace(here.write(phone="1"), format=FORMAT + 1))
    assert there.receive([change]).from_newer_version == 1
    there.db.conn.execute("UPDATE participants SET phone = 'x'")
    there.journal.refold_saying("participant", ["email"])
    assert there.row()[3] == "x"
    there.journal.refold_saying("participant", ["email", "phone"])
    assert there.row()[3] == "1"


def test_a_field_or_a_kind_that_nobody_here_knows_is_of_a_newer_version(two: tuple[Laptop, Laptop]):
    here, there = two
    known = here.write(phone="1")
    field = here.journal.write(STEP, "participant", "q", {"shoe_size": 42}, [], NOTHING)
    kind = here.journal.write(STEP, "robot", "r", {}, [], NOTHING)
    assert there.receive([known]).from_newer_version == 0
    assert there.receive([field, kind]).from_newer_version == 2


def test_a_kind_that_nobody_here_knows_is_kept_and_not_folded(two: tuple[Laptop, Laptop]):
    here, there = two
    change = here.journal.write(STEP, "robot", "r", {"x": 1}, [], NOTHING)
    assert there.receive([change]).new == 1
    assert there.changes("r") == [change]
    assert there.folded == []


def test_two_answers_are_listed_until_somebody_chooses(two: tuple[Laptop, Laptop]):
    here, there = two
    here.write(phone="0", email="e")
    exchange(here, there)
    here.now += timedelta(seconds=1)
    here.write(phone="1"), there.write(phone="2")
    exchange(here, there)
    for one in two:
        assert one.conflicts() == [("participant", "p", "phone")]
        assert one.row()[3] == "1", "the later one is shown"
    there.journal.write(STEP, "participant", "p", {"phone": "2"}, there.changes("p"), there.view())
    exchange(here, there)
    assert here.conflicts() == there.conflicts() == []
    assert here.row() == there.row() == (0, 0, "", "2", "e")


def test_the_same_answer_twice_is_no_conflict(two: tuple[Laptop, Laptop]):
    here, there = two
    here.write(phone="1"), there.write(phone="1")
    exchange(here, there)
    assert here.conflicts() == there.conflicts() == []


def test_a_removal_that_saw_everything_removes_and_an_edit_after_it_does_not_bring_back(two: tuple[Laptop, Laptop]):
    here, there = two
    here.write(phone="1")
    exchange(here, there)
    removal = here.write(removed=True)
    assert set(removal.replaces) == {"phone"}
    assert here.row()[0] == 1
    exchange(here, there)
    there.write(email="e", removed=True)
    exchange(here, there)
    assert (here.row()[0], here.conflicts()) == (1, [])
    here.write(removed=False)
    assert here.row() == (0, 0, "", "1", "e")


def test_a_clock_far_ahead_is_not_followed(two: tuple[Laptop, Laptop]):
    here, there = two
    there.now = NOW + timedelta(days=30)
    here.receive([there.write(phone="1")])
    assert here.write(phone="2").clock == reading(NOW)
    there.now = NOW + timedelta(days=1)
    early = there.write("q", phone="1")
    assert early.clock > reading(NOW + timedelta(days=30)), "its own clock never goes back"
    other = Laptop("c", 24)
    ahead = other.write(phone="3")
    here.receive([ahead])
    assert here.write(phone="4").clock == ahead.clock + 1
    here.receive([Laptop("d").write(email="x")])
    assert here.write(phone="5").clock == ahead.clock + 2, "an older one does not set it back"


def test_an_erasure_takes_content_from_all_changes_and_their_rows(two: tuple[Laptop, Laptop]):
    here, there = two
    here.write(name_latin="Sara", phone="1")
    here.write(name_latin="Sarah")
    exchange(here, there)
    erasure = here.erase({"phone", "name_latin"})
    assert (erasure.verb, list(erasure.sets), set(erasure.sets.values())) == (
        "erase",
        ["name_latin", "phone"],
        {None},
    )
    exchange(here, there)
    for one in two:
        assert one.row() == (0, 1, "", "", "")
        assert "Sara" not in str(one.db.conn.execute("SELECT * FROM changes").fetchall())
        assert all(is_genuine(change) for change in one.changes())
        with pytest.raises(RecordErased) as caught:
            one.write(phone="2")
        assert caught.value.values == {"kind": "participant"}
    there.write(email="e")
    assert there.row() == (0, 1, "", "", "e")
