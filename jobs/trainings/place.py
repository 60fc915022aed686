"""Where a training is held, in the words of a reader."""

from models.places import places
from models.records import Training
from resources.words import Words


def place_name(training: Training, words: Words) -> str:
    place = places().get(training.place)
    return words.of(place) if place else words.of(training, "venue")


def venue_and_place(training: Training, words: Words) -> str:
    return words.listed(dict.fromkeys((words.of(training, "venue"), place_name(training, words))))
