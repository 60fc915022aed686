"""Options of documents as text: for commands, and for what the window remembers."""

import dataclasses
import json
import typing
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from models.errors import UnknownOption
from models.names.letters import ascii_digits


def read_options(options_type: type, written: Iterable[str]) -> Any:
    """
    :param written: such as ``by_institution=yes`` or ``columns=name,phone``
    :raises UnknownOption: when there is no such option, or no such value of it
    """
    hints = typing.get_type_hints(options_type)
    values = {}
    for one in written:
        name, _, text = one.partition("=")
        if name not in hints:
            raise UnknownOption(option=one)
        try:
            values[name] = _value(hints[name], text.strip())
        except (ValueError, TypeError) as problem:
            raise UnknownOption(option=one) from problem
    return options_type(**values)


def _value(annotation: Any, text: str) -> Any:
    if annotation is bool:
        if text.casefold() not in _YES | _NO:
            raise ValueError(text)
        return text.casefold() in _YES
    if annotation is int:
        return int(ascii_digits(text))
    if typing.get_origin(annotation) is tuple:
        inner = typing.get_args(annotation)[0]
        return tuple(inner(part.strip()) for part in text.split(",") if part.strip())
    return annotation(text)


_YES, _NO = {"yes", "true", "1", "on"}, {"no", "false", "0", "off"}


def described(options_type: type) -> list[str]:
    """A line per option: its name, what it can be, what it usually is."""
    hints = typing.get_type_hints(options_type)
    lines = []
    for field in dataclasses.fields(options_type):
        annotation = hints[field.name]
        inner = typing.get_args(annotation)[0] if typing.get_origin(annotation) is tuple else annotation
        choices = " | ".join(inner) if isinstance(inner, type) and issubclass(inner, StrEnum) else inner.__name__
        lines.append(f"{field.name} = {_text(field.default)}    ({choices})")
    return lines


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(value) if isinstance(value, tuple | list) else str(value)


def dump_options(options: Any) -> str:
    return json.dumps(dataclasses.asdict(options), ensure_ascii=False)


def load_options(options_type: type, text: str) -> Any:
    """What was remembered; what cannot be understood any more is as usual."""
    try:
        known = json.loads(text)
    except ValueError:
        known = {}
    written = [f"{name}={_text(value)}" for name, value in known.items()] if isinstance(known, Mapping) else []
    values: dict[str, Any] = {}
    for one in written:
        try:
            values |= {one.partition("=")[0]: getattr(read_options(options_type, [one]), one.partition("=")[0])}
        except UnknownOption:
            continue
    return options_type(**values)
