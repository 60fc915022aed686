"""Names of months and days, spelled one way everywhere."""

from datetime import date

import pytest

from resources.words import LANGUAGES, words_for
from resources.words.calendar import months, weekdays


def test_sorani_december_is_spelled_like_january():
    said = months("ckb")
    assert (said[0], said[11]) == ("کانوونی دووەم", "کانوونی یەکەم")
    assert words_for("ckb").month(date(2026, 12, 1)) == "کانوونی یەکەم"
    assert len(set(said)) == 12


def test_sorani_friday_has_the_h_of_all_other_words():
    assert words_for("ckb").weekday(date(2026, 11, 27)) == "هەینی"
    assert not [name for language in LANGUAGES for name in (*months(language), *weekdays(language)) if "ھ" in name]


@pytest.mark.parametrize(
    ("language", "first", "ninth"), [("en", "January", "September"), ("ar", "كانون الثاني", "أيلول")]
)
def test_other_languages_have_the_names_of_iraq(language: str, first: str, ninth: str):
    assert (months(language)[0], months(language)[8]) == (first, ninth)


def test_nobody_asks_for_names_of_months_elsewhere():
    from tests.conftest import ROOT

    asking = ("get_month_names", "get_day_names", "standaloneMonthName", "standaloneDayName")
    packages = ("models", "documents", "exchange", "jobs", "commands", "ui", "resources")
    paths = [path for package in packages for path in (ROOT / package).rglob("*.py")]
    found = [path.name for path in paths if any(one in path.read_text(encoding="utf-8") for one in asking)]
    assert found == ["calendar.py"]
