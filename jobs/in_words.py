"""Stored values in words: for paper and screen, and as cells of tables."""

from datetime import date
from enum import StrEnum
from typing import Any

from exchange.tables import Cell
from models.fields import Field, Shape
from models.places import places
from resources.words import Words
from resources.words.codes import code_word, kind_of


def in_words(field: Field, value: Any, words: Words) -> str:
    """As people read it; empty where nothing was said."""
    if not value:
        return ""
    if isinstance(value, date):
        return words.date(value)
    text = str(cell(field, value, words))
    return f"\u2066{text}\u2069" if field.is_from_left and field.shape is not Shape.LATIN else text


def cell(field: Field, value: Any, words: Words) -> Cell:
    """As a table has it: numbers to reckon with, days to sort by, choices also where nobody chose."""
    if isinstance(value, StrEnum):
        return code_word(words, kind_of(type(value)), value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return words.say("yes") if value else words.say("no")
    if field.shape is Shape.PLACE and (place := places().get(value)):
        return words.of(place)
    return "" if value is None else value if isinstance(value, int) else str(value)
