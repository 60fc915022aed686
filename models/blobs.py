"""Blob: the name of large content, such as a picture. The content lies once in the register, by its digest.

docs/change-format.md, "Values".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

MOST_BYTES = 4 << 20
"""Larger content is neither kept nor taken from another laptop."""
PNG, JPEG = "image/png", "image/jpeg"

_KEYS = {"blob", "length", "kind"}
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Blob:
    digest: str
    """SHA-256 of the content, as hexadecimal digits."""
    length: int
    kind: str
    """A media type."""


def blob_of(content: bytes, kind: str) -> Blob:
    return Blob(sha256(content).hexdigest(), len(content), kind)


def as_value(blob: Blob) -> dict[str, str | int]:
    """As it stands in a change."""
    return {"blob": blob.digest, "length": blob.length, "kind": blob.kind}


def from_value(value: object) -> Blob:
    """
    :raises ValueError: when this names no blob
    """
    if isinstance(value, dict) and value.keys() == _KEYS:
        digest, length, kind = value["blob"], value["length"], value["kind"]
        is_name = isinstance(digest, str) and _DIGEST.fullmatch(digest) and isinstance(kind, str)
        if is_name and type(length) is int and length >= 0:
            return Blob(digest, length, kind)
    raise ValueError("no name of a blob")


def named_in(value: object) -> Iterator[Blob]:
    """The blobs in a value, however deep: also in what a newer version says and this one does not understand."""
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, list):
            left += one
        elif isinstance(one, dict):
            try:
                yield from_value(one)
            except ValueError:
                left += one.values()
