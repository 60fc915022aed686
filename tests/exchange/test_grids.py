"""Files of any kind become plain rows of text, or one clear error: the content says what they are, not the name."""

import struct
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from exchange import grids
from exchange.grids import decoded, read
from models import errors

ROWS = [["الاسم", "Phone"], ["شوان زيرك", "7701234567"], ["ڕێبین", ""]]
_CALC = "urn:oasis:names:tc:opendocument:xmlns:"


def put(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def xlsx(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return path


def ods(path: Path, rows: list[list[str]]) -> Path:
    """The least that an OpenDocument table is made of."""
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{_CALC}office:1.0" '
        f'xmlns:table="{_CALC}table:1.0" xmlns:text="{_CALC}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="ناوەکان">{body}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{_CALC}manifest:1.0"></manifest:manifest>'
        )
    return path


def xls(path: Path, rows: list[list[str]]) -> Path:
    """Excel 97: records of BIFF8 as the one stream of an OLE file."""

    def record(kind: int, data: bytes = b"") -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))

    name = "ورقة"
    named = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    start = len(begin(5)) + 4 + 6 + len(named) + 4
    cells = b"".join(
        record(0x0204, struct.pack("<HHHHB", y, x, 0, len(text), 1) + text.encode("utf-16-le"))
        for y, row in enumerate(rows)
        for x, text in enumerate(row)
        if text
    )
    book = begin(5) + record(0x0085, struct.pack("<IBB", start, 0, 0) + named) + record(0x000A)
    book += begin(16) + cells + record(0x000A)
    return put(path, ole("Workbook", book))


