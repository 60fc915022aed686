"""What records note about a person, by their declarations: nothing that is declared can be forgotten."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exchange.pictures import png_of_strokes
from jobs.in_words import in_words
from models import strokes
from models.blobs import PNG, Blob
from models.content import Illustration
from models.fields import Field, Record, Use, fields_of
from models.records import CustomAnswer
from models.store import Store
from resources.words import Words
from resources.words.fields import field_word

_NOTED = Use.ACCESS | Use.PERSONAL
"""Whatever goes with an erasure is told too."""


def facts(records: Sequence[Record], words: Words) -> tuple[tuple[str, str], ...]:
    """What several records of one kind say of a person: each field, and each different answer, once."""
    found: dict[tuple[str, str], None] = {}
    for field in fields_of(type(records[0]), _NOTED) if records else ():
        if not _is_picture(field):
            label = field_word(words, records[0].KIND, field.name)
            said = (in_words(field, one, words) for one in records)
            found |= {(label, text): None for text in said if text}
    return tuple(found)


def pictures(store: Store, found: Mapping[str, Sequence[Any]], words: Words) -> Iterator[Illustration]:
    """Photographs and signatures, those that have come to this laptop."""
    for one in (record for records in found.values() for record in records):
        for field in filter(_is_picture, fields_of(type(one), _NOTED)):
            blob = field.of(one)
            if blob and (content := store.blobs.find(blob)):
                yield Illustration(field_word(words, one.KIND, field.name), _png(blob, content))


def question(store: Store, answer: CustomAnswer, words: Words) -> str:
    """What was asked; of a question that was removed, too."""
    asked = store.custom_fields.find(answer.field_id)
    return words.of(asked, "label") if asked else words.say("Question")


def _is_picture(field: Field) -> bool:
    return field.is_json and field.default is None


def _png(blob: Blob, content: bytes) -> bytes:
    return content if blob.kind == PNG else png_of_strokes(strokes.read(content.decode(errors="replace")))
