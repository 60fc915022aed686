"""Totals in words, standing alone: the currency is named before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.words.numerals import spelled


@pytest.mark.parametrize(
    ("number", "english", "arabic", "sorani"),
    [
        (0, "zero", "صفر", "سفر"),
        (21, "twenty-one", "واحد وعشرون", "بیست و یەک"),
        (250, "two hundred and fifty", "مئتان وخمسون", "دووسەد و پەنجا"),
        (2_000, "two thousand", "ألفان", "دوو هەزار"),
        (3_000, "three thousand", "ثلاثة آلاف", "سێ هەزار"),
        (75_000, "seventy-five thousand", "خمسة وسبعون ألفًا", "حەفتا و پێنج هەزار"),
        (200_000, "two hundred thousand", "مئتا ألف", "دووسەد هەزار"),
        (
            11_375_000,
            "eleven million three hundred and seventy-five thousand",
            "أحد عشر مليونًا وثلاثمئة وخمسة وسبعون ألفًا",
            "یازدە ملیۆن و سێسەد و حەفتا و پێنج هەزار",
        ),
    ],
)
def test_numbers_in_words(number: int, english: str, arabic: str, sorani: str):
    assert (spelled(number, "en"), spelled(number, "ar"), spelled(number, "ckb")) == (english, arabic, sorani)


@given(st.integers(0, 10**12 - 1), st.integers(0, 10**12 - 1), st.sampled_from(["en", "ar", "ckb"]))
def test_two_numbers_are_never_spelled_alike(first: int, second: int, language: str):
    assert (spelled(first, language) == spelled(second, language)) is (first == second)


@pytest.mark.parametrize("number", [-1, 10**12])
def test_what_is_beyond_is_refused(number: int):
    with pytest.raises(ValueError, match=str(number)):
        spelled(number, "en")
