"""Columns of a nominee list that are headed as the program itself calls a field of a person."""

from enum import StrEnum
from typing import Any

from exchange.births import Unclear
from exchange.columns import header_form
from exchange.nominees import Nominee, UnclearCell
from models.fields import Field, Use, fields_of, with_value
from models.names.letters import folded
from models.records import Participant
from models.typed import NotUnderstood, reader_of
from resources.words import LANGUAGES, words_for
from resources.words.codes import code_word, kind_of
from resources.words.fields import field_word


class DeclaredColumns:
    """The vocabulary of ``exchange/columns.py`` comes first; this is for fields that it does not know."""

    def __init__(self) -> None:
        self.read: dict[str, str] = {}
        """Heading -> what it was read as."""
        self._fields = {
            header_form(field_word(words_for(language), Participant.KIND, field.name)): field
            for language in LANGUAGES
            for field in fields_of(Participant, Use.LIST)
        }

    def filled(self, person: Participant, nominee: Nominee) -> tuple[Participant, list[UnclearCell]]:
        """The person with what these columns say, and what cannot be read as such a value."""
        unread: list[UnclearCell] = []
        for title, text in nominee.others:
            field = self._fields.get(header_form(title))
            if field is not None and text.strip():
                try:
                    person = with_value(person, field.name, _value(field, text))
                except NotUnderstood:
                    unread.append(UnclearCell(heading=title, text=text, reason=Unclear.VALUE))
                    continue
                self.read[title] = title
        return person, unread


def _value(field: Field, text: str) -> Any:
    annotation = field.annotation
    if not (isinstance(annotation, type) and issubclass(annotation, StrEnum)):
        return reader_of(field)(text)
    for one in annotation:
        said = {code_word(words_for(language), kind_of(annotation), one) for language in LANGUAGES}
        if folded(text) in map(folded, {one.value, *said}):
            return one
    raise NotUnderstood(text)
