"""A roster brought up to date by what was written is the roster read anew."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as any_of

from jobs.desk.registering import mark, register, walk_in
from models import opening
from models.errors import NothingToUndo, OverriddenSince
from models.people.entries import person
from models.records import Institution, Participant, Programme, Rule, SamePerson, Score, Session, Training
from models.records.codes import MarkState, Sameness, ScoreKind
from models.records.devices import same_person_id
from models.records.enrolments import score_id
from models.store import Store
from models.texts import Text
from models.training import roster
from models.training.kept_rosters import Rosters

NAMES = ("Karwan Ahmed Omar", "Layla Saman Hassan", "Hiwa Salim Azad", "Omar Faruq Nuri", "Chnar Ali Rasul")
SESSIONS = ("s1", "s2", "s3")
RULES = (
    (),
    (Rule("sessions", 1),),
    (Rule("sessions_or_leave", 2),),
    (Rule("sessions", 3), Rule("score", 6)),
    (Rule("of a newer version", 1),),
)
Act = Callable[[Store, int, int], object]


def _people(store: Store) -> list[Participant]:
    return [one for one in store.participants.all() if not one.erased]


def _one(store: Store, number: int) -> Participant:
    people = _people(store)
    return people[number % len(people)]


def _attendee(store: Store, number: int) -> roster.Attendee:
    found = roster.load(store, "t1").attendees
    return found[number % len(found)]


def _mark(store: Store, who: int, what: int) -> None:
    states = tuple(MarkState)
    mark(store, [(_attendee(store, who), SESSIONS[what % len(SESSIONS)], states[what % len(states)])])


def _join(store: Store, who: int, other: int) -> None:
    one, two = sorted((_one(store, who).id, _one(store, other).id))
    if one != two:
        answer = (Sameness.SAME, Sameness.DIFFERENT)[(who + other) % 2]
        _put(store, SamePerson(id=same_person_id(one, two), first_id=one, second_id=two, answer=answer))


def _put(store: Store, *records) -> None:
    with store.step("edit") as step:
        step.add(*records)


def _score(store: Store, who: int, points: int) -> None:
    own = _attendee(store, who).enrolment.id
    _put(store, Score(id=score_id(own, ScoreKind.POST), enrolment_id=own, kind=ScoreKind.POST, points=points))


def _leave(store: Store, who: int, _: int) -> None:
    own = _attendee(store, who)
    if len(roster.load(store, "t1").attendees) > 1:
        _put(store, *(replace(store.enrolments.get(one), removed=True) for one in own.enrolment_ids))


def _erase(store: Store, who: int, _: int) -> None:
    if len(_people(store)) > 1:
        with store.step() as step:
            step.erase("participant", _one(store, who).id, {"name_latin", "name_arabic", "phone"})
        store.undoable.forget()  # it could take back the coming of whoever is left


def _undo(store: Store, _: int, __: int) -> None:
    with suppress(NothingToUndo, OverriddenSince):
        store.undo()


ACTS: dict[str, Act] = {
    "comes": lambda store, who, _: register(store, walk_in(NAMES[who % len(NAMES)]), "t1", "s1"),
    "comes again": lambda store, who, what: register(store, _one(store, who), "t1", SESSIONS[what % len(SESSIONS)]),
    "is elsewhere": lambda store, who, _: register(store, _one(store, who), "t2", ""),
    "mark": _mark,
    "join": _join,
    "name": lambda store, who, what: _put(store, replace(_one(store, who), name_latin=NAMES[what % len(NAMES)])),
    "institution": lambda store, _, what: _put(store, Institution(id="i1", name=Text(en=NAMES[what % len(NAMES)]))),
    "is from": lambda store, who, _: _put(store, replace(_attendee(store, who).enrolment, institution_id="i1")),
    "score": _score,
    "cancel": lambda store, _, what: _put(store, replace(store.sessions.get("s3"), cancelled=bool(what % 2))),
    "rule": lambda store, _, what: _put(store, replace(store.programmes.get("p1"), rules=RULES[what % len(RULES)])),
    "leave": _leave,
    "erase": _erase,
    "undo": _undo,
}


def _fresh(store: Store) -> None:
    sessions = (Session(id=one, training_id="t1", start=f"0{n}:00") for n, one in enumerate(SESSIONS))
    _put(
        store,
        Programme(id="p1", rules=(Rule("sessions", 2),)),
        *(Training(id=one, programme_id="p1") for one in ("t1", "t2")),
        *sessions,
    )
    register(store, walk_in(NAMES[0]), "t1", "s1")
    store.undoable.forget()


def _sorted(found: roster.Roster) -> roster.Roster:
    return replace(found, attendees=tuple(sorted(found.attendees, key=lambda one: one.participant.id)))


@settings(max_examples=60, deadline=None)
@given(
    acts=any_of.lists(
        any_of.tuples(any_of.sampled_from(sorted(ACTS)), any_of.integers(0, 9), any_of.integers(0, 9)),
        min_size=1,
        max_size=12,
    )
)
def test_it_is_what_reading_everything_would_give(acts):
    with tempfile.TemporaryDirectory() as scratch, opening.create(Path(scratch) / "register")[0] as store:
        _fresh(store)
        shown = Rosters(store)
        store.listeners.append(shown.note)
        shown.of("t1")
        for name, who, what in acts:
            ACTS[name](store, who, what)
            assert _sorted(shown.of("t1")) == _sorted(roster.load(store, "t1")), name


def test_nobody_else_is_read_again(store: Store, training: Training):
    for name in NAMES:
        register(store, walk_in(name), training.id, "")
    shown = Rosters(store)
    store.listeners.append(shown.note)
    before = shown.of(training.id)
    assert shown.of(training.id) is before
    chosen = before.attendees[2]
    mark(store, [(chosen, before.sessions[0].id, MarkState.LATE)])
    after = shown.of(training.id)
    assert [one is other for one, other in zip(before.attendees, after.attendees, strict=True)] == [
        True, True, False, True, True
    ]  # fmt: skip
    assert after.attendees[2].marks == {before.sessions[0].id: MarkState.LATE}


def test_what_comes_from_another_laptop_is_shown(store: Store, training: Training, tmp_path: Path):
    register(store, walk_in(NAMES[0]), training.id, "")
    shown = Rosters(store)
    store.listeners.append(shown.note)
    shown.of(training.id)
    with opening.create(tmp_path / "second")[0] as second:
        second.receive(store.changes())
        made = register(second, walk_in(NAMES[1]), training.id, "")
        store.receive(second.changes())
    assert made.participant_id in {one.participant.id for one in shown.of(training.id).attendees}
    assert person(store, made.participant_id) is not None
