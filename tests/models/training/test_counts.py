"""What each number of a training means; the list of trainings, by SQL, means the same."""

from datetime import date

import pytest

from jobs.desk.finding import send_deputy
from jobs.desk.registering import check_in, mark, register, walk_in
from jobs.lists.exporting import export
from jobs.people.directory import one_entry
from jobs.trainings.earlier import came_before
from jobs.trainings.summaries import summaries
from models.records import Enrolment, Participant, SamePerson, Session, Training
from models.records.codes import EnrolmentState, MarkState, Role, Sameness
from models.records.enrolments import enrolment_id
from models.training import counts, roster
from models.training.taking_part import whole_enrolment
from resources.words import words_for


def nominate(store, training, *names: str, state: EnrolmentState = EnrolmentState.NOMINATED) -> list[str]:
    """Put people on the list; the ids of their enrolments."""
    ids = []
    with store.step() as step:
        for name in names:
            person = Participant(id=name.casefold(), name_latin=name)
            own_id = enrolment_id(person.id, training.id)
            step.add(person, Enrolment(id=own_id, participant_id=person.id, training_id=training.id, state=state))
            ids.append(own_id)
    return ids


def the(store, training, enrolment: str) -> roster.Attendee:
    found = roster.load(store, training.id).attendee(enrolment)
    assert found is not None
    return found


def put(store, training, enrolment: str, session: str, state: MarkState) -> None:
    mark(store, [(the(store, training, enrolment), session, state)])


def names(people) -> list[str]:
    return sorted(one.participant.name_latin for one in people)


@pytest.mark.parametrize("said", [one for one in EnrolmentState if one is not EnrolmentState.CAME])
@pytest.mark.parametrize("taken_back", [MarkState.ABSENT, MarkState.UNMARKED, MarkState.EXCUSED])
def test_a_mark_that_is_taken_back_leaves_nothing_behind(store, training, said, taken_back):
    (own,) = nominate(store, training, "Karwan", state=said)
    put(store, training, own, "s0", MarkState.PRESENT)
    assert the(store, training, own).enrolment.state is EnrolmentState.CAME
    assert whole_enrolment(store, own).state is EnrolmentState.CAME
    put(store, training, own, "s0", taken_back)
    assert the(store, training, own).enrolment.state is said
    assert whole_enrolment(store, own).state is said
    assert counts.came(roster.load(store, training.id)) == ()


def test_what_the_desk_marked_by_mistake_is_taken_back_too(store, training):
    (own,) = nominate(store, training, "Karwan")
    check_in(store, the(store, training, own), "s0")
    new = register(store, walk_in("Zozan Nawzad Ali"), training.id, "s0").id
    assert len(counts.came(roster.load(store, training.id))) == 2
    for one in (own, new):
        put(store, training, one, "s0", MarkState.ABSENT)
    found = roster.load(store, training.id)
    assert counts.came(found) == ()
    assert len(counts.expected(found)) == len(counts.taking_part(found)) == 2
    assert the(store, training, own).enrolment.state is EnrolmentState.NOMINATED


def test_who_was_registered_without_a_session_came_until_a_mark_says_otherwise(store, training):
    (own,) = nominate(store, training, "Karwan")
    check_in(store, the(store, training, own), "")
    assert the(store, training, own).has_come
    put(store, training, own, "s0", MarkState.ABSENT)
    assert not the(store, training, own).has_come
    put(store, training, own, "s1", MarkState.LATE)
    assert the(store, training, own).has_come


def test_one_declined_one_replaced_one_came_instead_and_one_came_are_two(store, training):
    nominate(store, training, "Declined", state=EnrolmentState.DECLINED)
    replaced, came = nominate(store, training, "Replaced", "Came")
    send_deputy(store, training.id, the(store, training, replaced), walk_in("Deputy Omar"), "s0")
    put(store, training, came, "s0", MarkState.PRESENT)
    found = roster.load(store, training.id)
    assert len(counts.nominated(found)) == 4
    assert names(counts.came(found)) == names(counts.taking_part(found)) == ["Came", "Deputy Omar"]
    assert counts.expected(found) == ()
    assert [one.people for one in summaries(store)] == [2]


