"""Days and sessions of the agenda."""

from dataclasses import replace
from datetime import date

from jobs.trainings.agenda import add_day, remove_session
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
        step.put(replace(training, start=None))
        step.put(*(replace(one, removed=True) for one in store.sessions.all()))
    assert add_day(store, training.id) == []


def test_a_removed_session_comes_back_with_undo(store, training):
    remove_session(store, "s1")
    assert [one.id for one in sessions_of(store, training.id)] == ["s0", "s2", "s3"]
    store.undo()
    assert len(sessions_of(store, training.id)) == 4
