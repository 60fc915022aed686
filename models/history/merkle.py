"""The tree of RFC 6962 over ids: its root stands for all of them, and a few digests prove some of them.

A span is half open and counts from 0: ``(2, 5)`` are the third to the fifth.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

Span = tuple[int, int]
Nodes = Mapping[Span, str]
"""Span -> digest, as hexadecimal digits, of what lies in it."""


def root(ids: Sequence[str]) -> str:
    """
    :param ids: at least one, as hexadecimal digits
    """
    digest = rebuilt(len(ids), dict(enumerate(ids)), {})
    assert digest is not None
    return digest


def rebuilt(size: int, ids: Mapping[int, str], nodes: Nodes) -> str | None:
    """The root, from the ids that are known and digests for the spans of which none is; None where both are missing."""
    return _digest((0, size), ids, nodes)


def proof(size: int, ids: Mapping[int, str], wanted: Sequence[int], nodes: Nodes) -> dict[Span, str]:
    """The digests with which the wanted ids alone lead to the root: of the largest spans without any of them.

    :param nodes: what was received for ids that are not known here
    """
    found: dict[Span, str] = {}
    _collect((0, size), sorted(wanted), ids, nodes, found)
    return found


def _collect(span: Span, wanted: Sequence[int], ids: Mapping[int, str], nodes: Nodes, found: dict[Span, str]) -> None:
    if not wanted:
        digest = _digest(span, ids, nodes)
        if digest is not None:
            found[span] = digest
    elif span[1] - span[0] > 1:
        for half in _halves(span):
            _collect(half, [one for one in wanted if half[0] <= one < half[1]], ids, nodes, found)


def _digest(span: Span, ids: Mapping[int, str], nodes: Nodes) -> str | None:
    start, end = span
    if span in nodes:
        return nodes[span]
    if end - start == 1:
        return sha256(b"\0" + bytes.fromhex(ids[start])).hexdigest() if start in ids else None
    both = b"\1"
    for half in _halves(span):
        digest = _digest(half, ids, nodes)
        if digest is None:  # the first that is missing ends it, however large somebody says the range is
            return None
        both += bytes.fromhex(digest)
    return sha256(both).hexdigest()


def _halves(span: Span) -> tuple[Span, Span]:
    """The left one is the largest power of two that is less than the whole."""
    start, end = span
    middle = start + (1 << (end - start - 1).bit_length() - 1)
    return (start, middle), (middle, end)
