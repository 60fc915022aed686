"""One form for all spellings of the same letters."""

import pytest

from models.names.letters import (
    ascii_digits,
    folded,
    is_arabic_script,
    is_sorani_spelling,
    looks_sorani,
    plain,
    tidy,
    words,
)  # fmt: skip


@pytest.mark.parametrize("letters", ["اأإآٱ", "يىیېێئ", "كکڪ", "ةەھهہ", "وؤۆۇ", "رڕ", "لڵ"])
def test_letters_that_are_written_for_each_other(letters: str):
    assert len({folded(letter) for letter in letters}) == 1


def test_every_digit_is_read():
    assert ascii_digits("٠١٢٣٤٥٦٧٨٩") == ascii_digits("۰۱۲۳۴۵۶۷۸۹") == "0123456789"
    assert ascii_digits("a ١ ь") == "a 1 ь"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("مُحَمَّد", "محمد"), ("محـــمد", "محمد"), ("ﻣﺤﻤﺪ", "محمد"), ("KARWAN", "karwan"), ("Žižek", "zizek"),
        ("ئەحمەد", "يهحمهد"), ("a\u200fb\u200bc", "abc"), ("\ufeffx\u2067y\u2069\u2060\u206d", "xy\u206d"),
        ("ء", ""), ("رحمٰن", "رحمن"),
        ("Straße", "strasse"), ("آدم", "ادم"), ("٣", "3"),
    ],
)  # fmt: skip
def test_a_text_as_it_is_compared(text: str, form: str):
    assert folded(text) == form


def test_plain_keeps_letters_apart():
    assert plain("أحمد إبراهيم") == "أحمد إبراهيم"
    assert plain("أُحمد") == "أحمد"
    assert plain("آدم") == "آدم"
    assert plain("al\u2010ali\u2030") == "al\u2010ali\u2030", "signs beside those that are dropped"
    assert plain("ه\u200c") == "ە"
    assert plain("É") == "e"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  a \t b\n\nc ", "a b c"), ("a\u00a0b\u2003c", "a b c"), ("a\u2028b\u2029c", "a b c"), ("\u200ea\u200f", "a"),
        ("a\x00b", "a b"), ("e\u0301", "é"), ("\ufeffa", "a"), ("\u202aa\u202c", "a"), ("ه\u200cم", "ه\u200cم"),
    ],
)  # fmt: skip
def test_a_text_as_it_is_kept(text: str, kept: str):
    assert tidy(text) == kept


def test_words_are_letters_and_digits():
    assert words("Al-Ali_2 (Omar)") == ["al", "ali", "2", "omar"]


@pytest.mark.parametrize(
    ("text", "is_arabic"),
    [("سارة", True), ("Sara", False), ("سارة Sa", True), ("سا Sa", False), ("12", False), ("", False)],
)
def test_the_script_of_most_letters(text: str, is_arabic: bool):
    assert is_arabic_script(text) is is_arabic


@pytest.mark.parametrize(
    ("text", "looks", "spelled"),
    [
        ("ڕێبین", True, True), ("کەمال", True, True), ("علی", False, True), ("پدر", False, True), ("چرا", False, True),
        ("گران", False, True), ("ڤان", True, True), ("ژان", True, True), ("محمد", False, False), ("Sara", False, False),
        ("ئه\u200cحمد", True, False), ("باوك", False, False), ("دۆست", True, True), ("دڵ", True, True),
    ],
)  # fmt: skip
def test_what_is_spelled_as_in_sorani(text: str, looks: bool, spelled: bool):
    assert (looks_sorani(text), is_sorani_spelling(text)) == (looks, spelled)
