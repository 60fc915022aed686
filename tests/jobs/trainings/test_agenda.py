"""Days and sessions of the agenda."""

from datetime import date

from jobs.desk.registering import register, walk_in
from jobs.trainings.agenda import add_day, copy_day, remove_session
from jobs.trainings.follow_up import add_follow_up
from models.records import Session, Training
from models.records.codes import Role
from models.store import Store
from models.texts import Text
from models.training.roster import sessions_of


def test_a_day_repeats_the_hours_of_the_last(store, training):
    added = add_day(store, training.id)
    assert [(one.day, one.start, one.end) for one in added] == [
        (date(2015, 9, 15), "09:00", "17:00"),
        (date(2015, 9, 15), "13:00", "17:00"),
    ]
    assert store.trainings.get(training.id).end == date(2015, 9, 15)


def test_a_day_without_any_date_adds_nothing(store, training):
    with store.step() as step:
        step.change(Training, training.id, {"start": None})
        for one in store.sessions.all():
            step.change(Session, one.id, {"removed": True})
    assert add_day(store, training.id) == []


def test_a_removed_session_comes_back_with_undo(store, training):
    remove_session(store, "s1")
    assert [one.id for one in sessions_of(store, training.id)] == ["s0", "s2", "s3"]
    store.undo()
    assert len(sessions_of(store, training.id)) == 4


def test_a_day_is_copied_with_topics_and_trainers_and_the_training_grows(store: Store, training: Training):
    trainer = register(store, walk_in("Maryam Nabil"), training.id, "", role=Role.TRAINER)
    with store.step() as step:
        step.change(Session, "s0", {"title": Text(en="Shelter"), "trainer_ids": (trainer.id,)})
        step.change(Session, "s1", {"cancelled": True})
    (added,) = copy_day(store, training.id, "s0")
    assert (added.day, added.start, added.title["en"], added.trainer_ids) == (
        date(2015, 9, 15), "09:00", "Shelter", (trainer.id,)
    )  # fmt: skip
    assert store.trainings.get(training.id).end == date(2015, 9, 15)
    assert len(sessions_of(store, training.id)) == 5
    store.undo()
    assert len(sessions_of(store, training.id)) == 4
    again = add_follow_up(store, training.id, date(2016, 2, 14))
    assert not any(one.trainer_ids for one in sessions_of(store, again.id)), "the trainers of then are not enrolled"


def test_a_day_after_thursday_is_sunday_unless_weekends_are_used(store: Store, training: Training):
    with store.step() as step:
        for one in sessions_of(store, training.id):
            step.change(Session, one.id, {"day": date(2015, 9, 17)})
    assert {one.day for one in add_day(store, training.id)} == {date(2015, 9, 20)}
    assert {one.day for one in copy_day(store, training.id, "s0")} == {date(2015, 9, 21)}
    with store.step() as step:
        for one in sessions_of(store, training.id):
            step.change(Session, one.id, {"day": date(2015, 9, 18)})
    assert {one.day for one in add_day(store, training.id)} == {date(2015, 9, 19)}
