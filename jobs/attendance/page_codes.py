"""The codes on sheets that come back signed: which printing, which page, of which training."""

import re
import secrets
from dataclasses import dataclass

PREFIX = "TS1:"
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 8
_CODE = re.compile(rf"{PREFIX}([0-9A-Z]{{{_LENGTH}}}):(\d{{1,4}}):([0-9A-Z $%*+./-]*)")
_NOT_PRINTABLE = re.compile(r"[^0-9A-Z $%*+./-]")


@dataclass(frozen=True, slots=True)
class PageCode:
    code: str
    page: int
    """From 1."""
    training: str
    """The code of the training, as far as such a code holds it."""


def new_code() -> str:
    """Of a printing; a million of them share one with a chance of one in two."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def page_text(code: str, page: int, training: str) -> str:
    return f"{PREFIX}{code}:{page}:{_NOT_PRINTABLE.sub('-', training.upper())[:24]}"


def page_code(text: str) -> PageCode | None:
    """None when it is no code of a sheet."""
    match = _CODE.fullmatch(text.strip())
    return PageCode(match[1], int(match[2]), match[3]) if match else None
