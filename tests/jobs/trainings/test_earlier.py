"""What earlier trainings left: who came before, open steps; who may still earn a certificate; a day copied."""

from dataclasses import replace
from datetime import date

from jobs.certificates.prospects import is_past_first_day, prospects
from jobs.desk.registering import mark, register, walk_in
from jobs.people.directory import earlier_of, trainings_of
from jobs.trainings.agenda import add_day, copy_day
from jobs.trainings.earlier import came_before, open_steps
from jobs.trainings.follow_up import add_follow_up
from models.records import AgreedStep, Programme, Training
from models.records.codes import EnrolmentState, MarkState, Role
from models.store import Store
from models.texts import Text
from models.training import roster
from models.training.roster import sessions_of

FEBRUARY = date(2016, 2, 14)


def test_who_came_before_is_known_and_who_only_was_invited_is_not(store: Store, training: Training):
    came, invited, new = (walk_in(name) for name in ("Karwan Ahmed Omar", "Layla Saman Hassan", "Hiwa Salim Azad"))
    register(store, came, training.id, "")
    absent = register(store, invited, training.id, "")
    with store.step() as step:
        step.put(replace(absent, state=EnrolmentState.NOMINATED))
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
        step.put(Programme(id="p2"), other)
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
        step.put(late, soon, done)
    again = add_follow_up(store, training.id, FEBRUARY)
    assert [(one.text, of.id) for one, of in open_steps(store, again)] == [
        ("soon", training.id),
        ("late", training.id),
    ]
    assert open_steps(store, training) == []
    with store.step() as step:
        step.put(replace(soon, done=True))
    assert [one.text for one, _ in open_steps(store, again)] == ["late"]


def test_the_history_of_a_person_says_how_many_sessions_they_attended(store: Store, training: Training):
    person = walk_in("Karwan Ahmed Omar")
    register(store, person, training.id, "s0")
    (one,) = roster.load(store, training.id).attendees
    mark(store, [(one, "s1", MarkState.LATE), (one, "s2", MarkState.ABSENT)])
    (taken,) = trainings_of(store, person.id)
    assert (taken.attended, taken.held, taken.has_come) == (2, 4, True)
    with store.step() as step:
        step.put(replace(store.sessions.get("s3"), cancelled=True))
    (taken,) = trainings_of(store, person.id)
    assert (taken.attended, taken.held) == (2, 3)


def test_a_day_is_copied_with_topics_and_trainers_and_the_training_grows(store: Store, training: Training):
    trainer = register(store, walk_in("Maryam Nabil"), training.id, "", role=Role.TRAINER)
    with store.step() as step:
        step.put(
            replace(store.sessions.get("s0"), title=Text(en="Shelter"), trainer_ids=(trainer.id,)),
            replace(store.sessions.get("s1"), cancelled=True),
        )
    (added,) = copy_day(store, training.id, "s0")
    assert (added.day, added.start, added.title["en"], added.trainer_ids) == (
        date(2015, 9, 15), "09:00", "Shelter", (trainer.id,)
    )  # fmt: skip
    assert store.trainings.get(training.id).end == date(2015, 9, 15)
    assert len(sessions_of(store, training.id)) == 5
    store.undo()
    assert len(sessions_of(store, training.id)) == 4
    again = add_follow_up(store, training.id, FEBRUARY)
    assert not any(one.trainer_ids for one in sessions_of(store, again.id)), "the trainers of then are not enrolled"


def test_a_day_after_thursday_is_sunday_unless_weekends_are_used(store: Store, training: Training):
    with store.step() as step:
        step.put(*(replace(one, day=date(2015, 9, 17)) for one in sessions_of(store, training.id)))
    assert {one.day for one in add_day(store, training.id)} == {date(2015, 9, 20)}
    assert {one.day for one in copy_day(store, training.id, "s0")} == {date(2015, 9, 21)}
    with store.step() as step:
        step.put(*(replace(one, day=date(2015, 9, 18)) for one in sessions_of(store, training.id)))
    assert {one.day for one in add_day(store, training.id)} == {date(2015, 9, 19)}


def test_who_can_no_longer_earn_it(store: Store, training: Training):
    """Three of four sessions are needed; who is absent twice is out, who has open marks is not."""
    for name in ("Karwan Ahmed Omar", "Layla Saman Hassan", "Hiwa Salim Azad"):
        register(store, walk_in(name), training.id, "")
    there, out, unsure = roster.load(store, training.id).attendees
    mark(store, [(there, session, MarkState.PRESENT) for session in ("s0", "s1", "s2")])
    mark(store, [(out, session, MarkState.ABSENT) for session in ("s0", "s1")])
    mark(store, [(unsure, "s0", MarkState.ABSENT)])

    def names(group: tuple[roster.Attendee, ...]) -> list[str]:
        return [one.participant.name for one in group]

    effect = prospects(roster.load(store, training.id))
    assert names(effect.earned) == ["Karwan Ahmed Omar"]
    assert names(effect.still_open) == ["Hiwa Salim Azad"]
    assert names(effect.lost) == ["Layla Saman Hassan"]
    with store.step() as step:
        step.put(replace(store.enrolments.get(out.enrolment.id), exception_by="Maryam"))
    assert prospects(roster.load(store, training.id)).lost == ()


def test_on_the_first_day_nobody_is_given_up(store: Store, training: Training):
    found = roster.load(store, training.id)
    assert not is_past_first_day(found, date(2015, 9, 13))
    assert is_past_first_day(found, date(2015, 9, 14))
