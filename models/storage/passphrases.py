"""A passphrase as it goes into the key: the same whichever keyboard typed it.

What stands here may never change: registers that are closed with it would not open again. Therefore it has tables of
its own, and not those with which names are compared.
"""

import unicodedata

LEAST = 8
_SAME = str.maketrans(
    {"ک": "ك", "ڪ": "ك", "ى": "ي", "ی": "ي", "ە": "ه", "ھ": "ه", "ہ": "ه", "ۀ": "ه"}
    | {digit: str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)}
)
_UNSEEN = {"Cc", "Cf"}  # marks of direction, joiners: some keyboards add them, and nobody sees them
_TATWEEL = "\u0640"


def typed(passphrase: str) -> str:
    """Kaf, yeh and heh, digits, and composed letters level; case, blanks and everything else as typed."""
    kept = (
        letter
        for letter in unicodedata.normalize("NFKC", passphrase)
        if letter != _TATWEEL and unicodedata.category(letter) not in _UNSEEN
    )
    return "".join(kept).translate(_SAME)


def is_long_enough(passphrase: str) -> bool:
    return len(typed(passphrase)) >= LEAST
