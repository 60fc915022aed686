"""Changes as bytes: one way to write each, and nothing else is read."""

import random
from dataclasses import replace

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import ChangeUnreadable
from models.history.changes import Change, Verb, completed, held_elsewhere, signed, united, without
from models.history.codec import MOST_BYTES, decode, encode
from tests.models.history.laptops import key_of

KEY = key_of("a")
IDS = ("1" * 64, "2" * 64)


def change(**values: object) -> Change:
    said = {"sets": {"name_latin": "Sara", "notes": ["ئاراس", {"n": 1}], "removed": None}, "replaces": {"phone": IDS}}
    header = {"step": "s1", "device": KEY.device, "seq": 3, "clock": 7, "wall": "2026-01-01T00:00:00.000Z"}
    return completed(Change(**{"id": "", "kind": "participant", "record": "p1", **header, **said, **values}))


def every_sort() -> list[Change]:
    whole = change()
    return [
        whole,
        change(sets={}, replaces={}),
        change(worker="w1", action="edit", kind="robot", sets={"x": 2**53 - 1, "y": [[]]}, format=9),
        change(more={"place": {"b": [1, None], "a": "é\n\u2028"}}, verb="unknown"),
        signed(change(verb=Verb.ERASE, sets={"phone": None}), KEY),
        without(whole, {"name_latin"}),
        without(signed(whole, KEY), {"name_latin", "notes", "removed", "phone"}),
        held_elsewhere(whole),
        united(without(whole, {"name_latin"}), without(whole, {"phone", "notes"})),
        held_elsewhere(signed(whole, KEY)),
    ]


@pytest.mark.parametrize("one", every_sort(), ids=range(len(every_sort())))
def test_what_is_written_is_read_again(one: Change):
    assert decode(encode(one)) == one
    assert encode(decode(encode(one))) == encode(one)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab_é", max_size=3), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
NAMES = st.from_regex(r"\A[a-z][a-z0-9_]{0,9}\Z")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    sets=st.dictionaries(NAMES, VALUES, max_size=5), replaced=st.sets(NAMES, max_size=3), gone=st.integers(0, 5),
    more=st.dictionaries(NAMES.map(lambda name: f"new_{name}"), VALUES, max_size=2), is_signed=st.booleans(),
)  # fmt: skip
def test_any_change_is_read_as_it_was_written(sets, replaced, gone, more, is_signed):
    made = change(sets=sets, replaces=dict.fromkeys(replaced, IDS), more=more)
    made = signed(made, KEY) if is_signed else made
    made = without(made, set(sorted(sets)[:gone]))
    assert decode(encode(made)) == made


def test_a_mutated_change_is_refused():
    """Ten thousand: a letter changed, lost, doubled or moved, two swapped, a value exchanged for that of another."""
    chance = random.Random(7)
    sorts = [encode(one) for one in every_sort()]
    for _ in range(10_000):
        data = chance.choice(sorts)
        mutated = _mutated(data, chance)
        if mutated in sorts:
            continue
        with pytest.raises(ChangeUnreadable):
            decode(mutated)


def _mutated(data: bytes, chance: random.Random) -> bytes:
    place, other = sorted(chance.sample(range(len(data)), 2))
    match chance.randrange(5):
        case 0:
            return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
        case 1:
            return data[:place] + data[other:]
        case 2:
            return data[:other] + data[place:]
        case 3:
            return (
                data[:place]
                + data[other : other + 1]
                + data[place + 1 : other]
                + data[place : place + 1]
                + (data[other + 1 :])
            )
        case _:
            entry = orjson.loads(data)
            name = chance.choice(sorted(entry))
            entry[name] = chance.choice(
                [None, True, -1, 0, 2**60, 1.5, "", "x", [], {}, entry[chance.choice(sorted(entry))], "0" * 64]
            )
            return orjson.dumps(entry, option=orjson.OPT_SORT_KEYS)


@pytest.mark.parametrize(
    "values",
    [
        {"seq": 0}, {"seq": 2**53}, {"clock": -1}, {"clock": 2**53}, {"format": 0}, {"device": "A" * 32},
        {"device": "ab"}, {"record": ""}, {"record": "a\nb"}, {"record": "x" * 201}, {"kind": "Robot"}, {"kind": ""},
        {"wall": "2026-01-01"}, {"wall": "٢٠٢٦-01-01T00:00:00.000Z"}, {"step": ""},
        {"action": "Edit now"}, {"verb": ""},
        {"sets": {"Name": 1}}, {"sets": {"": 1}}, {"sets": {"a": "nul\0"}}, {"sets": {"a": 2**53}},
        {"sets": {"a": {"\0": 1}}}, {"sets": {"a": [[[[[[[[[1]]]]]]]]]}}, {"replaces": {"a": ()}},
        {"replaces": {"a": ("x",)}}, {"replaces": {"a": IDS[::-1]}}, {"replaces": {"a": (IDS[0], IDS[0])}},
        {"more": {"x": "nul\0"}}, {"sets": {"a": "x" * MOST_BYTES}},
    ],
    ids=lambda values: str(values)[:60],
)  # fmt: skip
def test_what_the_format_does_not_allow_is_refused_however_well_it_is_digested(values: dict[str, object]):
    with pytest.raises(ChangeUnreadable):
        decode(encode(change(**values)))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"[]", b"{}", b"\xff", b'"\\ud800"', b"[" * 100_000,
        encode(change()) + b" ", b" " + encode(change()),
        encode(change()).replace(b'"Sara"', b'"Sara","name_latin":"Sara"'),
        encode(change()).replace(b'"Sara"', b'"\\u0053ara"'), encode(change()).replace(b'"seq":3', b'"seq":3.0'),
        encode(change()).replace(b'"seq":3', b'"seq":true'), encode(change()).replace(b'"Sara"', b"1.5"),
    ],
    ids=range(14),
)  # fmt: skip
def test_other_bytes_are_refused(data: bytes):
    with pytest.raises(ChangeUnreadable):
        decode(data)


def test_content_without_what_proves_it_is_refused():
    left = without(change(), {"name_latin"})
    for broken in (
        replace(left, kept={}), replace(left, gone={}), replace(left, sets={**left.sets, "name_latin": "Sara"}),
        replace(held_elsewhere(left), sets={"name_latin": "Sara"}), replace(change(), sets={}),
    ):  # fmt: skip
        with pytest.raises(ChangeUnreadable):
            decode(encode(broken))
