"""The names that are usual in Iraq and Kurdistan, in both scripts, and the titles that are no names."""

import csv
from dataclasses import dataclass
from functools import cache

import resources
from models.names.letters import folded, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    latin: str
    arabic: str
    sorani: str
    """Empty for names that are hardly met in Sorani."""
    other_latin: tuple[str, ...]


@cache
def known_names() -> tuple[KnownName, ...]:
    """What one is called, then families and tribes."""
    return (*_read("given_names.csv"), *_read("family_names.csv"))


@cache
def titles() -> tuple[KnownName, ...]:
    return _read("titles.csv")


def latin_key(spelling: str) -> str:
    """A Latin spelling as it is looked up: without hyphens, apostrophes and dots."""
    return "".join(letter for letter in plain(spelling) if letter.isalpha())


def arabic_key(spelling: str) -> str:
    """A spelling in Arabic letters as it is looked up: without blanks and dots, letters levelled."""
    return "".join(letter for letter in folded(spelling) if letter.isalpha())


def _read(name: str) -> tuple[KnownName, ...]:
    with resources.path("names", name).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple(
            KnownName(
                latin=row["latin"],
                arabic=row["arabic"],
                sorani=row["sorani"],
                other_latin=tuple(row["other_latin"].split()),
            )
            for row in rows
        )
