"""Lists as they come: three languages, shuffled, renamed, damaged, hostile."""

import csv
import io
import random
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from exchange import tables
from exchange.grids import read
from exchange.nominees import read_nominees
from models import errors
from models.records.codes import Sex
from tests.conftest import LISTS, SAMPLE

HEADERS = {
    "en": ["S/N", "Name of participant", "Gender", "Ministry/Institution", "Job title", "Province", "Mobile No", "DOB"],
    "ar": ["التسلسل", "اسم المشارك", "النوع", "جهة العمل", "المنصب", "المدينة", "الموبايل", "المواليد"],
    "ckb": ["ژمارە", "ناوی تەواو", "رەگەز", "دامەزراوە", "پۆست", "شار", "ژمارەی مۆبایل", "ساڵی لەدایکبوون"],
}
SEXES = {"en": ("Female", "Mr."), "ar": ("انثى", "ذكر"), "ckb": ("مێ", "نێر")}


def written(path: Path, rows: list[list[str]], *, first_sheet: list[list[str]] | None = None) -> Path:
    book = xlsxwriter.Workbook(str(path))
    for sheet_rows in filter(None, (first_sheet, rows)):
        sheet = book.add_worksheet()
        for number, row in enumerate(sheet_rows):
            sheet.write_row(number, 0, row)
    book.close()
    return path


@pytest.mark.parametrize(("name", "people"), list(zip(LISTS, (10, 9, 10, 8), strict=True)))
def test_the_sample_lists_are_understood_without_help(name: str, people: int):
    found = read_nominees(SAMPLE / name)
    assert len(found.nominees) == people
    for nominee in found.nominees:
        assert nominee.phone.startswith("+96475")
        assert nominee.sex in {Sex.FEMALE, Sex.MALE}
        assert nominee.institution
        assert nominee.position
        assert nominee.governorate
        assert len((nominee.name_latin or nominee.name_arabic).split()) >= 3


@pytest.mark.parametrize("language", HEADERS)
@pytest.mark.parametrize("seed", range(5))
def test_shuffled_renamed_and_retranslated_lists_are_understood(tmp_path: Path, language: str, seed: int):
    order = random.Random(seed).sample(range(8), 8)
    women, men = SEXES[language]
    people = [
        ["1", "Dr. Rojan Peshawa Kawa", women, "Zagros Society", "Nurse", "Kirkuk", "0770 123 4567", "1980"],
        ["2", "شوان زيرك هوكر", men, "جامعة دهوك", "طبيب", "زاخو", "٠٧٧٠١٢٣٤٥٦٨", "١٢/٣/١٩٧٩"],
    ]
    total = ["المجموع", "2", "", "", "", "", "", ""]
    rows = [["List of nominees"], [], *([row[at] for at in order] for row in [HEADERS[language], *people, total])]
    found = read_nominees(written(tmp_path / "x.bin", rows, first_sheet=[["please read"]]))
    first, second = found.nominees
    assert (first.name_latin, first.title, first.sex) == ("Rojan Peshawa Kawa", "Dr", Sex.FEMALE)
    assert (second.name_arabic, second.sex, second.birth_year) == ("شوان زيرك هوكر", Sex.MALE, 1979)
    assert (first.phone, second.phone) == ("+9647701234567", "+9647701234568")
    assert (first.institution, second.governorate) == ("Zagros Society", "زاخو")
    assert [one.reason for one in found.skipped] == ["total"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_files_of_all_encodings(tmp_path: Path, encoding: str, delimiter: str):
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([["الاسم", "الهاتف"], ["محمد أحمد علي", "07701234567"]])
    path = tmp_path / "list.txt"
    path.write_bytes(stream.getvalue().encode(encoding))
    (found,) = read_nominees(path).nominees
    assert (found.name_arabic, found.phone) == ("محمد أحمد علي", "+9647701234567")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", errors.ListEmpty),
        (b" \n ", errors.ListEmpty),
        (b"%PDF-1.7 ...", errors.ListUnreadable),
        (b"\x89PNG\r\n", errors.ListUnreadable),
        (b"PK\x03\x04broken", errors.ListUnreadable),
        (b"\xd0\xcf\x11\xe0broken", errors.ListUnreadable),
        (b"some\x00binary\x01", errors.ListUnreadable),
        (b"a,b,c\n1,2,3\n", errors.NoNameColumn),
        ("Привет,мир\n".encode(), errors.NoNameColumn),
    ],
)
def test_what_is_no_list_gives_one_clear_error(tmp_path: Path, content: bytes, error: type[Exception]):
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    with pytest.raises(error):
        read_nominees(path)


def test_a_missing_file_and_a_bomb_are_refused(tmp_path: Path):
    with pytest.raises(errors.NotReadable):
        read(tmp_path / "nowhere.xlsx")
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b" " * (60 << 20))
    with pytest.raises(errors.ListTooLarge):
        read(bomb)


def test_damaged_workbooks_never_crash(tmp_path: Path):
    original = (SAMPLE / "ministries.xlsx").read_bytes()
    chance = random.Random(7)
    path = tmp_path / "x.xlsx"
    for _ in range(150):
        content = bytearray(original)
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content[: chance.choice((len(content), chance.randrange(len(content))))])
        try:
            read_nominees(path)
        except errors.SijilError:
            continue


def test_no_cell_becomes_a_formula_and_comes_back_as_it_was(tmp_path: Path):
    evil = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)"]
    rows = [["x", text] for text in evil]
    for ending in (".csv", ".xlsx"):
        path = tmp_path / f"out{ending}"
        path.write_bytes(tables.encode(ending, "t", ["a", "b"], rows, rtl=False))
        (grid,) = read(path)
        assert [row[1] for row in grid.rows[1:]] == evil
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in csv.reader(io.StringIO(text)) for cell in row)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
