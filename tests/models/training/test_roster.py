"""Everybody in a training, once."""

from datetime import date

import pytest

from models.errors import RecordMissing, UnknownTraining
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
from models.records.codes import CertificateEnding, EnrolmentState, MarkState, Role, Sameness, ScoreKind
from models.store import Store
from models.training import roster


@pytest.fixture
def two_entries(store: Store, training: Training) -> Store:
    """One person who was entered twice, a trainer, and somebody of whom only the enrolment came."""
    with store.step() as step:
        step.add(
            Institution(id="i"), Participant(id="a", name_latin="Sara"), Participant(id="b", phone="1"),
            Participant(id="c", name_latin="Trainer"),
            Enrolment(id="1", participant_id="b", training_id="t1", note="late", state=EnrolmentState.DECLINED),
            Enrolment(id="2", participant_id="a", training_id="t1", institution_id="i", position="Nurse", note="other",
                      governorate="IQG11", exception_by="M", exception_reason="why", replaced_by="z",
                      state=EnrolmentState.CONFIRMED),
            Enrolment(id="3", participant_id="c", training_id="t1", role=Role.TRAINER),
            Enrolment(id="4", participant_id="missing", training_id="t1"),
            Enrolment(id="5", participant_id="a", training_id="elsewhere"),
            SamePerson(id="ab", first_id="a", second_id="b", answer=Sameness.SAME),
            AttendanceMark(id="m1", enrolment_id="1", session_id="s0", state=MarkState.ABSENT),
            AttendanceMark(id="m2", enrolment_id="2", session_id="s0", state=MarkState.PRESENT),
            AttendanceMark(id="m3", enrolment_id="1", session_id="s1", state=MarkState.LATE),
            AttendanceMark(id="m4", enrolment_id="2", session_id="s1", state=MarkState.EXCUSED),
            AttendanceMark(id="m5", enrolment_id="2", session_id="s2", state=MarkState.ABSENT),
            Score(id="p1", enrolment_id="1", kind=ScoreKind.PRE, points=40),
            Score(id="p2", enrolment_id="2", kind=ScoreKind.POST, points=80),
            Score(id="p3", enrolment_id="3", kind=ScoreKind.POST),
            CustomAnswer(id="x1", enrolment_id="1", field_id="q", answer="yes"),
            CustomAnswer(id="x2", enrolment_id="2", field_id="q", answer=""),
            Certificate(id="z1", enrolment_id="1", number="1", ending=CertificateEnding.REVOKED),
            Certificate(id="z2", enrolment_id="2", number="2", printed_on=date(2015, 9, 16)),
        )  # fmt: skip
    return store


def test_two_entries_are_one_line_with_everything_of_both(two_entries: Store):
    found = roster.load(two_entries, "t1")
    one, trainer = found.attendees
    assert (one.participant.id, one.participant.name_latin, one.participant.phone) == ("a", "Sara", "1")
    enrolment = one.enrolment
    assert (enrolment.id, enrolment.state) == ("1", EnrolmentState.CAME)
    assert (enrolment.note, enrolment.position, enrolment.governorate) == ("late", "Nurse", "IQG11")
    assert (enrolment.exception_by, enrolment.exception_reason, enrolment.replaced_by) == ("M", "why", "z")
    assert one.institution == two_entries.institutions.get("i")
    assert one.marks == {"s0": MarkState.PRESENT, "s1": MarkState.LATE, "s2": MarkState.ABSENT}
    assert one.scores == {ScoreKind.PRE: 40, ScoreKind.POST: 80}
    assert one.answers == {"q": "yes"}
    assert one.enrolment_ids == ("1", "2")
    assert one.certificate == two_entries.certificates.get("z2")
    assert one.past_certificates == (two_entries.certificates.get("z1"),)
    assert (one.verdict.attended, one.scores[ScoreKind.POST], one.verdict.by_exception) == (2, 80, True)
    assert (trainer.institution, trainer.marks, trainer.scores, trainer.certificate) == (None, {}, {}, None)
    assert found.participants == (one,)
    assert found.in_role(Role.TRAINER) == (trainer,)
    assert (found.attendee("2"), found.attendee("3"), found.attendee("5")) == (one, trainer, None)


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        (("came", "declined"), "came"), (("declined", "replaced"), "replaced"), (("replaced", "reserve"), "reserve"),
        (("reserve", "nominated"), "nominated"), (("nominated", "confirmed"), "confirmed"),
        (("confirmed", "came"), "came"),
    ],
)  # fmt: skip
def test_of_two_states_the_one_that_says_most(two_entries: Store, states: tuple[str, str], shown: str):
    with two_entries.step() as step:
        for name, state in zip("12", states, strict=True):
            step.change(Enrolment, name, {"state": EnrolmentState(state)})
        for number in range(1, 6):
            step.change(AttendanceMark, f"m{number}", {"removed": True})  # they would say more
    assert roster.load(two_entries, "t1").attendees[0].enrolment.state == shown


@pytest.mark.parametrize("strong", range(4))
def test_of_two_marks_the_one_that_saw_most(two_entries: Store, strong: int):
    order = [MarkState.PRESENT, MarkState.LATE, MarkState.EXCUSED, MarkState.ABSENT, MarkState.UNMARKED]
    with two_entries.step() as step:
        step.change(AttendanceMark, "m1", {"state": order[strong + 1]})
        step.change(AttendanceMark, "m2", {"state": order[strong]})
    assert roster.load(two_entries, "t1").attendees[0].marks["s0"] is order[strong]


@pytest.mark.parametrize(
    ("facts", "shown"),
    [({}, "z2"), ({"handed_over_on": date(2015, 9, 20)}, "z3"), ({"printed_on": date(2015, 9, 16)}, "z2"),
     ({"handed_over_on": date(2015, 9, 20), "ended_on": date(2015, 9, 20)}, "z2")],
)  # fmt: skip
def test_of_two_valid_certificates_the_one_that_the_person_holds_counts(two_entries: Store, facts, shown: str):
    """Else the one on paper, else the first; whatever order they came in."""
    with two_entries.step() as step:
        step.add(Certificate(id="z3", enrolment_id="1", number="3", **facts))
    found = roster.load(two_entries, "t1").attendees[0]
    assert found.certificate is not None
    assert found.certificate.id == shown


def test_sessions_stand_in_the_order_in_which_they_are_held(store: Store):
    day = date(2015, 9, 13)
    with store.step() as step:
        step.add(
            Session(id="d", training_id="t", day=day.replace(day=14), start="08:00"),
            Session(id="c", training_id="t", day=day, start="13:00"),
            Session(id="b", training_id="t", day=day, start="09:00"),
            Session(id="a", training_id="t", day=day, start="09:00"), Session(id="x", training_id="u", day=day),
        )  # fmt: skip
    assert [one.id for one in roster.sessions_of(store, "t")] == ["a", "b", "c", "d"]


def test_a_training_is_found_by_code_or_id(store: Store, training: Training):
    assert roster.find_training(store, "T1".lower()) == roster.find_training(store, "t-1") == training
    with pytest.raises(UnknownTraining) as caught:
        roster.find_training(store, "T-2")
    assert caught.value.values == {"training": "T-2"}
    with pytest.raises(RecordMissing):
        roster.load(store, "t2")


def test_a_training_without_its_programme_has_no_rule(store: Store):
    with store.step() as step:
        step.add(Training(id="t9", programme_id="missing"))
    found = roster.load(store, "t9")
    assert (found.programme.id, found.programme.rules, found.attendees, found.sessions) == ("", (), (), ())
