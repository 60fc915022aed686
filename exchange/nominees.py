"""Nominee lists as ministries and NGOs send them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import resources
from exchange.births import Unclear, birth_year, why_unclear
from exchange.columns import NAME_PARTS, Layout, find_list, recognise
from exchange.grids import Grid, read
from models.errors import NoNameColumn
from models.names.letters import ascii_digits, folded, is_arabic_script, tidy, without_unseen
from models.phones import normalise
from models.records.codes import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class UnclearCell:
    """What stands in a list and could not be kept."""

    heading: str
    text: str
    reason: Unclear
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """One person on a list; institution and governorate as written."""

    row: int
    """As the spreadsheet numbers it, from 1."""
    title: str = ""
    name_latin: str = ""
    name_arabic: str = ""
    sex: Sex = Sex.UNKNOWN
    institution: str = ""
    position: str = ""
    governorate: str = ""
    phone: str = ""
    email: str = ""
    birth_year: int | None = None
    note: str = ""
    others: tuple[tuple[str, str], ...] = ()
    """What stands in columns that are none of these: header, text."""
    unclear: tuple[UnclearCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedRow:
    """A row that is no person, and the code of the reason (see resources/words/codes.py)."""

    row: int
    reason: str


@dataclass(slots=True, kw_only=True)
class NomineeList:
    sheet: str
    columns: dict[str, str]
    """Header as written -> field."""
    nominees: list[Nominee] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    cleaned: list[int] = field(default_factory=list)
    """Rows from which signs that nobody can see were removed."""


def read_nominees(path: Path) -> NomineeList:
    """Find the list in a file and read it.

    :raises NoNameColumn: when nothing in the file looks like the header of a list of people
    :raises NotReadable, ListUnreadable, ListTooLarge, ListEmpty: see exchange.grids.read
    """
    found = find_list(read(path))
    if found is None:
        raise NoNameColumn(path=str(path))
    grid, layout = found
    header = grid.rows[layout.header_row]
    columns = {header[column]: name for column, name in layout.fields.items()}
    nominees = NomineeList(sheet=grid.name, columns=columns)
    for row, written in _body(grid, layout):
        cells = tuple(map(without_unseen, written))
        names = _names(cells, layout)
        reason = _why_nobody(cells, layout, names)
        if reason:
            nominees.skipped.append(SkippedRow(row=row, reason=reason))
        else:
            nominees.nominees.append(_nominee(row, cells, layout, header, names))
            if cells != written:
                nominees.cleaned.append(row)
    return nominees


def _body(grid: Grid, layout: Layout) -> Iterator[tuple[int, tuple[str, ...]]]:
    for index in range(layout.header_row + 1, len(grid.rows)):
        if any(grid.rows[index]):
            yield index + 1, grid.rows[index]


@cache
def _meanings() -> dict[str, str]:
    with resources.path("lists", "values.csv").open(encoding="utf-8", newline="") as file:
        return {
            folded(word).strip("."): row["meaning"] for row in csv.DictReader(file) for word in row["words"].split("|")
        }


def _meaning(text: str) -> str:
    return _meanings().get(folded(tidy(text)).strip(".:"), "")


@dataclass(frozen=True, slots=True)
class _Names:
    latin: str
    arabic: str
    titles: list[str]
    """What the words in front of a name mean, per column "Name"."""


def _why_nobody(cells: tuple[str, ...], layout: Layout, names: _Names) -> str:
    """The code of the reason why a row is no person; empty for a person."""
    if any(_meaning(cell) == "total" for cell in cells):
        return "total"
    if not names.latin and not names.arabic:
        return "no_name"
    if sum(bool(cell) for cell in cells) == 1 and len(layout.fields) > 2:
        return "note"
    if all(cell == "" or recognise(cell) for cell in cells):
        return "header"
    return ""


def _names(cells: tuple[str, ...], layout: Layout) -> _Names:
    """The name in each script; columns of parts are joined, a title in front is no part of the name."""
    found = {"latin": "", "arabic": ""}
    titles = []
    for column in layout.columns_of("name"):
        title, name = _split_title(_cell(cells, column))
        titles.append(title)
        script = "arabic" if is_arabic_script(name) else "latin"
        if any(letter.isalpha() for letter in name) and not found[script]:
            found[script] = name
    parts = [tidy(_cell(cells, column)) for part in NAME_PARTS for column in layout.columns_of(part)]
    _, joined = _split_title(" ".join(filter(None, parts)))
    if any(letter.isalpha() for letter in joined):
        script = "arabic" if is_arabic_script(joined) else "latin"
        already = found[script]
        if not already:
            found[script] = joined
        elif "first" not in layout.fields.values():
            found[script] = f"{already} {joined}"  # the column "Name" held the first name only
    return _Names(**found, titles=titles)


def _cell(cells: tuple[str, ...], column: int) -> str:
    return cells[column] if column < len(cells) else ""


_TITLE = re.compile(r"^([^\W\d_]{1,12}\.?(?:[^\W\d_]\.)?)[\s/.]+(?=\S)")


def _split_title(name: str) -> tuple[str, str]:
    """A title and the name after it, where the first word is a known title."""
    text = tidy(name)
    match = _TITLE.match(text)
    meaning = _meaning(match.group(1)) if match else ""
    if match is None or _is_initial(text) or not meaning.startswith(("title:", "sex:")):
        return "", text
    return meaning, text[match.end() :]


def _is_initial(name: str) -> bool:
    """Whether the first letter is of the name: "M. Ali", "د علي"; but "د. علي" is a doctor."""
    return not name[1:2].isalpha() and (name[0].isascii() or not {".", "/"} & set(name[:3]))


def _nominee(row: int, cells: tuple[str, ...], layout: Layout, header: tuple[str, ...], names: _Names) -> Nominee:
    def written(name: str) -> str:
        columns = layout.columns_of(name)
        return _cell(cells, columns[0]) if columns else ""

    def cell(name: str) -> str:
        return tidy(written(name))

    def heading(name: str) -> str:
        columns = layout.columns_of(name)
        return tidy(header[columns[0]]) if columns else ""

    title = cell("title") or next((found[6:] for found in names.titles if found.startswith("title:")), "")
    return Nominee(
        row=row,
        title=title,
        name_latin=_latin_case(names.latin),
        name_arabic=names.arabic,
        sex=_sex(cell("sex"), names.titles),
        institution=cell("institution"),
        position=cell("position"),
        governorate=cell("governorate"),
        phone=_phone(written("phone")),
        email=_email(cell("email")),
        birth_year=birth_year(cell("birth_year")),
        note=cell("note"),
        others=_others(cells, layout, header),
        unclear=_unclear(cell("birth_year"), heading("birth_year")),
    )


def _others(cells: tuple[str, ...], layout: Layout, header: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    columns = [column for column, title in enumerate(header) if title.strip() and column not in layout.fields]
    return tuple((header[column], tidy(_cell(cells, column))) for column in columns if _cell(cells, column))


def _latin_case(name: str) -> str:
    """KARWAN AHMED and karwan ahmed as Karwan Ahmed; mixed case stays as written."""
    if name.isupper() or name.islower():
        return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in name.split())
    return name


def _sex(text: str, titles: list[str]) -> Sex:
    for meaning in (_meaning(text), *titles):
        if meaning.startswith("sex:"):
            return Sex(meaning[4:])
    return Sex.UNKNOWN


def _phone(text: str) -> str:
    """The first number of a cell. A spreadsheet may have eaten the leading zero."""
    first = re.split(r"[/,;،؛\n]", ascii_digits(text))[0].strip()
    digits = re.sub(r"\D", "", first)
    if len(digits) == 10 and digits.startswith("7"):
        first = "0" + digits
    return normalise(first) if digits else ""


def _email(text: str) -> str:
    found = re.search(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+", text)
    return found.group(0).casefold() if found else ""


def _unclear(cell: str, heading: str) -> tuple[UnclearCell, ...]:
    """A birth that is written so that nobody here can read it as a year."""
    if not any(letter.isalnum() for letter in cell) or birth_year(cell) is not None:
        return ()
    return (UnclearCell(heading=heading, text=cell, reason=why_unclear(cell)),)
