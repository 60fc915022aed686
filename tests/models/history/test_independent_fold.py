"""A fold that was written from docs/change-format.md alone says the same as ours."""

import os
import random

import pytest

from models.history.authority import DECISIONS, TRUST_KINDS, authority
from models.history.changes import Change, Verb, completed, held_elsewhere, signed, united, without
from models.history.codec import encode
from models.history.fold import View, fold
from models.history.seals import for_part, new_seal
from models.records.decisions import device_decision_id, following_id, key_decision_id
from tests.models.history import independent_fold
from tests.models.history.laptops import key_of

HISTORIES = int(os.environ.get("SIJIL_RUNS", "2000"))
KEYS = [key_of(name) for name in "abcd"]
FIELDS = ("name_latin", "phone", "removed")
VALUES = {
    "removed": (True, True, False, None, 0, 1, "x"),
    "name_latin": ("a", "ئاراس", ["x", 1]),
    "phone": ("1", "2", None),
}


class History:
    """Changes as several laptops may have written them, wrong ones among them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.changes: list[Change] = []
        for _ in range(chance.randrange(1, 20)):
            self.changes.append(self._made())

    def _made(self) -> Change:
        choose = self.chance.choice
        key = choose(KEYS)
        kind, record, sets = choose([self._person] * 4 + [self._following, self._device, self._device, self._key])(
            key.device
        )
        verb = choose([Verb.SET] * 6 + [Verb.ERASE, "add"] if kind == "participant" else [Verb.SET] * 9 + [Verb.ERASE])
        seq = 1 + sum(one.device == key.device for one in self.changes)
        change = completed(Change(
            id="", step="s", device=key.device, seq=seq, clock=choose(range(4)), wall="2026-01-01T00:00:00.000Z",
            verb=verb, kind=kind, record=record, sets=sets, replaces=self._replaces(kind, record, sets),
            more={"later": 1} if self.chance.random() < 0.1 else {},
        ))  # fmt: skip
        is_signed = self.chance.random() < (0.9 if kind in DECISIONS or verb == Verb.ERASE else 0.1)
        return signed(change, key) if is_signed else change

    def _person(self, _: str) -> tuple[str, str, dict]:
        names = self.chance.sample(FIELDS, self.chance.randrange(0, 3))
        return "participant", self.chance.choice("pq"), {name: self.chance.choice(VALUES[name]) for name in names}

    def _following(self, device: str) -> tuple[str, str, dict]:
        leader = self.chance.choice(KEYS)
        voucher = leader.sign(b"sijil successor 1\n", device.encode()) if self.chance.random() < 0.5 else ""
        about = device if self.chance.random() < 0.9 else self.chance.choice(KEYS).device
        return "following", following_id(about), {"leader_id": leader.device, "voucher": voucher}

    def _device(self, _: str) -> tuple[str, str, dict]:
        about, choose = self.chance.choice(KEYS).device, self.chance.choice
        said = {"device_id": about, "standing": choose(["trusted", "trusted", "withdrawn", ""]),
                "role": choose(["head_office", "head_office", "desk"]), "upto": choose([0, 1, 2, 9])}  # fmt: skip
        kept = {name: value for name, value in said.items() if self.chance.random() < 0.9}
        record = about if self.chance.random() < 0.9 else self.chance.choice(KEYS).device
        return "device_decision", device_decision_id(record), kept

    def _key(self, _: str) -> tuple[str, str, dict]:
        return "key_decision", key_decision_id("k"), {"public": "k", "standing": self.chance.choice(["trusted", "x"])}

    def _replaces(self, kind: str, record: str, sets: dict) -> dict[str, tuple[str, ...]]:
        before = [one.id for one in self.changes if (one.kind, one.record) == (kind, record)]
        named = {*sets, "removed"} if self.chance.random() < 0.5 else set(sets)
        found = {name: tuple(sorted(one for one in before if self.chance.random() < 0.6)) for name in sorted(named)}
        return {name: ids for name, ids in found.items() if ids}

    def as_it_arrives(self) -> list[Change]:
        """In any order, some twice, some without some of their content."""
        arrived = []
        for change in self.changes:
            for _ in range(self.chance.choice([1, 1, 1, 2])):
                lost = self.chance.random()
                is_plain = change.kind == "participant" and change.verb != Verb.ERASE
                if lost < 0.1 and is_plain:
                    arrived.append(held_elsewhere(change))
                elif lost < 0.3 and is_plain:
                    arrived.append(without(change, set(self.chance.sample(FIELDS, 2))))
                else:
                    arrived.append(change)
        self.chance.shuffle(arrived)
        return arrived


def ours(own: str, arrived: list[Change]) -> dict[tuple[str, str], View]:
    known: dict[str, Change] = {}
    for change in arrived:
        known[change.id] = united(known[change.id], change) if change.id in known else change
    counts = authority(own, [one for one in known.values() if one.kind in TRUST_KINDS]).counts
    records: dict[tuple[str, str], list[Change]] = {}
    for change in known.values():
        records.setdefault((change.kind, change.record), []).append(change)
    return {name: fold(changes, counts) for name, changes in records.items()}


@pytest.mark.parametrize("part", range(4))
def test_a_stranger_folds_alike(part: int):
    for seed in range(part * HISTORIES // 4, (part + 1) * HISTORIES // 4):
        chance = random.Random(seed)
        arrived, own = History(chance).as_it_arrives(), chance.choice(KEYS).device
        theirs = independent_fold.register(own, map(encode, arrived))
        for name, view in ours(own, arrived).items():
            told = theirs[name]
            assert (told["away"], told["erased"]) == (view.is_away, sorted(view.erased)), (seed, name)
            if not view.is_away:
                assert told["values"] == view.values, (seed, name)
                assert told["conflicts"] == list(view.conflicts), (seed, name)


@pytest.mark.parametrize("seed", range(50))
def test_a_stranger_checks_seals_alike(seed: int):
    chance = random.Random(seed)
    ids = {seq: f"{chance.getrandbits(256):064x}" for seq in range(3, 3 + chance.randrange(1, 20))}
    wanted = chance.sample(sorted(ids), chance.randrange(1, len(ids) + 1))
    part = for_part(new_seal(KEYS[0], 3, list(ids.items())), ids, wanted)
    came = {seq: ids[seq] for seq in wanted}
    if chance.random() < 0.5:
        came[wanted[0]] = "0" * 64
    said = {"device": part.device, "first": part.first, "last": part.last, "root": part.root,
            "signature": part.signature, "nodes": part.nodes}  # fmt: skip
    assert independent_fold.seal_holds(said, came) == bool(part.is_genuine and part.proves(came))
