"""What is typed as the full-text index is asked for it."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.names.letters import folded, plain
from models.names.skeleton import sound
from models.people.workplaces import Renamed

SOUND = "~"
"""Marks the consonants of a name, so that they meet no written word."""
_LEAST_LETTERS_OF_SOUND = 3


@dataclass(frozen=True, slots=True)
class Typed:
    word: str
    """Folded, as words stand in the index."""
    spelled: str
    """As it is heard: folded, the vowel ە would be an h."""

    @property
    def is_number(self) -> bool:
        return self.word.isdigit()

    @property
    def heard(self) -> str:
        """The consonants by which it finds names; empty when it has too few to mean somebody."""
        if self.is_number or len(self.word) < _LEAST_LETTERS_OF_SOUND:
            return ""
        consonants = sound(self.spelled).consonants
        return consonants if len(consonants) > 1 else ""


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
    for typed in typed_words(text):
        choices = _begun(typed.word, renamed(typed.word))
        if typed.heard:
            choices.append(f'"{SOUND}{typed.heard}"*')
        choices += _exactly(f"{SOUND}{key}" for key in sorted(near.get(typed.word, ())))
        parts.append(_any_of(choices))
    return " AND ".join(parts)


def typed_words(text: str) -> list[Typed]:
    """Numbers in one piece and without the zeros before them, as phones are on file."""
    joined = re.sub(r"(?<=\d)[\s().-]+(?=\d)", "", plain(text))
    found = [Typed(folded(word), word) for word in re.findall(r"[^\W_]+", joined)]
    return [Typed(one.word.lstrip("0") or "0", one.spelled) if one.is_number else one for one in found if one.word]


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
