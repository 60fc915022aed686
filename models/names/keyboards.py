"""What somebody meant who typed on the wrong keyboard layout: the Arabic (101) one for the English, or the reverse.

The Central Kurdish layout puts each sound on the key of its Latin letter; the search by sounds finds those anyway.
"""

_ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvnm,./`"
_ARABIC = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"

_TO_ENGLISH = {arabic: english for english, arabic in zip(_ENGLISH, _ARABIC, strict=True)} | {"ﻻ": "b"}
_TO_ARABIC = dict(zip(_ENGLISH, _ARABIC, strict=True)) | {"b": "لا", "H": "أ", "N": "آ", "Y": "إ", "C": "ؤ", "X": "ء"}


def on_the_other_keyboard(text: str) -> str:
    """The same keys under the other layout; empty when the text has no letters."""
    letters = [letter for letter in text if letter.isalpha()]
    if not letters:
        return ""
    if all(letter.isascii() for letter in letters):
        return "".join(_TO_ARABIC.get(letter) or _TO_ARABIC.get(letter.lower(), letter) for letter in text)
    return "".join(_TO_ENGLISH.get(letter, letter) for letter in text.replace("لا", "b"))
