"""Change: one immutable entry of the history.

Its id is a digest over its header and the digests of its fields, each with a salt of its own.
Erasure takes content and salt of the fields it names; their digests stay, so that the id can
still be checked but nothing guessed back. The whole of it: docs/change-format.md.
"""

import secrets
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256

from models.blobs import Blob, named_in
from models.fields import Value
from models.history.canonical import canonical
from models.history.device_keys import DeviceKey, signer_of

FORMAT = 1
"""The form in which this version writes changes; each says its own."""
SIGNED_AS = b"sijil change 1\n"

Sets = Mapping[str, Value]
Replaces = Mapping[str, tuple[str, ...]]
_SALT_BYTES = 16


class Verb(StrEnum):
    """What a change does to the fields that it names. One of a newer version does nothing here."""

    SET = "set"
    ERASE = "erase"
    """Takes them away, for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    id: str
    step: str
    device: str
    seq: int
    clock: int
    wall: str
    """UTC, ISO 8601: what this laptop's clock said; for people to read, never to decide by."""
    worker: str = ""
    """The id of a ``Worker``: a name here could never be erased."""
    action: str = ""
    """What the step was, as a code."""
    verb: str = Verb.SET
    kind: str
    record: str
    format: int = FORMAT
    sets: Sets
    replaces: Replaces
    """Per field, the ids of the changes that the writer saw as current."""
    salt: str = ""
    """From which the salts of the fields follow; empty once a field was erased, and where none is named."""
    digest: str = ""
    """Of the digests of the fields; survives erasure."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """Of a change that lost a field: the salts of the fields that it still has."""
    gone: Mapping[str, str] = field(default_factory=dict)
    """Of a change that lost a field: the digests of what it lost."""
    signature: str = ""
    """Of the device, over the id; decisions need one."""
    more: Mapping[str, Value] = field(default_factory=dict)
    """What the header of a newer version says beyond this."""

    @property
    def order(self) -> tuple[int, str, str]:
        """Which value of a listed conflict is shown first."""
        return self.clock, self.device, self.id

    @property
    def is_here(self) -> bool:
        """False of one that is known here and held elsewhere: only its header is left."""
        return bool(self.salt or self.gone or self.sets or self.replaces) or self.digest == _NOTHING_SAID


def header_of(change: Change) -> dict[str, Value]:
    """What the id is the digest of."""
    return {
        **change.more,
        "action": change.action,
        "clock": change.clock,
        "device": change.device,
        "digest": change.digest,
        "format": change.format,
        "kind": change.kind,
        "record": change.record,
        "seq": change.seq,
        "step": change.step,
        "verb": change.verb,
        "wall": change.wall,
        "worker": change.worker,
    }


def completed(change: Change) -> Change:
    """The change with its salt, digest and id filled in."""
    said = _said(change)
    salt = secrets.token_hex(_SALT_BYTES) if said else ""
    digest = _sha256(canonical(_digests(change.sets, change.replaces, _salts_from(salt, said))))
    own_id = _sha256(canonical(header_of(change) | {"digest": digest}))
    return replace(change, id=own_id, digest=digest, salt=salt)


def signed(change: Change, key: DeviceKey) -> Change:
    return replace(change, signature=key.sign(SIGNED_AS, change.id.encode()))


def is_signed(change: Change) -> bool:
    """Whether the device itself signed it."""
    return signer_of(change.signature, SIGNED_AS, change.id.encode()) == change.device


def is_genuine(change: Change) -> bool:
    """Whether id, header, signature and what is left of the content belong together."""
    return (
        _id_of(change) == change.id
        and (not change.is_here or _content_digest(change) == change.digest)
        and (not change.signature or is_signed(change))
    )


def blobs_of(change: Change) -> set[Blob]:
    """The large content that it names. An erasure names none: nothing could ever erase what it says itself."""
    if change.verb == Verb.ERASE:
        return set()
    return {blob for value in change.sets.values() if isinstance(value, dict | list) for blob in named_in(value)}


def without(change: Change, fields: Set[str]) -> Change:
    """The change without what it said of these fields, for good."""
    salts = _salts(change)
    if not fields & salts.keys():
        return change
    digests = _digests(change.sets, change.replaces, salts)
    lost = {name: digest for name, digest in digests.items() if name in fields}
    return replace(
        change,
        sets={name: value for name, value in change.sets.items() if name not in fields},
        replaces={name: ids for name, ids in change.replaces.items() if name not in fields},
        salt="",
        kept={name: salt for name, salt in salts.items() if name not in fields},
        gone={**change.gone, **lost},
    )


def held_elsewhere(change: Change) -> Change:
    """The change as a laptop knows it that gave its content to another one."""
    return replace(change, sets={}, replaces={}, salt="", kept={}, gone={})


def united(one: Change, other: Change) -> Change:
    """What is known of a change that came twice, each time perhaps without some of its fields or its signature."""
    both = _united_content(one, other)
    signature = one.signature or other.signature
    return both if both.signature == signature else replace(both, signature=signature)


def _united_content(one: Change, other: Change) -> Change:
    if one.salt or not other.is_here:
        return one
    if other.salt or not one.is_here:
        return other
    return replace(
        one,
        sets={**one.sets, **other.sets},
        replaces={**one.replaces, **other.replaces},
        kept={**one.kept, **other.kept},
        gone={name: digest for name, digest in one.gone.items() if name in other.gone},  # what neither has any more
    )


def _id_of(change: Change) -> str:
    return _sha256(canonical(header_of(change)))


def _content_digest(change: Change) -> str:
    """Empty where something is said that has no salt, or a salt is there for nothing: nothing proves them."""
    said = _said(change)
    if not (said if change.salt else said == change.kept.keys() and not said & change.gone.keys()):
        return ""
    return _sha256(canonical({**change.gone, **_digests(change.sets, change.replaces, _salts(change))}))


def _digests(sets: Sets, replaces: Replaces, salts: Mapping[str, str]) -> dict[str, str]:
    return {
        name: sha256(salt.encode() + canonical(_entry(name, sets, replaces))).hexdigest()
        for name, salt in salts.items()
    }


def _entry(name: str, sets: Sets, replaces: Replaces) -> list[object]:
    said = [sets[name]] if name in sets else []  # nothing set is not the same as null set
    return [said, replaces.get(name, ())]


def _salts(change: Change) -> Mapping[str, str]:
    """The salt of every field whose content is there; none leads back to another's."""
    return _salts_from(change.salt, _said(change)) if change.salt else change.kept


def _salts_from(salt: str, names: Iterable[str]) -> dict[str, str]:
    return {name: sha256((salt + name).encode()).hexdigest()[: 2 * _SALT_BYTES] for name in names}


def _said(change: Change) -> Set[str]:
    return change.sets.keys() | change.replaces.keys()


def _sha256(content: bytes) -> str:
    return sha256(content).hexdigest()


_NOTHING_SAID = _sha256(canonical({}))
