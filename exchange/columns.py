"""Which column of a list is what, whatever its language, order and spelling."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

import resources
from exchange.grids import Grid
from models.names.letters import folded

NAME_PARTS = ("first", "father", "grandfather", "family")
_NAMES = frozenset({"name", *NAME_PARTS})
_LOOK_AT_ROWS = 40
_ALMOST_EQUAL = 88
_LONGEST_HEADER = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the list lies in a grid."""

    header_row: int
    """Index of the header in the grid's rows."""
    fields: dict[int, str]
    """Column -> field."""

    def columns_of(self, field: str) -> list[int]:
        return [column for column, found in self.fields.items() if found == field]


@cache
def _headers() -> dict[str, str]:
    """Folded header -> field."""
    with resources.path("lists", "columns.csv").open(encoding="utf-8", newline="") as file:
        return {
            header_form(header): row["field"] for row in csv.DictReader(file) for header in row["headers"].split("|")
        }


def header_form(text: str) -> str:
    """A header without case, marks and articles."""
    stripped = re.sub(r"[\n\r]+", " ", folded(text))
    words = re.findall(r"[^\W_]+|#", stripped.replace("'", "").replace("’", ""))
    return " ".join(word.removeprefix("ال") if len(word) > 4 else word for word in words)


@cache
def recognise(header: str) -> str:
    """The field that a header names, or an empty text."""
    if not header.strip() or len(header) > _LONGEST_HEADER:
        return ""
    known = _headers()
    # Without a hint first; then, of a heading in two languages, "Name / الاسم", each half may be the one that is known.
    parts = [header, *re.split(r"[\n(]", header), *re.split(r"[/\n(|)–-]", header)]
    for part in parts:
        form = header_form(part)
        if form in known:
            return known[form]
    form = header_form(header)
    if len(form) < 4:
        return ""
    found = process.extractOne(form, known.keys(), scorer=fuzz.ratio, score_cutoff=_ALMOST_EQUAL)
    return known[found[0]] if found else ""


def find_list(grids: Iterable[Grid]) -> tuple[Grid, Layout] | None:
    """The sheet and the header row of the list of people: where most columns are understood."""
    best: tuple[int, Grid, Layout] | None = None
    for grid in grids:
        for index, row in enumerate(grid.rows[:_LOOK_AT_ROWS]):
            layout = _layout(index, row)
            weight = len(set(layout.fields.values()))
            if weight >= 2 and _NAMES & set(layout.fields.values()) and (best is None or weight > best[0]):
                best = (weight, grid, layout)
    return (best[1], best[2]) if best else None


def _layout(index: int, row: tuple[str, ...]) -> Layout:
    """Names may come in several columns; of everything else the first column counts."""
    fields: dict[int, str] = {}
    for column, cell in enumerate(row):
        field = recognise(cell)
        if field and (field == "name" or field not in fields.values()):
            fields[column] = field
    return Layout(index, fields)
