"""Text: one thing said in several languages, such as the title of a training."""

from collections.abc import Iterator, Mapping
from typing import Any

from resources.words.languages import LANGUAGES


class Text:
    """Language -> text. What was not said in a language is empty there; a Text never changes.

    Each language is kept as a field of its own (``title_ar``), in the history and in the tables, so that two
    laptops which write two languages do not contradict each other.
    """

    __slots__ = ("_said",)

    def __init__(self, **said: str) -> None:
        self._said = {code: text for code, text in said.items() if text}

    @classmethod
    def among(cls, values: Mapping[str, Any], name: str) -> "Text":
        """From ``name_en``, ``name_ar`` and the like."""
        return cls(**{code: str(values.get(kept_as(name, code)) or "") for code in LANGUAGES})

    def __getitem__(self, language: str) -> str:
        return self._said.get(language, "")

    def __iter__(self) -> Iterator[str]:
        """What was said, in the order of the languages."""
        return (self._said[code] for code in LANGUAGES if code in self._said)

    def __bool__(self) -> bool:
        return bool(self._said)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self._said == other._said

    def __hash__(self) -> int:
        return hash(frozenset(self._said.items()))

    def __repr__(self) -> str:
        return f"Text({', '.join(f'{code}={text!r}' for code, text in self._said.items())})"

    @property
    def first(self) -> str:
        """In English, or in the first language in which anything was said."""
        return next(iter(self), "")

    def saying(self, language: str, text: str) -> "Text":
        """The same with another text in one language."""
        return Text(**self._said | {language: text})

    def replacing(self, old: str, new: str) -> "Text":
        """The same with one text within it replaced, in every language."""
        return Text(**{code: text.replace(old, new) for code, text in self._said.items()})

    def kept(self, name: str) -> dict[str, str]:
        """As it is written to files: ``name_en`` and the like, one for each language."""
        return {kept_as(name, code): self[code] for code in LANGUAGES}


def kept_as(name: str, language: str) -> str:
    """The name under which one language of a text is kept."""
    return f"{name}_{language}"


NOTHING = Text()
