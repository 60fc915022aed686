"""Whose decisions hold. A pure outcome of the changes and of where one stands, so that all laptops agree.

A register decides for itself until it follows another device; then that one's decisions hold, and those of
whom it accepted as head office, level by level: what was decided nearer to the root is not decided again.
docs/change-format.md, "Decisions".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.history.changes import Change, Verb, is_signed
from models.history.device_keys import signer_of
from models.history.fold import View, fold
from models.records import DeviceDecision, Following, KeyDecision
from models.records.codes import DeviceRole, Standing
from models.records.decisions import device_decision_id, following_id

VOUCHED_AS = b"sijil successor 1\n"
TRUST_KINDS = frozenset({DeviceDecision.KIND, Following.KIND})
"""The kinds that say whose decisions hold."""
DECISIONS = TRUST_KINDS | {KeyDecision.KIND}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a device stands."""

    role: DeviceRole
    upto: int | None = None
    """The ``seq`` of the last change that counts, where it was withdrawn."""

    def reaches(self, change: Change) -> bool:
        return self.upto is None or change.seq <= self.upto


@dataclass(frozen=True, slots=True)
class Authority:
    root: str
    places: Mapping[str, Place]
    """Device id -> where it stands; unknown ones decide nothing, but may erase."""

    def counts(self, change: Change) -> bool:
        """Whether a change has any effect; only decisions and erasures can have none."""
        if change.kind not in DECISIONS and change.verb != Verb.ERASE:
            return True
        if not is_signed(change):
            return False
        if change.kind == Following.KIND:
            return change.record == following_id(change.device)
        place = self.places.get(change.device)
        if change.kind not in DECISIONS:  # whom nobody knows may erase too: too much is erased rather than too little
            return place is None or place.reaches(change)
        return place is not None and place.role is DeviceRole.HEAD_OFFICE and place.reaches(change)


def authority(own: str, changes: Iterable[Change]) -> Authority:
    """
    :param own: the device that asks
    :param changes: all known of ``TRUST_KINDS``
    """
    genuine = [change for change in changes if is_signed(change)]
    followings = _followings(genuine)
    root = _root(own, followings)
    decisions: dict[str, list[Change]] = {}
    for change in genuine:
        if change.kind == DeviceDecision.KIND:
            decisions.setdefault(change.record, []).append(change)
    places = {root: Place(DeviceRole.HEAD_OFFICE)}
    level = _with_successors(places, followings)
    while level:
        decided = _decided(level, decisions, places)
        places |= decided
        level = _with_successors(decided, followings, places)
    places.setdefault(own, Place(DeviceRole.DESK))
    return Authority(root, places)


def _followings(changes: Iterable[Change]) -> dict[str, View]:
    """Device id -> whom it follows, by its own word."""
    own: dict[str, list[Change]] = {}
    for change in changes:
        if change.kind == Following.KIND and change.record == following_id(change.device):
            own.setdefault(change.device, []).append(change)
    return {device: fold(said) for device, said in own.items()}


def _root(own: str, followings: Mapping[str, View]) -> str:
    """The end of the chain of leaders; of a circle its smallest id."""
    chain = [own]
    while leader := _leader(followings, chain[-1]):
        if leader in chain:
            return min(chain[chain.index(leader) :])
        chain.append(leader)
    return chain[-1]


def _leader(followings: Mapping[str, View], device: str) -> str:
    return str(followings[device].values.get("leader_id") or "") if device in followings else ""


def _with_successors(
    decided: dict[str, Place], followings: Mapping[str, View], places: dict[str, Place] | None = None
) -> dict[str, Place]:
    """These devices and, in their place, the ones they vouched for; noted in ``places``."""
    known = decided if places is None else places
    level, waiting = dict(decided), list(decided)
    while waiting:
        leader = waiting.pop()
        for device, view in followings.items():
            is_next = device not in known and known[leader].upto is None and _leader(followings, device) == leader
            if is_next and _is_vouched(device, leader, view):
                known[device] = level[device] = known[leader]
                waiting.append(device)
    return level


def _is_vouched(device: str, leader: str, view: View) -> bool:
    return signer_of(str(view.values.get("voucher", "")), VOUCHED_AS, device.encode()) == leader


def _decided(
    level: Mapping[str, Place], decisions: Mapping[str, list[Change]], places: Mapping[str, Place]
) -> dict[str, Place]:
    """What these devices decided of others that nobody nearer to the root decided."""
    deciders = {device: place for device, place in level.items() if place.role is DeviceRole.HEAD_OFFICE}
    found = {}
    for record, changes in decisions.items():
        counted = tuple(one for one in changes if one.device in deciders and deciders[one.device].reaches(one))
        device = _device_of(counted, record)
        if device and device not in places and (place := _place(counted)):
            found[device] = place
    return found


def _device_of(changes: tuple[Change, ...], record: str) -> str:
    """The device that a decision is about; the record's id must belong to it."""
    said = {str(change.sets["device_id"]) for change in changes if "device_id" in change.sets}
    return next((device for device in sorted(said) if device_decision_id(device) == record), "")


def _place(changes: tuple[Change, ...]) -> Place | None:
    """Of several current answers the strictest."""
    heads = fold(changes).heads
    standings = {str(head.sets.get("standing")) for head in heads.get("standing", ())}
    roles = {str(head.sets.get("role")) for head in heads.get("role", ())}
    role = DeviceRole.HEAD_OFFICE if roles == {DeviceRole.HEAD_OFFICE.value} else DeviceRole.DESK
    if Standing.WITHDRAWN.value in standings:
        ends = [upto for head in heads.get("upto", ()) if type(upto := head.sets["upto"]) is int]
        return Place(role, upto=min(ends, default=0))
    return Place(role) if standings == {Standing.TRUSTED.value} else None
