"""Collects texts from the sources into the ``.po`` files; what is translated stays."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from resources.words.languages import LANGUAGES, SOURCE

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("commands", "documents", "exchange", "jobs", "models", "resources", "ui")
KEYWORDS = {"say": None, "count": (1, 2), "N_": None}


def collected() -> Catalog:
    """Every text of the program."""
    catalogue = Catalog(project="Sijil", charset="utf-8")
    for folder in FOLDERS:
        base = ROOT / folder
        if base.is_dir():
            _add(catalogue, base, folder, [("**.py", "python")])
    _add(catalogue, ROOT, "", [("main.py", "python")])
    return catalogue


def _add(catalogue: Catalog, base: Path, folder: str, methods: list[tuple[str, str]]) -> None:
    found = extract_from_dir(
        str(base),
        methods,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        directory_filter=lambda _: bool(folder),
    )
    for name, _line, message, comments, _context in found:
        if message and message != ("",):
            location = f"{folder}/{name}" if folder else name
            catalogue.add(message, locations=[(location, None)], auto_comments=comments)  # type: ignore[list-item]


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
