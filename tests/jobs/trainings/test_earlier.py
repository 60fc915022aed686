"""What earlier trainings left: who came before, open steps."""

from datetime import date

from jobs.desk.registering import mark, register, walk_in
from jobs.people.directory import earlier_of, trainings_of
from jobs.trainings.earlier import came_before, open_steps
from jobs.trainings.follow_up import add_follow_up
from models.records import AgreedStep, Enrolment, Programme, Session, Training
from models.records.codes import EnrolmentState, MarkState
from models.store import Store
from models.training import roster

FEBRUARY = date(2016, 2, 14)


def test_who_came_before_is_known_and_who_only_was_invited_is_not(store: Store, training: Training):
    came, invited, new = (walk_in(name) for name in ("Karwan Ahmed Omar", "Layla Saman Hassan", "Hiwa Salim Azad"))
    register(store, came, training.id, "")
    absent = register(store, invited, training.id, "")
    with store.step() as step:
        step.change(Enrolment, absent.id, {"state": EnrolmentState.NOMINATED})
    again = add_follow_up(store, training.id, FEBRUARY)
    for person in (came, invited, new):
        register(store, person, again.id, "")
    found = roster.load(store, again.id)
    before = came_before(store, found)
    assert {own: [one.id for one in trainings] for own, trainings in before.items()} == {came.id: [training.id]}
    attendee = next(one for one in found.attendees if one.participant.id == came.id)
    assert [one.id for one in earlier_of(store, attendee)] == [training.id]
    earlier = roster.load(store, training.id)
    assert came_before(store, earlier) == {}, "the first training has nothing before it"
    assert earlier_of(store, earlier.attendees[0]) == []


def test_a_training_of_another_programme_is_in_the_card_and_not_in_the_list(store: Store, training: Training):
    other = Training(id="other", programme_id="p2", code="O-1", start=date(2015, 1, 5))
    person = walk_in("Karwan Ahmed Omar")
    with store.step() as step:
        step.add(Programme(id="p2"), other)
    register(store, person, other.id, "")
    register(store, person, training.id, "")
    found = roster.load(store, training.id)
    assert came_before(store, found) == {}
    assert [one.code for one in earlier_of(store, found.attendees[0])] == ["O-1"]


def test_steps_that_are_done_are_not_asked_for_again(store: Store, training: Training):
    late, soon, done = (
        AgreedStep(id=f"a{n}", training_id=training.id, text=text, due=due, done=is_done)
        for n, (text, due, is_done) in enumerate(
            (("late", date(2016, 5, 1), False), ("soon", date(2015, 12, 1), False), ("done", None, True))
        )
    )
    with store.step() as step:
        step.add(late, soon, done)
    again = add_follow_up(store, training.id, FEBRUARY)
    assert [(one.text, of.id) for one, of in open_steps(store, again)] == [
        ("soon", training.id),
        ("late", training.id),
    ]
    assert open_steps(store, training) == []
    with store.step() as step:
        step.change(AgreedStep, soon.id, {"done": True})
    assert [one.text for one, _ in open_steps(store, again)] == ["late"]


def test_the_history_of_a_person_says_how_many_sessions_they_attended(store: Store, training: Training):
    person = walk_in("Karwan Ahmed Omar")
    register(store, person, training.id, "s0")
    (one,) = roster.load(store, training.id).attendees
    mark(store, [(one, "s1", MarkState.LATE), (one, "s2", MarkState.ABSENT)])
    (taken,) = trainings_of(store, person.id)
    assert (taken.attended, taken.held, taken.has_come) == (2, 4, True)
    with store.step() as step:
        step.change(Session, "s3", {"cancelled": True})
    (taken,) = trainings_of(store, person.id)
    assert (taken.attended, taken.held) == (2, 3)
