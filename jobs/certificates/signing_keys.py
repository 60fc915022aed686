"""The keys that sign certificates: this laptop's own, and whose are trusted.

A key is made when something is signed, never by looking; one that arrives is trusted when somebody who may
decide compared its fingerprint, never by arriving.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from models.certificates.proof_codes import public_half
from models.errors import MayNotDecide, UnknownKey
from models.ids import new_id
from models.records import KeyDecision, SigningKey
from models.records.codes import Standing
from models.records.decisions import key_decision_id
from models.step import Step
from models.store import Store
from models.wall_clock import today_here

_PUBLIC = re.compile("[0-9a-f]{64}")
_GROUPS = 8
"""Of four hexadecimal digits: 128 bits are read out on the telephone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownKey:
    public: str
    issuer_id: str
    made_on: date | None
    standing: Standing
    is_own: bool
    """Whether this laptop signs with it."""

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.public)


def own_key(store: Store, issuer_id: str) -> bytes:
    """The key with which this laptop signs for an issuer; empty when it has none, or it was withdrawn."""
    own = store.local.signing_key
    mine = _on_file(store, issuer_id, own)
    return b"" if mine is not None and standing_of(store, mine.public) is Standing.WITHDRAWN else own


def would_sign(store: Store, issuer_id: str) -> bool:
    """Whether what is issued now gets a code: not where another laptop holds the key, or it was withdrawn."""
    return bool(own_key(store, issuer_id)) or _is_first(store, issuer_id)


def key_to_sign(store: Store, step: Step, issuer_id: str) -> bytes:
    """The same as ``own_key``, for a step that signs: the first laptop of an issuer makes one, and it goes on file."""
    if _is_first(store, issuer_id):
        store.local.set("signing_key", secrets.token_bytes(32).hex())
    own = store.local.signing_key
    if own and _on_file(store, issuer_id, own) is None:
        public = public_half(own).hex()
        step.add(SigningKey(id=new_id(), issuer_id=issuer_id, public=public, made_on=today_here()))
        if step.may_decide:  # else head office compares it
            _write_decision(step, public, Standing.TRUSTED)
    return own_key(store, issuer_id)


def fingerprint(public: str) -> str:
    """By which people compare a key, for instance on the telephone."""
    digits = sha256(bytes.fromhex(public)).hexdigest().upper()
    return " ".join(digits[start : start + 4] for start in range(0, 4 * _GROUPS, 4))


def trusted_keys(store: Store) -> list[bytes]:
    """The public keys that certificates are believed by."""
    decided = [one.public for one in store.key_decisions.all()]
    return [
        bytes.fromhex(one) for one in decided if _PUBLIC.fullmatch(one) and standing_of(store, one) is Standing.TRUSTED
    ]


def standing_of(store: Store, public: str) -> Standing:
    """What was decided about a key; of two answers the stricter."""
    decision = key_decision_id(public)
    heads = store.view(KeyDecision.KIND, decision).heads.get("standing", ())
    said = {str(head.sets.get("standing")) for head in heads}
    if said == {Standing.TRUSTED.value}:
        return Standing.TRUSTED
    return Standing.WITHDRAWN if Standing.WITHDRAWN.value in said else Standing.OPEN


def known_keys(store: Store) -> list[KnownKey]:
    """Every key on file, in the order in which they came."""
    own = store.local.signing_key
    mine = public_half(own).hex() if own else ""
    return [
        KnownKey(
            public=one.public,
            issuer_id=one.issuer_id,
            made_on=one.made_on,
            standing=standing_of(store, one.public),
            is_own=one.public == mine,
        )
        for one in store.signing_keys.all()
        if _PUBLIC.fullmatch(one.public)  # another spelling would be another key with the same fingerprint
    ]


def key_of(store: Store, typed: str) -> KnownKey:
    """
    :param typed: its fingerprint
    :raises UnknownKey: when no key on file has it
    """
    digits = "".join(typed.split()).upper()
    for one in known_keys(store):
        if one.fingerprint.replace(" ", "") == digits:
            return one
    raise UnknownKey(fingerprint=typed)


def decide_key(store: Store, public: str, standing: Standing, reason: str = "") -> None:
    """Somebody compared the fingerprint, or no longer believes what it signs.

    :raises MayNotDecide: where head office decides about keys
    """
    with store.step("key") as step:
        if not step.may_decide:
            raise MayNotDecide()
        _write_decision(step, public, standing, reason)


def _write_decision(step: Step, public: str, standing: Standing, reason: str = "") -> None:
    said = {"public": public, "standing": standing, "reason": reason}
    step.change(KeyDecision, key_decision_id(public), said)


def _is_first(store: Store, issuer_id: str) -> bool:
    return not store.local.signing_key and not store.signing_keys.where(issuer_id=issuer_id)


def _on_file(store: Store, issuer_id: str, key: bytes) -> SigningKey | None:
    public = public_half(key).hex() if key else ""
    return next((one for one in store.signing_keys.where(issuer_id=issuer_id) if one.public == public), None)
