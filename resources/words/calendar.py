"""Names of months and weekdays: CLDR's, spelled one way. The only place that asks for them."""

from functools import cache

from resources.words.languages import LANGUAGES

# CLDR spells the Sorani December otherwise than January, and Friday with a letter that stands for h elsewhere only.
_MONTHS = {"ckb": {12: "کانوونی یەکەم"}}
_WEEKDAYS = {"ckb": {4: "هەینی"}}
WEEKEND = frozenset({4, 5})
"""Friday and Saturday, as ``date.weekday()`` counts."""


@cache
def months(language: str) -> tuple[str, ...]:
    """From January."""
    from babel.dates import get_month_names  # the first page of the window has no dates

    names = get_month_names("wide", locale=LANGUAGES[language].locale)
    return tuple(_MONTHS.get(language, {}).get(n, str(names[n])) for n in range(1, 13))


@cache
def weekdays(language: str) -> tuple[str, ...]:
    """From Monday."""
    from babel.dates import get_day_names

    names = get_day_names("wide", locale=LANGUAGES[language].locale)
    return tuple(_WEEKDAYS.get(language, {}).get(n, str(names[n])) for n in range(7))


@cache
def month_spellings() -> dict[str, int]:
    """Whatever people may call a month -> its number."""
    from babel.dates import get_month_names

    found = {name: n for language in LANGUAGES for n, name in enumerate(months(language), 1)}
    for locale in ("ckb_IQ", "ar_EG"):  # as others spell it; as people say it in Egypt and on forms
        found |= {str(name): n for n, name in get_month_names("wide", locale=locale).items()}
    found |= {str(name): n for n, name in get_month_names("abbreviated", locale="en_US").items()}
    return found | {"Sept": 9}
