"""What the code on a certificate says, and which numbers are no longer valid."""

import secrets
from dataclasses import replace
from datetime import date
from typing import Any

from jobs.certificates.signing_keys import would_sign
from models.certificates import proof_codes
from models.certificates.proof_codes import MOST_LETTERS, Claim, Claims, name_digest
from models.records import Certificate, Issuer, Programme, Training
from models.records.codes import ProofProfile
from models.sorting import natural_key
from models.store import Store

_SALT_BYTES = 8
_LEAST_KEPT = 12
_LONGEST_NUMBER = "0" * 32


class Proofs:
    """The codes of the certificates of one training."""

    def __init__(self, store: Store, training: Training, programme: Programme) -> None:
        self._training = training
        self._programme = programme
        self._issuer = store.issuers.find(programme.issuer_id) or Issuer(id="")
        self._is_signed_here = would_sign(store, programme.issuer_id)

    def signed(self, certificate: Certificate, key: bytes) -> str:
        """The text of its code; empty without a key."""
        return proof_codes.sign(key, self._short_claims(certificate)) if key else ""

    def _short_claims(self, certificate: Certificate) -> Claims:
        """As much as a readable code holds: the name in full; the title, then the issuer, by their beginnings."""
        claims = self._claims(certificate)
        while proof_codes.letters_of(claims) > MOST_LETTERS:
            long = next((one for one in (Claim.TITLE, Claim.ISSUER) if len(claims.get(one, "")) > _LEAST_KEPT), None)
            if long is not None:
                text = claims[long]
                claims[long] = text[: len(text) * 3 // 4].rstrip("… ") + "…"
            elif Claim.SECOND_NAME in claims:
                del claims[Claim.SECOND_NAME]
            else:
                break
        return claims

    def has_room_for(self, certificate: Certificate) -> bool:
        """Whether a readable code holds it, whatever number it gets."""
        number = certificate.number or _LONGEST_NUMBER
        claims = self._short_claims(replace(certificate, number=number, issued_on=certificate.issued_on or date.max))
        return proof_codes.letters_of(claims) <= MOST_LETTERS

    def renewed(self, certificate: Certificate, key: bytes) -> str:
        """The code that it has, if that says what a new one would say; else a new one."""
        return certificate.proof if self._fits(certificate) else self.signed(certificate, key)

    def is_current(self, certificate: Certificate) -> bool:
        """Whether there is nothing to sign. Nothing is signed to learn it."""
        return not self._is_signed_here or self._fits(certificate)

    def _fits(self, certificate: Certificate) -> bool:
        old, new = proof_codes.claims_of_own(certificate.proof), self._short_claims(certificate)
        if Claim.SALT in old and Claim.SALT in new:  # each has a salt of its own, and may be of the same name
            salt = old[Claim.SALT]
            new |= {Claim.SALT: salt, Claim.NAME_DIGEST: name_digest(salt, certificate.printed_name)}
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
        name = certificate.printed_name
        if self._programme.proof_profile is ProofProfile.PSEUDONYMOUS:
            salt = secrets.token_bytes(_SALT_BYTES)
            return {Claim.SALT: salt, Claim.NAME_DIGEST: name_digest(salt, name)}
        second = certificate.name_arabic if certificate.name_latin else ""
        return {Claim.NAME: name, Claim.SECOND_NAME: second}


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def invalid_numbers(store: Store) -> list[str]:
    """Revoked, replaced and void certificates."""
    here = {one.number for one in store.certificates.all() if one.number and not one.state.is_valid}
    return sorted(here.union(*(one.invalid_numbers for one in store.departures.all())), key=natural_key)
