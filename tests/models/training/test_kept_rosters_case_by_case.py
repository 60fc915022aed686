"""Rosters that are kept: what is read anew after which news. That they are right: ``test_kept_rosters.py``."""

import pytest

from models.errors import RecordMissing
from models.records import (
    AttendanceMark,
    Certificate,
    CustomAnswer,
    Enrolment,
    Institution,
    Participant,
    SamePerson,
    Score,
    Session,
    Training,
)  # fmt: skip
from models.records.codes import MarkState, Sameness
from models.store import Store
from models.training import kept_rosters
from models.training.kept_rosters import Rosters


@pytest.fixture
def shown(store: Store, training: Training) -> Rosters:
    """Three people in one training, looked at once."""
    with store.step() as step:
        for one in "abc":
            step.add(Participant(id=one), Enrolment(id=f"e{one}", participant_id=one, training_id="t1"))
        step.add(Training(id="t2", programme_id="p1"))
    made = Rosters(store)
    store.listeners.append(made.note)
    made.of("t1")
    return made


def same_lines(shown: Rosters, store: Store, *records: object) -> list[bool]:
    """Which lines are still the ones that were there before."""
    before = shown.of("t1").attendees
    with store.step() as step:
        step.add(*records)
    return [one is other for one, other in zip(before, shown.of("t1").attendees, strict=True)]


@pytest.mark.parametrize(
    "record",
    [
        Participant(id="b", phone="1"), Enrolment(id="eb", participant_id="b", training_id="t1", note="x"),
        AttendanceMark(id="m", enrolment_id="eb", session_id="s0", state=MarkState.LATE),
        Score(id="p", enrolment_id="eb", points=7), Certificate(id="z", enrolment_id="eb", number="1"),
        CustomAnswer(id="x", enrolment_id="eb", field_id="q", answer="yes"),
    ],
    ids=lambda one: one.KIND,
)  # fmt: skip
def test_what_is_about_one_person_reads_their_line_alone(shown: Rosters, store: Store, record):
    assert same_lines(shown, store, record) == [True, False, True]
    assert shown.of("t1") is shown.of("t1")


@pytest.mark.parametrize(
    "record",
    [
        Training(id="t1", programme_id="p1", code="X"), Session(id="s9", training_id="t1"), Institution(id="i"),
        SamePerson(id="ab", first_id="a", second_id="x", answer=Sameness.SAME),
    ],
    ids=lambda one: one.KIND,
)  # fmt: skip
def test_what_concerns_everybody_reads_everything(shown: Rosters, store: Store, record):
    assert same_lines(shown, store, record) == [False, False, False]


def test_what_concerns_nobody_reads_nothing(shown: Rosters, store: Store):
    before = shown.of("t1")
    shown.note({"picture": frozenset({"x"}), "mark": frozenset({"unknown"})})
    assert [one is other for one, other in zip(before.attendees, shown.of("t1").attendees, strict=True)] == [True] * 3


def test_of_many_people_everything_is_read(shown: Rosters, store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept_rosters, "_FEW", 2)
    before = shown.of("t1").attendees
    shown.note({"participant": frozenset("ab"), "picture": frozenset("xyz")})
    assert shown.of("t1").attendees[2] is before[2]
    before = shown.of("t1").attendees
    shown.note({"participant": frozenset("ab"), "mark": frozenset("m")})
    assert shown.of("t1").attendees[2] is not before[2]


def test_newcomers_come_last_and_who_leaves_is_gone(shown: Rosters, store: Store):
    with store.step() as step:
        step.add(Participant(id="0"), Enrolment(id="e0", participant_id="0", training_id="t1"))
        step.change(Enrolment, "eb", {"removed": True})
        step.add(Enrolment(id="e9", participant_id="a", training_id="t2"))
    assert [one.participant.id for one in shown.of("t1").attendees] == ["a", "c", "0"]
    assert [one.enrolment_ids for one in shown.of("t1").attendees] == [("ea",), ("ec",), ("e0",)]


def test_a_training_looked_at_later_is_read_whole_and_both_are_kept(shown: Rosters, store: Store):
    with store.step() as step:
        step.add(Enrolment(id="x", participant_id="a", training_id="t2"))
    other = shown.of("t2")
    assert [one.participant.id for one in other.attendees] == ["a"]
    with store.step() as step:
        step.add(Participant(id="a", phone="1"))
    assert {shown.of(one).attendees[0].participant.phone for one in ("t1", "t2")} == {"1"}
    with pytest.raises(RecordMissing):
        shown.of("t3")
