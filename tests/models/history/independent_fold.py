"""Reads, proves and folds the history of a register, from the description of its form alone."""

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

Change, Place = dict[str, Any], tuple[bool, int]
CONTENT, DECIDING, UNLIMITED = {"sets", "replaces", "salt", "kept", "gone"}, {"device_decision", "key_decision"}, 2**53
HEADER = ["step", "action", "device", "wall", "worker", "verb", "kind", "record", "digest", "format", "seq", "clock"]


def canonical(value: object) -> bytes:
    """Writes a value in its canonical form."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(value: object, salt: str = "") -> str:
    """Returns the digest of a value in its canonical form, after a salt."""
    return sha256(salt.encode() + canonical(value)).hexdigest()


def good(signature: Any, device: str, purpose: str, what: str) -> bool:
    """Says whether a signature is the device's own over the purpose and what is signed."""
    try:
        key, proof = bytes.fromhex(signature[:64]), bytes.fromhex(signature[64:])
        Ed25519PublicKey.from_public_bytes(key).verify(proof, f"{purpose}\n{what}".encode())
        return signature == (key + proof).hex() and sha256(key).hexdigest()[:32] == device
    except (InvalidSignature, TypeError, ValueError):
        return False


def content_fits(change: Change) -> bool:
    """Says whether content that is here is well formed and has the digest that the header names."""
    sets, replaces, gone = change["sets"], change["replaces"], change.get("gone", {})
    fields, parts = sets.keys() | replaces.keys(), {"kept", "gone"} if gone else {"salt"}
    salts = change["kept"] if gone else {f: sha256(f"{change['salt']}{f}".encode()).hexdigest()[:32] for f in fields}
    proof = {f: digest([[sets[f]] if f in sets else [], replaces.get(f, [])], salts[f]) for f in fields}
    return (
        CONTENT & change.keys() == parts | {"sets", "replaces"}
        and salts.keys() == fields - gone.keys()
        and (gone or len(change["salt"]) == (32 if fields else 0))
        and digest(gone | proof) == change["digest"]
        and all(ids and ids == sorted(set(ids)) for ids in replaces.values())
    )


def read(data: bytes) -> Change:
    """Reads one change and refuses it unless form, id, content digest and signature fit."""
    try:
        change = json.loads(data, parse_float=int, parse_constant=int)
        header = {key: value for key, value in change.items() if key not in CONTENT | {"id", "signature"}}
        signed = change["device"], "sijil change 1", change["id"]
        if (
            canonical(change) == data
            and len(data) <= 2**22
            and digest(header) == change["id"]
            and [type(change[key]) for key in HEADER] == [str] * 9 + [int] * 3
            and (CONTENT.isdisjoint(change) or content_fits(change))
            and ("signature" not in change or good(change["signature"], *signed))
        ):
            return change
    except (AttributeError, KeyError, RecursionError, TypeError):
        pass
    raise ValueError("the change is not written as described")


def united(one: Change, other: Change) -> Change:
    """Unites what is known of one change from two sources."""
    every = other | one
    every |= {part: other.get(part, {}) | one.get(part, {}) for part in every.keys() & CONTENT - {"salt"}}
    lost = {field: every["gone"][field] for field in every.get("gone", {}).keys() - every.get("kept", {}).keys()}
    without = {"kept", "gone"} if "salt" in every or "kept" not in every else set()
    return {key: lost if key == "gone" else value for key, value in every.items() if key not in without}


def grouped(changes: Iterable[Change], *keys: str) -> dict[tuple[str, ...], list[Change]]:
    """Groups changes by what they say under the keys."""
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault(tuple(change[key] for key in keys), []).append(change)
    return groups


def heads_of(changes: list[Change]) -> dict[str, list[Change]]:
    """Returns the heads of every field that was not erased, in the order of the changes."""
    erased = {field for change in changes if change["verb"] == "erase" for field in change["sets"]}
    setting = [change for change in changes if change["verb"] == "set"]
    replaced = {(f, old) for change in setting for f in change["sets"] for old in change["replaces"].get(f, [])}
    fields = {field for change in setting for field in change["sets"]} - erased
    return {f: [c for c in setting if f in c["sets"] and (f, c["id"]) not in replaced] for f in fields}


def unseen(heads: dict[str, list[Change]]) -> set[str]:
    """Returns the ids of the edits that a removal did not see."""
    removals = [head for head in heads.get("removed", []) if head["sets"]["removed"] is True]
    return {
        edit["id"]
        for field, edits in heads.items()
        if field != "removed"
        for edit in edits
        for removal in removals
        if edit["id"] not in [removal["id"], *removal["replaces"].get(field, [])]
        and removal["id"] not in edit["replaces"].get("removed", [])
    }


def fold(changes: list[Change], counts: Callable[[Change], bool]) -> dict[str, Any]:
    """Folds the united changes of one record into what they say about it."""
    counted = sorted(filter(counts, changes), key=lambda c: (c["clock"], c["device"], c["id"]), reverse=True)
    present = [change for change in counted if "sets" in change]
    heads = heads_of(present) if present == counted else {}
    said = {field: [head["sets"][field] for head in found] for field, found in heads.items()}
    if edits := unseen(heads):
        said["removed"][:0] = [c["sets"].get("removed", False) for c in present if c["id"] in edits]
    return {
        "away": present != counted,
        "values": {field: values[0] for field, values in said.items()},
        "erased": sorted({field for change in present if change["verb"] == "erase" for field in change["sets"]}),
        "conflicts": sorted(field for field, values in said.items() if len(set(map(canonical, values))) > 1),
    }


