"""Governorates: names in three languages and their codes, as data that another country can replace."""

import csv
from dataclasses import dataclass
from functools import cache

import resources
from models.names.letters import folded
from models.texts import Text

COUNTRY = "iraq"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    code: str
    """The P-code, or our own where none is agreed."""
    iso: str
    name: Text
    rolls_up_to: str
    """The code under which figures count it when the reader knows no other."""
    other_names: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.name, *self.other_names)


@cache
def places() -> dict[str, Place]:
    """Code -> place, in the order of the file."""
    with resources.path("places", f"{COUNTRY}.csv").open(encoding="utf-8", newline="") as file:
        rows = [dict(row) for row in csv.DictReader(file)]
    return {row["code"]: _place(row) for row in rows}


def _place(row: dict[str, str]) -> Place:
    return Place(
        code=row["code"],
        iso=row["iso"],
        name=Text.among(row, "name"),
        rolls_up_to=row["rolls_up_to"],
        other_names=tuple(filter(None, row["other_names"].split("|"))),
    )


@cache
def _by_name() -> dict[str, str]:
    return {_key(name): place.code for place in places().values() for name in place.names}


def _key(name: str) -> str:
    return "".join(word.removeprefix("ال") for word in folded(name).replace("-", " ").split())


def recognise(text: str) -> str:
    """The code of the place that a text names, or an empty text."""
    if text in places():
        return text
    return _by_name().get(_key(text), "")
