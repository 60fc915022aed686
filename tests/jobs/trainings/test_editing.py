"""A training begun and changed."""

from datetime import date, timedelta

import pytest

from jobs.trainings.editing import edit_training, left_behind, new_training
from jobs.trainings.issuer import name_issuer
from models import errors
from models.checks import Problem, ProblemKind, check
from models.training.roster import sessions_of


def test_a_new_training_has_a_code_of_its_own_a_programme_and_two_sessions(store):
    issuer = name_issuer(store, "Hope", "ckb")
    first, second = (new_training(store, date(2026, 11, 24)) for _ in range(2))
    assert (first.code, second.code) == ("T-2026-11", "T-2026-11-2")
    assert first.programme_id == second.programme_id
    assert store.programmes.get(first.programme_id).issuer_id == issuer.id
    assert store.issuers.get(issuer.id).name["ckb"] == "Hope"
    assert len(sessions_of(store, first.id)) == 2
    store.undo()
    assert store.trainings.count() == 1


def test_moving_the_first_day_moves_the_last_along_and_never_the_other_way(store, training):
    edit_training(store, "t1", "end", date(2015, 9, 14))
    edit_training(store, "t1", "start", date(2015, 10, 1))
    moved = store.trainings.get("t1")
    assert (moved.start, moved.end) == (date(2015, 10, 1), date(2015, 10, 2))
    with pytest.raises(errors.EndsBeforeStart):
        edit_training(store, "t1", "end", date(2015, 9, 30))
    store.undo()
    assert store.trainings.get("t1").start == date(2015, 9, 13)
    assert store.trainings.get("t1").end == date(2015, 9, 14)


def days(store) -> list[int]:
    return [one.day.day for one in sessions_of(store, "t1")]


def test_sessions_move_along_with_their_training_in_one_step_and_back(store, training):
    edit_training(store, "t1", "end", date(2015, 9, 14))
    by = left_behind(store, "t1", "start", date(2015, 9, 20))
    assert by == timedelta(days=7)
    edit_training(store, "t1", "start", date(2015, 9, 20), sessions_by=by)
    moved = store.trainings.get("t1")
    assert (moved.start, moved.end, days(store)) == (date(2015, 9, 20), date(2015, 9, 21), [20, 20, 21, 21])
    assert not [one for one in check(store) if one.kind is ProblemKind.SESSION_OUTSIDE]
    store.undo()
    assert (store.trainings.get("t1").start, days(store)) == (date(2015, 9, 13), [13, 13, 14, 14])


def test_a_training_put_off_by_one_day_keeps_its_length(store, training):
    edit_training(store, "t1", "end", date(2015, 9, 14))
    edit_training(
        store, "t1", "start", date(2015, 9, 14), sessions_by=left_behind(store, "t1", "start", date(2015, 9, 14))
    )
    assert (store.trainings.get("t1").end, days(store)) == (date(2015, 9, 15), [14, 14, 15, 15])


def test_days_that_leave_no_session_outside_ask_nothing(store, training):
    edit_training(store, "t1", "end", date(2015, 9, 14))
    assert not left_behind(store, "t1", "start", date(2015, 9, 12))
    assert not left_behind(store, "t1", "end", date(2015, 9, 20))
    assert not left_behind(store, "t1", "hours", 3)


def test_sessions_that_stayed_behind_are_named_by_check(store, training):
    edit_training(store, "t1", "end", date(2015, 9, 14))
    edit_training(store, "t1", "start", date(2015, 9, 14))
    assert [one for one in check(store) if one.kind is ProblemKind.SESSION_OUTSIDE] == [
        Problem(ProblemKind.SESSION_OUTSIDE, "T-1: 2015-09-13 09:00"),
        Problem(ProblemKind.SESSION_OUTSIDE, "T-1: 2015-09-13 13:00"),
    ]
