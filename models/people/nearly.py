"""What was meant by a word as nobody is called: one letter is missing, doubled, exchanged with the next or another."""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from models.names.letters import is_arabic_script
from models.names.skeleton import sound
from models.people.expressions import Typed

_LEAST_LETTERS = 4
_LEAST_CONSONANTS = 3  # across scripts, where only they are compared


def may_be_wrong(typed: Typed) -> bool:
    """Whether a word is long enough for a wrong letter to leave it known; figures are as they are."""
    return len(typed.word) >= _LEAST_LETTERS and not typed.is_number


def near_keys(typed: Typed, keys: Iterable[str]) -> set[str]:
    """Of the keys of names on file, those that the word may have meant."""
    own, heard = sound(typed.spelled).consonants, {sound(one).consonants for one in _slips(typed.spelled)}
    return {key for key in keys if key in heard or _is_one_apart(own, key)}


def is_near(word: str, names: Iterable[str]) -> bool:
    """Whether one of somebody's names begins as the word but for one letter; all folded."""
    return any(_is_one_apart(word, name[: len(word) + by]) for name in names for by in (-1, 0, 1))


def sounds_near(typed: Typed, names: Iterable[str], keys: Iterable[str]) -> bool:
    """Whether a name sounds as the word but for one consonant, when none is written in the script of the word.

    :param names: folded
    :param keys: of the same names
    """
    own = sound(typed.spelled).consonants
    if len(own) < _LEAST_CONSONANTS or any(is_arabic_script(name) == is_arabic_script(typed.word) for name in names):
        return False
    return any(_is_one_apart(own, key) for key in keys)


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _is_one_apart(one: str, other: str) -> bool:
    return OSA.distance(one, other, score_cutoff=1) <= 1
