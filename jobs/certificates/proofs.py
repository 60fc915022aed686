"""What the code on a certificate says, and the key that signs it."""

import secrets
from datetime import UTC, datetime
from typing import Any

from models.certificates import proof_codes
from models.certificates.proof_codes import MOST_LETTERS, Claim, Claims, name_digest, public_half
from models.ids import new_id
from models.records import Certificate, Issuer, Programme, SigningKey, Training
from models.records.codes import ProofProfile
from models.store import Store

_SALT_BYTES = 8
_LEAST_TITLE = 12


class Signer:
    """Signs the certificates of one training, or leaves them without a code where this laptop has no key."""

    def __init__(self, store: Store, training: Training, programme: Programme) -> None:
        self._training = training
        self._programme = programme
        self._issuer = store.issuers.find(programme.issuer_id) or Issuer(id="")
        self._key = own_key(store, programme.issuer_id)

    @property
    def key_print(self) -> str:
        """Eight characters by which a key is told from another."""
        return proof_codes.key_id(public_half(self._key)).hex().upper() if self._key else ""

    def proof(self, certificate: Certificate) -> str:
        """The text of its code; empty without a key."""
        if not self._key:
            return ""
        return proof_codes.sign(self._key, self._short_claims(certificate))

    def _short_claims(self, certificate: Certificate) -> Claims:
        """As much as a readable code holds: the name in full, then the title as far as it goes."""
        claims = self._claims(certificate)
        while len(proof_codes.sign(self._key, claims)) > MOST_LETTERS:
            title = str(claims.get(Claim.TITLE, ""))
            if len(title) > _LEAST_TITLE:
                claims[Claim.TITLE] = title[: len(title) * 3 // 4].rstrip() + "…"
            elif Claim.SECOND_NAME in claims:
                del claims[Claim.SECOND_NAME]
            else:
                break
        return claims

    def is_current(self, certificate: Certificate) -> bool:
        """Whether its code says what a new one would say."""
        if not self._key:
            return True
        old, new = proof_codes.claims_of_own(certificate.proof), self._short_claims(certificate)
        for claims in (old, new):
            for secret in (Claim.SALT, Claim.NAME_DIGEST):
                claims.pop(secret, None)
        return old == new

    def _claims(self, certificate: Certificate) -> Claims:
        training = self._training
        claims: dict[Claim, Any] = {
            Claim.NUMBER: certificate.number,
            Claim.TRAINING: training.code,
            Claim.ISSUED: _iso(certificate.issued_on),
            Claim.TITLE: training.title.first,
            Claim.FIRST_DAY: _iso(training.start),
            Claim.LAST_DAY: _iso(training.end),
            Claim.ISSUER: self._issuer.name.first,
            Claim.KIND: certificate.kind.value,
            Claim.HOURS: training.hours,
            **self._person(certificate),
        }
        return {int(claim): value for claim, value in claims.items() if value not in {"", 0}}

    def _person(self, certificate: Certificate) -> dict[Claim, Any]:
        name = certificate.name_latin or certificate.name_arabic
        if self._programme.proof_profile is ProofProfile.PSEUDONYMOUS:
            salt = secrets.token_bytes(_SALT_BYTES)
            return {Claim.SALT: salt, Claim.NAME_DIGEST: name_digest(salt, name)}
        second = certificate.name_arabic if certificate.name_latin else ""
        return {Claim.NAME: name, Claim.SECOND_NAME: second}


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def own_key(store: Store, issuer_id: str) -> bytes:
    """The key with which this laptop signs for an issuer; empty when another laptop holds it, or it was withdrawn.

    The first laptop of an issuer makes one.
    """
    known = store.signing_keys.where(issuer_id=issuer_id)
    own = store.local.signing_key
    if not own:
        return b"" if known else _new_key(store, issuer_id)
    public = public_half(own).hex()
    mine = next((one for one in known if one.public == public), None)
    if mine is None:
        _put_on_file(store, issuer_id, public)
    return b"" if mine is not None and mine.withdrawn else own


def _new_key(store: Store, issuer_id: str) -> bytes:
    key = secrets.token_bytes(32)
    store.keep_signing_key(key)
    _put_on_file(store, issuer_id, public_half(key).hex())
    return key


def _put_on_file(store: Store, issuer_id: str, public: str) -> None:
    today = datetime.now(UTC).date()
    with store.step() as step:
        step.put(SigningKey(id=new_id(), issuer_id=issuer_id, public=public, made_on=today))


def trusted_keys(store: Store) -> list[bytes]:
    """The public keys that certificates on file are signed with."""
    return [bytes.fromhex(one.public) for one in store.signing_keys.all() if not one.withdrawn]


def invalid_numbers(store: Store) -> list[str]:
    """Revoked, replaced and void certificates."""
    return sorted(one.number for one in store.certificates.all() if one.number and not one.state.is_valid)
