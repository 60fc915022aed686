"""Where a training is held, in the words of a reader."""

from models.names import letters
from models.places import places
from models.records import Training
from resources.words import Words


def place_name(training: Training, words: Words) -> str:
    place = places().get(training.place)
    return words.of(place) if place else words.of(training, "venue")


def venue_and_place(training: Training, words: Words) -> str:
    """Divan Hotel, Erbil: the place once, also where the venue says it in whatever language."""
    venue, place = words.of(training, "venue"), places().get(training.place)
    if place and venue and any(_names(venue, name) for name in place.names):
        return venue
    return words.listed(dict.fromkeys((venue, place_name(training, words))))


def _names(text: str, name: str) -> bool:
    """Whether a name stands in a text as words of their own."""
    said, wanted = letters.words(text), letters.words(name)
    return any(said[at : at + len(wanted)] == wanted for at in range(len(said)))
