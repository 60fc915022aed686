"""The other form of a name that no table knows: letter by letter."""

from models.names.letters import is_sorani_spelling, plain
from models.names.skeleton import is_consonant

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
_TO_SORANI = {
    "sh": "ش", "ch": "چ", "kh": "خ", "gh": "غ", "th": "س", "dh": "ز", "zh": "ژ", "ou": "وو", "oo": "وو", "ee": "ی",
    "aa": "ا", "ai": "ەی", "ay": "ەی", "ei": "ەی",
    "b": "ب", "p": "پ", "t": "ت", "j": "ج", "h": "ه", "d": "د", "r": "ر", "z": "ز", "s": "س", "f": "ف", "v": "ڤ",
    "q": "ق", "k": "ک", "c": "ک", "g": "گ", "l": "ل", "m": "م", "n": "ن", "w": "و", "y": "ی", "x": "خ",
    "o": "ۆ", "u": "و", "i": "ی", "e": "ێ", "a": "ا",
}  # fmt: skip


def latin_by_letter(part: str) -> str:
    letters = [_letter_to_latin(part, at) for at in range(len(part))]
    return "".join(_with_short_vowels(letters, is_sorani=is_sorani_spelling(part))).capitalize()


def arabic_by_letter(part: str) -> str:
    small = plain(part).replace("-", "")
    letters: list[str] = []
    at = 0
    while at < len(small):
        taken = small[at : at + 2] if small[at : at + 2] in _TO_ARABIC else small[at]
        written = _TO_ARABIC.get(taken, "")
        if at == 0 and taken[0] in _VOWELS:
            letters.append("ا" if taken[0] in "aeou" else "إ")
        elif not _is_unwritten(small, at, taken) and not _is_doubled(letters, written, taken):
            letters.append(written)
        at += len(taken)
    return "".join(letters)


def sorani_by_letter(part: str) -> str:
    """Sorani writes every vowel, with a hamza at the start, and begins no word with a simple r."""
    small = plain(part).replace("-", "")
    letters: list[str] = []
    at = 0
    while at < len(small):
        taken = small[at : at + 2] if small[at : at + 2] in _TO_SORANI else small[at]
        written = _TO_SORANI.get(taken, "")
        if taken in {"a", "e"} and _is_closed(small, at):
            written = "ە"
        if not _is_doubled(letters, written, taken):
            letters.append(written)
        at += len(taken)
    begins = "ئ" if small[:1] in _VOWELS else ""
    return begins + "".join("ڕ" if place == 0 and letter == "ر" else letter for place, letter in enumerate(letters))


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


def _is_unwritten(small: str, at: int, taken: str) -> bool:
    """Short vowels that Arabic leaves out: before two consonants, and the first of two a, as in Karam."""
    if taken not in {"a", "e"} or not 0 < at < len(small) - 1:
        return False
    return taken == "e" or _is_closed(small, at) or _is_first_of_two(small, at)


def _is_doubled(letters: list[str], written: str, taken: str) -> bool:
    return letters[-1:] == [written] and len(taken) == 1 and taken not in _VOWELS


def _is_closed(small: str, at: int) -> bool:
    """Before a doubled consonant or before two consonants."""
    tail = small[at + 1 : at + 3]
    return len(tail) == 2 and not set(tail) & _VOWELS


def _is_first_of_two(small: str, at: int) -> bool:
    return set(small[:at]).isdisjoint(_VOWELS) and small[at + 2 : at + 3] == "a" and small[at + 1] not in _VOWELS
