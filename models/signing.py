"""The signed text of a certificate's QR code: prefix, base45, COSE_Sign1 with Ed25519.

RFC 9052 (COSE), RFC 8392 claim style, RFC 9285 (base45).
"""

import hashlib

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PREFIX = "TC1:"
_ALGORITHM, _KEY_ID, _EDDSA = 1, 4, -8
_SIGN1_TAG = 18
_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def proof_text(key: bytes, claims: dict[int, str | int]) -> str:
    """
    :param key: the 32 secret bytes of the issuer
    :param claims: small integers -> values, as in the table in ARCHITECTURE.md
    """
    private = Ed25519PrivateKey.from_private_bytes(key)
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    protected = cbor2.dumps({_ALGORITHM: _EDDSA, _KEY_ID: hashlib.sha256(public).digest()[:4]}, canonical=True)
    payload = cbor2.dumps(claims, canonical=True)
    signature = private.sign(cbor2.dumps(["Signature1", protected, b"", payload]))
    return PREFIX + base45(cbor2.dumps(cbor2.CBORTag(_SIGN1_TAG, [protected, {}, payload, signature])))


def base45(content: bytes) -> str:
    """RFC 9285: two bytes in three characters of the QR code's alphanumeric set."""
    parts = []
    for at in range(0, len(content) - 1, 2):
        number = content[at] << 8 | content[at + 1]
        parts.append(_BASE45[number % 45] + _BASE45[number // 45 % 45] + _BASE45[number // 2025])
    if len(content) % 2:
        parts.append(_BASE45[content[-1] % 45] + _BASE45[content[-1] // 45])
    return "".join(parts)
