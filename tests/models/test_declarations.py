"""How the fields of records are stored and come back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

import pytest

from models.blobs import Blob
from models.fields import Nested, Record, defaults_of, fields_of, record_from, values_of


class Colour(StrEnum):
    NONE = ""
    RED = "red"


@dataclass(frozen=True, slots=True)
class Part(Nested):
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing(Record):
    KIND: ClassVar[str] = "thing"

    text: str = ""
    number: int = 4
    maybe: int | None = None
    flag: bool = True
    day: date | None = None
    colour: Colour = Colour.NONE
    words: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    face: Blob | None = None


FACE = Blob("a1" * 32, 5, "image/png")
FACE_STORED = {"blob": "a1" * 32, "length": 5, "kind": "image/png"}
FULL = Thing(
    id="t", removed=True, text="x", number=1, maybe=0, flag=False, day=date(2015, 9, 13), colour=Colour.RED,
    words=("a", "b"), parts=(Part("p", 2), Part()), face=FACE,
)  # fmt: skip
STORED = {
    "removed": True, "text": "x", "number": 1, "maybe": 0, "flag": False, "day": "2015-09-13", "colour": "red",
    "words": ["a", "b"], "parts": [{"name": "p", "size": 2}, {"name": "", "size": 0}],
    "face": FACE_STORED,
}  # fmt: skip
USUAL = {
    "removed": False, "text": "", "number": 4, "maybe": None, "flag": True, "day": None, "colour": "", "words": [],
    "parts": [], "face": None,
}  # fmt: skip


def test_a_record_is_stored_as_json_has_it_and_comes_back():
    assert values_of(FULL) == STORED
    assert type(values_of(FULL)["colour"]) is str
    assert record_from(Thing, "t", STORED) == FULL
    assert record_from(Thing, "t", values_of(Thing(id="t"))) == Thing(id="t")


def test_what_nobody_said_is_usual():
    assert defaults_of(Thing) == values_of(Thing(id="t")) == USUAL
    assert record_from(Thing, "t", {}) == Thing(id="t")
    assert record_from(Thing, "t", {}, erased=True) == Thing(id="t", erased=True)


@pytest.mark.parametrize(
    "values",
    [{"colour": "green"}, {"day": "yesterday"}, {"number": "many"}, {"words": 7}, {"words": "ab"},
     {"parts": [7]}, {"face": "me.png"}, {"face": {**FACE_STORED, "blob": "A1" * 32}},
     {"face": {**FACE_STORED, "x": 1}}, {"face": {**FACE_STORED, "length": True}},
     {"face": {**FACE_STORED, "length": -1}},
     {"face": {**FACE_STORED, "kind": None}}, {"face": {**FACE_STORED, "blob": 7}}, {"unheard_of": 1}],
    ids=str,
)  # fmt: skip
def test_what_is_not_understood_is_usual_and_the_rest_is_read(values: dict[str, object]):
    """A newer version may have written it; this one shows what it knows."""
    assert record_from(Thing, "t", {**values, "text": "x", "maybe": 3}) == Thing(id="t", text="x", maybe=3)


def test_fields_stand_in_the_order_of_their_declaration():
    assert [one.name for one in fields_of(Thing)] == list(USUAL)
    assert [one.name for one in fields_of(Thing) if one.is_number] == ["removed", "number", "maybe", "flag"]


def test_numbers_of_the_database_become_answers():
    found = record_from(Thing, "t", {"flag": 0, "removed": 1})
    assert (found.flag, found.removed) == (False, True)


def test_what_cannot_be_stored_is_told_at_once():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Wrong(Record):
        share: float = 0.5

    with pytest.raises(TypeError, match="float"):
        fields_of(Wrong)


def test_only_an_annotation_that_is_a_class_can_be_a_list_of_choices():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Odd(Record):
        table: dict[str, str] = None  # type: ignore[assignment]

    with pytest.raises(TypeError, match="dict"):
        fields_of(Odd)
