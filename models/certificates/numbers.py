"""Certificate numbers by a pattern, unique across laptops that never talk to each other.

A pattern is text with ``{training}``, ``{programme}``, ``{year}``, ``{desk}`` and ``{n}`` (``{n:04}``: four
digits). The desk's letters stand in every number, asked for or not: they are what keeps two
laptops apart.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.errors import NumberPatternInvalid

USUAL = "{training}-{desk}-{n:03}"
_PART = re.compile(r"\{(\w+)(?::0?([1-9]))?\}")
_KEYS = frozenset({"training", "programme", "year", "desk", "n"})
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """Made by :func:`pattern_of`."""

    text: str

    def number(self, values: Mapping[str, str], n: int) -> str:
        """
        :param values: training, programme, year, desk
        """

        def part(match: re.Match[str]) -> str:
            return f"{n:0{match[2] or 1}}" if match[1] == "n" else values[match[1]]

        return _PART.sub(part, self.text)

    def last(self, values: Mapping[str, str], numbers: Iterable[str]) -> int:
        """The highest ``n`` among numbers of this pattern and these values; 0 when there is none."""
        pieces, end = [], 0
        for match in _PART.finditer(self.text):
            pieces.append(re.escape(self.text[end : match.start()]))
            pieces.append(r"(\d+)" if match[1] == "n" else re.escape(values[match[1]]))
            end = match.end()
        wanted = re.compile("".join(pieces) + re.escape(self.text[end:]))
        return max((int(found[1]) for number in numbers if (found := wanted.fullmatch(number))), default=0)


def pattern_of(text: str) -> NumberPattern:
    """
    :raises NumberPatternInvalid: when it has no ``{n}``, two of them, or a word that stands for nothing
    """
    text = text.strip() or USUAL
    keys = [match[1] for match in _PART.finditer(text)]
    rest = _PART.sub("", text)
    if keys.count("n") != 1 or not set(keys) <= _KEYS or set(rest) & set("{}\n\t") or len(text) > _LONGEST:
        raise NumberPatternInvalid(pattern=text)
    if "desk" not in keys:
        text = text.replace("{n", "{desk}-{n")
    return NumberPattern(text)
