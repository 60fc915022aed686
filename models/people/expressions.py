"""What is typed as the full-text index is asked for it."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType

from models.names.letters import folded
from models.names.skeleton import sound
from models.people.workplaces import Renamed

SOUND = "~"
"""Marks the consonants of a name, so that they meet no written word."""
_LEAST_LETTERS_OF_SOUND = 3


def _nothing_renamed(_: str) -> Renamed:
    return Renamed()


def match_expression(
    text: str,
    renamed: Callable[[str], Renamed] = _nothing_renamed,
    near: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> str:
    """The FTS5 expression for what was typed so far.

    :param renamed: what a word means for institutions of which not every entry has the name as it is now
    :param near: word -> further keys of names that it may mean
    """
    parts = []
    for word in typed_words(text):
        choices = _begun(word, renamed(word))
        if consonants := heard(word):
            choices.append(f'"{SOUND}{consonants}"*')
        choices += _exactly(f"{SOUND}{key}" for key in sorted(near.get(word, ())))
        parts.append(_any_of(choices))
    return " AND ".join(parts)


def typed_words(text: str) -> list[str]:
    """Folded; numbers in one piece and without the zeros before them, as phones are on file."""
    typed = re.sub(r"(?<=\d)[\s().-]+(?=\d)", "", folded(text))
    found = re.findall(r"[^\W_]+", typed)
    return [(word.lstrip("0") or "0") if word.isdigit() else word for word in found]


def heard(word: str) -> str:
    """The consonants by which a word finds names; empty when it has too few to mean somebody."""
    consonants = sound(word).consonants if len(word) >= _LEAST_LETTERS_OF_SOUND and not word.isdigit() else ""
    return consonants if len(consonants) > 1 else ""


def _begun(word: str, renamed: Renamed) -> list[str]:
    """The ways in which a word of somebody, or of where they come from, begins so."""
    choices = [f'"{word}"*']
    if renamed.lost:
        lost = _any_of(_exactly(renamed.lost))
        choices = [f'own : "{word}"*', f'(work : "{word}"* NOT {lost})']
        if renamed.others:
            choices.append(f"({lost} AND {_any_of(_exactly(renamed.others))})")
    return choices + _exactly(renamed.found)


def _exactly(tokens: Iterable[str]) -> list[str]:
    return [f'"{token}"' for token in tokens]


def _any_of(choices: Iterable[str]) -> str:
    return f"({' OR '.join(choices)})"
