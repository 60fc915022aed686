"""Files with which certificates are checked elsewhere: public keys, the list of invalid numbers, the key itself."""

import binascii
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.certificates import proof_codes
from models.certificates.proof_codes import LIST_PREFIX, ListClaim, Validity
from models.errors import KeyFileInvalid, NotReadable, VaultDamaged
from models.storage import vault

_KEYS, _SECRET = "sijil-public-keys", "sijil-signing-key"
_VERSION = 1
_MOST_BYTES = 16 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKeys:
    issuer: str
    keys: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidNumbers:
    """``made`` is an ISO date."""

    made: str
    numbers: tuple[str, ...]
    issuer: str


def dump_keys(keys: PublicKeys) -> bytes:
    data = {"format": _KEYS, "version": _VERSION, "issuer": keys.issuer, "keys": [key.hex() for key in keys.keys]}
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8")


def load_keys(path: Path) -> PublicKeys:
    """
    :raises NotReadable, KeyFileInvalid: as they say
    """
    data = _json(path, _KEYS)
    try:
        keys = tuple(bytes.fromhex(one) for one in data["keys"])
    except (KeyError, TypeError, ValueError) as problem:
        raise KeyFileInvalid(path=str(path)) from problem
    if not all(len(key) == 32 for key in keys):
        raise KeyFileInvalid(path=str(path))
    return PublicKeys(issuer=str(data.get("issuer", "")), keys=keys)


def dump_list(key: bytes, numbers: InvalidNumbers) -> bytes:
    """One line of text, signed.

    :param key: the 32 secret bytes of the issuer
    """
    claims: dict[int, Any] = {
        ListClaim.MADE: numbers.made,
        ListClaim.NUMBERS: list(numbers.numbers),
        ListClaim.ISSUER: numbers.issuer,
    }
    return (proof_codes.sign(key, claims, LIST_PREFIX) + "\n").encode("ascii")


def load_list(path: Path, keys: list[bytes]) -> InvalidNumbers:
    """
    :param keys: the public keys that are trusted
    :raises NotReadable: when there is no such file
    :raises KeyFileInvalid: when it is no such list, or nobody we trust signed it
    """
    text = _content(path).decode("ascii", errors="replace")
    reading = proof_codes.read(text, keys, prefix=LIST_PREFIX)
    numbers = reading.claims.get(ListClaim.NUMBERS)
    if reading.validity is not Validity.VALID or not isinstance(numbers, list):
        raise KeyFileInvalid(path=str(path))
    made, issuer = (str(reading.claims.get(claim, "")) for claim in (ListClaim.MADE, ListClaim.ISSUER))
    return InvalidNumbers(made=made, numbers=tuple(map(str, numbers)), issuer=issuer)


def dump_secret(key: bytes, passphrase: str) -> bytes:
    """The signing key itself, wrapped, for another laptop of the same issuer.

    :raises PassphraseTooShort: and nothing is made
    """
    wrapped = json.loads(vault.dump(vault.passphrase_vault(key, passphrase)))
    data = {"format": _SECRET, "version": _VERSION, "public": proof_codes.public_half(key).hex(), "vault": wrapped}
    return json.dumps(data, indent=1).encode("utf-8")


def load_secret(path: Path, passphrase: str) -> bytes:
    """
    :raises NotReadable, KeyFileInvalid, PassphraseNeeded, WrongPassphrase, WeakVault: as they say
    """
    data = _json(path, _SECRET)
    try:
        wrapped = vault.parse(json.dumps(data.get("vault")).encode("utf-8"), path)
        key = vault.unlock(wrapped, passphrase, path)
    except VaultDamaged as problem:
        raise KeyFileInvalid(path=str(path)) from problem
    if len(key) != 32 or proof_codes.public_half(key).hex() != data.get("public"):
        raise KeyFileInvalid(path=str(path))
    return key


def _json(path: Path, wanted: str) -> dict[str, Any]:
    try:
        data = json.loads(_content(path))
    except (ValueError, RecursionError, binascii.Error) as problem:
        raise KeyFileInvalid(path=str(path)) from problem
    if not isinstance(data, dict) or data.get("format") != wanted or data.get("version") != _VERSION:
        raise KeyFileInvalid(path=str(path))
    return data


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as problem:
        raise NotReadable(path=str(path)) from problem
    if len(content) > _MOST_BYTES:
        raise KeyFileInvalid(path=str(path))
    return content
