"""The key file ``vault.json``: the random data key, wrapped once per way to open it.

Ways ("slots"): passphrase (Argon2id), printed recovery code (160 random bits), and "open" for a
register without passphrase, where the key lies bare. AES-256-GCM, the slot's own parameters as
associated data, so that they cannot be lowered unnoticed.
"""

import base64
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.errors import PassphraseNeeded, PassphraseTooShort, VaultDamaged, WeakVault, WrongPassphrase
from models.storage import passphrases
from models.storage.files import write_whole

VERSION = 1
RAW_KEY_BYTES = 48  # data key and the salt that SQLCipher keeps in the file's head

_MEMORY_KIB, _PASSES, _LANES = 65_536, 3, 4  # RFC 9106, 4: the second recommended option
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_GROUPS, _GROUP = 8, 4  # 8 groups of 20 bits, each followed by a check character

Slot = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Vault:
    """The slots of one register."""

    slots: tuple[Slot, ...]

    @property
    def is_open(self) -> bool:
        """Whether anybody can open the register."""
        return any(slot["way"] == "open" for slot in self.slots)


def new_key() -> bytes:
    return secrets.token_bytes(RAW_KEY_BYTES)


def open_vault(key: bytes) -> Vault:
    """A vault without protection: for a look, or the sample."""
    return Vault(({"way": "open", "key": key.hex()},))


def closed_vault(key: bytes, passphrase: str) -> tuple[Vault, str]:
    """A vault for this passphrase, and the recovery code to print.

    :raises PassphraseTooShort: see ``passphrases``
    """
    _check_length(passphrase)
    code = new_recovery_code()
    return Vault((_passphrase_slot(key, passphrase), _recovery_slot(key, code))), code


def passphrase_vault(key: bytes, passphrase: str) -> Vault:
    """A vault that only this passphrase opens: for a key on its way to another laptop.

    :raises PassphraseTooShort: see ``passphrases``
    """
    _check_length(passphrase)
    return Vault((_passphrase_slot(key, passphrase),))


def _check_length(passphrase: str) -> None:
    if not passphrases.is_long_enough(passphrase):
        raise PassphraseTooShort(least=passphrases.LEAST)


def unlock(vault: Vault, secret: str | None, path: Path) -> bytes:
    """The data key, by passphrase or recovery code.

    :raises PassphraseNeeded: when there is no secret and the vault is closed
    :raises WrongPassphrase: when the secret opens no slot
    :raises WeakVault: when a slot asks for less work than we accept
    :raises VaultDamaged: when a slot is not as we write it
    """
    try:
        return _unlocked(vault, secret, path)
    except (KeyError, TypeError, ValueError, OverflowError, MemoryError) as problem:
        raise VaultDamaged(path=str(path)) from problem


def _unlocked(vault: Vault, secret: str | None, path: Path) -> bytes:
    for slot in vault.slots:
        if slot["way"] == "open":
            return bytes.fromhex(slot["key"])
    if not secret:
        raise PassphraseNeeded(path=str(path))
    code = read_recovery_code(secret)
    for slot in vault.slots:
        key = _try(slot, secret, code, path)
        if key is not None:
            return key
    raise WrongPassphrase()


def _try(slot: Slot, passphrase: str, code: bytes | None, path: Path) -> bytes | None:
    if slot["way"] == "passphrase":
        cost = (slot["memory_kib"], slot["passes"], slot["lanes"])
        if any(found < least for found, least in zip(cost, (_MEMORY_KIB, _PASSES, 1), strict=True)):
            raise WeakVault(path=str(path))
        return _unwrap(slot, _stretch(passphrase, slot))
    if slot["way"] == "recovery" and code is not None:
        return _unwrap(slot, _expand(code, bytes.fromhex(slot["salt"])))
    return None


def _passphrase_slot(key: bytes, passphrase: str) -> Slot:
    salt = secrets.token_hex(16)
    slot = {"way": "passphrase", "kdf": "argon2id", "memory_kib": _MEMORY_KIB, "passes": _PASSES,
            "lanes": _LANES, "salt": salt}  # fmt: skip
    return _wrap(slot, _stretch(passphrase, slot), key)


