"""The window's letters: the files that the paper uses, under a name that no font of the system has."""

import struct

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

import resources

_OWN, _OURS = "Noto Sans Arabic", "Sijil Sans Paper"  # as long as each other
_HEAD, _ENTRY = 12, 16


def load(name: str) -> str:
    """Hand ``resources/fonts/<name>.ttf`` to Qt; the family under which it is found.

    Some systems have a font of the same name without Latin letters, and Qt would mix the two.
    """
    content = resources.path("fonts", f"{name}.ttf").read_bytes()
    number = QFontDatabase.addApplicationFontFromData(QByteArray(_renamed(content)))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _renamed(content: bytes) -> bytes:
    """The font with another family in its table of names (OpenType, "name"); nothing else changes."""
    start, length = _table(content, b"name")
    names = content[start : start + length]
    for encoding in ("utf-16-be", "ascii"):
        names = names.replace(_OWN.encode(encoding), _OURS.encode(encoding))
    return content[:start] + names + content[start + length :]


def _table(content: bytes, tag: bytes) -> tuple[int, int]:
    (count,) = struct.unpack_from(">H", content, 4)
    for place in range(count):
        found, _, start, length = struct.unpack_from(">4sIII", content, _HEAD + place * _ENTRY)
        if found == tag:
            return start, length
    raise KeyError(tag)
