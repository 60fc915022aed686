"""The one way in which JSON values are written before they are digested, and what may stand in them.

docs/change-format.md, "Values".
"""

import re
from typing import Any

import orjson

from models.fields import Value

_SURROGATES = re.compile("[\ud800-\udfff]")

MOST_DEPTH = 8
MOST_NUMBER = 2**53 - 1
"""What every reader of JSON holds exactly."""


def canonical(content: Any) -> bytes:
    """
    :raises TypeError: for half a pair of surrogates, and for what JSON cannot say
    """
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)


def cleaned(value: Value) -> Value:
    """What may be written of a value: pasted text can hold NUL or half a pair of surrogates, which say nothing."""
    if isinstance(value, str):
        return value if _is_clean(value) else value.replace("\0", "").encode("utf-8", "ignore").decode()
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    if isinstance(value, dict):
        return {str(cleaned(name)): cleaned(item) for name, item in value.items()}
    return value


def _is_clean(text: str) -> bool:
    return "\0" not in text and (text.isascii() or _SURROGATES.search(text) is None)


def is_value(value: object, depth: int = MOST_DEPTH) -> bool:
    """Whether it may stand in a change: no fractions, no NUL (PostgreSQL's jsonb refuses it), not too deep."""
    if isinstance(value, str):
        return "\0" not in value
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, int):
        return -MOST_NUMBER <= value <= MOST_NUMBER
    if depth == 0:
        return False
    if isinstance(value, list):
        return all(is_value(item, depth - 1) for item in value)
    return isinstance(value, dict) and all(
        "\0" not in name and is_value(item, depth - 1) for name, item in value.items()
    )
