"""Whom somebody means by what is typed, and which session it is now."""

from dataclasses import replace
from datetime import datetime

import pytest

from jobs.desk.finding import MatchKind, matches, named, session_now, take_in
from jobs.desk.registering import mark, register, walk_in
from models import errors
from models.people.proposals import confirmed
from models.records import Enrolment, Session, Training
from models.records.codes import EnrolmentState, MarkState
from models.training import counts, roster


def come(store, training_id: str, name: str, session: str = "") -> None:
    register(store, confirmed(walk_in(name)), training_id, session)


def kinds(store, training, text: str) -> list[tuple[str, str]]:
    found = roster.load(store, training.id)
    return [(one.kind.value, one.participant.name) for one in matches(store, found, text, "en")]


@pytest.mark.parametrize(
    ("now", "session"),
    [
        ("2015-09-13 08:00", "s0"), ("2015-09-13 09:30", "s0"), ("2015-09-13 23:00", "s1"), ("2015-09-14 10:00", "s2"),
        ("2015-09-01 10:00", "s0"), ("2015-10-01 10:00", "s0"),
    ],
)  # fmt: skip
def test_the_session_by_the_clock(store, training, now, session):
    sessions = [replace(one, end="12:00" if one.start == "09:00" else "17:00") for one in store.sessions.all()]
    with store.step() as step:
        step.add(*sessions)
    found = session_now(roster.load(store, training.id), datetime.fromisoformat(now))
    assert found.id == session


def test_on_other_days_the_first_session_without_marks(store, training):
    come(store, training.id, "Karwan Ahmed Omar", "s0")
    found = session_now(roster.load(store, training.id), datetime(2026, 1, 1, 9))
    assert found.id == "s1"


def test_a_cancelled_session_is_never_now(store, training):
    with store.step() as step:
        for one in store.sessions.all():
            step.change(Session, one.id, {"cancelled": True})
    assert session_now(roster.load(store, training.id), datetime(2015, 9, 13, 9)) is None


def test_people_of_the_training_come_before_others_and_before_a_new_one(store, training):
    with store.step() as step:
        step.add(Training(id="other", code="O"))
    come(store, "other", "Rebin Aziz Latif")
    come(store, training.id, "Hiwa Rebin Salih")
    come(store, training.id, "Rebin Mohammed Mahmoud")
    assert kinds(store, training, "rebin") == [
        ("here", "Rebin Mohammed Mahmoud"),
        ("here", "Hiwa Rebin Salih"),
        ("on_file", "Rebin Aziz Latif"),
        ("new", "rebin"),
    ]


def test_another_spelling_is_offered_before_a_new_person(store, training):
    come(store, training.id, "Mohammed Hussein Kareem")
    found = kinds(store, training, "Muhamad Husain Karim")
    assert [kind for kind, _ in found][-1] == "new"
    assert ("here", "Mohammed Hussein Kareem") in found or ("alike", "Mohammed Hussein Kareem") in found


def test_digits_never_make_a_new_person(store, training):
    assert kinds(store, training, "07501234567") == []
    assert kinds(store, training, "٠٧٥٠") == []


def test_an_exact_name_or_number_is_that_person_else_somebody_new(store, training):
    person = replace(confirmed(walk_in("Karwan Ahmed Omar")), phone="+9647501234567")
    register(store, person, training.id, "")
    found = roster.load(store, training.id)
    assert named(store, found, "karwan  AHMED omar").kind is MatchKind.HERE
    assert named(store, found, "0750 123 4567").kind is MatchKind.HERE
    assert named(store, found, "Karwan Ahmed").kind is MatchKind.NEW
    come(store, training.id, "Karwan Ahmed Omar")
    with pytest.raises(errors.SeveralPeople):
        named(store, roster.load(store, training.id), "Karwan Ahmed Omar")


def test_taking_in_marks_present_once(store, training):
    for _ in range(2):
        found = roster.load(store, training.id)
        take_in(store, training.id, named(store, found, "Karwan Ahmed Omar"), "s0")
    (one,) = roster.load(store, training.id).attendees
    assert one.marks == {"s0": MarkState.PRESENT}


@pytest.mark.parametrize(
    ("state", "awaited", "afterwards"),
    [("nominated", True, "came"), ("confirmed", True, "came"), ("reserve", True, "came"),
     ("declined", False, "came"), ("replaced", False, "came"), ("came", False, "came")],
)  # fmt: skip
def test_who_is_awaited_and_comes_with_a_first_mark(store, training, state, awaited, afterwards):
    come(store, training.id, "Karwan Ahmed Omar")
    (own,) = store.enrolments.all()
    with store.step() as step:
        step.change(Enrolment, own.id, {"state": EnrolmentState(state)})
    found = roster.load(store, training.id)
    assert [one.kind for one in matches(store, found, "", "en")] == ([MatchKind.EXPECTED] if awaited else [])
    assert len(counts.missing_in(found, found.sessions[0])) == (state not in {"declined", "replaced"})
    mark(store, [(found.attendees[0], "s0", MarkState.LATE)])
    assert roster.load(store, training.id).attendees[0].enrolment.state == afterwards
