"""Changes: what their digests are made of must never change, or no register could read another's."""

from dataclasses import replace

import pytest

from models.history import changes
from models.history.canonical import canonical
from models.history.changes import Change, Verb, completed, held_elsewhere, is_genuine, signed, united, without
from tests.models.history.laptops import key_of

PLAIN = Change(
    id="", step="step", device=key_of("a").device, seq=3, clock=7, wall="2026-01-01T00:00:00.000Z", worker="w1",
    action="edit", verb="set", kind="participant", record="p1", format=3,
    sets={"name_latin": "Sara", "sex": "F", "birth_year": None},
    replaces={"sex": ("c2", "c1"), "removed": ("c9",)}, more={"place": ["Erbil"]},
)  # fmt: skip


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Change:
    monkeypatch.setattr(changes.secrets, "token_hex", lambda size: "ab" * size)
    return completed(PLAIN)


def test_digest_and_id_are_what_they_always_were(made: Change):
    assert made.salt == "ab" * 16
    assert made.digest == "1e42b1bc65e0b72c71460d6e1f380a0225b0f2df95b261f0377dad598fb65bb6"
    assert made.id == "aea34dfdf9a2e07260182b2c7d48d43ab37a143ff3e9e2bb54347463f09a6143"
    assert is_genuine(made)


def test_what_is_digested_is_written_in_one_way_only():
    assert canonical({"b": [1, None, True], "a": "سارة"}) == '{"a":"سارة","b":[1,null,true]}'.encode()
    assert [one.value for one in Verb] == ["set", "erase"]


@pytest.mark.parametrize(
    "field",
    [
        "step",
        "device",
        "seq",
        "clock",
        "wall",
        "worker",
        "action",
        "verb",
        "kind",
        "record",
        "format",
        "digest",
        "id",
        "salt",
    ],
)
def test_nothing_in_a_change_can_be_altered(made: Change, field: str):
    value = getattr(made, field)
    altered = value + 1 if isinstance(value, int) else f"{value}x"
    assert not is_genuine(replace(made, **{field: altered}))
    assert not is_genuine(replace(made, more={"place": ["Basra"]}))
    assert not is_genuine(replace(made, more={}))


@pytest.mark.parametrize(
    "values",
    [
        {"sets": {"name_latin": "Sara"}}, {"sets": {}}, {"replaces": {}}, {"replaces": {"sex": ("c1", "c2")}},
        {"sets": {"name_latin": "Sara", "sex": "F", "birth_year": None, "phone": "1"}},
        {"sets": {"name_latin": "Sara", "sex": "F", "birth_year": 0}},
    ],
    ids=str,
)  # fmt: skip
def test_no_content_can_be_altered(made: Change, values: dict[str, object]):
    assert not is_genuine(replace(made, **values))


def test_without_a_field_the_rest_is_still_proved(made: Change):
    left = without(made, {"name_latin", "phone"})
    assert (left.sets, left.replaces) == ({"sex": "F", "birth_year": None}, PLAIN.replaces)
    assert (left.salt, set(left.kept), set(left.gone)) == ("", {"sex", "birth_year", "removed"}, {"name_latin"})
    assert is_genuine(left)
    less = without(left, {"sex", "removed"})
    assert (less.sets, less.replaces) == ({"birth_year": None}, {})
    assert set(less.gone) == {"name_latin", "sex", "removed"}
    assert is_genuine(less)
    assert (less.id, less.digest) == (made.id, made.digest)
    assert not is_genuine(replace(less, kept={})), "what it says must be proved"


def test_without_nothing_it_is_the_same(made: Change):
    assert without(made, {"phone"}) is made
    assert without(made, set()) is made


def test_two_halves_know_together_what_each_knew(made: Change):
    one, other = without(made, {"name_latin", "sex"}), without(made, {"birth_year", "sex"})
    both = united(one, other)
    assert both.sets == {"name_latin": "Sara", "birth_year": None}
    assert set(both.gone) == {"sex"}
    assert is_genuine(both)
    assert united(one, made) is united(made, one) is made


def test_the_order_in_which_answers_are_shown(made: Change):
    assert made.order == (7, PLAIN.device, made.id)


def test_a_signature_is_of_the_device_and_of_this_change(made: Change):
    own = signed(made, key_of("a"))
    assert is_genuine(own)
    assert is_genuine(without(own, {"sex"})), "also when something was erased"
    assert not is_genuine(signed(made, key_of("b")))
    assert not is_genuine(replace(own, signature=signed(completed(replace(PLAIN, seq=4)), key_of("a")).signature))
    assert not is_genuine(replace(own, signature=own.signature[:-2] + "00"))
    assert not is_genuine(replace(own, signature="nonsense"))


def test_what_is_held_elsewhere_is_known_by_its_header_and_comes_back(made: Change):
    left = held_elsewhere(made)
    assert (left.is_here, left.sets, left.replaces, left.id) == (False, {}, {}, made.id)
    assert is_genuine(left)
    assert not is_genuine(replace(left, sets={"sex": "F"}))
    assert united(left, made) is united(made, left) is made
    half = without(made, {"sex"})
    assert united(left, half) is united(half, left) is half
    assert without(left, {"sex"}) is left
