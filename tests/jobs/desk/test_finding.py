"""Whom somebody means by what is typed, and which session it is now."""

from dataclasses import replace
from datetime import datetime

import pytest

from jobs.desk import kiosk
from jobs.desk.finding import Match, MatchKind, matches, named, send_deputy, session_now, take_in
from jobs.desk.registering import mark, register, walk_in
from models import errors
from models.people import proposals
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
        ("2015-09-12 23:59", None), ("2015-09-15 00:00", None), ("2015-10-01 10:00", None),
    ],
)  # fmt: skip
def test_the_session_by_the_clock(store, training, now, session):
    sessions = [replace(one, end="12:00" if one.start == "09:00" else "17:00") for one in store.sessions.all()]
    with store.step() as step:
        step.add(*sessions)
    found = session_now(roster.load(store, training.id), datetime.fromisoformat(now))
    assert (found and found.id) == session


def test_on_the_second_day_who_is_expected_and_not_yet_here_is_listed(store, training):
    """Both came on the first day; whoever was there this morning, is excused or declined is not waited for."""
    names = ("Karwan Ahmed Omar", "Layla Saman Hassan", "Hiwa Salim Aziz", "Rebin Aziz Latif", "Dara Kamal Omar")
    for name in names:
        come(store, training.id, name, "s0")
    found = roster.load(store, training.id)
    by_name = {one.participant.name: one for one in found.attendees}
    mark(store, [(by_name["Layla Saman Hassan"], "s2", MarkState.LATE),
                 (by_name["Hiwa Salim Aziz"], "s3", MarkState.EXCUSED),
                 (by_name["Dara Kamal Omar"], "s0", MarkState.UNMARKED)])  # fmt: skip
    with store.step() as step:
        step.change(Enrolment, by_name["Dara Kamal Omar"].enrolment.id, {"state": EnrolmentState.DECLINED})

    def listed(session: str | None, text: str = "") -> list[tuple[str, str]]:
        now = roster.load(store, training.id)
        chosen = next((one for one in now.sessions if one.id == session), None)
        return [(one.kind.value, one.participant.name) for one in matches(store, now, text, "en", chosen)]

    assert listed("s0") == []
    assert listed("s2") == [("expected", one) for one in ("Hiwa Salim Aziz", "Karwan Ahmed Omar", "Rebin Aziz Latif")]
    assert listed("s3") == [("expected", one) for one in ("Karwan Ahmed Omar", "Rebin Aziz Latif")]
    assert listed(None) == []
    assert listed("s3", "layla") == [("here", "Layla Saman Hassan"), ("new", "layla")]
    assert listed("s3", "dara")[0] == ("gone", "Dara Kamal Omar")


def test_nobody_new_comes_in_past_those_who_may_be_the_same(store, training):
    come(store, training.id, "Mohammed Hussein Kareem")
    found = roster.load(store, training.id)
    (known,) = found.attendees
    new = Match(kind=MatchKind.NEW, participant=walk_in("Muhamad Husain Karim"))
    with pytest.raises(errors.AlikeOnFile) as problem:
        take_in(store, training.id, new, "s0")
    assert problem.value.values == {"name": "Muhamad Husain Karim", "other": "Mohammed Hussein Kareem"}
    come(store, training.id, "Karwan Ahmed Omar")
    absent = roster.load(store, training.id).attendees[1]
    with store.step() as step:
        step.change(Enrolment, absent.enrolment.id, {"state": EnrolmentState.NOMINATED})
    with pytest.raises(errors.AlikeOnFile):
        send_deputy(store, training.id, absent, new.participant, "s0")
    assert store.participants.count() == 2
    take_in(store, training.id, new, "s0", seen=[known.participant.id])
    assert store.participants.count() == 3


def test_nobody_new_comes_in_by_a_part_of_a_name(store, training):
    for name in ("hew", "Dr H.", "ئاراس"):
        new = Match(kind=MatchKind.NEW, participant=walk_in(name))
        with pytest.raises(errors.NotWholeName):
            take_in(store, training.id, new, "s0")
        with pytest.raises(errors.NotWholeName):
            kiosk.put_on_the_list(store, training.id, name)
    assert store.participants.count() == 0
    take_in(store, training.id, Match(kind=MatchKind.NEW, participant=walk_in("Suharto")), "s0", is_all=True)
    assert store.participants.count() == 1


def test_the_kiosk_leaves_a_question_for_the_desk(store, training):
    come(store, training.id, "Mohammed Hussein Kareem")
    kiosk.put_on_the_list(store, training.id, "Muhamad Husain Karim")
    (asked,) = [one for one in proposals.waiting(store) if one.second is not None]
    assert {asked.first.name, asked.second.name} == {"Mohammed Hussein Kareem", "Muhamad Husain Karim"}
    assert [one.enrolment.state.value for one in roster.load(store, training.id).attendees] == ["came", "confirmed"]


def test_a_deputy_who_is_on_file_comes_as_who_they_are(store, training):
    with store.step() as step:
        step.add(Training(id="other", code="O"))
    come(store, "other", "Rebin Aziz Latif")
    (rebin,) = store.participants.all()
    come(store, training.id, "Karwan Ahmed Omar")
    absent = roster.load(store, training.id).attendees[0]
    with store.step() as step:
        step.change(Enrolment, absent.enrolment.id, {"state": EnrolmentState.CONFIRMED})
    send_deputy(store, training.id, absent, rebin, "s1")
    assert store.participants.count() == 2
    found = roster.load(store, training.id)
    assert [one.participant.id for one in counts.came(found)] == [rebin.id]
    with pytest.raises(errors.ChangedMeanwhile):
        send_deputy(store, training.id, absent, walk_in("Somebody Else"), "s1")


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


def test_a_name_with_wrong_letters_is_offered_before_a_new_person_and_never_chosen_by_itself(store, training):
    come(store, training.id, "Karwan Aziz Rashid")
    come(store, training.id, "Hassan Omar Ali")
    assert kinds(store, training, "Karwn Aziz Rashed") == [
        ("alike", "Karwan Aziz Rashid"),
        ("new", "Karwn Aziz Rashed"),
    ]
    assert kinds(store, training, "hussein") == [("alike", "Hassan Omar Ali"), ("new", "hussein")]
    assert kinds(store, training, "karwan aziz")[0] == ("here", "Karwan Aziz Rashid")


def test_a_new_person_comes_in_beside_however_many_who_are_called_alike(store, training):
    with store.step() as step:
        step.add(*(replace(walk_in("Ahmad Ali Hassan"), id=f"a{n}") for n in range(12)))
    found = matches(store, roster.load(store, training.id), "Ahmed Ali Hasan", "en")
    assert found[-1].kind is MatchKind.NEW
    take_in(store, training.id, found[-1], "s0", seen=[one.participant.id for one in found[:-1]])
    assert "Ahmed Ali Hasan" in [one.name_latin for one in store.participants.all()]
