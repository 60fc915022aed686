"""Participant: a person on file."""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Indexes, Record, Shape, Use, declared
from models.records.codes import NameLanguage, Sex
from resources.words.languages import LANGUAGES

UNNAMED = "—"
"""Stands for somebody whose name was erased on request."""

MOST_OF_A_NAME = 120
"""Letters: twice the longest that we met."""

_KEPT = Use.ACCESS | Use.PERSONAL
_SHOWN = _KEPT | Use.FORM | Use.TABLE
_SAID = _SHOWN | Use.LIST | Use.COMPARED


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    KIND: ClassVar[str] = "participant"
    TABLE: ClassVar[str] = "participants"
    INDEXES: ClassVar[Indexes] = (("phone",), ("email",))

    name_latin: str = declared(
        "", shape=Shape.LATIN, use=_SHOWN | Use.COMPARED, printed="printed_latin", most=MOST_OF_A_NAME
    )
    name_arabic: str = declared(
        "", shape=Shape.ARABIC, use=_SHOWN | Use.COMPARED, printed="printed_arabic", most=MOST_OF_A_NAME
    )
    title: str = declared("", use=_SAID, most=80)
    sex: Sex = declared(Sex.UNKNOWN, use=_SAID & ~Use.PERSONAL)
    """Stays when a person is erased: a woman from Erbil is still counted."""
    phone: str = declared("", shape=Shape.PHONE, use=_SAID)
    """E.164, or as written when it is no valid number."""
    email: str = declared("", shape=Shape.EMAIL, use=_SAID)
    birth_year: int | None = declared(None, shape=Shape.YEAR, use=_SAID)
    name_language: NameLanguage = declared(NameLanguage.UNKNOWN, use=_KEPT | Use.FORM)
    fourth_latin: str = declared("", shape=Shape.LATIN, use=_KEPT | Use.FORM, most=40)
    """A fourth name, printed after the others wherever the name is."""
    fourth_arabic: str = declared("", shape=Shape.ARABIC, use=_KEPT | Use.FORM, most=40)
    latin_proposed: bool = declared(False, use=Use.PERSONAL)
    """The Latin form was made by rule and waits for a person's yes."""
    arabic_proposed: bool = declared(False, use=Use.PERSONAL)

    @property
    def printed_latin(self) -> str:
        """The Latin name as it may be printed: empty until somebody confirmed it."""
        return "" if self.latin_proposed else _joined(self.name_latin, self.fourth_latin)

    @property
    def printed_arabic(self) -> str:
        """The Arabic-script name as it may be printed: empty until somebody confirmed it."""
        return "" if self.arabic_proposed else _joined(self.name_arabic, self.fourth_arabic)

    @property
    def name(self) -> str:
        """For the screen: a confirmed form before a proposed one."""
        if self.erased:
            return UNNAMED
        return self.printed_latin or self.printed_arabic or self.name_latin or self.name_arabic

    def name_in(self, language: str) -> str:
        """For a screen in this language: the form in its script first, a confirmed one before a proposed one."""
        if LANGUAGES[language].is_latin:
            return self.name
        if self.erased:
            return UNNAMED
        return self.printed_arabic or self.printed_latin or self.name_arabic or self.name_latin

    def other_name_in(self, language: str) -> str:
        """The form that ``name_in`` leaves out, proposed or not."""
        shown = self.name_in(language)
        is_latin = LANGUAGES[language].is_latin
        forms = (self.name_arabic, self.name_latin) if is_latin else (self.name_latin, self.name_arabic)
        return next((form for form in forms if form and not shown.startswith(form)), "")

    @property
    def has_open_name(self) -> bool:
        return (self.latin_proposed and bool(self.name_latin)) or (self.arabic_proposed and bool(self.name_arabic))


def _joined(name: str, fourth: str) -> str:
    return f"{name} {fourth}".strip() if name else ""
