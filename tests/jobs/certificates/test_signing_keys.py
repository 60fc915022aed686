"""Keys of certificates: one that arrives is trusted when somebody who may decide compared it, never by arriving."""

from pathlib import Path

import pytest

from jobs.certificates import signing_keys, verifying
from jobs.certificates.issuing import prepare
from models import errors, opening
from models.certificates.proof_codes import Validity
from models.records import Following
from models.records.codes import Standing
from models.records.decisions import following_id
from models.store import Store
from models.training import roster
from tests.jobs.certificates.test_issuing import attend


@pytest.fixture
def issued(store: Store, training) -> str:
    """The text of a code."""
    attend(store, training, "Karwan Ahmed Omar", 4)
    (made,) = prepare(store, roster.load(store, training.id), training.start)
    return made.proof


@pytest.fixture
def elsewhere(store: Store, issued: str, tmp_path: Path):
    """Another laptop that received everything."""
    with opening.create(tmp_path / "elsewhere")[0] as other:
        other.receive(store.changes())
        yield other


def validity(store: Store, proof: str) -> Validity:
    (found,) = verifying.verify(proof, verifying.trust_of(store))
    return found.validity


def test_what_this_laptop_signs_it_believes(store, issued):
    (known,) = signing_keys.known_keys(store)
    assert (known.standing, known.is_own) == (Standing.TRUSTED, True)
    assert validity(store, issued) is Validity.VALID


def test_a_key_that_arrived_makes_nothing_valid_until_somebody_compared_its_fingerprint(elsewhere, issued):
    (known,) = signing_keys.known_keys(elsewhere)
    assert (known.standing, known.is_own) == (Standing.OPEN, False)
    assert validity(elsewhere, issued) is Validity.UNKNOWN_KEY
    typed = known.fingerprint.lower().replace(" ", "")
    signing_keys.decide_key(elsewhere, signing_keys.key_of(elsewhere, typed).public, Standing.TRUSTED)
    assert validity(elsewhere, issued) is Validity.VALID
    with pytest.raises(errors.UnknownKey):
        signing_keys.key_of(elsewhere, known.fingerprint[:9])


def test_a_decision_of_a_laptop_that_decides_nothing_here_is_none(store, elsewhere, issued):
    (known,) = signing_keys.known_keys(elsewhere)
    signing_keys.decide_key(elsewhere, known.public, Standing.WITHDRAWN, "stolen")
    store.receive(elsewhere.changes())
    assert validity(store, issued) is Validity.VALID


def test_who_follows_head_office_believes_what_head_office_believes(store, elsewhere, issued):
    with elsewhere.step() as step:
        step.change(Following, following_id(elsewhere.device_id), {"leader_id": store.device_id})
    assert validity(elsewhere, issued) is Validity.VALID, "its decisions were here already"
    (known,) = signing_keys.known_keys(store)
    with pytest.raises(errors.MayNotDecide):
        signing_keys.decide_key(elsewhere, known.public, Standing.TRUSTED)
    signing_keys.decide_key(store, known.public, Standing.WITHDRAWN, "stolen")
    elsewhere.receive(store.changes())
    assert validity(elsewhere, issued) is Validity.UNKNOWN_KEY
    assert signing_keys.own_key(store, known.issuer_id) == b"", "and nothing more is signed with it"


def test_of_two_answers_about_a_key_the_stricter_holds(store, issued, tmp_path: Path):
    backup = store.safekeeping.backup(tmp_path / "stick")
    opening.restore(backup, tmp_path / "again")
    (known,) = signing_keys.known_keys(store)
    with opening.open_register(tmp_path / "again") as copy:
        signing_keys.decide_key(copy, known.public, Standing.WITHDRAWN, "lost")
        signing_keys.decide_key(store, known.public, Standing.WITHDRAWN)
        signing_keys.decide_key(store, known.public, Standing.TRUSTED)
        store.receive(copy.changes())
    assert validity(store, issued) is Validity.UNKNOWN_KEY
    assert len(store.conflicts()) == 1


def test_whom_a_laptop_follows_is_known_to_its_other_threads_and_not_after_a_step_that_failed(store, issued):
    def follow(where: Store) -> None:
        with where.step() as step:
            step.change(Following, following_id(store.device_id), {"leader_id": "f" * 32})
            if where is store:
                raise ZeroDivisionError

    assert validity(store, issued) is Validity.VALID
    with pytest.raises(ZeroDivisionError):
        follow(store)
    assert validity(store, issued) is Validity.VALID
    with store.another() as other:
        follow(other)
        assert validity(other, issued) is Validity.UNKNOWN_KEY
        (known,) = signing_keys.known_keys(store)
        with pytest.raises(errors.MayNotDecide):
            signing_keys.decide_key(store, known.public, Standing.TRUSTED)
