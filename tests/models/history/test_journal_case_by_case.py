"""The journal: what is written, received, refused and folded into rows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.errors import RecordErased
from models.history.changes import Verb, is_genuine
from models.history.clock import reading
from models.history.journal import SCHEMA, Journal
from models.records import Participant
from models.storage import cipher, record_tables, schema

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Laptop:
    def __init__(self, name: str, now: datetime = NOW) -> None:
        self.db = cipher.memory()
        schema.migrate(self.db, "memory")
        record_tables.follow(self.db.conn, [Participant])
        self.folded: list[tuple[str, str]] = []
        self.now = now
        self.journal = Journal(self.db.conn, name, lambda: self.now, lambda kind, one: self.folded.append((kind, one)))

    def write(self, **values: object):
        current = {name: value for name, value in self.journal.view("p").values.items() if name != "removed"}
        return self.journal.put("step", Participant(**{"id": "p", **current, **values}))

    def row(self) -> tuple[object, ...]:
        sql = "SELECT removed, erased, name_latin, phone, email FROM participants"
        return tuple(self.db.conn.execute(sql).fetchone())

    def conflicts(self) -> list[tuple[str, str, str]]:
        return self.db.conn.execute("SELECT kind, record, field FROM conflicts ORDER BY field").fetchall()


@pytest.fixture
def two() -> tuple[Laptop, Laptop]:
    return Laptop("a"), Laptop("b")


def exchange(one: Laptop, other: Laptop) -> None:
    one.journal.receive(list(other.journal.all_changes()))
    other.journal.receive(list(one.journal.all_changes()))


def test_a_change_says_who_wrote_what_when_and_where():
    here = Laptop("a")
    here.journal.who = "Maryam"
    first, second = here.write(phone="1"), here.write(phone="2")
    assert (first.step, first.device, first.seq, first.clock) == ("step", "a", 1, reading(NOW))
    assert (first.wall, first.who, first.verb, first.kind) == (
        "2026-01-01T00:00:00.000+00:00", "Maryam", Verb.SET, "participant",
    )  # fmt: skip
    assert (first.record, first.schema, first.sets, first.replaces) == ("p", SCHEMA, {"phone": "1"}, {})
    assert (second.seq, second.clock) == (2, reading(NOW) + 1)
    assert (second.sets, second.replaces) == ({"phone": "2"}, {"phone": (first.id,)})
    assert here.journal.changes_of("p") == list(here.journal.all_changes()) == [first, second]
    assert here.journal.changes_of_step("step") == [first, second]
    assert here.journal.changes_of("q") == here.journal.changes_of_step("other") == []
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
    newer = replace(first, schema=SCHEMA + 1)
    receipt = there.journal.receive([first, newer, second, first])
    assert (receipt.new, receipt.known, receipt.from_newer_version, receipt.rejected) == (2, 1, 0, [newer.id])
    assert there.row() == (0, 0, "", "2", "")
    assert there.folded == [("participant", "p")], "once for all that came"


def test_what_a_newer_version_wrote_is_counted_and_can_be_folded_again(two: tuple[Laptop, Laptop], monkeypatch):
    here, there = two
    monkeypatch.setattr("models.history.journal.SCHEMA", SCHEMA + 1)
    change = here.write(phone="1")
    monkeypatch.undo()
    assert there.journal.receive([change]).from_newer_version == 1
    there.db.conn.execute("UPDATE participants SET phone = 'x'")
    there.journal.refold_saying("participant", ["email"])
    assert there.row()[3] == "x"
    there.journal.refold_saying("participant", ["email", "phone"])
    assert there.row()[3] == "1"


def test_a_field_or_a_kind_that_nobody_here_knows_is_of_a_newer_version(two: tuple[Laptop, Laptop]):
    here, there = two
    known = here.write(phone="1")
    field = here.journal.write("s", "participant", "q", {"shoe_size": 42}, [], here.journal.view("q"))
    kind = here.journal.write("s", "robot", "r", {}, [], here.journal.view("r"))
    assert there.journal.receive([known]).from_newer_version == 0
    assert there.journal.receive([field, kind]).from_newer_version == 1


def test_a_kind_that_nobody_here_knows_is_kept_and_not_folded(two: tuple[Laptop, Laptop]):
    here, there = two
    change = here.journal.write("s", "robot", "r", {"x": 1}, [], here.journal.view("r"))
    assert there.journal.receive([change]).new == 1
    assert there.journal.changes_of("r") == [change]
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
    there.write(phone="2")
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
    here.journal.receive([there.write(phone="1")])
    assert here.write(phone="2").clock == reading(NOW)
    there.now = NOW + timedelta(days=1)
    later = there.journal.put("s", Participant(id="q", phone="1"))
    early = replace(later)
    assert early.clock > reading(NOW + timedelta(days=30)), "its own clock never goes back"
    other = Laptop("c", NOW + timedelta(days=1))
    ahead = other.write(phone="3")
    here.journal.receive([ahead])
    assert here.write(phone="4").clock == ahead.clock + 1
    here.journal.receive([Laptop("d").write(email="x")])
    assert here.write(phone="5").clock == ahead.clock + 2, "an older one does not set it back"


def test_an_erasure_takes_content_from_all_changes_and_their_rows(two: tuple[Laptop, Laptop]):
    here, there = two
    here.write(name_latin="Sara", phone="1")
    here.write(name_latin="Sarah")
    exchange(here, there)
    erasure = here.journal.erase("s", "participant", "p", {"phone", "name_latin"})
    assert (erasure.verb, list(erasure.sets), set(erasure.sets.values())) == (
        "erase",
        ["name_latin", "phone"],
        {None},
    )
    exchange(here, there)
    for one in two:
        assert one.row() == (0, 1, "", "", "")
        assert "Sara" not in str(one.db.conn.execute("SELECT * FROM changes").fetchall())
        assert all(is_genuine(change) for change in one.journal.all_changes())
        with pytest.raises(RecordErased) as caught:
            one.write(phone="2")
        assert caught.value.values == {"kind": "participant"}
    there.write(email="e")
    assert there.row() == (0, 1, "", "", "e")
