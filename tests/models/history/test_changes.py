"""Changes: what their digests are made of must never change, or no register could read another's."""

from dataclasses import replace

import pytest

from models.history import changes
from models.history.changes import Change, Verb, canonical, is_genuine, sealed, united, without

PLAIN = Change(
    id="", step="step", device="device", seq=3, clock=7, wall="2026-01-01T00:00:00.000+00:00", who="Maryam",
    verb="set", kind="participant", record="p1", schema=3,
    sets={"name_latin": "Sara", "sex": "F", "birth_year": None},
    replaces={"sex": ("c2", "c1"), "removed": ("c9",)}, salt="", digest="",
)  # fmt: skip


@pytest.fixture
def sealed_change(monkeypatch: pytest.MonkeyPatch) -> Change:
    monkeypatch.setattr(changes.secrets, "token_hex", lambda size: "ab" * size)
    return sealed(PLAIN)


def test_digest_and_id_are_what_they_always_were(sealed_change: Change):
    assert sealed_change.salt == "ab" * 16
    assert sealed_change.digest == "ebeb8ccacd80426da07d2f271ac8976952f8a21951c3af6656dfd93a65de21ff"
    assert sealed_change.id == "06d07e1d43dca1bc3c8ad8b919b0d456453a89063de38d3394c6be718567fd0c"
    assert is_genuine(sealed_change)


def test_what_is_digested_is_written_in_one_way_only():
    assert canonical({"b": [1, None, True], "a": "سارة"}) == '{"a":"سارة","b":[1,null,true]}'.encode()
    assert [one.value for one in Verb] == ["set", "erase"]


@pytest.mark.parametrize(
    "field",
    ["step", "device", "seq", "clock", "wall", "who", "verb", "kind", "record", "schema", "digest", "id", "salt"],
)
def test_nothing_in_a_change_can_be_altered(sealed_change: Change, field: str):
    value = getattr(sealed_change, field)
    altered = value + 1 if isinstance(value, int) else f"{value}x"
    assert not is_genuine(replace(sealed_change, **{field: altered}))


@pytest.mark.parametrize(
    "values",
    [
        {"sets": {"name_latin": "Sara"}}, {"sets": {}}, {"replaces": {}}, {"replaces": {"sex": ("c1", "c2")}},
        {"sets": {"name_latin": "Sara", "sex": "F", "birth_year": None, "phone": "1"}},
        {"sets": {"name_latin": "Sara", "sex": "F", "birth_year": 0}},
    ],
    ids=str,
)  # fmt: skip
def test_no_content_can_be_altered(sealed_change: Change, values: dict[str, object]):
    assert not is_genuine(replace(sealed_change, **values))


def test_without_a_field_the_rest_is_still_proved(sealed_change: Change):
    left = without(sealed_change, {"name_latin", "phone"})
    assert (left.sets, left.replaces) == ({"sex": "F", "birth_year": None}, PLAIN.replaces)
    assert (left.salt, set(left.kept), set(left.gone)) == ("", {"sex", "birth_year", "removed"}, {"name_latin"})
    assert is_genuine(left)
    less = without(left, {"sex", "removed"})
    assert (less.sets, less.replaces) == ({"birth_year": None}, {})
    assert set(less.gone) == {"name_latin", "sex", "removed"}
    assert is_genuine(less)
    assert (less.id, less.digest) == (sealed_change.id, sealed_change.digest)
    assert not is_genuine(replace(less, kept={})), "what it says must be proved"


def test_without_nothing_it_is_the_same(sealed_change: Change):
    assert without(sealed_change, {"phone"}) is sealed_change
    assert without(sealed_change, set()) is sealed_change


def test_two_halves_know_together_what_each_knew(sealed_change: Change):
    one, other = without(sealed_change, {"name_latin", "sex"}), without(sealed_change, {"birth_year", "sex"})
    both = united(one, other)
    assert both.sets == {"name_latin": "Sara", "birth_year": None}
    assert set(both.gone) == {"sex"}
    assert is_genuine(both)
    assert united(one, sealed_change) is united(sealed_change, one) is sealed_change


def test_the_order_in_which_answers_are_shown(sealed_change: Change):
    assert sealed_change.order == (7, "device", sealed_change.id)
