"""The tables that are folded from the history: one for each kind of record, as the record is declared.

They hold nothing that the history does not say, so they need no migrations: a new field is a new column,
filled from the changes of newer laptops that named it before this program knew it.
"""

import json
import typing
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from models.fields import Field, Nested, Record, Value, annotations, fields_of

Declared = Mapping[str, Mapping[str, str]]
"""Kind of record -> its stored fields -> what they can hold."""

# A name made by rule that waits for a person's yes. The index and the queries must say it in the same words.
HAS_OPEN_NAME = "((latin_proposed = 1 AND name_latin <> '') OR (arabic_proposed = 1 AND name_arabic <> ''))"
_PARTIAL_INDEXES = (
    f"CREATE INDEX IF NOT EXISTS idx_participants_open_name ON participants (id) WHERE {HAS_OPEN_NAME}",
)

_OUTCOMES = ("id TEXT PRIMARY KEY", "erased INTEGER NOT NULL DEFAULT 0", "unread TEXT NOT NULL DEFAULT ''")
OUTCOMES = ("id", "erased", "unread")
"""The columns before those of the stored fields."""


def declared_fields(record_types: Iterable[type[Record]]) -> Declared:
    return {one.KIND: {field.name: _held(field.annotation) for field in fields_of(one)} for one in record_types}


def _held(annotation: Any) -> str:
    """What a field of this annotation can hold, in letters: another text when a newer version understands more."""
    inner = typing.get_args(annotation)
    if inner:
        return f"({' '.join(_held(one) for one in inner if one is not Ellipsis)})"
    if issubclass(annotation, StrEnum):
        return "|".join(annotation)
    if issubclass(annotation, Nested):
        return " ".join(f"{name}:{_held(one)}" for name, one in annotations(annotation).items() if name != "unknown")
    return str(annotation.__name__)


def follow(connection: Any, record_types: Iterable[type[Record]]) -> None:
    """Make the tables and columns that are declared and not there yet."""
    for record_type in record_types:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({record_type.TABLE})")}
        if not columns:
            connection.execute(_create(record_type))
        for field in fields_of(record_type) if columns else ():
            if field.name not in columns:
                connection.execute(f"ALTER TABLE {record_type.TABLE} ADD COLUMN {_column(field)}")
        for indexed in record_type.INDEXES:
            name = f"idx_{record_type.TABLE}_{'_'.join(indexed)}"
            connection.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {record_type.TABLE} ({', '.join(indexed)})")
    for index in _PARTIAL_INDEXES:
        connection.execute(index)


def _create(record_type: type[Record]) -> str:
    columns = [*_OUTCOMES, *(_column(field) for field in fields_of(record_type))]
    return f"CREATE TABLE {record_type.TABLE} ({', '.join(columns)}) STRICT"


def _column(field: Field) -> str:
    """With its default, which rows have that were folded before the column was there.

    Lists and tables ask for what is not removed, so nothing may leave such a column empty.
    """
    kind = "INTEGER" if field.is_number else "TEXT"
    default = cell(field.default)
    written = "NULL" if default is None else str(default) if field.is_number else _quoted(str(default))
    never_empty = "" if default is None else "NOT NULL "
    return f'"{field.name}" {kind} {never_empty}DEFAULT {written}'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def cell(value: Value) -> Any:
    """A stored value as SQLite keeps it."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value
