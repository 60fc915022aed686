"""A change as bytes: the same everywhere. Read strictly; docs/change-format.md describes it for strangers."""

import re
from collections.abc import Mapping
from typing import Any

import orjson

from models.errors import ChangeUnreadable
from models.history.canonical import MOST_NUMBER, canonical, is_value
from models.history.changes import Change, header_of, is_genuine

MOST_BYTES = 1 << 22
"""Of one change: large content lies in blobs."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_ID = re.compile(r"[^\x00-\x1f\x7f]{1,200}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SALT = re.compile(r"[0-9a-f]{32}")
_SALT_OR_NONE = re.compile(r"([0-9a-f]{32})?")
_HEADER = {
    "action": re.compile(r"[a-z0-9_]{0,64}"),
    "device": re.compile(r"[0-9a-f]{32}"),
    "digest": _DIGEST,
    "kind": _NAME,
    "record": _ID,
    "step": _ID,
    "verb": _NAME,
    "wall": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII),
    "worker": re.compile(r"[^\x00-\x1f\x7f]{0,200}"),
}
_NUMBERS = {"clock": 0, "format": 1, "seq": 1}
"""With the least that each may be."""
_WHOLE = frozenset({"sets", "replaces", "salt"})
_ERASED = frozenset({"sets", "replaces", "kept", "gone"})
_CONTENT = _WHOLE | _ERASED | {"id", "signature"}


def encode(change: Change) -> bytes:
    entry: dict[str, Any] = {**header_of(change), "id": change.id}
    if change.signature:
        entry["signature"] = change.signature
    if change.is_here:
        entry |= {"sets": change.sets, "replaces": change.replaces}
        entry |= {"kept": change.kept, "gone": change.gone} if change.kept or change.gone else {"salt": change.salt}
    return canonical(entry)


def decode(data: bytes) -> Change:
    """
    :raises ChangeUnreadable: when it is not written as the format demands, or does not prove its own content
    """
    if len(data) > MOST_BYTES:
        raise ChangeUnreadable(reason="size")
    try:
        entry = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise ChangeUnreadable(reason="json") from None
    if not isinstance(entry, dict) or not _is_well_formed(entry):
        raise ChangeUnreadable(reason="form")
    change = _change_from(entry)
    if encode(change) != data:
        raise ChangeUnreadable(reason="bytes")
    if not is_genuine(change):
        raise ChangeUnreadable(reason="digest")
    return change


def _is_well_formed(entry: dict[str, Any]) -> bool:
    return (
        all(_fits(entry.get(name), pattern) for name, pattern in _HEADER.items())
        and all(_is_number(entry.get(name), least) for name, least in _NUMBERS.items())
        and _fits(entry.get("id"), _DIGEST)
        and _is_content({name: entry[name] for name in _CONTENT & entry.keys()})
        and all(is_value(name) and is_value(value) for name, value in entry.items() if name not in _CONTENT)
    )


def _is_content(content: dict[str, Any]) -> bool:
    if "signature" in content and not re.fullmatch(r"[0-9a-f]{192}", str(content["signature"])):
        return False
    names = content.keys() - {"id", "signature"}
    if not names:
        return True
    if names not in (_WHOLE, _ERASED):
        return False
    return (
        _is_map(content["sets"], is_value)
        and _is_map(content["replaces"], _are_ids)
        and _fits(content.get("salt", ""), _SALT_OR_NONE)
        and _is_map(content.get("kept", {}), lambda salt: _fits(salt, _SALT))
        and _is_map(content.get("gone", {}), lambda digest: _fits(digest, _DIGEST))
        and ("salt" in content or bool(content["kept"] or content["gone"]))
    )


def _is_map(found: object, holds: Any) -> bool:
    return isinstance(found, dict) and all(_NAME.fullmatch(name) and holds(value) for name, value in found.items())


def _are_ids(found: object) -> bool:
    """In their order, each once, and never none: then the field is not named."""
    return isinstance(found, list) and all(_fits(one, _DIGEST) for one in found) and found == sorted({*found}) != []


def _fits(found: object, pattern: re.Pattern[str]) -> bool:
    return isinstance(found, str) and pattern.fullmatch(found) is not None


def _is_number(found: object, least: int) -> bool:
    return type(found) is int and least <= found <= MOST_NUMBER


def _change_from(entry: Mapping[str, Any]) -> Change:
    own = {*_HEADER, *_NUMBERS, "id", "signature"} & entry.keys()
    return Change(
        **{name: entry[name] for name in own},
        sets=entry.get("sets", {}),
        replaces={name: tuple(ids) for name, ids in entry.get("replaces", {}).items()},
        salt=entry.get("salt", ""),
        kept=entry.get("kept", {}),
        gone=entry.get("gone", {}),
        more={name: value for name, value in entry.items() if name not in own and name not in _CONTENT},
    )