def _recovery_slot(key: bytes, code: str) -> Slot:
    slot = {"way": "recovery", "kdf": "hkdf-sha256", "salt": secrets.token_hex(16)}
    secret = read_recovery_code(code)
    assert secret is not None
    return _wrap(slot, _expand(secret, bytes.fromhex(slot["salt"])), key)


def _stretch(passphrase: str, slot: Slot) -> bytes:
    return Argon2id(
        salt=bytes.fromhex(slot["salt"]),
        length=32,
        iterations=slot["passes"],
        lanes=slot["lanes"],
        memory_cost=slot["memory_kib"],
    ).derive(passphrases.typed(passphrase).encode("utf-8"))


def _expand(secret: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"sijil recovery").derive(secret)


def _associated(slot: Slot) -> bytes:
    public = {name: value for name, value in slot.items() if name not in {"nonce", "wrapped"}}
    return json.dumps(public, sort_keys=True).encode("utf-8")


def _wrap(slot: Slot, wrapping: bytes, key: bytes) -> Slot:
    nonce = secrets.token_bytes(12)
    wrapped = AESGCM(wrapping).encrypt(nonce, key, _associated(slot))
    return slot | {"nonce": nonce.hex(), "wrapped": base64.b64encode(wrapped).decode("ascii")}


def _unwrap(slot: Slot, wrapping: bytes) -> bytes | None:
    try:
        wrapped = base64.b64decode(slot["wrapped"])
        return AESGCM(wrapping).decrypt(bytes.fromhex(slot["nonce"]), wrapped, _associated(slot))
    except InvalidTag:
        return None


def new_recovery_code() -> str:
    """160 random bits as eight groups, each with a check character: ``7K2M4-…``."""
    number = secrets.randbits(_GROUPS * _GROUP * 5)
    groups = []
    for place in range(_GROUPS):
        bits = (number >> (place * _GROUP * 5)) & 0xFFFFF
        digits = "".join(_ALPHABET[(bits >> shift) & 31] for shift in (15, 10, 5, 0))
        groups.append(digits + _check_character(place, digits))
    return "-".join(groups)


def read_recovery_code(text: str) -> bytes | None:
    """The bits of a code as somebody typed it; None when it is none."""
    typed = passphrases.typed(text).upper().translate(str.maketrans("ILO", "110")).replace("-", "").replace(" ", "")
    if len(typed) != _GROUPS * (_GROUP + 1) or not set(typed) <= set(_ALPHABET):
        return None
    digits = ""
    for place in range(_GROUPS):
        group = typed[place * (_GROUP + 1) : (place + 1) * (_GROUP + 1)]
        if _check_character(place, group[:_GROUP]) != group[_GROUP]:
            return None
        digits += group[:_GROUP]
    return digits.encode("ascii")


def _check_character(place: int, digits: str) -> str:
    """A weighted sum in the field of 32 elements: one wrong character, two neighbours swapped or two groups
    swapped are always noticed.
    """
    total = 0
    for digit in digits:
        total = (total ^ _ALPHABET.index(digit)) << 1
        if total & 32:
            total ^= 0b100101  # x^5 + x^2 + 1
    return _ALPHABET[total ^ place]


def save(vault: Vault, path: Path) -> None:
    """Write the file whole or not at all."""
    write_whole(path, dump(vault))


def dump(vault: Vault) -> bytes:
    return json.dumps({"version": VERSION, "slots": list(vault.slots)}, indent=1).encode("utf-8")


def load(path: Path) -> Vault:
    return parse(path.read_bytes(), path)


def parse(content: bytes, path: Path) -> Vault:
    """Read a vault; ``path`` is for the message.

    :raises VaultDamaged: when it is not one of ours
    """
    try:
        found = json.loads(content)
        slots = tuple(found["slots"])
        if (
            found["version"] != VERSION
            or not slots
            or not all(isinstance(slot, dict) and "way" in slot for slot in slots)
        ):
            raise VaultDamaged(path=str(path))
    except (ValueError, KeyError, TypeError) as problem:
        raise VaultDamaged(path=str(path)) from problem
    return Vault(slots)
