"""Change: one immutable entry of the history.

Its id is a digest over its header and the digests of its fields, each with a salt of its own.
Erasure takes content and salt of the fields it names; their digests stay, so that the id can
still be checked but nothing guessed back.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum

from models.fields import Value

Sets = Mapping[str, Value]
Replaces = Mapping[str, tuple[str, ...]]


class Verb(StrEnum):
    """What a change does to the fields that it names."""

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
    who: str
    verb: Verb
    kind: str
    record: str
    schema: int
    sets: Sets
    replaces: Replaces
    """Per field, the ids of the changes that the writer saw as current."""
    salt: str
    """From which the salts of the fields follow; empty once a field was erased."""
    digest: str
    """Of the digests of the fields; survives erasure."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """Of a change that lost a field: the salts of the fields that it still has."""
    gone: Mapping[str, str] = field(default_factory=dict)
    """Of a change that lost a field: the digests of what it lost."""

    @property
    def order(self) -> tuple[int, str, str]:
        """Which value of a listed conflict is shown first."""
        return self.clock, self.device, self.id


_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(content: object) -> bytes:
    return _encoder.encode(content).encode("utf-8")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _salts(change: Change) -> Mapping[str, str]:
    """The salt of every field whose content is there; none leads back to another's."""
    if not change.salt:
        return change.kept
    return {name: _sha256(f"{change.salt}{name}".encode()) for name in {*change.sets, *change.replaces}}


def _field_digests(change: Change) -> dict[str, str]:
    digests = dict(change.gone)
    for name, salt in _salts(change).items():
        said = [change.sets[name]] if name in change.sets else []  # nothing set is not the same as None set
        digests[name] = _sha256(salt.encode() + canonical([said, change.replaces.get(name, ())]))
    return digests


def _content_digest(change: Change) -> str:
    return _sha256(canonical(_field_digests(change)))


def _header_digest(change: Change) -> str:
    header = [
        change.step, change.device, change.seq, change.clock, change.wall, change.who,
        change.verb, change.kind, change.record, change.schema, change.digest,
    ]  # fmt: skip
    return _sha256(canonical(header))


def sealed(change: Change) -> Change:
    """The change with its salt, digest and id filled in."""
    salted = replace(change, salt=secrets.token_hex(16))
    with_digest = replace(salted, digest=_content_digest(salted))
    return replace(with_digest, id=_header_digest(with_digest))


def without(change: Change, fields: Set[str]) -> Change:
    """The change without what it said of these fields, for good."""
    salts = _salts(change)
    if not fields & salts.keys():
        return change
    digests = _field_digests(change)
    return replace(
        change,
        sets={name: value for name, value in change.sets.items() if name not in fields},
        replaces={name: ids for name, ids in change.replaces.items() if name not in fields},
        salt="",
        kept={name: salt for name, salt in salts.items() if name not in fields},
        gone={name: digest for name, digest in digests.items() if name in fields or name in change.gone},
    )


def united(one: Change, other: Change) -> Change:
    """What is known of a change that came twice, each time perhaps without some of its fields."""
    if one.salt or other.salt:
        return one if one.salt else other
    return replace(
        one,
        sets={**one.sets, **other.sets},
        replaces={**one.replaces, **other.replaces},
        kept={**one.kept, **other.kept},
        gone={name: digest for name, digest in one.gone.items() if name in other.gone},  # what neither has any more
    )


def is_genuine(change: Change) -> bool:
    """Whether id, header and what is left of the content belong together."""
    said = {*change.sets, *change.replaces}
    is_whole = bool(change.salt) or said == set(change.kept)
    return is_whole and _content_digest(change) == change.digest and _header_digest(change) == change.id
