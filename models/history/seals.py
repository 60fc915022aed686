"""Seal: a device says by its signature which changes of a range of its own are its.

A change proves its content, a seal its author. Seals name ids only, so they hold when fields were erased.
docs/change-format.md, "Seals".
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.history import merkle
from models.history.canonical import MOST_NUMBER, canonical
from models.history.device_keys import DeviceKey, signer_of

_DIGEST = re.compile("[0-9a-f]{64}")
SEALED_AS = b"sijil seal 1\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    device: str
    first: int
    """The first ``seq`` of the range."""
    last: int
    root: str
    """Of the tree over the ids of the changes, in the order of their ``seq``."""
    signature: str
    nodes: merkle.Nodes = field(default_factory=dict)
    """For the parts of the range that do not come with it."""

    @property
    def size(self) -> int:
        return self.last - self.first + 1

    @property
    def is_genuine(self) -> bool:
        """Whether its device made it."""
        said = _said(self.device, self.first, self.last, self.root)
        are_digests = all(_DIGEST.fullmatch(digest) for digest in self.nodes.values())
        in_range = 0 < self.first <= self.last <= MOST_NUMBER
        return are_digests and in_range and signer_of(self.signature, SEALED_AS, said) == self.device

    def proves(self, ids: Mapping[int, str]) -> bool | None:
        """Whether these changes are the device's own; None where too little is known of the rest of the range.

        :param ids: by ``seq``, within the range
        """
        known = {seq - self.first: one for seq, one in ids.items()}
        places = sorted(known)
        beside = {span: digest for span, digest in self.nodes.items() if not _holds_any(span, places)}
        digest = merkle.rebuilt(self.size, known, beside) if known else None
        return None if digest is None else digest == self.root


def new_seal(key: DeviceKey, first: int, changes: Sequence[tuple[int, str]]) -> Seal:
    """
    :param changes: ``seq`` and id of the device's own changes from ``first`` on
    :raises ValueError: one is missing, or is there twice; signing it would make somebody else's change its own
    """
    last = first + len(changes) - 1
    if [seq for seq, _ in changes] != list(range(first, last + 1)):
        raise ValueError(f"not the changes {first} to {last} of one device")
    root = merkle.root([one for _, one in changes])
    signature = key.sign(SEALED_AS, _said(key.device, first, last, root))
    return Seal(device=key.device, first=first, last=last, root=root, signature=signature)


def for_part(seal: Seal, ids: Mapping[int, str], wanted: Sequence[int]) -> Seal:
    """The same seal with what proves a part of its range.

    :param ids: by ``seq``, all that are known of the range
    :param wanted: the ``seq`` of those that are handed over
    """
    known = {seq - seal.first: one for seq, one in ids.items()}
    nodes = merkle.proof(seal.size, known, [seq - seal.first for seq in wanted], seal.nodes)
    return replace(seal, nodes=nodes)


def _said(device: str, first: int, last: int, root: str) -> bytes:
    return canonical({"device": device, "first": first, "last": last, "root": root})


def _holds_any(span: merkle.Span, places: Sequence[int]) -> bool:
    """Where a change came, it is asked itself: a digest for it would let another one pass in its place."""
    return bisect_left(places, span[0]) < bisect_left(places, span[1])
