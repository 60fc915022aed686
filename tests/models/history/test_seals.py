"""Seals: whose changes they are, whoever carried them, also in parts and after erasure."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.history import merkle
from models.history.canonical import MOST_NUMBER
from models.history.changes import Change, completed
from models.history.clock import is_credible
from models.history.quarantine import Reason
from models.history.seals import for_part, new_seal
from tests.models.history.laptops import Laptop, key_of

KEY = key_of("a")


def ids_of(size: int) -> list[str]:
    return [hashlib.sha256(str(n).encode()).hexdigest() for n in range(size)]


def test_the_tree_is_that_of_rfc_6962():
    leaves = [hashlib.sha256(b"\0" + bytes.fromhex(one)).digest() for one in ids_of(3)]
    left = hashlib.sha256(b"\1" + leaves[0] + leaves[1]).digest()
    assert merkle.root(ids_of(1)) == leaves[0].hex()
    assert merkle.root(ids_of(3)) == hashlib.sha256(b"\1" + left + leaves[2]).hexdigest()


@settings(max_examples=200, deadline=None, derandomize=True)
@given(size=st.integers(1, 40), data=st.data())
def test_any_part_of_a_range_is_proved_by_few_digests_and_nothing_else_is(size: int, data: st.DataObject):
    ids = dict(enumerate(ids_of(size), start=5))
    seal = new_seal(KEY, 5, list(ids.items()))
    wanted = data.draw(st.lists(st.sampled_from(sorted(ids)), min_size=1, unique=True))
    part = for_part(seal, ids, wanted)
    came = {seq: ids[seq] for seq in wanted}
    assert seal.is_genuine
    assert part.proves(came)
    assert len(part.nodes) <= len(wanted) * size.bit_length()
    swapped = wanted[0]
    assert part.proves({**came, swapped: "f" * 64}) is False
    again = for_part(part, came, wanted[:1])
    assert again.proves({swapped: ids[swapped]}), "a part of a part can be handed on"


@pytest.mark.parametrize("seqs", [(1, 3), (1, 2, 2), (1, 1, 2), (2, 3)])
def test_changes_with_a_gap_or_a_double_are_not_signed(seqs: tuple[int, ...]):
    with pytest.raises(ValueError, match="not the changes"):
        new_seal(KEY, 1, list(zip(seqs, ids_of(len(seqs)), strict=True)))


def test_too_little_proves_nothing_and_contradicts_nothing():
    seal = new_seal(KEY, 1, list(enumerate(ids_of(4), start=1)))
    assert seal.proves({1: ids_of(1)[0]}) is None
    assert seal.proves({}) is None
    assert replace(seal, last=2**50).proves({1: ids_of(1)[0]}) is None, "also of a range that nobody could hold"


def test_a_digest_for_a_change_that_came_is_not_used():
    ids = dict(enumerate(ids_of(4), start=1))
    seal = new_seal(KEY, 1, list(ids.items()))
    covered = replace(for_part(seal, ids, [3]), nodes={(0, 4): seal.root})
    assert covered.proves({3: "f" * 64}) is None


@pytest.mark.parametrize(
    "values",
    [
        {"first": 2},
        {"last": 5},
        {"root": "0" * 64},
        {"device": key_of("b").device},
        {"first": 0},
        {"last": 0},
        {"nodes": {(0, 1): "zz"}},
    ],
)
def test_a_seal_that_its_device_did_not_make_is_none(values: dict[str, object]):
    assert not replace(new_seal(KEY, 1, list(enumerate(ids_of(4), start=1))), **values).is_genuine


# Received


def written(name: str = "a", count: int = 3) -> Laptop:
    laptop = Laptop(name)
    for n in range(count):
        laptop.write(f"p{n}", phone=str(n))
    laptop.journal.seal()
    return laptop


def seals(laptop: Laptop) -> list:
    return list(laptop.journal.seals.all())


def test_what_leaves_is_sealed_once_and_the_next_seal_goes_on_where_it_ended():
    here = written()
    here.journal.seal()
    here.write("p9", phone="9")
    here.journal.seal()
    assert [(seal.device, seal.first, seal.last) for seal in seals(here)] == [(here.id, 1, 3), (here.id, 4, 4)]


def test_who_receives_keeps_the_seals_and_hands_them_on():
    here, there, third = written(), Laptop("b"), Laptop("c")
    receipt = there.receive(here.changes(), seals(here))
    assert (receipt.new, receipt.unsealed, receipt.forged) == (3, 0, [])
    assert third.receive(there.changes(), seals(there)).unsealed == 0
    assert seals(third) == seals(here)
    assert Laptop("d").receive(here.changes()).unsealed == 3


def test_a_seal_holds_after_an_erasure():
    here, there, third = written(), Laptop("b"), Laptop("c")
    there.receive(here.changes(), seals(here))
    there.erase({"phone"}, "p1")
    receipt = third.receive(there.changes(), seals(there))
    assert (receipt.unsealed, receipt.forged) == (1, []), "only the erasure itself is not sealed yet"


def reasons(laptop: Laptop) -> dict[str, Reason]:
    return {change.id: reason for change, reason in laptop.journal.quarantine.all()}


def forged(change: Change, **values: object) -> Change:
    return completed(replace(change, **values))


def test_what_a_carrier_put_in_place_of_a_change_is_put_aside_with_its_reason():
    here, there = written(), Laptop("b")
    first, second, third = here.changes()
    other = forged(second, sets={"phone": "evil"})
    receipt = there.receive([first, other, third], seals(here))
    assert (receipt.new, sorted(receipt.forged)) == (0, sorted([first.id, other.id, third.id]))
    assert there.row("p1") is None
    assert reasons(there) == dict.fromkeys(receipt.forged, Reason.IN_DOUBT)
    assert there.receive(here.changes(), seals(here)).new == 3, "the true ones are welcome afterwards"
    assert there.row("p1")[3] == "1"
    assert reasons(there) == {other.id: Reason.IN_DOUBT}


@pytest.mark.parametrize("is_first", [True, False])
def test_a_forged_change_that_came_without_a_seal_goes_when_the_seal_comes(is_first: bool):
    here, there = written(), Laptop("b")
    other = forged(here.changes()[1], sets={"phone": "evil"}, record="p7")
    if is_first:
        assert there.receive([other]).unsealed == 1
        assert there.row("p7")[3] == "evil"
        receipt = there.receive(here.changes(), seals(here))
    else:
        there.receive(here.changes(), seals(here))
        receipt = there.receive([other])
    assert receipt.forged == [other.id]
    assert there.row("p7") is None
    assert there.conflicts() == []
    assert reasons(there) == {other.id: Reason.NOT_ITS_DEVICE}
    assert [there.row(f"p{n}")[3] for n in range(3)] == ["0", "1", "2"]


def test_a_part_is_proved_and_the_rest_may_come_later():
    here, there = written(count=9), Laptop("b")
    changes, (seal,) = here.changes(), seals(here)
    ids = {change.seq: change.id for change in changes}
    part = for_part(seal, ids, [2, 5])
    assert there.receive([changes[1], changes[4]], [part]).unsealed == 0
    assert there.receive([forged(changes[6], sets={"phone": "evil"})]).forged == [], "nobody can say yet"
    receipt = there.receive([changes[6]], [for_part(seal, ids, [7])])
    assert (len(receipt.forged), receipt.unsealed) == (1, 0)
    assert there.row("p6")[3] == "6"
    assert there.receive(changes, [seal]).new == 6


@pytest.mark.parametrize(
    "values",
    [
        {"seq": 4},
        {"seq": 2},
        {"seq": MOST_NUMBER},
        {"seq": 9, "clock": MOST_NUMBER},
        {"seq": 4, "kind": "device_decision", "sets": {"standing": "trusted"}},
    ],
)
def test_nobody_says_something_in_the_name_of_a_laptop_to_itself(values: dict[str, object]):
    here = written()
    said = here.changes()
    other = forged(said[0], **({"sets": {"phone": "evil"}, "record": "p1"} | values))
    receipt = here.receive([*said, other])
    assert (receipt.new, receipt.known, receipt.forged) == (0, 3, [other.id])
    assert reasons(here) == {other.id: Reason.NOT_WRITTEN_HERE}
    assert here.row("p1")[3] == "1"
    after = here.write("p1", phone="4")
    assert after is not None
    assert (after.seq, is_credible(after.clock, here.now)) == (4, True)
    here.journal.seal()
    assert Laptop("b").receive(here.changes(), seals(here)).unsealed == 0, "its seals stand"


def test_what_is_turned_away_does_not_bring_back_what_was_erased():
    here = written()
    here.erase({"phone"}, "p1")
    here.receive([forged(here.changes()[1], sets={"phone": "+9647501234567"}, seq=9)])
    assert "+9647501234567" not in here.stored()
    assert len(here.journal.quarantine.all()) == 1


def test_what_was_erased_is_erased_in_quarantine_too():
    here, there = written(), Laptop("b")
    there.receive(here.changes(), seals(here))
    there.receive([forged(here.changes()[1], sets={"phone": "+9647501234567"})])
    assert "+9647501234567" in there.stored()
    there.erase({"phone"}, "p1")
    assert "+9647501234567" not in there.stored()
    assert len(there.journal.quarantine.all()) == 1
