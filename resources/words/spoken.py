"""Words for screen, paper and messages alike: one object per language, passed to whoever speaks.

Only literals are given to ``say`` and ``count`` (build_spec/translations.py collects them);
values are put in by keyword. Texts that are declared elsewhere are marked with ``N_``.
"""

import datetime as dt
import gettext
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

import resources
from resources.words.calendar import months, weekdays
from resources.words.languages import LANGUAGES, SOURCE, order_of
from resources.words.marking import N_


class WordsMissing(Exception):
    """The compiled catalogue of a language is not there: set-up did not run."""


_CURRENCIES = {"IQD": N_("Iraqi dinars"), "USD": N_("US dollars"), "EUR": N_("euros")}


class Words:
    """One language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.speaks = LANGUAGES[language]
        self.is_rtl = self.speaks.is_rtl
        self._digits = str.maketrans("0123456789", self.speaks.digits)
        self._catalogue = _catalogue(language)

    def say(self, text: str, **values: object) -> str:
        """The text in this language, with values in their places."""
        found = self._catalogue.gettext(text) if text else ""
        return found.format(**values) if values else found

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The form that fits the number; ``{n}`` is the number in this language's digits."""
        found = self._catalogue.ngettext(one, many, number)
        return found.format(n=self.number(number), **values)

    def number(self, value: int | str) -> str:
        """Digits as this language writes them."""
        return str(value).translate(self._digits)

    def amount(self, value: Decimal) -> str:
        """1,250,000.50 with this language's digits and marks."""
        return self.number(f"{value:,}".translate(str.maketrans(",.", self.speaks.marks)))

    def currency(self, code: str) -> str:
        """The name of a currency after an amount; of an uncommon one its code."""
        return self.say(_CURRENCIES[code]) if code in _CURRENCIES else code

    def date(self, day: dt.date) -> str:
        """13 September 2015."""
        # Translators: a whole date; Sorani: {day}ی {month}ی {year}
        return self.say(
            "{day} {month} {year}",
            day=self.number(day.day),
            month=self.month(day),
            year=self.number(day.year),
        )

    def short_date(self, day: dt.date | None) -> str:
        """2015-09-13 in this language's digits, for tables; empty without a day."""
        return self.number(day.isoformat()) if day else ""

    def weekday(self, day: dt.date) -> str:
        return weekdays(self.language)[day.weekday()]

    def month(self, day: dt.date) -> str:
        return months(self.language)[day.month - 1]

    def date_range(self, first: dt.date, last: dt.date) -> str:
        """13–16 September 2015, as short as the two dates allow."""
        if first == last:
            return self.date(first)
        if (first.year, first.month) == (last.year, last.month):
            # Translators: two days of one month
            return self.say(
                "{first}–{last} {month} {year}",
                first=self.number(first.day),
                last=self.number(last.day),
                month=self.month(first),
                year=self.number(first.year),
            )
        # Translators: two whole dates
        return self.say("{first} – {last}", first=self.date(first), last=self.date(last))

    def full_date(self, day: dt.date) -> str:
        """Sunday, 13 September 2015."""
        return self.say("{weekday}, {date}", weekday=self.weekday(day), date=self.date(day))

    def listed(self, items: Iterable[str]) -> str:
        """Those that are not empty, with this language's comma between them.

        Not by CLDR's lists: of Babel's, the Sorani one has a Latin comma, and the Arabic one without "and" says
        the last of two items twice.
        """
        return f"{self.speaks.comma} ".join(filter(None, items))

    def of(self, record: object, field: str = "name") -> str:
        """A record's name or title in this language, else in one that there is."""
        text = getattr(record, field)
        return next((text[code] for code in order_of(self.language) if text[code]), "")

    def fitting(self, latin: str, arabic: str) -> str:
        """Of two forms of a name the one in this language's letters, else the other."""
        return (latin or arabic) if self.speaks.is_latin else (arabic or latin)


@cache
def words_for(language: str) -> Words:
    """
    :raises WordsMissing: when the catalogue was not compiled
    """
    return Words(language)


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == SOURCE:
        return gettext.NullTranslations()
    path = resources.path("translations", language, "LC_MESSAGES", "sijil.mo")
    try:
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)
    except OSError as problem:
        raise WordsMissing(language) from problem
