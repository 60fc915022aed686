"""Institutions written differently, or in another language, recognised as one.

By the reference list in ``resources/institutions``, which any office may edit; what is not on it
stays as written, its kind guessed from its words.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

import resources
from models.names.letters import folded, is_arabic_script, looks_sorani, tidy
from models.places import COUNTRY, places
from models.records.codes import InstitutionKind
from models.texts import Text
from resources.words.languages import LANGUAGES

_ALMOST_EQUAL = 94
_ARTICLES = frozenset({"the", "of", "for", "and", "و"})
_SEPARATORS = re.compile(r"\s+[–—/|-]\s+|\s*/\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An institution as it is known beforehand."""

    key: str
    kind: InstitutionKind
    parent: str
    name: Text
    other_names: tuple[str, ...]


@cache
def references() -> dict[str, Reference]:
    """Key -> institution: the list, and one per place and pattern."""
    known = [_reference(row) for row in _rows(f"{COUNTRY}.csv")]
    for row in _rows("patterns.csv"):
        known += _from_pattern(row)
    return {reference.key: reference for reference in known}


def _rows(name: str) -> list[dict[str, str]]:
    with resources.path("institutions", name).open(encoding="utf-8", newline="") as file:
        return [dict(row) for row in csv.DictReader(file)]


def _reference(row: dict[str, str]) -> Reference:
    return Reference(
        key=row["key"],
        kind=InstitutionKind(row["kind"]),
        parent=row["parent"],
        name=Text.among(row, "name"),
        other_names=tuple(filter(None, row["other_names"].split("|"))),
    )


def _from_pattern(row: dict[str, str]) -> list[Reference]:
    made, name = [], Text.among(row, "name")
    for place in places().values():
        others = [
            pattern.format(place=known)
            for pattern in (*name, *row["other_names"].split("|"))
            for known in place.names
            if is_arabic_script(pattern.format(place="")) == is_arabic_script(known)
        ]
        made.append(
            Reference(
                key=f"{row['kind']}-{place.code.casefold()}",
                kind=InstitutionKind(row["kind"]),
                parent="",
                name=Text(**{one: name[one].format(place=place.name[one] or place.name.first) for one in LANGUAGES}),
                other_names=tuple(others),
            )
        )
    return made


def comparison_form(name: str) -> str:
    """Words in their order, without brackets, articles and small words."""
    text = re.sub(r"[(\[].*?[)\]]", " ", folded(name)) if not name.strip().startswith("(") else folded(name)
    words = [word.removeprefix("ال") if len(word) > 4 else word for word in re.findall(r"[^\W_]+", text)]
    return " ".join(word for word in words if word not in _ARTICLES)


@cache
def _by_form() -> dict[str, str]:
    forms: dict[str, str] = {}
    for reference in references().values():
        for name in (*reference.name, *reference.other_names):
            forms.setdefault(comparison_form(name), reference.key)
    # A name that differs only in what stands in brackets, as "(KRG)", is another institution.
    for reference in references().values():
        for name in reference.name:
            forms[_whole_form(name)] = reference.key
    return forms


def _whole_form(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", folded(name)))


def recognise(name: str) -> Reference | None:
    """The known institution that a text names, in whatever language and spelling."""
    if not name.strip():
        return None
    forms = _by_form()
    form = comparison_form(name)
    for known in (_whole_form(name), form):
        if known in forms:
            return references()[forms[known]]
    if len(form) < 8:
        return None
    found = process.extractOne(form, forms.keys(), scorer=fuzz.ratio, score_cutoff=_ALMOST_EQUAL)
    return references()[forms[found[0]]] if found else None


def recognise_parent(name: str) -> Reference | None:
    """The known institution to which an unknown one belongs: "Ministry of X – Department Y"."""
    parts = _parts(name)
    return recognise(parts[0]) if len(parts) > 1 else None


def _parts(name: str) -> list[str]:
    return [part for part in _SEPARATORS.split(name) if part.strip()]


def guess_kind(name: str) -> InstitutionKind:
    """What its words say it is; the last part of "Ministry of X – Department Y" decides."""
    for part in reversed(_parts(name) or [name]):
        words = set(re.findall(r"[^\W_]+", folded(part)))
        for row in _rows_of_kinds():
            if words & row[1]:
                return row[0]
    return InstitutionKind.UNKNOWN


@cache
def _rows_of_kinds() -> tuple[tuple[InstitutionKind, frozenset[str]], ...]:
    return tuple(
        (InstitutionKind(row["kind"]), frozenset(folded(word) for word in row["words"].split()))
        for row in _rows("kinds.csv")
    )


def name_as_written(written: str) -> Text:
    """The name in the language whose letters it is written in."""
    text = tidy(written)
    if not is_arabic_script(text):
        return Text(en=text)
    return Text(ckb=text) if looks_sorani(text) else Text(ar=text)
