"""Texts in the order of a language: whatever is sorted for people to read is sorted by this key.

No collation of the system is asked, so that lists are sorted alike on every machine.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from models.names.letters import ascii_digits
from resources.words.languages import LANGUAGES, SOURCE, order_of

_NEXT_LEVEL, _SPACE, _SIGN, _NUMBER, _LETTER, _OTHER_LETTER = "\x01", "\x04", "\x05", "\x06", 0x100, "\u9000"
_PLAIN = 0x02
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʿ": "", "ʾ": "", "ـ": ""})
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})

_Weight = tuple[str, str]
"""Of a letter: its place in the alphabet, and what tells it from others at this place."""


@lru_cache(maxsize=1 << 16)
def sorting_key(text: str, language: str) -> str:
    """Compared as strings, keys put texts in the order of a language, and numbers within them by their size.

    Letters count first, then accents, then small before capital. Other scripts follow the language's own.
    """
    whole = unicodedata.normalize("NFKC", text).replace("ه\u200c", "ە")
    weights = list(_weights(ascii_digits(whole).casefold().translate(_APOSTROPHES), _known(language)))
    places = "".join(place for place, _ in weights)
    accents = "".join(accent for _, accent in weights)
    return _NEXT_LEVEL.join((places, accents, whole.swapcase()))


def natural_key(text: str) -> str:
    """For numbers and codes, whose order is the same in every language: A-2 before A-10."""
    return sorting_key(text, SOURCE)


def choices_in_order(choices: Iterable[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    """What somebody may choose, (value, as it is shown), by what is shown."""
    return sorted(choices, key=lambda choice: sorting_key(choice[1], language))


def _weights(text: str, known: dict[str, tuple[_Weight, ...]]) -> Iterator[_Weight]:
    for part in re.findall(r"[0-9]+|[^0-9]", text):
        if part.isdigit() and part.isascii():
            figures = part.lstrip("0")
            yield f"{_NUMBER}{chr(_LETTER + len(figures))}{figures}", chr(_PLAIN)
        else:
            yield from known.get(part) or _weights_of_rare(part, known)


def _weights_of_rare(letter: str, known: dict[str, tuple[_Weight, ...]]) -> Iterator[_Weight]:
    apart = unicodedata.normalize("NFD", letter)
    if apart[0] in known:
        place, accent = known[apart[0]][0]
        yield place, accent + apart[1:]
    elif unicodedata.category(letter) in _UNSEEN:
        yield "", letter
    else:
        kind = _SPACE if letter.isspace() else _OTHER_LETTER if letter.isalpha() else _SIGN
        yield kind + letter, chr(_PLAIN)


@cache
def _known(language: str) -> dict[str, tuple[_Weight, ...]]:
    """The letters of all languages, those of this one first."""
    known: dict[str, tuple[_Weight, ...]] = {}
    for code in order_of(language):
        alphabet = LANGUAGES[code].alphabet
        for letters in alphabet.letters.split():
            place = chr(_LETTER + len(known))
            for number, letter in enumerate(letters):
                known.setdefault(letter, ((place, chr(_PLAIN + number)),))
        for letter, others in alphabet.spelled_out:
            known.setdefault(letter, tuple(weight for other in others for weight in known[other]))
    return known
