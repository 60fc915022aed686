"""Numbers stand in the digits of the language; others only in what is typed or named as it stands."""

import re

import pytest

from resources.words import LANGUAGES
from tests.resources.catalogues import said

AS_IT_STANDS = re.compile(
    r"\{\w*\}|%\d"  # places for values
    r"|!\[.*?\]\(.*?\)|^\d+\. "  # pictures and numbering of the guide
    r"|\d{4}-\d\d-\d\d|\d\d:\d\d|\d{1,3},\d{3}|\d+\.\d+|\d+-\d+، \d+"  # what somebody is to type
    r"|(?:Ctrl|Alt)\+\d(?:، \d)*(?: … \d)?|P L E A \w+ 1 2 3 4"  # keys
    r"|[A-Z]\d+|Avery \w+"  # formats of paper
)


def foreign_digits(language: str, text: str) -> list[str]:
    others = {digit for one in LANGUAGES.values() for digit in one.digits} - set(LANGUAGES[language].digits)
    return [letter for letter in AS_IT_STANDS.sub("", text) if letter in others]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_stand_in_the_digits_of_the_language(language: str):
    assert [where for where, text in said(language) if foreign_digits(language, text)] == []


@pytest.mark.parametrize(
    ("language", "planted"), [("ar", "فيه 35 شخصًا"), ("ckb", "لە 1 تا ٥"), ("en", "٣٥ people"), ("ar", "85 × 54 مم")]
)
def test_planted_digits_are_found(language: str, planted: str):
    assert foreign_digits(language, planted)


@pytest.mark.parametrize("text", ["Ctrl+1، 2، 3 – التدريبات", "اكتب مثلًا 1-3، 7.", "Avery L7160 على A4"])
def test_what_is_typed_as_it_stands_is_none_of_them(text: str):
    assert foreign_digits("ar", text) == []