def ole(name: str, stream: bytes) -> bytes:
    """One stream of at least 4,096 bytes behind a table of sectors and a directory."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))

    def entry(title: str, kind: int, child: int, first: int, size: int) -> bytes:
        text = (title + "\0").encode("utf-16-le")
        links = struct.pack("<BBIII", kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        return (
            text.ljust(64, b"\0") + struct.pack("<H", len(text)) + links + bytes(36) + struct.pack("<IQ", first, size)
        )

    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 2, len(stream))
    return header + struct.pack("<128I", *table) + directory.ljust(512, b"\0") + stream


# What can be read


@pytest.mark.parametrize("make", [xls, ods, lambda path, rows: xlsx(path, {"ناو": rows})], ids=["xls", "ods", "xlsx"])
@pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list"])
def test_workbooks_of_three_kinds_are_read_whatever_they_are_called(tmp_path: Path, make, name: str):
    (grid,) = read(make(tmp_path / name, ROWS))
    assert [list(row) for row in grid.rows] == ROWS
    assert grid.name in {"ورقة", "ناوەکان", "ناو"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_of_excel_is_read(tmp_path: Path, encoding: str, delimiter: str):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    text = "\r\n".join(delimiter.join(row) for row in ROWS)
    (grid,) = read(put(tmp_path / "list.csv", mark + text.encode(encoding)))
    assert [list(row) for row in grid.rows] == ROWS
    assert grid.name == ""


def test_what_arabic_excel_writes_is_read():
    assert decoded("الاسم الكامل".encode("cp1256")) == "الاسم الكامل"
    assert decoded("\ufeffالاسم".encode()) == "الاسم", "without its mark"
    assert "�" in decoded(b"\xff\xfe\x41\x00\x42"), "half a letter at the end"


def test_sheets_that_hold_nothing_are_left_out(tmp_path: Path):
    found = read(xlsx(tmp_path / "a.xlsx", {"empty": [], "blank": [["", ""]], "people": [["Name"]], "more": [["x"]]}))
    assert [grid.name for grid in found] == ["people", "more"]


def test_rows_keep_the_numbers_that_the_spreadsheet_shows(tmp_path: Path):
    (grid,) = read(xlsx(tmp_path / "a.xlsx", {"s": [[], ["", ""], ["", "Name"], [], ["", "Sara"]]}))
    assert [row for row in enumerate(grid.rows, start=1) if any(row[1])] == [(3, ("", "Name")), (5, ("", "Sara"))]


def test_numbers_dates_and_answers_become_what_one_sees(tmp_path: Path):
    cells = [7701234567.0, 2.5, True, date(1980, 3, 12), datetime(1980, 3, 12, 8, 30), time(8, 30), "  Sara  ", 0]
    (grid,) = read(xlsx(tmp_path / "a.xlsx", {"s": [cells]}))
    assert grid.rows[0][:2] == ("7701234567", "2.5")
    assert grid.rows[0][2:5] == ("True", "1980-03-12", "1980-03-12")
    assert grid.rows[0][5].startswith("08:30")
    assert grid.rows[0][6:] == ("Sara", "0")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("'=1+1", "=1+1"), ("'+964", "+964"), ("'-", "-"), ("'@x", "@x"),
        ("'", "'"), ("'Abd", "'Abd"), ("O'Neill", "O'Neill"), ("", ""),
    ],
)  # fmt: skip
def test_only_the_apostrophe_of_our_own_tables_is_taken_away(tmp_path: Path, written: str, meant: str):
    (grid,) = read(put(tmp_path / "a.csv", f"a,{written}\nb,c\n"))
    assert grid.rows[0] == ("a", meant)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Name;Note\nSara;one, two, three, four\nAli;five, six\n", ("Sara", "one, two, three, four")),
        ("Name\tJob\nSara\tNurse; head\nAli\tDoctor\n", ("Sara", "Nurse; head")),
        ('Name,Note\nSara,"two\nlines"\n', ("Sara", "two\nlines")),
        ('"Name","Note"\n"Sara","a ""quoted"" word"\n', ("Sara", 'a "quoted" word')),
        ("Name\n\nSara\n", ()),
    ],
)
def test_the_delimiter_is_the_one_that_makes_regular_rows(tmp_path: Path, text: str, rows: tuple[str, ...]):
    (grid,) = read(put(tmp_path / "a.csv", text))
    assert grid.rows[1] == rows


# What is too much


def test_the_limits_hold_to_the_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(grids, "MOST_BYTES", 40)
    assert read(put(tmp_path / "a.csv", b"n," * 20))
    with pytest.raises(errors.ListTooLarge):
        read(put(tmp_path / "a.csv", b"n," * 20 + b"n"))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_more_rows_than_any_list_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str):
    monkeypatch.setattr(grids, "MOST_ROWS", 3)
    for count in (3, 4):
        rows = [["a", "b"]] * count
        path = tmp_path / f"{count}.{ending}"
        if ending == "xlsx":
            xlsx(path, {"s": rows})
        else:
            put(path, "a,b\n" * count)
        if count == 3:
            assert len(read(path)[0].rows) == 3
        else:
            with pytest.raises(errors.ListTooLarge):
                read(path)


def test_columns_and_letters_beyond_all_measure_are_cut(tmp_path: Path):
    wide, long = ["x"] * 201, "y" * 4_001
    for path in (
        put(tmp_path / "a.csv", ",".join(wide) + "\n" + long),
        xlsx(tmp_path / "a.xlsx", {"s": [wide, [long]]}),
    ):
        (grid,) = read(path)
        assert len(grid.rows[0]) == 200
        assert len(grid.rows[1][0]) == 4_000
    with pytest.raises(errors.ListTooLarge):
        read(xlsx(tmp_path / "b.xlsx", {"s": [["x"] * 1_001]}))
    assert read(xlsx(tmp_path / "c.xlsx", {"s": [["x"] * 1_000]}))


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_bombs_are_refused_before_they_go_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """By what one part would become, and by what all of them would."""
    with pytest.raises(errors.ListTooLarge):
        read(packed(tmp_path / "a.xlsx", {"big": b" " * 1_000_001}))
    with pytest.raises(errors.ListUnreadable):
        read(packed(tmp_path / "b.xlsx", {"big": b" " * 1_000_000}))
    monkeypatch.setattr(grids, "MOST_UNPACKED", 50_000)
    with pytest.raises(errors.ListUnreadable):
        read(packed(tmp_path / "c.xlsx", {str(n): b"a" * 10_000 for n in range(5)}))
    with pytest.raises(errors.ListTooLarge):
        read(packed(tmp_path / "d.xlsx", {str(n): b"a" * 10_000 for n in range(6)}))


# What is no list


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4", b"\x89PNG", b"\xff\xd8\xff\xe0", b"GIF89a", b"Rar!\x1a", b"7z\xbc\xaf", b"SQLite format 3",
        b"MZ\x90", b"\x7fELF", b"a,b\n\x00,d", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"x" * 4000,
    ],
)  # fmt: skip
def test_other_files_are_refused_with_their_path(tmp_path: Path, content: bytes):
    path = put(tmp_path / "list.csv", content + b" and more")
    with pytest.raises(errors.ListUnreadable) as caught:
        read(path)
    assert caught.value.values == {"path": str(path)}


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b",,,\n,,", b"\xef\xbb\xbf"])
def test_nothing_is_told_as_nothing(tmp_path: Path, content: bytes):
    with pytest.raises(errors.ListEmpty) as caught:
        read(put(tmp_path / "list.csv", content))
    assert caught.value.values == {"path": str(tmp_path / "list.csv")}


def test_an_empty_workbook_is_told_as_nothing(tmp_path: Path):
    with pytest.raises(errors.ListEmpty):
        read(xlsx(tmp_path / "a.xlsx", {"one": [], "two": [[""]]}))


def test_a_folder_and_a_file_that_is_not_there_cannot_be_read(tmp_path: Path):
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(errors.NotReadable) as caught:
            read(path)
        assert caught.value.values == {"path": str(path)}


@pytest.mark.parametrize("make", [xls, ods])
def test_workbooks_that_were_cut_never_crash(tmp_path: Path, make):
    whole = make(tmp_path / "whole", ROWS).read_bytes()
    for length in range(8, len(whole) - 1, max(1, len(whole) // 40)):
        try:
            found = read(put(tmp_path / "cut", whole[:length]))
        except errors.SijilError:
            continue
        assert all(isinstance(cell, str) for grid in found for row in grid.rows for cell in row)


def test_a_csv_that_its_reader_gives_up_on_is_no_list(tmp_path: Path):
    with pytest.raises(errors.ListUnreadable):
        read(put(tmp_path / "a.csv", 'a,b\n"' + "x" * 140_000))
