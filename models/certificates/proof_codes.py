"""The signed text of a certificate's QR code: prefix, base45, COSE_Sign1 with Ed25519.

RFC 9052 (COSE), RFC 8392 claim style, RFC 9285 (base45). Reading is strict: whatever is not exactly
as we write it is refused, so that one text stands for one certificate.
"""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PREFIX, LIST_PREFIX = "TC1:", "TR1:"
"""Of a certificate, and of a list of numbers that are no longer valid."""
MOST_LETTERS = 590
"""What a code of version 15 holds: at 32 mm its modules are .38 mm wide."""
_ALGORITHM, _KEY_ID, _EDDSA = 1, 4, -8
_SIGN1_TAG = 18
_SIGNATURE_BYTES, _KEY_ID_BYTES = 64, 4
_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(_BASE45)}
_DIGEST_BYTES = 16

Claims = dict[int, Any]


class Claim(IntEnum):
    """What a certificate's code says. Numbers are never used again for something else."""

    NUMBER = 1
    TRAINING = 2
    NAME = 3
    ISSUED = 4
    SECOND_NAME = 5
    TITLE = 6
    FIRST_DAY = 7
    LAST_DAY = 8
    ISSUER = 9
    KIND = 10
    HOURS = 11
    SALT = 12
    NAME_DIGEST = 13


class ListClaim(IntEnum):
    """What a list of invalid numbers says."""

    MADE = 1
    NUMBERS = 2
    ISSUER = 3


class Validity(StrEnum):
    VALID = "valid"
    REVOKED = "revoked"
    UNKNOWN_KEY = "unknown_key"
    """Signed by a key that we do not know."""
    ALTERED = "altered"
    """The content does not fit the signature."""
    NOT_OURS = "not_ours"
    """No text of a certificate at all, or a damaged one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a code. Claims are given only when the signature fits a known key."""

    validity: Validity
    claims: Claims


def public_half(key: bytes) -> bytes:
    """The 32 public bytes of a signing key."""
    private = Ed25519PrivateKey.from_private_bytes(key)
    return private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def key_id(public: bytes) -> bytes:
    return hashlib.sha256(public).digest()[:_KEY_ID_BYTES]


def sign(key: bytes, claims: Claims, prefix: str = PREFIX) -> str:
    """
    :param key: the 32 secret bytes of the issuer
    """
    private = Ed25519PrivateKey.from_private_bytes(key)
    protected, payload = _protected(key_id(public_half(key))), _payload(claims)
    signature = private.sign(_signed(protected, payload, prefix))
    return prefix + base45(_enveloped(protected, payload, signature))


def letters_of(claims: Claims) -> int:
    """How long the text of a certificate with these claims is; whoever signs it, a signature has one length."""
    content = _enveloped(_protected(bytes(_KEY_ID_BYTES)), _payload(claims), bytes(_SIGNATURE_BYTES))
    pairs, odd = divmod(len(content), 2)
    return len(PREFIX) + 3 * pairs + 2 * odd


def _protected(kid: bytes) -> bytes:
    return cbor2.dumps({_ALGORITHM: _EDDSA, _KEY_ID: kid}, canonical=True)


def _payload(claims: Claims) -> bytes:
    return cbor2.dumps({int(name): value for name, value in claims.items()}, canonical=True)


def _signed(protected: bytes, payload: bytes, prefix: str) -> bytes:
    """A list can never pass for a certificate: what kind of text it is, is signed too."""
    return cbor2.dumps(["Signature1", protected, prefix.encode("ascii"), payload])


def _enveloped(protected: bytes, payload: bytes, signature: bytes) -> bytes:
    return cbor2.dumps(cbor2.CBORTag(_SIGN1_TAG, [protected, {}, payload, signature]))


def read(text: str, keys: Iterable[bytes], revoked: Iterable[str] = (), prefix: str = PREFIX) -> Reading:
    """Check a code.

    :param keys: the public keys that are trusted
    :param revoked: numbers that are no longer valid
    """
    try:
        kid, protected, payload, signature = _opened(text.strip(), prefix)
    except (ValueError, cbor2.CBORDecodeError, TypeError, KeyError, RecursionError, OverflowError):
        return Reading(Validity.NOT_OURS, {})
    known = [key for key in keys if key_id(key) == kid]
    if not known:
        return Reading(Validity.UNKNOWN_KEY, {})
    signed = _signed(protected, payload, prefix)
    if not any(_fits(key, signature, signed) for key in known):
        return Reading(Validity.ALTERED, {})
    claims = _decoded(payload)
    is_revoked = claims.get(Claim.NUMBER) in set(revoked) if prefix == PREFIX else False
    return Reading(Validity.REVOKED if is_revoked else Validity.VALID, claims)


def claims_of_own(text: str) -> Claims:
    """What a text of our own register says, unchecked; empty when there is none."""
    try:
        return _decoded(_opened(text, PREFIX)[2])
    except ValueError:
        return {}


def key_id_of_own(text: str) -> bytes:
    """By which key a text of our own register is signed, unchecked; empty when there is none."""
    try:
        return _opened(text, PREFIX)[0]
    except (ValueError, cbor2.CBORDecodeError):
        return b""


def _opened(text: str, prefix: str) -> tuple[bytes, bytes, bytes, bytes]:
    """Key id, protected header, payload and signature.

    :raises ValueError: when it is not such a text, or not written as we write it
    """
    if not text.startswith(prefix):
        raise ValueError(text[:8])
    content = unbase45(text[len(prefix) :])
    envelope = cbor2.loads(content)
    if not isinstance(envelope, cbor2.CBORTag) or envelope.tag != _SIGN1_TAG:
        raise ValueError("tag")
    protected, _, payload, signature = envelope.value
    if len(signature) != _SIGNATURE_BYTES or _enveloped(protected, payload, signature) != content:
        raise ValueError("form")
    header = _decoded(protected)
    if header.get(_ALGORITHM) != _EDDSA or set(header) != {_ALGORITHM, _KEY_ID}:
        raise ValueError("algorithm")
    return header[_KEY_ID], protected, payload, signature


def _decoded(content: bytes) -> Claims:
    stream = io.BytesIO(content)
    found = cbor2.load(stream)
    if not isinstance(found, dict) or stream.read(1):
        raise ValueError("map")
    return found


def _fits(public: bytes, signature: bytes, signed: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
    except InvalidSignature:
        return False
    return True


def name_digest(salt: bytes, name: str) -> bytes:
    """What a pseudonymous certificate says of the name."""
    folded = " ".join(name.split()).casefold()
    return hashlib.sha256(salt + folded.encode("utf-8")).digest()[:_DIGEST_BYTES]


def base45(content: bytes) -> str:
    """RFC 9285: two bytes in three characters of the QR code's alphanumeric set."""
    parts = []
    for at in range(0, len(content) - 1, 2):
        number = content[at] << 8 | content[at + 1]
        parts.append(_BASE45[number % 45] + _BASE45[number // 45 % 45] + _BASE45[number // 2025])
    if len(content) % 2:
        parts.append(_BASE45[content[-1] % 45] + _BASE45[content[-1] // 45])
    return "".join(parts)


def unbase45(text: str) -> bytes:
    """
    :raises ValueError: when it is no base45
    """
    content = bytearray()
    try:
        for at in range(0, len(text), 3):
            group = [_VALUES[letter] for letter in text[at : at + 3]]
            number = sum(value * 45**place for place, value in enumerate(group))
            content += number.to_bytes({3: 2, 2: 1}[len(group)], "big")
    except (KeyError, OverflowError) as problem:
        raise ValueError(text[:8]) from problem
    return bytes(content)
