"""The key with which this laptop signs certificates: made when something is signed, never by looking."""

import secrets
from datetime import UTC, datetime

from models.certificates.proof_codes import key_id, public_half
from models.ids import new_id
from models.records import SigningKey
from models.store import Step, Store


def own_key(store: Store, issuer_id: str) -> bytes:
    """The key with which this laptop signs for an issuer; empty when it has none, or it was withdrawn."""
    own = store.local.signing_key
    mine = _on_file(store, issuer_id, own)
    return b"" if mine is not None and mine.withdrawn else own


def would_sign(store: Store, issuer_id: str) -> bool:
    """Whether what is issued now gets a code: not where another laptop holds the key, or it was withdrawn."""
    return bool(own_key(store, issuer_id)) or _is_first(store, issuer_id)


def key_to_sign(store: Store, step: Step, issuer_id: str) -> bytes:
    """The same as ``own_key``, for a step that signs: the first laptop of an issuer makes one, and it goes on file."""
    if _is_first(store, issuer_id):
        store.local.set("signing_key", secrets.token_bytes(32).hex())
    own = store.local.signing_key
    if own and _on_file(store, issuer_id, own) is None:
        today = datetime.now(UTC).date()
        step.add(SigningKey(id=new_id(), issuer_id=issuer_id, public=public_half(own).hex(), made_on=today))
    return own_key(store, issuer_id)


def key_print(key: bytes) -> str:
    """Eight characters by which a key is told from another."""
    return key_id(public_half(key)).hex().upper() if key else ""


def trusted_keys(store: Store) -> list[bytes]:
    """The public keys that certificates on file are signed with."""
    return [bytes.fromhex(one.public) for one in store.signing_keys.all() if not one.withdrawn]


def _is_first(store: Store, issuer_id: str) -> bool:
    return not store.local.signing_key and not store.signing_keys.where(issuer_id=issuer_id)


def _on_file(store: Store, issuer_id: str, key: bytes) -> SigningKey | None:
    public = public_half(key).hex() if key else ""
    return next((one for one in store.signing_keys.where(issuer_id=issuer_id) if one.public == public), None)
