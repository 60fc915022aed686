"""The content of a document as plain data, for paper and for a word processor alike."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    is_note: bool = False
    """In small grey letters."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What it is called, and what it is."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Large numbers with a word below: number, word."""

    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: float
    text: str
    """What stands beside the bar."""


@dataclass(frozen=True, slots=True)
class Bars:
    bars: tuple[Bar, ...]
    most: float
    """The value of a full bar."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[tuple[str, float], ...]
    """Heading and share of the width."""
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Illustration:
    label: str
    png: bytes


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Part = Heading | Paragraph | Facts | KeyFigures | Bars | Table | Illustration | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All texts in the language of the document."""

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    note: str = ""
    """At the foot of each page."""
    pictures: tuple[bytes, ...] = ()
    """Logo and emblem, PNG."""
    language: str = "en"
    is_rtl: bool = False
