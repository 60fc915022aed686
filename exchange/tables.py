"""Tables out: xlsx, csv with BOM, json. No cell ever becomes a formula."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from models.errors import UnknownFormat

Cell = str | int | float | None
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 48


def encode(ending: str, title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]], *, rtl: bool) -> bytes:
    """The bytes of a table file.

    :param ending: of the file, such as ``.xlsx``
    :raises UnknownFormat: for any other than xlsx, csv and json
    """
    if ending == ".xlsx":
        return _xlsx(title, headings, rows, rtl=rtl)
    if ending == ".csv":
        return _csv(headings, rows)
    if ending == ".json":
        records = [dict(zip(headings, row, strict=True)) for row in rows]
        return json.dumps(records, ensure_ascii=False, indent=1).encode("utf-8")
    raise UnknownFormat(ending=ending)


def is_supported(path: Path) -> bool:
    return path.suffix.casefold() in {".xlsx", ".csv", ".json"}


def _xlsx(title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]], *, rtl: bool) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    sheet = book.add_worksheet("".join(letter for letter in title if letter not in "[]:*?/\\'")[:31] or "1")
    head = book.add_format({"bold": True, "bg_color": "#E8EDF5", "text_wrap": True, "valign": "top"})
    if rtl:
        sheet.right_to_left()
    sheet.write_row(0, 0, headings, head)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int | float):
                sheet.write_number(number, column, cell)
            elif cell:
                sheet.write_string(number, column, cell)
    for column, heading in enumerate(headings):
        longest = max((len(str(row[column] or "")) for row in rows), default=0)
        sheet.set_column(column, column, min(_WIDEST, max(len(heading), longest) + 2))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), max(len(headings) - 1, 0))
    book.close()
    return stream.getvalue()


def _csv(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(headings)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def _harmless(cell: Cell) -> Cell:
    """An apostrophe before what a spreadsheet would run; our importer takes it away again."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_DANGEROUS) else cell
