"""How the fields of records are declared and stored, and what else follows from a declaration.

A record is a frozen dataclass; its annotations say how each field is kept. Stored values are
JSON values without floats: text, integers, booleans, null, lists and objects of those. A ``Text``
is kept as one field per language, of large content only its name (``Blob``).

What the type does not say, ``declared`` does: how people write it, and where it appears. Forms,
tables, nominee lists, the paper about a person, erasure and comparison read it from there.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Flag, StrEnum, auto
from typing import Any, ClassVar, TypeVar, cast

from models import times
from models.blobs import Blob, as_value, from_value
from models.texts import Text, kept_as
from resources.words.languages import LANGUAGES

Indexes = tuple[tuple[str, ...], ...]
Value = str | int | bool | None | list["Value"] | dict[str, "Value"]

_R = TypeVar("_R", bound="Record")
_T = TypeVar("_T")
_DECLARED = "declared"
_MOST = 2**63 - 1


class Shape(StrEnum):
    """How people write a value: its editor, the reading of what was typed (``models/typed.py``), its direction."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    LINES = "lines"
    """Some short texts, one in each line."""
    LATIN = "latin"
    ARABIC = "arabic"
    CODE = "code"
    """Letters and digits that stand from left to right in every language."""
    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"
    YEAR = "year"
    PERCENT = "percent"
    MONEY = "money"
    CURRENCY = "currency"
    TIME = "time"
    PLACE = "place"
    """The code of a governorate."""


_USUAL_MOST = {Shape.LONG_TEXT: 4_000, Shape.LINES: 4_000, Shape.EMAIL: 254}
_ANY_MOST = 200
"""Letters of a text whose declaration says nothing else: more than any name, fewer than a page."""

_FROM_THE_LEFT = frozenset(Shape) - {Shape.TEXT, Shape.LONG_TEXT, Shape.LINES, Shape.ARABIC, Shape.PLACE}


