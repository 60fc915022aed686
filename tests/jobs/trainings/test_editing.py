"""A training begun and changed."""

from datetime import date

import pytest

from jobs.trainings.editing import edit_training, new_training
from jobs.trainings.issuer import name_issuer
from models import errors
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
