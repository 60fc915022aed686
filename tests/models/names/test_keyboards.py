"""What somebody meant who typed on the wrong keyboard."""

import pytest

from models.names.keyboards import on_the_other_keyboard

LATIN, ARABIC = "qwertyuiop[]asdfghjkl;'zxcvnm,./`", "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lpl]", "محمد"), ("LPL]", "محمد"), ("sghl", "سلام"), ("sbl", "سلام"), ("H", "أ"), ("N", "آ"), ("Y", "إ"),
        ("C", "ؤ"), ("X", "ء"), ("b", "لا"), ("B", "لا"), ("hgd 12", "الي 12"), ("12 -", ""), ("", ""),
    ],
)  # fmt: skip
def test_latin_letters_that_were_meant_as_arabic(typed: str, meant: str):
    assert on_the_other_keyboard(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), [("نشقصشى", "karwan"), ("ﻻلا", "bb"), ("لاشقه", "bari"), ("ش 1", "a 1")])
def test_arabic_letters_that_were_meant_as_latin(typed: str, meant: str):
    assert on_the_other_keyboard(typed) == meant


def test_every_key_has_its_two_letters():
    assert on_the_other_keyboard(LATIN) == ARABIC
    assert on_the_other_keyboard(ARABIC.replace("لا", "ل ا")) == LATIN.replace("gh", "g h")
