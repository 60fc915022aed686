"""Whom somebody means by what is typed: the one search of desk, kiosk, finder and People."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.names.alike import full_names_alike
from models.names.keyboards import on_the_other_keyboard
from models.names.letters import folded
from models.people.search import is_by_sound
from models.records import Participant
from models.sorting import sorting_key
from models.store import Store

_SIMILAR = 3


@dataclass(frozen=True, slots=True)
class Hit:
    participant: Participant
    fit: int
    """0 the best: whoever is called so comes before those whose father is, and these before an institution's people."""

    @property
    def is_similar(self) -> bool:
        """Only sounds so, or differs by a letter: never to be taken for the one who is meant."""
        return self.fit == _SIMILAR


def find_people(store: Store, typed: str, limit: int, language: str, *, quick: bool = False) -> list[Hit]:
    """Who is called as typed, here or on the other keyboard; then those of similar names.

    :param language: in whose order people stand who fit alike
    :param quick: without those whose names differ by a letter, who take longer to find than a key to press
    """
    meant, people = typed, store.people.find(typed, limit)
    if not people and (other := on_the_other_keyboard(typed)):
        meant, people = other, store.people.find(other, limit)
    hits = [Hit(one, _fit(one, meant)) for one in people]
    if not quick and all(one.is_similar for one in hits):
        known = {one.participant.id for one in hits}
        hits += [Hit(one, _SIMILAR) for one in store.people.nearly(typed, limit) if one.id not in known]
    return sorted(_by_name(hits, language), key=lambda one: (one.fit, one.is_similar and -_likeness(one, typed)))


def _by_name(hits: Iterable[Hit], language: str) -> list[Hit]:
    return sorted(hits, key=lambda one: sorting_key(one.participant.name_in(language), language))


def _fit(person: Participant, text: str) -> int:
    start = folded(text)
    names = [folded(name) for name in (person.name_latin, person.name_arabic)]
    if any(name.startswith(start) for name in names):
        return 0
    if any(f" {start}" in name for name in names):
        return 1
    return _SIMILAR if is_by_sound(person, text) else 2


def _likeness(hit: Hit, typed: str) -> float:
    names = (hit.participant.name_latin, hit.participant.name_arabic)
    return max(full_names_alike(typed, name) for name in names)
