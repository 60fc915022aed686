"""Two desks at one register: what was read before is read again while it is written, and who was late is told."""

import threading
from datetime import date

import pytest

from jobs.certificates.afterwards import hand_over, note_printed, revoke, void
from jobs.certificates.entitlement import allow
from jobs.certificates.forms import Forms
from jobs.certificates.issuing import correct, prepare, reissue
from jobs.certificates.outcome_words import outcome_words
from jobs.certificates.printing import gather
from jobs.desk.registering import mark
from models import errors
from models.certificates.states import CertificateState
from models.records import Participant
from models.records.codes import MarkState
from models.store import Store
from models.training import roster
from resources.words import words_for
from tests.jobs.certificates.test_issuing import attend

DAY = date(2015, 9, 16)


@pytest.fixture
def other(store: Store):
    """Another desk of the same register."""
    with store.another() as opened:
        yield opened


@pytest.fixture
def two(store: Store, training):
    """The certificates of two people."""
    for name in ("Karwan Ahmed Omar", "Sara Azad Ali"):
        attend(store, training, name, 4)
    return prepare(store, roster.load(store, training.id), DAY)


def state_of(store: Store, certificate) -> CertificateState:
    return store.certificates.get(certificate.id).state


def test_what_was_made_void_while_it_was_printed_stays_void_and_is_named(store, other, training, two):
    batch = gather(store, training.id)
    void(other, two[0].id, "wrong person")
    printed = batch.done(store)
    assert [one.number for one in printed.outdated] == [two[0].number]
    found = store.certificates.get(two[0].id)
    assert (found.state, found.reason, found.printed_on) == (CertificateState.VOID, "wrong person", None)
    assert state_of(store, two[1]) is CertificateState.PRINTED
    (line,) = outcome_words(printed, words_for("en"))
    assert two[0].number in line
    assert two[1].number not in line


def test_a_sheet_of_what_was_corrected_meanwhile_is_not_noted(store, other, training, two):
    batch = gather(store, training.id)
    person = store.enrolments.get(two[0].enrolment_id).participant_id
    with other.step() as step:
        step.change(Participant, person, {"name_latin": "Karwan Ahmad Omar"})
    gather(other, training.id)
    assert [one.name_latin for one in batch.done(store).outdated] == ["Karwan Ahmad Omar"]
    assert [state_of(store, one) for one in two] == [CertificateState.PREPARED, CertificateState.PRINTED]


def test_a_correction_touches_nothing_that_was_handed_over_meanwhile(store, other, training, two):
    found = roster.load(store, training.id)
    hand_over(other, roster.load(other, training.id), [two[0].id], DAY)
    with store.step() as step:
        step.change(Participant, found.attendees[0].participant.id, {"name_latin": "Karwan Ahmad Omar"})
    before = store.history(two[0].id)
    held = correct(store, roster.load(store, training.id), found.attendees, Forms(store, found))
    assert held[0].state is CertificateState.HANDED_OVER
    assert store.history(two[0].id) == before


def test_of_two_handings_over_the_second_is_told(store, other, training, two):
    found = roster.load(store, training.id)
    hand_over(other, roster.load(other, training.id), [two[0].id], DAY)
    with pytest.raises(errors.AlreadyHandedOver):
        hand_over(store, found, [two[1].id, two[0].id], date(2015, 9, 20))
    assert store.certificates.get(two[0].id).handed_over_on == DAY
    assert state_of(store, two[1]) is CertificateState.PREPARED, "all or nothing"


def test_what_is_handed_over_is_judged_by_the_marks_of_now(store, other, training, two):
    found = roster.load(store, training.id)
    absent = [(found.attendees[0], session, MarkState.ABSENT) for session in ("s0", "s1", "s2")]
    mark(other, absent)
    with pytest.raises(errors.NotEarned):
        hand_over(store, found, [two[0].id], DAY)
    assert state_of(store, two[0]) is CertificateState.PREPARED


@pytest.mark.parametrize(
    "late",
    [
        lambda store, found, one: revoke(store, one.id, "again"),
        lambda store, found, one: void(store, one.id, "again"),
        lambda store, found, one: hand_over(store, found, [one.id], DAY),
        lambda store, found, one: reissue(store, found, one.id, DAY),
    ],
    ids=["revoke", "void", "hand over", "reissue"],
)
def test_nothing_is_done_with_what_was_revoked_meanwhile(store, other, training, two, late):
    hand_over(store, roster.load(store, training.id), [two[0].id], DAY)
    found = roster.load(store, training.id)
    revoke(other, two[0].id, "wrong person")
    changes = sum(1 for _ in store.changes())
    with pytest.raises(errors.CertificateEnded):
        late(store, found, two[0])
    assert store.certificates.get(two[0].id).reason == "wrong person"
    assert sum(1 for _ in store.changes()) == changes


def test_what_was_handed_over_meanwhile_is_not_made_void(store, other, training, two):
    hand_over(other, roster.load(other, training.id), [two[0].id], DAY)
    with pytest.raises(errors.AlreadyHandedOver):
        void(store, two[0].id, "spoilt")
    assert state_of(store, two[0]) is CertificateState.HANDED_OVER


def test_an_exception_of_somebody_else_is_not_written_over(store, other, training):
    _, enrolment = attend(store, training, "Sara Azad Ali", 1)
    allow(other, enrolment.id, "Maryam", "border duty")
    with pytest.raises(errors.AlreadyExcepted):
        allow(store, enrolment.id, "Faris", "illness")
    allow(store, enrolment.id, "Maryam", "border duty")
    found = store.enrolments.get(enrolment.id)
    assert (found.exception_by, found.exception_reason) == ("Maryam", "border duty")
    allow(store, enrolment.id, "", "")
    allow(store, enrolment.id, "Faris", "illness")
    assert store.enrolments.get(enrolment.id).exception_by == "Faris"


def test_whoever_has_a_number_by_now_gets_no_second_one(store, other, training):
    attend(store, training, "Karwan Ahmed Omar", 4)
    seen, seen_there = roster.load(store, training.id), roster.load(other, training.id)
    (made,) = prepare(other, seen_there, DAY)
    assert prepare(store, seen, DAY) == []
    assert [one.number for one in store.certificates.all()] == [made.number]


def test_many_desks_never_give_one_number_twice(store, training):
    people = [attend(store, training, f"Karwan Ahmed Omar {place}", 4)[1].id for place in range(12)]
    seen = roster.load(store, training.id)
    gate = threading.Barrier(4)

    def issue(own_ids: list[str]) -> None:
        with store.another() as desk:
            gate.wait()
            for own_id in own_ids:
                prepare(desk, seen, DAY, enrolment_ids=[own_id])

    desks = [threading.Thread(target=issue, args=(people[place % 3 :: 3],)) for place in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    made = store.certificates.all()
    assert len({one.enrolment_id for one in made}) == len({one.number for one in made}) == len(made) == 12


def test_noting_what_is_printed_twice_writes_once(store, training, two):
    assert note_printed(store, two, DAY) == ()
    changes = sum(1 for _ in store.changes())
    assert note_printed(store, two, date(2015, 9, 17)) == ()
    assert sum(1 for _ in store.changes()) == changes
