"""Proposes the missing form of a name: known names from the table, the others letter by letter.

A proposal is a help for typing; it is never printed before somebody confirmed it.
"""

import csv
from functools import cache

import resources
from models.names.letters import folded, is_sorani_spelling, plain, tidy
from models.names.skeleton import PARTICLES, is_consonant

_TO_LATIN = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ڕ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ڤ": "v", "ق": "q", "ك": "k",
    "ک": "k", "گ": "g", "ل": "l", "ڵ": "l", "م": "m", "ن": "n", "ه": "h", "ھ": "h", "ە": "a", "ة": "a",
    "ى": "a", "ێ": "e", "ۆ": "o", "ء": "", "ئ": "", "ؤ": "u",
}  # fmt: skip
_TO_ARABIC = {
    "sh": "ش", "ch": "ج", "kh": "خ", "gh": "غ", "th": "ث", "dh": "ذ", "zh": "ز", "ou": "و", "oo": "و",
    "ee": "ي", "aa": "ا", "ai": "ي", "ay": "ي", "ei": "ي",
    "b": "ب", "p": "ب", "t": "ت", "j": "ج", "h": "ح", "d": "د", "r": "ر", "z": "ز", "s": "س", "f": "ف",
    "v": "ف", "q": "ق", "k": "ك", "c": "ك", "g": "ك", "l": "ل", "m": "م", "n": "ن", "w": "و", "y": "ي",
    "o": "و", "u": "و", "i": "ي", "e": "", "a": "ا", "x": "كس",
}  # fmt: skip
_VOWELS = set("aeiou")


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Known names: folded Arabic script -> Latin, Latin in small letters -> Arabic."""
    to_latin: dict[str, str] = {}
    to_arabic: dict[str, str] = {}
    with resources.path("names", "given_names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for spelling in (row["arabic"], row["sorani"]):
                if spelling:
                    to_latin.setdefault(_key(spelling), row["latin"])
            for latin in (row["latin"], *row["other_latin"].split()):
                to_arabic.setdefault(plain(latin), row["arabic"])
    return to_latin, to_arabic


def _key(spelling: str) -> str:
    return folded(spelling).replace(" ", "")


def propose_latin(name: str) -> str:
    """A Latin spelling of a name in Arabic or Sorani."""
    return " ".join(_part_to_latin(part) for part in _joined_abd(tidy(name).split()))


def propose_arabic(name: str) -> str:
    """An Arabic spelling of a Latin name."""
    return " ".join(_part_to_arabic(part) for part in tidy(name).split())


def _joined_abd(parts: list[str]) -> list[str]:
    """عبد and the name after it are one name."""
    joined: list[str] = []
    for part in parts:
        if joined and joined[-1] == "عبد":
            joined[-1] = f"عبد {part}"
        else:
            joined.append(part)
    return joined


def _part_to_latin(part: str) -> str:
    known = _table()[0].get(_key(part))
    if known:
        return known
    if part.startswith("ال") and len(part) > 4:
        return "Al-" + _part_to_latin(part[2:])
    letters = [_letter_to_latin(part, at) for at in range(len(part))]
    return "".join(_with_short_vowels(letters, is_sorani=is_sorani_spelling(part))).capitalize()


def _letter_to_latin(part: str, at: int) -> str:
    letter = part[at]
    if letter == "و":
        return "w" if is_consonant(part, at) else "" if part[at - 1] == "و" else "u"
    if letter in "يی":
        return "y" if is_consonant(part, at) else "i"
    return _TO_LATIN.get(letter, "")


def _with_short_vowels(letters: list[str], *, is_sorani: bool) -> list[str]:
    """Arabic leaves short vowels out: an a between two consonants reads better than nothing."""
    letters = [letter for letter in letters if letter]
    if is_sorani:
        return letters
    result: list[str] = []
    for at, letter in enumerate(letters):
        result.append(letter)
        is_last = at + 1 == len(letters)
        if not is_last and letter[-1] not in _VOWELS and letters[at + 1][0] not in _VOWELS:
            closes_syllable = at > 0 and result[-2][-1] in _VOWELS
            if not closes_syllable or at + 2 == len(letters):
                result.append("a")
    return result


def _part_to_arabic(part: str) -> str:
    small = plain(part).replace("-", "")
    known = _table()[1].get(small)
    if known:
        return known
    if small[:2] in PARTICLES and "-" in part:
        return "ال" + _part_to_arabic(part.split("-", 1)[1])
    letters: list[str] = []
    at = 0
    while at < len(small):
        pair = small[at : at + 2]
        taken = pair if pair in _TO_ARABIC else small[at]
        written = _TO_ARABIC.get(taken, "")
        is_short = taken in {"a", "i", "u", "o", "e"} and 0 < at < len(small) - 1
        if at == 0 and taken[0] in _VOWELS:
            letters.append("ا" if taken[0] in "aeou" else "إ")
        else:
            is_unwritten = is_short and taken in {"a", "e"} and _is_closed(small, at)
            is_doubled = letters[-1:] == [written] and len(taken) == 1 and taken not in _VOWELS
            if not is_unwritten and not is_doubled:
                letters.append(written)
        at += len(taken)
    return "".join(letters)


def _is_closed(small: str, at: int) -> bool:
    """A short a or e before a doubled consonant or before two consonants stays unwritten."""
    tail = small[at + 1 : at + 3]
    return len(tail) == 2 and not set(tail) & _VOWELS
