"""Which pages to print, as people write it: ``1-3, 7``."""

import re

from models.errors import PagesUnclear
from models.names.letters import ascii_digits

_PART = re.compile(r"(\d{1,6})?(?:\s*[-–—]\s*(\d{1,6})?)?")


def chosen_pages(text: str, count: int) -> list[int]:
    """The places of the pages, from 0, each once, in rising order; nothing written means all.

    :raises PagesUnclear: when it is no such list, or names no page that there is
    """
    places: set[int] = set()
    parts = [part.strip() for part in re.split(r"[,،;؛]", ascii_digits(text)) if part.strip()]
    if not parts:
        return list(range(count))
    for part in parts:
        match = _PART.fullmatch(part)
        if match is None or not any(match.groups()):
            raise PagesUnclear(pages=text)
        is_range = any(mark in part for mark in "-–—")
        first = int(match[1] or 1)
        last = int(match[2] or count) if is_range else first
        places |= {place - 1 for place in range(first, min(last, count) + 1) if 1 <= place <= count}
    if not places:
        raise PagesUnclear(pages=text)
    return sorted(places)
