"""How the fields of records are declared and stored.

A record is a frozen dataclass; its annotations say how each field is kept. Stored values are
JSON values without floats: text, integers, booleans, null, lists and objects of those.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, TypeVar, cast

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]

_R = TypeVar("_R", bound="Record")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The parent of all records. ``erased`` is the outcome of the history and cannot be set."""

    KIND: ClassVar[str] = ""
    TABLE: ClassVar[str] = ""

    id: str
    removed: bool = False
    erased: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    name: str
    default: Value
    is_number: bool
    store: Callable[[Any], Value]
    load: Callable[[Any], Any]


_hints: dict[type, dict[str, Any]] = {}


def annotations(declared: type) -> Mapping[str, Any]:
    """What a dataclass says of its fields. Asking costs milliseconds, so it is asked once."""
    if declared not in _hints:
        _hints[declared] = typing.get_type_hints(declared)
    return _hints[declared]


_declared: dict[type[Record], tuple[Field, ...]] = {}


def fields_of(record_type: type[Record]) -> tuple[Field, ...]:
    """The stored fields of a kind of record, in the order of their declaration, without id and erased."""
    if record_type not in _declared:
        _declared[record_type] = _declaration(record_type)
    return _declared[record_type]


def _declaration(record_type: type[Record]) -> tuple[Field, ...]:
    hints = annotations(record_type)
    return tuple(
        _field(item.name, hints[item.name], item.default)
        for item in dataclasses.fields(record_type)
        if item.name not in {"id", "erased"}
    )


def _field(name: str, annotation: Any, default: Any) -> Field:
    store, load = _codec(annotation)
    is_number = set(typing.get_args(annotation) or (annotation,)) <= {int, bool, types.NoneType}
    return Field(name, store(default), is_number, store, load)


def _codec(annotation: Any) -> tuple[Callable[[Any], Value], Callable[[Any], Any]]:
    if annotation in {str, int}:
        return _same, annotation
    if annotation is bool:
        return _same, bool
    if annotation is date:
        return date.isoformat, date.fromisoformat
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return str, annotation
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        return dataclasses.asdict, lambda stored: annotation(**stored)
    if typing.get_origin(annotation) is tuple:
        return _tuple_codec(typing.get_args(annotation)[0])
    if isinstance(annotation, types.UnionType):
        (inner,) = (part for part in typing.get_args(annotation) if part is not types.NoneType)
        return _optional_codec(inner)
    raise TypeError(f"no way to store {annotation}")


def _same(value: Any) -> Value:
    return cast("Value", value)


def _tuple_codec(inner: Any) -> tuple[Callable[[Any], Value], Callable[[Any], Any]]:
    store, load = _codec(inner)
    return lambda value: [store(item) for item in value], lambda stored: tuple(load(item) for item in stored)


def _optional_codec(inner: Any) -> tuple[Callable[[Any], Value], Callable[[Any], Any]]:
    store, load = _codec(inner)
    return (
        lambda value: None if value is None else store(value),
        lambda stored: None if stored is None else load(stored),
    )


def values_of(record: Record) -> dict[str, Value]:
    """Every stored field of a record."""
    return {field.name: field.store(getattr(record, field.name)) for field in fields_of(type(record))}


def defaults_of(record_type: type[Record]) -> dict[str, Value]:
    return {field.name: field.default for field in fields_of(record_type)}


def record_from(record_type: type[_R], record_id: str, values: Mapping[str, Any], *, erased: bool = False) -> _R:
    """The record with these stored values; what is missing or not understood keeps its default.

    A newer version may have written a choice that this one does not know: the change keeps it,
    this record shows the default.
    """
    known: dict[str, Any] = {}
    for field in fields_of(record_type):
        if field.name in values:
            try:
                known[field.name] = field.load(values[field.name])
            except (ValueError, TypeError):
                continue
    return record_type(id=record_id, erased=erased, **known)
