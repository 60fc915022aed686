"""Change: one immutable entry of the history.

Its id is a digest over its header and the digest of its salted content. Erasure takes content
and salt; header and digests stay, so that the id can still be checked but nothing guessed back.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from models.fields import Value

Sets = Mapping[str, Value]
Replaces = Mapping[str, tuple[str, ...]]


class ChangeKind(StrEnum):
    SET = "set"
    ERASE = "erase"


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
    action: str
    kind: str
    record: str
    schema: int
    sets: Sets
    replaces: Replaces
    """Per field, the ids of the changes that the writer saw as current."""
    salt: str
    digest: str
    """Of the salted content; survives erasure."""

    @property
    def order(self) -> tuple[int, str, str]:
        """Which value of a listed conflict is shown first."""
        return self.clock, self.device, self.id

    @property
    def is_emptied(self) -> bool:
        return not self.salt


def canonical(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def _content_digest(salt: str, sets: Sets, replaces: Replaces) -> str:
    body = canonical([dict(sets), {field: list(ids) for field, ids in replaces.items()}])
    return hashlib.sha256(salt.encode("ascii") + body).hexdigest()


def _header_digest(change: Change) -> str:
    header = [
        change.step, change.device, change.seq, change.clock, change.wall, change.who,
        change.action, change.kind, change.record, change.schema, change.digest,
    ]  # fmt: skip
    return hashlib.sha256(canonical(header)).hexdigest()


def sealed(change: Change) -> Change:
    """The change with its salt, digest and id filled in."""
    salt = secrets.token_hex(16)
    with_digest = replace(change, salt=salt, digest=_content_digest(salt, change.sets, change.replaces))
    return replace(with_digest, id=_header_digest(with_digest))


def emptied(change: Change) -> Change:
    """The change without what it said, for good."""
    return replace(change, sets={}, replaces={}, salt="")


def is_genuine(change: Change) -> bool:
    """Whether id, header and content (unless erased) belong together."""
    content_fits = change.is_emptied or _content_digest(change.salt, change.sets, change.replaces) == change.digest
    return content_fits and _header_digest(change) == change.id
