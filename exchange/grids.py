"""Any list file as plain rows of text: xlsx, xls, ods, csv, Excel's "Unicode text".

The kind of a file is seen from its content, never from its name.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from models.errors import ListEmpty, ListTooLarge, ListUnreadable, NotReadable

MOST_BYTES = 50 << 20
MOST_UNPACKED = 200 << 20
MOST_RATIO = 100
MOST_ROWS = 200_000
MOST_COLUMNS = 200
MOST_LETTERS = 4_000  # of one cell; the rest is cut

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc", b"SQLite", b"MZ", b"\x7fELF")
_DELIMITERS = ";\t,|"


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. Row numbers count from 1, as spreadsheets do."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def read(path: Path) -> list[Grid]:
    """The sheets of a file that hold anything.

    :raises NotReadable: when the system does not let us read it
    :raises ListTooLarge: beyond the limits above, before it is unpacked
    :raises ListUnreadable: when it is no list, or damaged
    :raises ListEmpty: when there is nothing in it
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ListTooLarge(path=str(path))
        content = path.read_bytes()
    except OSError as problem:
        raise NotReadable(path=str(path)) from problem
    if not content.strip():
        raise ListEmpty(path=str(path))
    if content.startswith((_ZIP, _OLE)):
        grids = list(_workbook(content, path))
    elif content.startswith(_BINARY):
        raise ListUnreadable(path=str(path))
    else:
        grids = [_text(content, path)]
    grids = [grid for grid in grids if any(any(row) for row in grid.rows)]
    if not grids:
        raise ListEmpty(path=str(path))
    return grids


def _workbook(content: bytes, path: Path) -> Iterator[Grid]:
    if content.startswith(_ZIP):
        _check_archive(content, path)
    with _damage_told(path):
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names]
    for name, sheet in sheets:
        if sheet.height > MOST_ROWS or sheet.width > MOST_COLUMNS * 5:
            raise ListTooLarge(path=str(path))
        with _damage_told(path):
            rows = sheet.to_python(skip_empty_area=False)
        yield Grid(name, tuple(tuple(_cell(cell) for cell in row[:MOST_COLUMNS]) for row in rows))


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """What calamine, being Rust, did not foresee is no ``Exception``, and its class cannot be imported."""
    try:
        yield
    except (CalamineError, OSError, ValueError) as problem:
        raise ListUnreadable(path=str(path)) from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":
            raise
        raise ListUnreadable(path=str(path)) from problem


def _check_archive(content: bytes, path: Path) -> None:
    """A bomb is refused by its table of contents, and by what really comes out."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > MOST_UNPACKED:
                raise ListTooLarge(path=str(path))
            if any(member.file_size > MOST_RATIO * max(member.compress_size, 10_000) for member in members):
                raise ListTooLarge(path=str(path))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as problem:
        raise ListUnreadable(path=str(path)) from problem


def _cell(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return _unquoted(str(value).strip()[:MOST_LETTERS])


def _unquoted(text: str) -> str:
    """Our own tables put an apostrophe before what a spreadsheet would take for a formula."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text


def _text(content: bytes, path: Path) -> Grid:
    text = decoded(content)
    if "\0" in text:
        raise ListUnreadable(path=str(path))
    sample = text[:20_000]
    delimiter = max(_DELIMITERS, key=lambda letter: _regularity(sample, letter))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as problem:
        raise ListUnreadable(path=str(path)) from problem
    if len(rows) > MOST_ROWS:
        raise ListTooLarge(path=str(path))
    return Grid("", tuple(tuple(_cell(cell) for cell in row[:MOST_COLUMNS]) for row in rows))


def decoded(content: bytes) -> str:
    """UTF-8, UTF-16 as Excel's "Unicode text", or Windows-1256 as Arabic Excel writes csv."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1256")


def _regularity(sample: str, delimiter: str) -> int:
    """How many lines have the most common, non-zero number of this delimiter."""
    counts = [line.count(delimiter) for line in sample.splitlines() if line.strip()]
    found = [count for count in counts if count]
    if not found:
        return 0
    common = max(set(found), key=found.count)
    return found.count(common) * min(common, 5)
