"""One thing has one word in each language (``docs/glossary.csv``), in the program and in the guide."""

import csv
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.resources.catalogues import said

GLOSSARY = Path(__file__).resolve().parent.parent.parent / "docs" / "glossary.csv"
NAMES = {"en": "english", "ar": "arabic", "ckb": "sorani"}


def terms() -> list[dict[str, str]]:
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def unpointed(text: str) -> str:
    """Without the vowel marks, which are written or not."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Mn" or letter in "ًٌٍ")


def forbidden_in(language: str, texts: Iterable[tuple[str, str]]) -> list[str]:
    found = []
    for term in terms():
        forms = term[f"not_{NAMES[language]}"]
        if not forms:
            continue
        pattern = re.compile(
            rf"(?<!\w)(?:{unpointed(forms)})" if language != "ckb" else unpointed(forms), re.IGNORECASE
        )
        found += [f"{where}: {term['term']}" for where, text in texts if pattern.search(unpointed(text))]
    return found


@pytest.mark.parametrize("language", NAMES)
def test_one_thing_has_one_word(language: str):
    assert forbidden_in(language, list(said(language))) == []


@pytest.mark.parametrize(
    ("language", "planted"),
    [
        ("en", "Type your password."),
        ("ar", "الإنجليزية"),
        ("ar", "هل هذه الشهادة صحيحة؟"),
        ("ar", "افتح الشاشةَ الذاتية"),
        ("ckb", "واژووی ڕاهێنەر"),
        ("ckb", "ئەم پەڕگەیە"),
    ],
)
def test_a_planted_word_is_found(language: str, planted: str):
    assert forbidden_in(language, [("planted", planted)])


def test_every_term_has_its_word_in_each_language():
    assert [term["term"] for term in terms() if not (term["term"] and term["arabic"] and term["sorani"])] == []


@pytest.mark.parametrize(("language", "column"), [("ar", "arabic"), ("ckb", "sorani")])
def test_no_word_of_the_glossary_is_forbidden_by_it(language: str, column: str):
    assert forbidden_in(language, [(term["term"], term[column]) for term in terms()]) == []