class Use(Flag):
    """Where a field of a person, or of how they take part, appears."""

    NOWHERE = 0
    FORM = auto()
    TABLE = auto()
    """A column of the table of participants."""
    LIST = auto()
    """A column of a nominee list with its name fills it."""
    ACCESS = auto()
    """Told to the person who asks what is on file."""
    PERSONAL = auto()
    """Goes when the person's data are erased."""
    COMPARED = auto()
    """Put side by side where two entries may be one person."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Declaration:
    shape: Shape | None = None
    use: Use = Use.NOWHERE
    printed: str = ""
    most: int | None = None


def declared(
    default: _T, *, shape: Shape | None = None, use: Use = Use.NOWHERE, printed: str = "", most: int | None = None
) -> _T:
    """A field of a record with what its type does not say.

    :param shape: where the type does not say how people write it
    :param printed: the property of the record that gives the value as tables and paper may have it
    :param most: how many letters people may type, where it is not as usual for its shape
    """
    return dataclasses.field(default=default, metadata={_DECLARED: _Declaration(shape, use, printed, most)})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The parent of all records. ``erased`` and ``unread`` are outcomes of the history and cannot be set."""

    KIND: ClassVar[str] = ""
    TABLE: ClassVar[str] = ""
    INDEXES: ClassVar[Indexes] = ()
    """The stored fields by which its table is searched."""

    id: str
    removed: bool = False
    erased: bool = False
    unread: frozenset[str] = frozenset()
    """The stored fields of which a newer version said what this one does not understand; they show their default."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Nested:
    """The parent of what has fields of its own within a record, such as a partner within a programme."""

    unknown: Mapping[str, Value] = dataclasses.field(default_factory=dict, hash=False)
    """What a newer version says of it and this one does not understand: stored again as it came."""


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """One stored field: of a ``Text`` one language."""

    name: str
    attribute: str
    language: str
    default: Value
    annotation: Any
    shape: Shape
    use: Use
    printed: str
    store: Callable[[Any], Value]
    load: Callable[[Any], Any]
    most: int
    """Letters that people may type or import."""

    def of(self, record: "Record | Nested") -> Any:
        """The value that a record has."""
        found = getattr(record, self.attribute)
        return found[self.language] if self.language else found

    def printed_of(self, record: Record) -> Any:
        """The value as tables and paper may have it."""
        return getattr(record, self.printed) if self.printed else self.of(record)

    @property
    def is_number(self) -> bool:
        return set(typing.get_args(self.annotation) or (self.annotation,)) <= {int, bool, types.NoneType}

    @property
    def is_json(self) -> bool:
        """Whether its column holds a list or an object."""
        return isinstance(self.default, list) or Blob in typing.get_args(self.annotation)

    @property
    def is_from_left(self) -> bool | None:
        """Whether it is written from left to right in every language; None: as its letters are."""
        if self.language:
            return not LANGUAGES[self.language].is_rtl
        if self.shape is Shape.ARABIC:
            return False
        return True if self.shape in _FROM_THE_LEFT else None


_OUTCOMES = {"id", "erased", "unread"}
_hints: dict[type, dict[str, Any]] = {}


def annotations(declared_in: type) -> Mapping[str, Any]:
    """What a dataclass says of its fields. Asking costs milliseconds, so it is asked once."""
    if declared_in not in _hints:
        _hints[declared_in] = typing.get_type_hints(declared_in)
    return _hints[declared_in]


# Asked for with every row; functools.cache cannot be told from a type's own hash by mypy.
_declared_fields: dict[type[Record], dict[str, Field]] = {}
_in_use: dict[tuple[type[Record], Use], tuple[Field, ...]] = {}


def _fields_by_name(record_type: type[Record]) -> dict[str, Field]:
    if record_type not in _declared_fields:
        hints = annotations(record_type)
        made = [
            field
            for item in dataclasses.fields(record_type)
            if item.name not in _OUTCOMES
            for field in _made_of(item, hints[item.name])
        ]
        _declared_fields[record_type] = {field.name: field for field in made}
    return _declared_fields[record_type]


def fields_of(record_type: type[Record], use: Use = Use.NOWHERE) -> tuple[Field, ...]:
    """The stored fields of a kind of record, in the order of their declaration, without id and outcomes.

    :param use: only those that appear there
    """
    key = (record_type, use)
    if key not in _in_use:
        every = _fields_by_name(record_type).values()
        _in_use[key] = tuple(field for field in every if field.use & use or not use)
    return _in_use[key]


def field_of(record_type: type[Record], name: str) -> Field:
    """
    :raises KeyError: when no field is stored under this name
    """
    return _fields_by_name(record_type)[name]


def names_of(record_type: type[Record], names: Iterable[str]) -> tuple[str, ...]:
    """The stored fields of these attributes: of a ``Text`` one for each language; other names stay as they are."""
    stored: dict[str, list[str]] = {}
    for field in fields_of(record_type):
        stored.setdefault(field.attribute, []).append(field.name)
    return tuple(one for name in names for one in stored.get(name, (name,)))


def _made_of(item: "dataclasses.Field[Any]", annotation: Any) -> list[Field]:
    said: _Declaration = item.metadata.get(_DECLARED, _Declaration())
    if annotation is Text:
        shape = said.shape or Shape.TEXT
        most = _most(said, shape)
        return [
            Field(kept_as(item.name, one), item.name, one, "", str, shape, said.use, said.printed, _same, str, most)
            for one in LANGUAGES
        ]
    store, load = _codec(annotation)
    shape = said.shape or _usual_shape(annotation)
    if shape is Shape.TIME:
        store = load = _time
    default = store(item.default)
    most = _most(said, shape)
    return [Field(item.name, item.name, "", default, annotation, shape, said.use, said.printed, store, load, most)]


def _most(said: _Declaration, shape: Shape) -> int:
    return said.most or _USUAL_MOST.get(shape, _ANY_MOST)


def _usual_shape(annotation: Any) -> Shape:
    if annotation in {int, int | None}:
        return Shape.NUMBER
    return Shape.LINES if annotation == tuple[str, ...] else Shape.TEXT


def _codec(annotation: Any) -> tuple[Callable[[Any], Value], Callable[[Any], Any]]:
    if annotation in {str, int, bool}:
        return annotation, annotation
    if annotation is date:
        return date.isoformat, date.fromisoformat
    if annotation is Blob:
        return cast("Callable[[Any], Value]", as_value), from_value
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return str, annotation
    if isinstance(annotation, type) and issubclass(annotation, Nested):
        return _nested_codec(annotation)
    if typing.get_origin(annotation) is tuple:
        return _tuple_codec(typing.get_args(annotation)[0])
    if isinstance(annotation, types.UnionType):
        (inner,) = (part for part in typing.get_args(annotation) if part is not types.NoneType)
        return _optional_codec(inner)
    raise TypeError(f"no way to store {annotation}")


def _nested_codec(nested_type: type[Nested]) -> tuple[Callable[[Any], Value], Callable[[Any], Any]]:
    hints = annotations(nested_type)
    items = [item for item in dataclasses.fields(nested_type) if item.name != "unknown"]
    parts = [field for item in items for field in _made_of(item, hints[item.name])]

    def store(nested: Any) -> Value:
        return {part.name: part.store(part.of(nested)) for part in parts} | dict(nested.unknown)

    def load(stored: Any) -> Nested:
        if not isinstance(stored, dict):
            raise TypeError(stored)
        understood = [part for part in parts if part.name in stored and is_understood(part, stored[part.name])]
        names = {part.name for part in understood}
        unknown = {name: value for name, value in stored.items() if name not in names}
        return nested_type(**_gathered(understood, stored), unknown=unknown)

    return store, load


def is_understood(field: Field, stored: Value) -> bool:
    """Whether a record can have it, and would store it again as it came."""
    try:
        return _is_kept(stored, field.store(field.load(stored)))
    except (ValueError, TypeError):
        return False


def _is_kept(stored: Value, again: Value) -> bool:
    """Whether all of it is there again; what a part lacks may be added as usual there."""
    if isinstance(stored, dict) and isinstance(again, dict):
        return all(name in again and _is_kept(value, again[name]) for name, value in stored.items())
    if isinstance(stored, list) and isinstance(again, list):
        return len(stored) == len(again) and all(map(_is_kept, stored, again))
    return type(stored) is type(again) and stored == again and not _is_beyond(stored)


def _is_beyond(stored: Value) -> bool:
    """Whether it is a number that no column holds."""
    return isinstance(stored, int) and not -_MOST - 1 <= stored <= _MOST


def _gathered(fields: Iterable[Field], stored: Mapping[str, Any]) -> dict[str, Any]:
    """Attribute -> value, of what is stored and can be read; the languages of a text are put together.

    Every row that is shown comes through here, so it does no more than it must.
    """
    known: dict[str, Any] = {}
    texts: dict[str, dict[str, str]] = {}
    for field in fields:
        if field.name in stored:
            value = stored[field.name]
            if field.language:
                if value and isinstance(value, str):
                    texts.setdefault(field.attribute, {})[field.language] = value
                continue
            try:
                known[field.name] = field.load(value)
            except (ValueError, TypeError):
                continue
    for attribute, said in texts.items():
        known[attribute] = Text(**said)
    return known


def _same(value: Any) -> Value:
    return cast("Value", value)


def _time(value: Any) -> Any:
    """What is written otherwise would sort wrong: 9:00 after 10:00."""
    if not isinstance(value, str) or not times.is_kept(value):
        raise ValueError(value)
    return value


def _tuple_codec(inner: Any) -> tuple[Callable[[Any], Value], Callable[[Any], Any]]:
    store, load = _codec(inner)

    def load_all(stored: Any) -> tuple[Any, ...]:
        if not isinstance(stored, list):
            raise TypeError(stored)
        return tuple(load(item) for item in stored)

    return lambda value: [store(item) for item in value], load_all


def _optional_codec(inner: Any) -> tuple[Callable[[Any], Value], Callable[[Any], Any]]:
    store, load = _codec(inner)
    return (
        lambda value: None if value is None else store(value),
        lambda stored: None if stored is None else load(stored),
    )


def values_of(record: Record) -> dict[str, Value]:
    """Every stored field of a record."""
    return {field.name: field.store(field.of(record)) for field in fields_of(type(record))}


def defaults_of(record_type: type[Record]) -> dict[str, Value]:
    return {field.name: field.default for field in fields_of(record_type)}


def value_of(record: Record, name: str) -> Any:
    """What a record has in one stored field."""
    return field_of(type(record), name).of(record)


def with_value(record: _R, name: str, value: Any) -> _R:
    """The same record with another value in one stored field."""
    field = field_of(type(record), name)
    if field.language:
        value = getattr(record, field.attribute).saying(field.language, value)
    return dataclasses.replace(record, **{field.attribute: value})


def said_in(record: Record) -> dict[str, Value]:
    """The stored fields in which a record says something else than its kind does by default."""
    return {
        field.name: value
        for field in fields_of(type(record))
        if (value := field.store(field.of(record))) != field.default
    }


def stored_of(record_type: type[Record], values: Mapping[str, Any]) -> dict[str, Value]:
    """Stored field -> stored value, of values as records have them.

    :param values: by stored field, or by the attribute of a ``Text``, for all its languages
    :raises KeyError: when there is no such field
    :raises TypeError: when it cannot have such a value
    """
    stored: dict[str, Value] = {}
    known = _fields_by_name(record_type)
    for name, value in values.items():
        if isinstance(value, Text):
            of_text = [field for field in known.values() if field.attribute == name]
            stored |= {field.name: value[field.language] for field in of_text}
        else:
            stored[name] = _checked(known[name], value)
    return stored


def _checked(field: Field, value: Any) -> Value:
    try:
        stored = field.store(value)
        if field.load(stored) == value:
            return stored
    except (AttributeError, ValueError, TypeError):
        pass
    raise TypeError(f"{field.name} cannot be {type(value).__name__}")


def record_from(
    record_type: type[_R],
    record_id: str,
    values: Mapping[str, Any],
    *,
    erased: bool = False,
    unread: frozenset[str] = frozenset(),
) -> _R:
    """The record with these stored values; what is missing or not understood keeps its default.

    A newer version may have written a choice that this one does not know: the change keeps it,
    this record shows the default and says so in ``unread``.
    """
    return record_type(id=record_id, erased=erased, unread=unread, **_gathered(fields_of(record_type), values))
