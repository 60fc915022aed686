"""The fold: what a set of changes says about one record, in whatever order they came."""

from itertools import permutations

import pytest

from models.history.changes import Change, completed, held_elsewhere
from models.history.fold import View, fold


def change(
    device: str,
    clock: int,
    sets: dict[str, object],
    replaces: dict[str, tuple[Change, ...]] | None = None,
    verb="set",
):
    seen = {name: tuple(one.id for one in ones) for name, ones in (replaces or {}).items()}
    return completed(Change(
        id="", step="s", device=device, seq=clock, clock=clock, wall="", verb=verb, kind="participant", record="p",
        sets=sets, replaces=seen,
    ))  # fmt: skip


def seen_by_all_orders(*changes: Change) -> View:
    views = [fold(order) for order in permutations(changes)]
    assert all(view.values == views[0].values and view.conflicts == views[0].conflicts for view in views)
    return views[0]


FIRST = change("a", 1, {"phone": "1", "email": "e"})


def test_nothing_says_nothing():
    view = fold([])
    assert (view.values, view.heads, view.erased, view.conflicts, view.ids("phone")) == ({}, {}, frozenset(), (), ())


def test_what_replaces_is_current():
    second = change("b", 0, {"phone": "2"}, {"phone": (FIRST,)})
    view = seen_by_all_orders(FIRST, second)
    assert (view.values, view.conflicts) == ({"phone": "2", "email": "e"}, ())
    assert (view.ids("phone"), view.ids("email")) == ((second.id,), (FIRST.id,))


def test_to_name_a_change_under_another_field_replaces_nothing():
    second = change("b", 2, {"phone": "2"}, {"phone": (FIRST,), "email": (FIRST,)})
    assert seen_by_all_orders(FIRST, second).values == {"phone": "2", "email": "e"}


def test_two_that_did_not_see_each_other_are_both_current_and_the_later_is_shown():
    one, other = (
        change("b", 5, {"phone": "2"}, {"phone": (FIRST,)}),
        change("c", 5, {"phone": "3"}, {"phone": (FIRST,)}),
    )
    view = seen_by_all_orders(FIRST, one, other)
    assert (view.values["phone"], view.conflicts) == ("3", ("phone",)), "of equal clocks the device decides"
    assert set(view.ids("phone")) == {one.id, other.id}
    assert list(view.ids("phone")) == sorted(view.ids("phone"))
    settled = change("a", 6, {"phone": "2"}, {"phone": (one, other)})
    assert seen_by_all_orders(FIRST, one, other, settled).conflicts == ()


def test_the_same_answer_twice_is_no_conflict():
    one, other = change("b", 5, {"phone": "2"}), change("c", 6, {"phone": "2"})
    assert seen_by_all_orders(one, other).conflicts == ()


@pytest.mark.parametrize("clock", [1, 9])
def test_a_removal_that_did_not_see_an_edit_leaves_the_record_visible(clock: int):
    removal = change("a", 5, {"removed": True}, {"phone": (FIRST,), "email": (FIRST,)})
    edit = change("b", clock, {"phone": "2"}, {"phone": (FIRST,)})
    view = seen_by_all_orders(FIRST, removal, edit)
    assert (view.values["removed"], view.conflicts) == (False, ("removed",))


def test_a_removal_that_saw_everything_removes():
    removal = change("a", 5, {"removed": True}, {"phone": (FIRST,), "email": (FIRST,)})
    view = seen_by_all_orders(FIRST, removal)
    assert (view.values["removed"], view.conflicts) == (True, ())
    after = change("b", 6, {"phone": "2"}, {"phone": (FIRST,), "removed": (removal,)})
    assert seen_by_all_orders(FIRST, removal, after).values["removed"] is True, "whoever edits it knew"
    back = change("b", 6, {"removed": False}, {"removed": (removal,)})
    assert seen_by_all_orders(FIRST, removal, back).values["removed"] is False


def test_a_removal_with_other_fields_saw_itself():
    removal = change("a", 5, {"removed": True, "phone": "2"}, {"phone": (FIRST,), "email": (FIRST,)})
    assert seen_by_all_orders(FIRST, removal).values["removed"] is True


def test_what_was_erased_is_gone_from_every_change():
    erasure = change("b", 0, {"phone": None}, verb="erase")
    later = change("c", 9, {"phone": "9", "title": "Dr"}, {"phone": (FIRST,)})
    view = seen_by_all_orders(FIRST, erasure, later)
    assert (view.values, view.erased) == ({"email": "e", "title": "Dr"}, frozenset({"phone"}))


def test_what_a_newer_version_does_to_fields_does_nothing_here():
    unknown = change("b", 9, {"phone": "9"}, {"phone": (FIRST,)}, verb="add")
    assert seen_by_all_orders(FIRST, unknown).values == {"phone": "1", "email": "e"}


def test_what_does_not_count_does_nothing():
    other = change("b", 9, {"phone": "9"}, {"phone": (FIRST,)})
    erasure = change("b", 10, {"email": None}, verb="erase")
    view = fold([FIRST, other, erasure], lambda one: one.device == "a")
    assert (view.values, view.erased) == ({"phone": "1", "email": "e"}, frozenset())


def test_a_record_of_which_a_part_is_elsewhere_says_so():
    second = change("b", 9, {"phone": "9"}, {"phone": (FIRST,)})
    assert fold([held_elsewhere(FIRST), second]).is_away
    assert not fold([FIRST, second]).is_away
