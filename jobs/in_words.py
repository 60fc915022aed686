"""Stored values in words: for paper and screen, and as cells of tables."""

from datetime import date
from enum import StrEnum
from typing import Any

from exchange.tables import Cell
from models.fields import Field, Record, Shape, field_of
from models.places import places
from models.records import Session
from models.training.roster import Attendee
from resources.words import Words
from resources.words.codes import code_word, kind_of
from resources.words.fields import from_newer


def in_words(field: Field, record: Record, words: Words) -> str:
    """As people read it; empty where nothing was said."""
    if field.name in record.unread:
        return from_newer(words)
    value = field.of(record)
    if value is None or value == field.load(field.default):
        return ""
    if isinstance(value, date):
        return words.date(value)
    text = str(_cell(field, value, words))
    return f"\u2066{text}\u2069" if field.is_from_left and field.shape is not Shape.LATIN else text


def cell(field: Field, record: Record, words: Words) -> Cell:
    """As a table has it: numbers to reckon with, days to sort by, choices also where nobody chose."""
    return from_newer(words) if field.name in record.unread else _cell(field, field.printed_of(record), words)


def choice(record: Record, name: str, words: Words) -> str:
    """A choice by the name of its field."""
    return str(cell(field_of(type(record), name), record, words))


def mark(one: Attendee, session: Session, words: Words) -> str:
    """How somebody was marked in a session; in a cancelled one nobody was."""
    if session.cancelled:
        return words.say("cancelled")
    if session.id in one.unread_marks:
        return from_newer(words)
    return code_word(words, "mark_state", one.mark_in(session.id))


def _cell(field: Field, value: Any, words: Words) -> Cell:
    if isinstance(value, StrEnum):
        return code_word(words, kind_of(type(value)), value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return words.say("yes") if value else words.say("no")
    if field.shape is Shape.PLACE and (place := places().get(value)):
        return words.of(place)
    return "" if value is None else value if isinstance(value, int) else str(value)
