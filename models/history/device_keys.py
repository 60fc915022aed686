"""The key of a device, and what is signed with it.

A device's id is the beginning of the digest of its public key, so that a signature, which brings the
public key along, shows by itself which device made it. Ed25519 (RFC 8032).
"""

import secrets
from functools import cached_property
from hashlib import sha256
from typing import Any

_PUBLIC = 64  # hexadecimal digits; the signature follows
_SIGNATURE = 128


class DeviceKey:
    """Of one device; the secret never leaves its register."""

    def __init__(self, secret: bytes) -> None:
        self.secret = secret

    @classmethod
    def new(cls) -> "DeviceKey":
        return cls(secrets.token_bytes(32))

    @cached_property
    def device(self) -> str:
        return _device_of(self._public)

    def sign(self, purpose: bytes, content: bytes) -> str:
        """
        :param purpose: what the signature is for, so that one for something else does not pass
        """
        signature: bytes = self._private.sign(purpose + content)
        return (self._public + signature).hex()

    @cached_property
    def _private(self) -> Any:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret)

    @cached_property
    def _public(self) -> bytes:
        return bytes(self._private.public_key().public_bytes_raw())


def signer_of(signature: str, purpose: bytes, content: bytes) -> str:
    """The id of the device that made a signature; empty when nobody did, or for something else."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if len(signature) != _PUBLIC + _SIGNATURE:
        return ""
    try:
        raw = bytes.fromhex(signature)
        public = raw[: _PUBLIC // 2]
        Ed25519PublicKey.from_public_bytes(public).verify(raw[_PUBLIC // 2 :], purpose + content)
    except (ValueError, InvalidSignature):
        return ""
    return _device_of(public)


def _device_of(public: bytes) -> str:
    return sha256(public).hexdigest()[:32]