def own_record(kind: str, device: str) -> str:
    """Returns the identifier of the record of the kind that belongs to a device."""
    return str(uuid5(UUID("5f1a7b0e-6a51-5d3c-9a0f-7b1f5f1c2e90"), f"{kind}\n{device}"))


def judged(record: str, changes: list[Change]) -> list[tuple[str, Place]]:
    """Returns the device that a decision places, with whether it is head office, and its limit."""
    said = {field: [head["sets"][field] for head in heads] for field, heads in heads_of(changes).items()}
    states, roles = said.get("standing", []), said.get("role", [])
    limit = min((upto if type(upto) is int else 0 for upto in said.get("upto", [])), default=0)
    place = roles.count("head_office") == len(roles) > 0, limit if "withdrawn" in states else UNLIMITED
    names = {str(change["sets"]["device_id"]) for change in changes if "device_id" in change["sets"]}
    named = [name for name in names if own_record("device_decision", name) == record]
    return [(name, place) for name in named if "withdrawn" in states or states.count("trusted") == len(states) > 0]


def places_of(own_device: str, signed: list[Change]) -> dict[str, Place]:
    """Returns the place of every device that has one, from the root outwards."""
    follows = {
        device: fold(own, bool)["values"]
        for (kind, device, record), own in grouped(signed, "kind", "device", "record").items()
        if kind == "following" and record == own_record(kind, device)
    }
    path, placed = [own_device], {}
    while (leader := str(follows.get(path[-1], {}).get("leader_id") or "")) and leader not in path:
        path.append(leader)
    latest = [(min(path[path.index(leader) :]) if leader else path[-1], (True, UNLIMITED))]
    while latest:
        placed |= dict(latest)
        for leader, place in latest:
            placed[leader] = place
            latest += [
                (device, place)
                for device, said in follows.items()
                if said.get("leader_id") == leader
                and device not in placed
                and place[1] == UNLIMITED
                and good(said.get("voucher"), leader, "sijil successor 1", device)
            ]
        limits = {device: limit for device, (head_office, limit) in latest if head_office}
        heard = [c for c in signed if c["kind"] == "device_decision" and c["seq"] <= limits.get(c["device"], 0)]
        latest = [
            (device, place)
            for (record,), decision in grouped(heard, "record").items()
            for device, place in judged(record, decision)
            if device not in placed
        ]
    return placed


def standing(own_device: str, changes: list[Change]) -> Callable[[Change], bool]:
    """Returns the function that says whether a change counts."""
    places = places_of(own_device, [change for change in changes if "signature" in change and "sets" in change])

    def counts(change: Change) -> bool:
        kind, (head_office, limit) = change["kind"], places.get(change["device"], (False, UNLIMITED))
        if kind == "following":
            return "signature" in change and change["record"] == own_record(kind, change["device"])
        entitled = "signature" in change and change["seq"] <= limit and (head_office or kind not in DECIDING)
        return entitled or (kind not in DECIDING and change["verb"] != "erase")

    return counts


def register(own_device: str, lines: Iterable[bytes]) -> dict[tuple[str, ...], dict[str, Any]]:
    """Reads, unites and folds all changes of a register."""
    known: dict[str, Change] = {}
    for change in map(read, lines):
        known[change["id"]] = united(known.get(change["id"], change), change)
    counts = standing(own_device, list(known.values()))
    return {name: fold(record, counts) for name, record in grouped(known.values(), "kind", "record").items()}


def root_over(start: int, end: int, leaves: dict[int, str], nodes: dict[tuple[int, int], str]) -> bytes:
    """Computes the Merkle digest over a span of leaves, or fails if part of it is missing."""
    if (start, end) in nodes and not any(start <= leaf < end for leaf in leaves):
        return bytes.fromhex(nodes[start, end])
    if end - start == 1:
        return sha256(b"\0" + bytes.fromhex(leaves[start])).digest()
    middle = start + (1 << (end - start - 1).bit_length() - 1)
    return sha256(b"\1" + root_over(start, middle, leaves, nodes) + root_over(middle, end, leaves, nodes)).digest()


def seal_holds(seal: dict[str, Any], ids: dict[int, str]) -> bool:
    """Says whether a seal is signed by its device and its root comes out of the ids."""
    first, size = seal["first"], seal["last"] - seal["first"] + 1
    leaves = {seq - first: name for seq, name in ids.items() if 0 <= seq - first < size}
    said = canonical({key: seal[key] for key in ("device", "first", "last", "root")}).decode()
    try:
        return (
            min(first, size) > 0
            and root_over(0, size, leaves, seal["nodes"]).hex() == seal["root"]
            and good(seal["signature"], seal["device"], "sijil seal 1", said)
        )
    except (KeyError, ValueError):
        return False
