"""What happened to a certificate on two laptops: an ending beats a printing or a handing over, in any order."""

from datetime import date

import pytest

from jobs.certificates.afterwards import hand_over, note_printed, revoke, void
from jobs.certificates.issuing import prepare
from jobs.certificates.proofs import invalid_numbers
from jobs.certificates.register import rows_of
from models import errors, opening
from models.certificates.states import CertificateState
from models.checks import check
from models.store import Store
from models.training import roster
from models.training.tallies import certificates_per_training
from tests.jobs.certificates.test_issuing import attend

DAY = date(2015, 9, 16)


@pytest.fixture
def issued(store: Store, training):
    attend(store, training, "Karwan Ahmed Omar", 4)
    (made,) = prepare(store, roster.load(store, training.id), DAY)
    return made


@pytest.fixture
def other(store: Store, issued, tmp_path):
    with opening.create(tmp_path / "other")[0] as opened:
        opened.receive(store.changes())
        yield opened


def exchange(first: Store, second: Store) -> None:
    second.receive(list(first.changes()))
    first.receive(list(second.changes()))


def print_it(store: Store, issued) -> None:
    assert note_printed(store, [issued], DAY) == ()


def give_it(store: Store, issued) -> None:
    hand_over(store, roster.load(store, "t1"), [issued.id], DAY)


@pytest.mark.parametrize("is_ended_first", [True, False])
@pytest.mark.parametrize("act", [print_it, give_it])
@pytest.mark.parametrize(("end", "state"), [(revoke, CertificateState.REVOKED), (void, CertificateState.VOID)])
def test_an_ending_beats_what_another_laptop_does(store, other, issued, act, end, state, is_ended_first: bool):
    end(store, issued.id, "wrong person")
    act(other, issued)
    exchange(store, other) if is_ended_first else exchange(other, store)
    for register in (store, other):
        found = register.certificates.get(issued.id)
        assert (found.state, found.reason) == (state, "wrong person")
        assert register.conflicts() == []
        assert invalid_numbers(register) == [issued.number]
        assert certificates_per_training(register) == {}
        attendee = roster.load(register, "t1").attendees[0]
        assert (attendee.certificate, attendee.past_certificates) == (None, (found,))
    facts = [(one.printed_on, one.handed_over_on) for one in (store.certificates.get(issued.id),)]
    assert facts in ([(DAY, None)], [(None, DAY)])


def test_what_undo_takes_back_is_the_fact_alone(store: Store, issued):
    print_it(store, issued)
    give_it(store, issued)
    revoke(store, issued.id, "lost")
    store.undo()
    assert store.certificates.get(issued.id).state is CertificateState.HANDED_OVER
    store.undo()
    assert store.certificates.get(issued.id).state is CertificateState.PRINTED
    with pytest.raises(errors.NumberStays):
        store.undo()


def test_a_printing_on_two_laptops_contradicts_nobody(store: Store, other: Store, issued):
    for register in (store, other):
        print_it(register, issued)
    exchange(store, other)
    assert store.conflicts() == other.conflicts() == []
    assert [row.certificate.state for row in rows_of(roster.load(store, "t1"))] == [CertificateState.PRINTED]
    assert not [one for one in check(store) if not one.kind.is_advice]
