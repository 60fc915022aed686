"""Collects texts from the sources into the ``.po`` files; what is translated stays."""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from resources.words.languages import LANGUAGES, SOURCE

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("commands", "documents", "exchange", "jobs", "models", "resources", "ui")
TEXTS = {"say": 1, "count": 2, "N_": 1}
"""Name of a call -> how many of its first arguments are texts."""
TAG = "Translators:"


def collected() -> Catalog:
    """Every text of the program."""
    catalogue = Catalog(project="Sijil", charset="utf-8")
    for path in (ROOT / "main.py", *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))):
        place = path.relative_to(ROOT).as_posix()
        for said, comments in texts_in(path.read_text(encoding="utf-8")):
            message = said if len(said) > 1 else said[0]
            catalogue.add(message, locations=[(place, None)], auto_comments=comments)  # type: ignore[list-item]
    return catalogue


def texts_in(source: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """What is said, also within f-strings, where Babel's own reading of Python sees no calls before Python 3.12;
    with what is told to translators in the line above.
    """
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (count := TEXTS.get(_name_of(node.func))):
            said = [one.value for one in node.args[:count] if isinstance(one, ast.Constant)]
            if len(said) == count and all(isinstance(one, str) and one for one in said):
                yield tuple(map(str, said)), _comments(lines, node.lineno)


def _name_of(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _comments(lines: list[str], number: int) -> list[str]:
    above = lines[number - 2].strip().removeprefix("#").strip() if number > 1 else ""
    return [above] if above.startswith(TAG) else []


def path_of(language: str) -> Path:
    return ROOT / "resources" / "translations" / language / "LC_MESSAGES" / "sijil.po"


def main() -> None:
    template = collected()
    for one in LANGUAGES.values():
        language, locale = one.code, one.locale
        if language == SOURCE:
            continue
        path = path_of(language)
        catalogue = Catalog(locale=locale, project="Sijil", fuzzy=False)
        if path.is_file():
            with path.open("rb") as file:
                catalogue = read_po(file, locale=locale)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, width=110, sort_output=True, omit_header=False)
        open_texts = [message.id for message in catalogue if message.id and not message.string]
        print(f"{language}: {len(catalogue)} texts, {len(open_texts)} to be translated")


if __name__ == "__main__":
    main()
