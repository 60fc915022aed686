"""Tables that go out: what is in them comes back, and nothing in them runs."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from exchange import tables
from exchange.grids import read
from models.errors import UnknownFormat

HEADINGS = ["الاسم", "Sessions", "Share", "Note"]
ROWS: list[list[tables.Cell]] = [["شوان زيرك", 4, 0.75, None], ["Sara", 0, 1.5, "two\nlines"], ["ڕێبین", -3, 0.0, ""]]
EVIL = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://x")']


def written(path: Path, rows: list[list[tables.Cell]], *, title: str = "List", rtl: bool = False) -> Path:
    path.write_bytes(tables.encode(path.suffix, title, HEADINGS, rows, rtl=rtl))
    return path


def sheet_of(path: Path, member: str = "xl/worksheets/sheet1.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(member).decode("utf-8")


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_table_comes_back_as_it_was(tmp_path: Path, ending: str):
    (grid,) = read(written(tmp_path / f"t{ending}", ROWS))
    assert [list(row) for row in grid.rows] == [
        HEADINGS, ["شوان زيرك", "4", "0.75", ""], ["Sara", "0", "1.5", "two\nlines"],
        ["ڕێبین", "-3", "0" if ending == ".xlsx" else "0.0", ""],
    ]  # fmt: skip


def test_json_keeps_kinds_and_letters(tmp_path: Path):
    path = written(tmp_path / "t.json", ROWS)
    assert json.loads(path.read_text(encoding="utf-8")) == [dict(zip(HEADINGS, row, strict=True)) for row in ROWS]
    assert "شوان زيرك" in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith('[\n {\n  "الاسم"'), "to be read by people too"


def test_excel_sees_that_a_csv_is_utf_8(tmp_path: Path):
    content = written(tmp_path / "t.csv", ROWS).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf" + "الاسم,Sessions".encode())
    assert content.count(b"\xef\xbb\xbf") == 1
    assert b"\r\n" in content


def test_nothing_in_a_csv_begins_as_a_formula(tmp_path: Path):
    text = written(tmp_path / "t.csv", [[one, 1, 1, one] for one in EVIL]).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert [row[0] for row in rows] == [f"'{one}" for one in EVIL]
    assert [row[3] for row in rows] == [f"'{one}" for one in EVIL]


def test_numbers_below_zero_stay_numbers(tmp_path: Path):
    assert ",-3," in written(tmp_path / "t.csv", ROWS).read_bytes().decode("utf-8")
    assert '<c r="B4"><v>-3</v></c>' in sheet_of(written(tmp_path / "t.xlsx", ROWS))


def test_nothing_in_a_workbook_is_a_formula_a_link_or_a_number_by_mistake(tmp_path: Path):
    texts: list[tables.Cell] = [*EVIL, "https://example.org", "mailto:a@b.c", "007", "1e5"]
    path = written(tmp_path / "t.xlsx", [[one, 1, 1, one] for one in texts])
    sheet = sheet_of(path)
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert "ignoredError" not in sheet
    (grid,) = read(path)
    assert [row[0] for row in grid.rows[-4:]] == texts[-4:]


def test_headings_are_never_formulas_either(tmp_path: Path):
    path = tmp_path / "t.xlsx"
    path.write_bytes(tables.encode(".xlsx", "t", ["=1+1", "http://x"], [["a", "b"]], rtl=False))
    assert "<f>" not in sheet_of(path)
    assert "hyperlink" not in sheet_of(path)


@pytest.mark.parametrize("rtl", [True, False])
def test_the_first_column_is_at_the_right_where_people_read_so(tmp_path: Path, rtl: bool):
    sheet = sheet_of(written(tmp_path / "t.xlsx", ROWS, rtl=rtl))
    assert ('rightToLeft="1"' in sheet) is rtl


def test_the_headings_stay_in_sight_and_filter(tmp_path: Path):
    sheet = sheet_of(written(tmp_path / "t.xlsx", ROWS))
    assert '<pane ySplit="1" topLeftCell="A2"' in sheet
    assert '<autoFilter ref="A1:D4"/>' in sheet
    styles = sheet_of(tmp_path / "t.xlsx", "xl/styles.xml")
    assert "FFE8EDF5" in styles
    assert "<b/>" in styles
    assert 'vertical="top" wrapText="1"' in styles
    empty = sheet_of(written(tmp_path / "e.xlsx", []))
    assert '<autoFilter ref="A1:D2"/>' in empty


def test_columns_are_as_wide_as_what_is_in_them(tmp_path: Path):
    sheet = sheet_of(written(tmp_path / "t.xlsx", [["x" * 20, 123456789012, None, "y" * 90], ["x", 1, 1, "y"]]))
    widths = [float(part.split('"')[0]) for part in sheet.split('width="')[1:]]
    assert [round(width) for width in widths] == [23, 15, 8, 49]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("List", "List"), ("قائمة", "قائمة"), ("a[b]c:d*e?f/g\\h'i", "abcdefghi"), ("", "1"), ("[]:*?", "1"),
        ("x" * 40, "x" * 31),
    ],
)  # fmt: skip
def test_any_title_names_the_sheet(tmp_path: Path, title: str, shown: str):
    (grid,) = read(written(tmp_path / "t.xlsx", ROWS, title=title))
    assert grid.name == shown


@pytest.mark.parametrize("ending", [".pdf", ".xls", "", "xlsx", ".XLSX"])
def test_no_other_file_is_written(ending: str):
    with pytest.raises(UnknownFormat) as caught:
        tables.encode(ending, "t", HEADINGS, ROWS, rtl=False)
    assert caught.value.values == {"ending": ending}


@pytest.mark.parametrize(
    ("name", "is_one"), [("a.xlsx", True), ("a.CSV", True), ("a.json", True), ("a.pdf", False), ("csv", False)]
)
def test_which_files_are_tables(name: str, is_one: bool):
    assert tables.is_supported(Path(name)) is is_one
