"""Proposes the missing form of a name: usual names from the table, the others letter by letter.

A proposal is a help for typing; it is never printed before somebody confirmed it.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

from models.names.by_letter import arabic_by_letter, latin_by_letter, sorani_by_letter
from models.names.known import KnownName, arabic_key, known_names, latin_key, titles
from models.names.letters import tidy

_ARTICLES = frozenset({"al", "el"})
_SERVANT = re.compile(r"^abd(?:[aeu]l)?(?:[ae]l)?(?=[^aeiou])")
"""However Abd and the article after it are written: Abdul-Ridha, Abdel Ridha, Abd al-Ridha."""
# The looser, the later: a spelling that would name two different names is none.
_LOOSER = (
    ((r"ee|ie", "i"), (r"oo|ou|o", "u"), (r"y", "i"), (r"q", "k"), (r"(.)\1+", r"\1"), (r"(?<=a)h$", "")),
    (("dh|dd", "d"), ("gh", "g"), ("th", "t"), ("e", "i")),
    (("e|i(?=.)", "a"),),
)


def propose_latin(name: str) -> str:
    """A Latin spelling of a name in Arabic or Sorani."""
    return " ".join(_written(_joined(tidy(name).split(), {"عبد", "عەبد", "ال"}), arabic_key, _latin_of))


def propose_arabic(name: str) -> str:
    """An Arabic spelling of a Latin name."""
    return " ".join(_written(_latin_parts(name), latin_key, _arabic_of))


def propose_sorani(name: str) -> str:
    """A Sorani spelling of a Latin name."""
    return " ".join(_written(_latin_parts(name), latin_key, _sorani_of))


def _written(parts: list[str], key: Callable[[str], str], write: Callable[[str], str]) -> Iterable[str]:
    """Two parts that are one name together, such as Nour Aldin, are looked up as one."""
    at = 0
    while at < len(parts):
        pair = " ".join(parts[at : at + 2])
        is_one = at + 1 < len(parts) and key(pair) in _compounds()
        yield write(pair if is_one else parts[at])
        at += 2 if is_one else 1


def _joined(parts: list[str], beginnings: Iterable[str]) -> list[str]:
    """Abd and the name after it are one name, and so are an article and the name after it."""
    joined: list[str] = []
    begun = ""
    for part in parts:
        if part.casefold() in beginnings:
            begun += part if part == "ال" else f"{part} "
        else:
            joined.append(begun + part)
            begun = ""
    return [*joined, *filter(None, [begun.strip()])]


def _latin_parts(name: str) -> list[str]:
    return _joined(tidy(name).split(), {"abd", "abdul", "abdel", "abdal", "al", "el"})


@cache
def _compounds() -> frozenset[str]:
    """The names of two words, by whatever key."""
    two = [one for one in known_names() if " " in one.arabic]
    keys = {latin_key(spelling) for one in two for spelling in (one.latin, *one.other_latin)}
    return frozenset(keys | {arabic_key(one.arabic) for one in two})


@cache
def _by_arabic() -> dict[str, KnownName]:
    found: dict[str, KnownName] = {}
    for one in (*titles(), *known_names()):
        for spelling in filter(None, (one.arabic, one.sorani)):
            found.setdefault(arabic_key(spelling), one)
    return found


@cache
def _by_latin() -> tuple[dict[str, KnownName], ...]:
    """By each spelling; then by looser and looser forms of it, those that name one name only."""
    exact: dict[str, KnownName] = {}
    for one in (*titles(), *known_names()):
        exact.setdefault(latin_key(one.latin), one)
    for one in (*titles(), *known_names()):
        for spelling in one.other_latin:
            exact.setdefault(latin_key(spelling), one)
    return exact, *(_single(exact, place) for place in range(1, len(_LOOSER) + 1))


def _single(exact: dict[str, KnownName], looseness: int) -> dict[str, KnownName]:
    named: dict[str, dict[str, KnownName]] = {}
    for spelling, one in exact.items():
        named.setdefault(_loose(spelling, looseness), {}).setdefault(one.arabic, one)
    return {key: next(iter(those.values())) for key, those in named.items() if len(those) == 1}


def _loose(key: str, looseness: int) -> str:
    for changes in _LOOSER[:looseness]:
        for pattern, instead in changes:
            key = re.sub(pattern, instead, key)
    return key


def _find(part: str) -> KnownName | None:
    """The name that a Latin spelling means."""
    key = latin_key(part)
    served = _SERVANT.sub("abdul", key)
    for looseness, table in enumerate(_by_latin()):
        for spelling in dict.fromkeys((key, served)):
            if found := table.get(_loose(spelling, looseness)):
                return found
    return None


def _latin_of(part: str) -> str:
    if found := _by_arabic().get(arabic_key(part)):
        return found.latin
    if part.startswith("ال") and len(part) > 4:
        return "Al-" + _latin_of(part[2:])
    return latin_by_letter(part)


def _arabic_of(part: str) -> str:
    if found := _find(part):
        return found.arabic
    if found := _find(f"Al-{part}"):
        return found.arabic.removeprefix("ال")
    before, article, rest = _article(part)
    if before:
        return f"عبد ال{_arabic_of(rest)}"
    return f"ال{_arabic_of(rest)}" if article else arabic_by_letter(part)


def _sorani_of(part: str) -> str:
    if found := _find(part):
        return found.sorani or sorani_by_letter(found.latin.removeprefix("Al-"))
    before, article, rest = _article(part)
    if before:
        return f"عەبدول{_sorani_of(rest)}"
    return _sorani_of(rest) if article else sorani_by_letter(part)


def _article(part: str) -> tuple[str, str, str]:
    """Abd, the article and the name after them, as far as they are there and a name is left."""
    small = tidy(part).casefold()
    if served := re.match(r"(abd)(?:[aeu]?l?[- ]+|[aeu]l)(?:[ae]l[- ])?(\w{2}.+)$", small):
        return "abd", "al", served[2]
    begun, _, rest = small.replace(" ", "-").partition("-")
    return ("", begun, rest) if begun in _ARTICLES and rest else ("", "", part)
