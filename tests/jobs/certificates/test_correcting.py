"""What was not handed over says what is on file: of those that are printed, and of nobody else."""

from datetime import date

import pytest

from jobs.certificates.afterwards import hand_over
from jobs.certificates.printing import PrintOrder, gather, print_certificates
from models.certificates import proof_codes
from models.certificates.states import CertificateState
from models.records import Participant, Training
from models.store import Store
from models.texts import Text
from models.training import roster
from tests.jobs.certificates.test_issuing import attend

DAY = date(2015, 9, 16)
NAMES = ("Karwan Ahmed Omar", "Sara Azad Ali", "Hiwa Salim Azad", "Layla Saman Hassan")


@pytest.fixture
def signatures(monkeypatch) -> list[str]:
    """Every text that is signed."""
    made, sign = [], proof_codes.sign
    monkeypatch.setattr(proof_codes, "sign", lambda *asked: made.append(sign(*asked)) or made[-1])
    return made


@pytest.fixture
def printed(store: Store, training, tmp_path, signatures):
    """Four people with a printed certificate each; their enrolments."""
    enrolments = [attend(store, training, name, 4)[1] for name in NAMES]
    print_certificates(store, training.id, tmp_path / "all.pdf")
    assert len(signatures) == len(NAMES)
    signatures.clear()
    return enrolments


def state_of(store: Store, enrolment) -> CertificateState:
    (found,) = store.certificates.where(enrolment_id=enrolment.id)
    return found.state


def retitle(store: Store) -> None:
    with store.step() as step:
        step.change(Training, "t1", {"title": Text(en="Another title")})


def test_printing_one_signs_one_and_touches_nobody_else(store: Store, training, printed, signatures, tmp_path):
    retitle(store)
    one, *others = printed
    ids = [found.id for other in others for found in store.certificates.where(enrolment_id=other.id)]
    before = [store.history(own_id) for own_id in ids]
    print_certificates(store, training.id, tmp_path / "one.pdf", order=PrintOrder(enrolment_ids=(one.id,)))
    assert len(signatures) == 1
    assert [store.history(own_id) for own_id in ids] == before
    assert {state_of(store, other) for other in others} == {CertificateState.PRINTED}


def test_reprinting_what_is_current_signs_nothing(store: Store, training, printed, signatures, tmp_path):
    changes = sum(1 for _ in store.changes())
    print_certificates(store, training.id, tmp_path / "all.pdf")
    assert signatures == []
    assert sum(1 for _ in store.changes()) == changes


def test_everybody_who_is_printed_is_put_right(store: Store, training, printed, signatures):
    hand_over(store, roster.load(store, training.id), [c.id for c in store.certificates.all()[:1]], DAY)
    retitle(store)
    batch = gather(store, training.id)
    assert len(batch.certificates) == len(NAMES)
    assert len(signatures) == len(NAMES) - 1


def test_a_corrected_name_waits_to_be_printed_again(store: Store, training, printed, tmp_path):
    with store.step() as step:
        step.change(Participant, printed[1].participant_id, {"name_latin": "Sara Azad Aly"})
    gather(store, training.id)
    assert [state_of(store, one) for one in printed].count(CertificateState.PREPARED) == 1
    assert state_of(store, printed[1]) is CertificateState.PREPARED


def test_the_longest_titles_are_shortened_without_signing(store: Store, training, signatures):
    with store.step() as step:
        step.change(Training, "t1", {"title": Text(en="Training " * 60)})
    attend(store, training, "Abdulrahman " * 10, 4)
    (one,) = gather(store, training.id).certificates
    assert signatures == [one.proof]
    assert len(one.proof) <= proof_codes.MOST_LETTERS
