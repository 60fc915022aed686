"""The languages of the program, one record each. What differs from language to language is asked here.

Adding one: its record, its catalogue in ``resources/translations`` and, when somebody writes it, its guide.
Fields of records that hold a text in each language, their columns, forms and papers follow.
"""

from dataclasses import dataclass

from resources.words.alphabets import ARABIC, LATIN, SORANI, Alphabet
from resources.words.marking import N_

SOURCE = "en"
"""The language in which the texts of the program are written."""
_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    code: str
    """ISO 639; the folder of its catalogue and the ending of fields in this language."""
    locale: str
    """For Babel and Qt."""
    tag: str
    """BCP 47, as word processors know it."""
    name: str
    """In itself."""
    short: str
    """In itself, for a narrow button."""
    in_it: str
    """To be said after what is written in it: in English."""
    is_rtl: bool = False
    is_latin: bool = True
    """Whether it is written in Latin letters: which form of people's names fits it."""
    alphabet: Alphabet = LATIN
    """By which lists are sorted."""
    digits: str = "0123456789"
    marks: str = ",."
    """Between thousands, and before decimals."""
    comma: str = ","
    """Between what is listed."""
    else_in: tuple[str, ...] = ()
    """The languages that stand in first for a text that is missing in this one."""


_EVERY = (
    Language(code="en", locale="en_GB", tag="en-GB", name="English", short="en", in_it=N_("in English")),
    Language(
        code="ar",
        locale="ar_IQ",  # never bare ar, which has Egypt's months
        tag="ar-IQ",
        name="العربية",
        short="عر",
        in_it=N_("in Arabic"),
        is_rtl=True,
        is_latin=False,
        alphabet=ARABIC,
        digits=_ARABIC_INDIC,
        marks="٬٫",
        comma="،",
        else_in=("en",),
    ),
    Language(
        code="ckb",
        locale="ckb_IQ",  # never ku, which is Kurmanji
        tag="ku-Arab-IQ",
        name="کوردی",
        short="کو",
        in_it=N_("in Sorani"),
        is_rtl=True,
        is_latin=False,
        alphabet=SORANI,
        digits=_ARABIC_INDIC,
        marks="٬٫",
        comma="،",
        else_in=("ar",),
    ),
)
LANGUAGES: dict[str, Language] = {one.code: one for one in _EVERY}
"""Code -> language, in the order in which people are asked."""


def order_of(code: str) -> tuple[str, ...]:
    """The codes of all languages: this one, those that stand in for it first, the others."""
    return tuple(dict.fromkeys((code, *LANGUAGES[code].else_in, *LANGUAGES)))
