"""What the Store keeps of joined people is what a fresh reading of the register says, whoever wrote and however."""

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from jobs.people.conflicts import settle, two_answers
from jobs.people.joining import join, separate
from models import opening
from models.errors import OverriddenSince
from models.people.identities import Identities
from models.records import Participant, SamePerson
from models.records.codes import Sameness
from models.records.devices import same_person_id
from models.store import Store

PEOPLE = "abcdefgh"
SEVERAL = some.lists(some.sampled_from(PEOPLE), min_size=2, max_size=2, unique=True).map(tuple)
ACTIONS = some.lists(
    some.tuples(
        some.sampled_from(("join", "join", "separate", "remove", "elsewhere", "undo", "fail", "receive", "within")),
        SEVERAL,
    ),
    min_size=1,
    max_size=12,
)


def link_of(one: str, other: str, answer: Sameness = Sameness.SAME) -> SamePerson:
    return SamePerson(id=same_person_id(one, other), first_id=one, second_id=other, answer=answer)


def fill(store: Store) -> None:
    with store.step() as step:
        step.add(*(Participant(id=name, phone=name, email=name) for name in PEOPLE))


@pytest.fixture
def people(store: Store) -> Store:
    fill(store)
    return store


def groups_one_by_one(links: list[SamePerson]) -> dict[str, set[str]]:
    """Everybody and all their entries, found in the slowest way there is."""
    groups = {name: {name} for name in PEOPLE}
    for _ in PEOPLE:
        for link in links:
            whole = groups[link.first_id] | groups[link.second_id]
            groups |= dict.fromkeys(whole, whole)
    return groups


def assert_fresh(store: Store) -> None:
    links = store.same_people.where(answer="same")
    fresh, groups, known = Identities(links), groups_one_by_one(links), store.identities
    on_file = {one.id: one for one in store.participants.all()}
    for name in PEOPLE:
        assert known.group(name) == groups[name]
        assert known.canonical(name) == min(groups[name])
        assert known.is_joined(name) == (len(groups[name]) > 1)
        entries = [on_file[one] for one in groups[name]]
        assert known.merged(entries) == fresh.merged(entries)
    assert known.groups() == sorted((one for one in map(set, set(map(frozenset, groups.values()))) if len(one) > 1),
                                    key=min)  # fmt: skip


class Planned(Exception):
    """A step that fails on purpose."""


def act(store: Store, other: Store, laptop: Store, action: str, pair: tuple[str, str]) -> None:
    one, two = pair
    link = link_of(one, two)
    if action == "join":
        join(store, one, two, {"phone": two, "email": one})
    elif action == "separate" and store.identities.is_joined(one):
        separate(store, one)
    elif action == "remove" and store.same_people.find(link.id):
        with store.step("edit") as step:
            step.change(SamePerson, link.id, {"removed": True})
    elif action == "elsewhere":
        join(other, one, two, {"phone": one})
    elif action == "undo" and store.undoable.action:
        with suppress(OverriddenSince):  # as it should, where another laptop has joined the same two since
            store.undo()
    elif action == "receive":
        join(laptop, one, two, {"email": two})
        store.receive(laptop.changes())
    elif action in {"fail", "within"}:
        within_a_step(store, link, fails=action == "fail")


def within_a_step(store: Store, link: SamePerson, *, fails: bool) -> None:
    try:
        with store.step() as step:
            step.add(link)
            step.change(SamePerson, link.id, {"answer": Sameness.SAME})
            assert link.second_id in store.identities.group(link.first_id)
            if fails:
                raise Planned
    except Planned:
        pass


@settings(max_examples=15, deadline=None)
@given(ACTIONS)
def test_what_is_kept_is_what_a_fresh_reading_says(actions: list[tuple[str, tuple[str, str]]]):
    with tempfile.TemporaryDirectory() as folder:
        store, laptop = (opening.create(Path(folder) / name)[0] for name in ("here", "laptop"))
        with store, laptop, store.another() as other:
            fill(store)
            laptop.receive(store.changes())
            for action, pair in actions:
                act(store, other, laptop, action, pair)
                assert_fresh(store)
                assert_fresh(other)


def test_a_step_that_failed_leaves_nothing_for_what_another_window_writes_next(people: Store):
    with people.another() as other:
        within_a_step(people, link_of("a", "b"), fails=True)
        within_a_step(other, link_of("c", "d"), fails=False)
        assert people.identities.groups() == [{"c", "d"}]


@pytest.mark.parametrize("answer", ["same", "different"])
def test_a_settled_conflict_holds_at_once(people: Store, tmp_path: Path, answer: str):
    laptop, _ = opening.create(tmp_path / "laptop")
    with laptop, laptop.step() as step:
        step.add(link_of("a", "b", Sameness.DIFFERENT))
    join(people, "a", "b", {})
    with opening.open_register(tmp_path / "laptop") as laptop:
        people.receive(laptop.changes())
    assert_fresh(people)
    (question,) = two_answers(people)
    settle(people, question, next(one for one in question.answers if one.value == answer))
    assert people.identities.groups() == ([{"a", "b"}] if answer == "same" else [])


def test_who_asks_may_do_with_a_group_as_they_like(people: Store):
    join(people, "a", "b", {})
    people.identities.group("a").clear()
    people.identities.groups()[0].clear()
    assert people.identities.group("a") == {"a", "b"}


def test_the_links_are_read_once_for_any_number_of_questions(people: Store):
    join(people, "a", "b", {})
    known = people.identities
    with people.step() as step:
        step.change(Participant, "a", {"phone": "1"})
    assert people.identities is known
    join(people, "c", "d", {})
    assert people.identities is not known
