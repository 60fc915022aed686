"""The sound of a name in one alphabet for both scripts: consonants, and the vowels between them.

Consonants alone would merge Hassan and Hussein, Mahmoud and Mohammed, Karim and Karam; hence the
slots. A capital slot is a vowel that Arabic writes (ا و ي), a small one may stay unwritten,
``?`` is one that Arabic left out, "" is none.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from models.names.letters import is_sorani_spelling, plain

UNWRITTEN = "?"

_CONSONANTS = {
    "ب": "b", "پ": "b", "ت": "t", "ث": "s", "ج": "j", "چ": "j", "ح": "h", "خ": "x", "د": "d", "ذ": "z",
    "ر": "r", "ڕ": "r", "ز": "z", "ژ": "j", "س": "s", "ش": "c", "ص": "s", "ض": "z", "ط": "t", "ظ": "z",
    "غ": "g", "ف": "f", "ڤ": "f", "ق": "k", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "ڵ": "l", "م": "m",
    "ن": "n", "ه": "h", "ھ": "h",
}  # fmt: skip
_DIGRAPHS = {"sh": "c", "ch": "j", "kh": "x", "gh": "g", "th": "s", "dh": "z", "zh": "j", "ph": "f"}
_LATIN = {"q": "k", "c": "k", "v": "f", "p": "b", "ş": "c", "ç": "j"}
_ABD = re.compile(r"^(?:abd|ebd)[aeiou]{0,2}[lr]?(?=[^aeiou])")
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|an)-")
PARTICLES = frozenset({"al", "el", "bin", "ibn", "bint", "ben", "بن", "ابن", "بنت", "ال"})


@dataclass(frozen=True, slots=True)
class Sound:
    """``slots`` has one entry before each consonant and one after the last."""

    consonants: str
    slots: tuple[str, ...]

    @property
    def key(self) -> str:
        """What two spellings of a name share: the consonants without an h at the end."""
        return self.consonants


def name_parts(name: str) -> list[str]:
    """The names of a full name: particles dropped, Abd and what follows joined, articles cut."""
    pieces = [_ARTICLE.sub("", piece) for piece in plain(name).replace("’", "'").split()]
    pieces = [piece.strip(".,،'`-()") for piece in pieces]
    parts: list[str] = []
    pending = ""
    for piece in pieces:
        if piece in {"عبد", "عەبد", "abd", "abdul", "abdel", "abdal"}:
            pending = "abd" if piece[0] in "ae" else "عبد"
        elif piece and (piece not in PARTICLES or pending):
            parts.append(pending + _without_article(piece, joined=bool(pending)))
            pending = ""
    if pending:
        parts.append(pending)
    return parts


def _without_article(piece: str, *, joined: bool) -> str:
    if piece.startswith("ال") and len(piece) > (3 if joined else 4):
        return piece[2:]
    return piece


@lru_cache(maxsize=50_000)
def sound(part: str) -> Sound:
    """The sound of one name in either script."""
    marks = _from_arabic(part) if any("\u0600" <= letter <= "ۿ" for letter in part) else _from_latin(part)
    return _assemble(marks)


def _assemble(marks: list[str]) -> Sound:
    """Marks are consonants (one small letter or c for sh) or vowels ('+' and the slot)."""
    consonants: list[str] = []
    slots = [""]
    for mark in marks:
        if mark.startswith("+"):
            slots[-1] = _louder(slots[-1], mark[1:])
        elif consonants and consonants[-1] == mark and slots[-1] in {"", UNWRITTEN}:
            continue  # a doubled consonant
        else:
            consonants.append(mark)
            slots.append("")
    if len(consonants) > 1 and consonants[-1] == "h":
        consonants.pop()
        slots.pop()
    return Sound("".join(consonants), tuple(slots))


def _louder(one: str, other: str) -> str:
    if one in {"", UNWRITTEN}:
        return other
    if (one, other) == ("a", "e") or (one in {"a", "e"} and other in {"i", "I"}):
        return "E"  # ai, ay, ei
    return one if one.isupper() else other if other.isupper() else one


def _from_arabic(part: str) -> list[str]:
    is_sorani = is_sorani_spelling(part)
    if part.startswith("عبد") and len(part) > 4:
        return ["+a", "b", "d", *_from_arabic(_without_article(part[3:], joined=True))]
    if part.startswith("عەبد") and len(part) > 5:
        return ["+a", "b", "d", *_from_arabic(re.sub("^(?:ول|وڵ|ور)", "", part[4:]))]
    marks: list[str] = []
    for at, letter in enumerate(part):
        if letter in _CONSONANTS:
            if marks and not marks[-1].startswith("+") and not is_sorani:
                marks.append("+" + UNWRITTEN)
            marks.append(_CONSONANTS[letter])
        elif letter in "وۆؤيیێى":
            marks += _half_vowel(part, at, marks, is_sorani=is_sorani)
        elif letter in "اأإآٱ":
            marks.append("+A" if at else "+a")
        elif letter in "ةە" or (letter == "ع" and at):
            marks.append("+a")
    return marks


def is_consonant(part: str, at: int) -> bool:
    """Whether the و or ي at this place is a consonant: at the start, or before a vowel."""
    if at == 0:
        return True
    following = part[at + 1 : at + 2]
    if following in _HALF_VOWELS:
        return following != part[at] and not is_consonant(part, at + 1)
    return bool(following) and following in "اآەةێۆى"


_HALF_VOWELS = frozenset("وؤيی")


def _half_vowel(part: str, at: int, marks: list[str], *, is_sorani: bool) -> list[str]:
    """Consonants at the start and before a vowel, else vowels: long ones, but in Sorani any."""
    letter = part[at]
    name = "w" if letter in "وۆؤ" else "y"
    if letter in _HALF_VOWELS and is_consonant(part, at):
        gap = ["+" + UNWRITTEN] if marks and not marks[-1].startswith("+") and not is_sorani else []
        return [*gap, name]
    if letter == "ى":
        return ["+A"]
    vowel = "U" if name == "w" else "I"
    return ["+" + (vowel.lower() if is_sorani else vowel)]


def _from_latin(part: str) -> list[str]:
    abd = _ABD.match(part)
    if abd and len(part) > abd.end() + 1:
        return ["+a", "b", "d", *_from_latin(part[abd.end() :])]
    marks: list[str] = []
    at = 0
    while at < len(part):
        pair, letter = part[at : at + 2], part[at]
        following = part[at + 1] if at + 1 < len(part) else ""
        if pair in _DIGRAPHS:
            marks.append(_DIGRAPHS[pair])
            at += 2
            continue
        if letter in "aeiouêîûöüı":
            marks.append(
                "+" + {"o": "u", "û": "u", "ö": "u", "ü": "u", "ê": "e", "î": "i", "ı": "i"}.get(letter, letter)
            )
        elif letter in "wy" and at and following not in set("aeiouêîû"):
            marks.append("+u" if letter == "w" else "+i")
        elif letter.isalpha():
            marks.append(_LATIN.get(letter, letter))
        at += 1
    return marks
