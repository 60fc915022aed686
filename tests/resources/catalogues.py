"""What the program says in another language, as the catalogues and the guide have it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from build_spec.translations import collected, path_of

GUIDE = Path(__file__).resolve().parent.parent.parent / "docs" / "guide"


@cache
def catalogue(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def said(language: str) -> Iterator[tuple[str, str]]:
    """Where, and what: every text of the program and every line of the guide."""
    for message in collected() if language == "en" else catalogue(language):
        if message.id:
            found = message.id if language == "en" else message.string
            yield from ((str(message.id), text) for text in ((found,) if isinstance(found, str) else found))
    for page in sorted((GUIDE / language).glob("*.md")):
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
            yield f"{page.name}:{number}", line


def plurals(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The messages that have a form for each kind of number."""
    for message in catalogue(language):
        if isinstance(message.id, tuple):
            yield message.id[1], tuple(message.string)
