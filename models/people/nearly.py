"""What was meant by a word as nobody is called: one letter is missing, doubled, exchanged with the next or another."""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from models.names.letters import is_arabic_script
from models.names.skeleton import sound

_LEAST_LETTERS = 4
_LEAST_CONSONANTS = 3  # across scripts, where only they are compared


def may_be_wrong(word: str) -> bool:
    """Whether a word is long enough for a wrong letter to leave it known; figures are as they are."""
    return len(word) >= _LEAST_LETTERS and not word.isdigit()


def near_keys(word: str, keys: Iterable[str]) -> set[str]:
    """Of the keys of names on file, those that the word may have meant."""
    own, heard = sound(word).consonants, {sound(one).consonants for one in _slips(word)}
    return {key for key in keys if key in heard or _is_one_apart(own, key)}


def is_near(word: str, names: Iterable[str]) -> bool:
    """Whether one of somebody's names begins as the word but for one letter; all folded."""
    names = list(names)
    alike = [name for name in names if is_arabic_script(name) == is_arabic_script(word)]
    if alike:
        return any(_is_one_apart(word, name[: len(word) + by]) for name in alike for by in (-1, 0, 1))
    own = sound(word).consonants
    return len(own) >= _LEAST_CONSONANTS and any(_is_one_apart(own, sound(name).consonants) for name in names)


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _is_one_apart(one: str, other: str) -> bool:
    return OSA.distance(one, other, score_cutoff=1) <= 1
