"""Letters in the order of lists, after the collation of Unicode's CLDR 48 (its root, and what it changes for Arabic).

Letters that are written together count as one and are told apart last. Where we leave CLDR: letters that only the
keyboard tells apart are one (ك ک, ه ھ, ي ی), and ڕ follows ر as in the Kurdish alphabet (for Sorani CLDR has no order
of its own, and its root puts ڕ after ز).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alphabet:
    letters: str
    spelled_out: tuple[tuple[str, str], ...] = ()
    """Letters that count as several."""


LATIN = Alphabet(
    "a b c dđð e ǝ ə f g hħ i ı j k lł m n oø p q r s t u v w x y z þ", (("æ", "ae"), ("œ", "oe"), ("ß", "ss"))
)
ARABIC = Alphabet(
    "ءأؤإئا ٱ ب پ ةت ث ج چ ح خ د ذ ر ڕ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق كک گ ل ڵ م ن هھہ ە و ۆ ۇ یىي ێ", (("آ", "ءا"),)
)
"""Hamza counts as alif whatever carries it. The article is no exception: الجبوري stands among alif."""
SORANI = Alphabet("ء آ أ ٱ ؤ إ ئ ا ب پ ة ت ث ج چ ح خ د ذ ر ڕ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق كک گ ل ڵ م ن هھہ ە و ۆ ۇ ىيی ێ")