def test_the_list_of_trainings_counts_as_a_roster_does(store, training):
    """Joined entries, other roles, who was there although they declined, marks of sessions that are not held."""
    nominate(store, training, "Declined", "Declined Too", state=EnrolmentState.DECLINED)
    there, elsewhere = nominate(store, training, "There", "Cancelled", state=EnrolmentState.REPLACED)
    nominate(store, training, "Twice")
    register(store, walk_in("A Trainer"), training.id, "", role=Role.TRAINER)
    put(store, training, there, "s1", MarkState.LATE)
    put(store, training, elsewhere, "s3", MarkState.PRESENT)
    with store.step() as step:
        step.change(Session, "s3", {"cancelled": True})
        for number, pair in enumerate((("declined", "twice"), ("declined too", "cancelled"))):
            step.add(SamePerson(id=f"j{number}", first_id=pair[0], second_id=pair[1], answer=Sameness.SAME))
    found = roster.load(store, training.id)
    assert len(counts.taking_part(found)) == 2
    assert [one.people for one in summaries(store)] == [2]


def test_a_cancelled_session_has_nobody_in_it(store, training, tmp_path):
    (own,) = nominate(store, training, "Karwan")
    put(store, training, own, "s1", MarkState.PRESENT)
    with store.step() as step:
        step.change(Session, "s1", {"cancelled": True})
    found = roster.load(store, training.id)
    assert counts.present_in(found, found.sessions[1]) == ()
    assert counts.came(found) == ()
    table = tmp_path / "people.csv"
    export(store, found, table, words_for("en"))
    text = table.read_text(encoding="utf-8-sig")
    assert "Present" not in text
    assert "cancelled" in text
    with store.step() as step:
        step.change(Session, "s1", {"cancelled": False})
    assert names(counts.came(roster.load(store, training.id))) == ["Karwan"]


def test_marks_are_open_of_those_taking_part_in_sessions_that_have_begun(store, training):
    """Two people, two sessions a day: the first evening 4, the second 8, less what is marked and cancelled."""
    one, _ = nominate(store, training, "Karwan", "Layla")
    nominate(store, training, "Declined", state=EnrolmentState.DECLINED)

    def how_many(day: int) -> int:
        return counts.open_marks(roster.load(store, training.id), date(2015, 9, day))

    assert [how_many(day) for day in (12, 13, 14, 20)] == [0, 4, 8, 8]
    put(store, training, one, "s0", MarkState.ABSENT)
    assert [how_many(day) for day in (13, 14)] == [3, 7]
    with store.step() as step:
        step.change(Session, "s1", {"cancelled": True})
    assert [how_many(day) for day in (13, 14)] == [1, 5]


def test_who_is_missing_is_neither_there_nor_excused(store, training):
    ids = nominate(store, training, "Absent", "Unmarked", "Excused", "Late")
    nominate(store, training, "Declined", state=EnrolmentState.DECLINED)
    for own, state in zip(ids, (MarkState.ABSENT, None, MarkState.EXCUSED, MarkState.LATE), strict=True):
        if state:
            put(store, training, own, "s0", state)
    found = roster.load(store, training.id)
    assert names(counts.missing_in(found, found.sessions[0])) == ["Absent", "Unmarked"]


def test_who_came_before_follows_from_marks_too(store, training):
    later = Training(id="t2", programme_id=training.programme_id, code="T-2", start=date(2015, 10, 1))
    with store.step() as step:
        step.add(later)
    (own,) = nominate(store, training, "Karwan")
    nominate(store, later, "Karwan")
    found = roster.load(store, "t2")
    assert came_before(store, found) == {}
    put(store, training, own, "s0", MarkState.PRESENT)
    assert came_before(store, found) == {"karwan": [training]}
    assert one_entry(store, "karwan").trainings == 2
    with store.step() as step:
        step.change(Enrolment, enrolment_id("karwan", "t2"), {"state": EnrolmentState.DECLINED})
    assert one_entry(store, "karwan").trainings == 1
