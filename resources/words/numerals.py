"""Whole numbers in words, as payment sheets want them; to 999 billion, in English, Arabic and Sorani.

The Arabic is counted in the masculine, as dinars and dollars are.
"""

_MOST = 10**12

_EN_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_GROUPS = ("", "thousand", "million", "billion")

_AR_ONES = (
    "صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "أحد عشر", "اثنا عشر",
    "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر",
)  # fmt: skip
_AR_TENS = ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_AR_HUNDREDS = (
    "", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة",
)  # fmt: skip
# One, two, three to ten, eleven and more, whole hundreds of them.
_AR_GROUPS = (
    ("", "", "", "", ""),
    ("ألف", "ألفان", "آلاف", "ألفًا", "ألف"),
    ("مليون", "مليونان", "ملايين", "مليونًا", "مليون"),
    ("مليار", "ملياران", "مليارات", "مليارًا", "مليار"),
)
_TWO_HUNDRED_OF = "مئتا"

_CKB_ONES = (
    "سفر", "یەک", "دوو", "سێ", "چوار", "پێنج", "شەش", "حەوت", "هەشت", "نۆ", "دە", "یازدە", "دوازدە", "سێزدە",
    "چواردە", "پازدە", "شازدە", "حەڤدە", "هەژدە", "نۆزدە",
)  # fmt: skip
_CKB_TENS = ("", "", "بیست", "سی", "چل", "پەنجا", "شەست", "حەفتا", "هەشتا", "نەوەد")
_CKB_HUNDREDS = (
    "", "سەد", "دووسەد", "سێسەد", "چوارسەد", "پێنجسەد", "شەشسەد", "حەوتسەد", "هەشتسەد", "نۆسەد",
)  # fmt: skip
_CKB_GROUPS = ("", "هەزار", "ملیۆن", "ملیار")


def spelled(number: int, language: str) -> str:
    """In words; in figures where the words of a language are not known here.

    :raises ValueError: for negative numbers and those beyond 999 billion
    """
    if not 0 <= number < _MOST:
        raise ValueError(number)
    return {"en": _english, "ar": _arabic, "ckb": _sorani}.get(language, str)(number)


def _groups(number: int) -> list[tuple[int, int]]:
    """Hundreds of each power of a thousand, the largest first; empty ones are left out."""
    found, power = [], 0
    while number:
        number, group = divmod(number, 1000)
        if group:
            found.append((group, power))
        power += 1
    return found[::-1]


def _english(number: int) -> str:
    parts = [f"{_english_hundreds(group)} {_EN_GROUPS[power]}".strip() for group, power in _groups(number)]
    return " ".join(parts) or _EN_ONES[0]


def _english_hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [f"{_EN_ONES[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, ones = divmod(rest, 10)
        small = _EN_ONES[rest] if rest < 20 else _EN_TENS[tens] + (f"-{_EN_ONES[ones]}" if ones else "")
        parts.append(f"and {small}" if hundreds else small)
    return " ".join(parts)


def _arabic(number: int) -> str:
    """Standing alone: what is counted is named before it, as a noun after it would change its form."""
    return " و".join(_arabic_group(group, power) for group, power in _groups(number)) or _AR_ONES[0]


def _arabic_group(group: int, power: int) -> str:
    one, two, few, many, whole = _AR_GROUPS[power]
    rest = group % 100
    if not power:
        return _arabic_hundreds(group)
    if group in {1, 2}:
        return one if group == 1 else two
    if group == 200:
        return f"{_TWO_HUNDRED_OF} {whole}"
    if rest in {1, 2}:
        return f"{_AR_HUNDREDS[group // 100]} {whole} و{one if rest == 1 else two}"
    return f"{_arabic_hundreds(group)} {few if 3 <= rest <= 10 else many if rest else whole}"


def _arabic_hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [_AR_HUNDREDS[hundreds]] if hundreds else []
    if rest:
        tens, ones = divmod(rest, 10)
        small = (
            _AR_ONES[rest] if rest < 20 else " و".join(filter(None, (_AR_ONES[ones] if ones else "", _AR_TENS[tens])))
        )
        parts.append(small)
    return " و".join(parts)


def _sorani(number: int) -> str:
    parts = []
    for group, power in _groups(number):
        name = _CKB_GROUPS[power]
        is_one_thousand = group == 1 and power == 1
        parts.append(name if is_one_thousand else f"{_sorani_hundreds(group)} {name}".strip())
    return " و ".join(parts) or _CKB_ONES[0]


def _sorani_hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [_CKB_HUNDREDS[hundreds]] if hundreds else []
    if rest:
        tens, ones = divmod(rest, 10)
        parts += [_CKB_ONES[rest]] if rest < 20 else [_CKB_TENS[tens], *([_CKB_ONES[ones]] if ones else [])]
    return " و ".join(parts)
