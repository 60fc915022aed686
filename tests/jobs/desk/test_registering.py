"""Marks: many at once are written together, or not at all."""

import pytest

from jobs.desk.registering import mark, mark_others, register, walk_in
from models.records.codes import MarkState
from models.store import Store
from models.training import roster

NAMES = ("Karwan Ahmed Omar", "Layla Hassan", "Rebin Salih")


class Enough(Exception):
    pass


def give_up(done: int, total: int) -> None:
    """When two of three are done."""
    assert total == len(NAMES)
    if done == 2:
        raise Enough


def test_marking_that_is_given_up_half_way_marked_nobody(store: Store, training):
    for name in NAMES:
        register(store, walk_in(name), training.id, "")
    people = roster.load(store, training.id).participants
    with pytest.raises(Enough):
        mark(store, [(one, "s1", MarkState.PRESENT) for one in people], give_up)
    with pytest.raises(Enough):
        mark_others(store, people, "s1", MarkState.ABSENT, give_up)
    assert store.marks.count() == 0
    mark_others(store, people, "s1", MarkState.ABSENT)
    assert store.marks.count() == 3
