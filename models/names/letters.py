"""Text as it is compared: one form for all spellings of the same letters and digits.

What is shown stays as it was typed; these forms are only for matching and search.
"""

import re
import unicodedata

_DIGITS = {ord(digit): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)}
_DROPPED = dict.fromkeys([0x640, *range(0x64B, 0x660), 0x670, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
                          *range(0x2060, 0x206A), 0xFEFF])  # fmt: skip
_FOLDED = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
        "ى": "ي", "ی": "ي", "ې": "ي", "ێ": "ي",
        "ك": "ك", "ک": "ك", "ڪ": "ك",
        "ة": "ه", "ە": "ه", "ھ": "ه", "ہ": "ه",
        "ؤ": "و", "ۆ": "و", "ۇ": "و", "ڕ": "ر", "ڵ": "ل",
        "ئ": "ي", "ء": "",
    }
)  # fmt: skip
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_ARABIC = (
    "[\u0620-\u065f\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
)
_JOINERS = "[\u200c\u200d]"
_LOOSE_JOINER = re.compile(f"(?<!{_ARABIC}){_JOINERS}+|(?<={_JOINERS}){_JOINERS}+|(?<!ه){_JOINERS}+(?!{_ARABIC})")
_WORD = re.compile(r"[^\W_]+")


def ascii_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as ASCII; nothing else is touched."""
    return text.translate(_DIGITS)


def tidy(text: str) -> str:
    """As it is kept: composed, without control characters and what nobody can see, blanks single."""
    text = without_unseen(unicodedata.normalize("NFC", text))
    kept = (" " if unicodedata.category(letter) in {"Cc", "Zs", "Zl", "Zp"} else letter for letter in text)
    return " ".join("".join(kept).split())


def without_unseen(text: str) -> str:
    """Without what turns the direction of other letters, has no width, or only selects a form.

    Sorani and Persian need joiners: ه‌ is a vowel, می‌ stays apart. They are kept after a letter of the Arabic
    script: before another one, or after ه.
    """
    return _LOOSE_JOINER.sub("", _UNSEEN.sub("", text))


def has_unseen(text: str) -> bool:
    return without_unseen(text) != text


def plain(text: str) -> str:
    """Compatibility forms, case, digits, vowel marks and tatweel levelled; letters kept apart."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = text.replace("ه\u200c", "ە").translate(_DIGITS).translate(_DROPPED)
    decomposed = unicodedata.normalize("NFD", text)
    if decomposed == text:
        return text
    kept = (letter for letter in decomposed if unicodedata.category(letter) != "Mn" or "\u0653" <= letter <= "\u0655")
    return unicodedata.normalize("NFC", "".join(kept))


def folded(text: str) -> str:
    """Also letters that are written for each other: ي ى ی, ك ک, ة ه ە, the hamza forms."""
    return plain(text).translate(_FOLDED)


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(folded(text))


def is_arabic_script(text: str) -> bool:
    """Whether most letters of a text are of the Arabic script."""
    letters = [letter for letter in text if letter.isalpha()]
    arabic = sum(unicodedata.bidirectional(letter) == "AL" for letter in letters)
    return arabic * 2 > len(letters)


_SORANI_ONLY = frozenset("ەێۆڕڵڤژ")
_SORANI_SPELLING = _SORANI_ONLY | frozenset("یکگچپ")


def looks_sorani(text: str) -> bool:
    """Whether a name is spelled as in Sorani: by its own letters, or by ه + ZWNJ."""
    return bool(_SORANI_ONLY & set(text)) or "ه\u200c" in text


def is_sorani_spelling(word: str) -> bool:
    """Whether a single word writes its short vowels, as Sorani does."""
    return bool(_SORANI_SPELLING & set(word))
