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
from exchange.nominees import Nominee, read_nominees
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


# One cell at a time


def listed(path: Path, header: list[str], *rows: list[str]) -> list[Nominee]:
    return read_nominees(written(path / "list.xlsx", [header, *rows])).nominees


def nominee(path: Path, **cells: str) -> Nominee:
    """One person: heading with underscores for blanks -> cell."""
    (found,) = listed(path, ["Name", *(name.replace("_", " ") for name in cells if name != "Name")], [
        cells.get("Name", "Sara Azad Ali"), *(text for name, text in cells.items() if name != "Name")
    ])  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("written_as", "title", "name"),
    [
        ("Dr. Sara Azad", "Dr", "Sara Azad"), ("DR SARA AZAD", "Dr", "Sara Azad"),
        ("Prof. Sara Azad", "Prof", "Sara Azad"),
        ("Dr.Sara Azad", "Dr", "Sara Azad"), ("Dr/Sara Azad", "Dr", "Sara Azad"), ("Mr. Ali Azad", "", "Ali Azad"),
        ("Drew Barry", "", "Drew Barry"), ("Dr.", "", "Dr."), ("Dr", "", "Dr"), ("M. Ali", "", "M. Ali"),
        ("KARWAN AL-ALI", "", "Karwan Al-Ali"), ("karwan ahmed", "", "Karwan Ahmed"),
        ("van der Berg", "", "van der Berg"),
        ("McAli  Omar ", "", "McAli Omar"), ("Nadia W", "", "Nadia W"), ("F Ali", "", "F Ali"),
    ],
)  # fmt: skip
def test_a_title_in_front_of_a_name_is_not_part_of_it(tmp_path: Path, written_as: str, title: str, name: str):
    found = nominee(tmp_path, Name=written_as, Sex="F")
    assert (found.title, found.name_latin, found.name_arabic) == (title, name, "")


@pytest.mark.parametrize(
    ("written_as", "title", "name"),
    [
        ("د. سارة آزاد", "Dr", "سارة آزاد"), ("أ.د. سارة آزاد", "Prof", "سارة آزاد"),
        ("د سارة آزاد", "", "د سارة آزاد"),
        ("د/ سارة آزاد", "Dr", "سارة آزاد"), ("م. سارة آزاد", "Eng", "سارة آزاد"),
        ("الدكتورة سارة آزاد", "Dr", "سارة آزاد"),
        ("العقيد علي آزاد", "Col", "علي آزاد"), ("دلشاد آزاد", "", "دلشاد آزاد"),
    ],
)  # fmt: skip
def test_titles_in_arabic(tmp_path: Path, written_as: str, title: str, name: str):
    found = nominee(tmp_path, Name=written_as, Sex="F")
    assert (found.title, found.name_arabic, found.name_latin) == (title, name, "")


@pytest.mark.parametrize(
    ("cell", "name", "sex"),
    [
        ("F", "Sara Azad", Sex.FEMALE), ("female", "Sara Azad", Sex.FEMALE), ("M.", "Ali Azad", Sex.MALE),
        ("أنثى", "Sara Azad", Sex.FEMALE), ("نێر", "Ali Azad", Sex.MALE), (" Male: ", "Ali", Sex.MALE),
        ("", "Mrs. Sara Azad", Sex.FEMALE), ("", "السيد علي آزاد", Sex.MALE), ("M", "Ms. Sara Azad", Sex.MALE),
        ("", "Dr. Sara Azad", Sex.UNKNOWN), ("x", "Sara Azad", Sex.UNKNOWN), ("Dr", "Sara", Sex.UNKNOWN),
    ],
)  # fmt: skip
def test_the_sex_is_what_its_column_says_or_the_title(tmp_path: Path, cell: str, name: str, sex: Sex):
    assert nominee(tmp_path, Name=name, Sex=cell, Job="x").sex is sex


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("0750 123 4567", "+9647501234567"), ("7501234567", "+9647501234567"), ("٠٧٥٠١٢٣٤٥٦٧", "+9647501234567"),
        ("+964 750 123 4567", "+9647501234567"), ("00964 750 1234567", "+9647501234567"),
        ("+49 30 901820", "+4930901820"),
        ("07501234567 / 07701234567", "+9647501234567"), ("07501234567، 07701234567", "+9647501234567"),
        ("07501234567;1", "+9647501234567"), ("07501234567\n0770", "+9647501234567"), ("none", ""), ("", ""), ("-", ""),
        ("12", "12"), ("8501234567", "+9648501234567"),
    ],
)  # fmt: skip
def test_the_first_phone_number_of_a_cell(tmp_path: Path, cell: str, phone: str):
    assert nominee(tmp_path, Phone=cell, Job="x").phone == phone


@pytest.mark.parametrize(
    ("cell", "email"),
    [
        ("Sara.Azad@Example.ORG", "sara.azad@example.org"), ("Sara <sara@x.org>", "sara@x.org"),
        ("a@b.co, c@d.co", "a@b.co"), ("none", ""), ("sara@x", ""), ("@x.org", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_first_address_of_a_cell(tmp_path: Path, cell: str, email: str):
    assert nominee(tmp_path, Email=cell, Job="x").email == email


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("1980", 1980), ("12/3/1979", 1979), ("1979-03-12", 1979), ("١٩٨٠", 1980), ("born 1980 or 1981", 1980),
        ("1920", 1920), ("2015", 2015), ("1919", None), ("2016", None), ("2016, 1980", 1980), ("80", None),
        ("19801", None), ("21980", None), ("", None),
        ("9/13/85", 1985), ("13-9-85", 1985), ("13.9.85", 1985), ("١٣/٩/٨٥", 1985), ("1/2/05", 2005), ("31050", 1985),
        ("31050.5", 1985), ("13-Sep-85", 1985), ("١٣ أيلول ٨٥", 1985), ("1405 هـ (1985 م)", 1985), ("13/9/20", 1920),
        ("١٤٠٥ هـ", None), ("1405", None), ("13/9/1405", None), ("5/5/50 هـ", None), ("99999", None), ("42", None),
    ],
)  # fmt: skip
def test_the_year_of_birth_in_any_date(tmp_path: Path, cell: str, year: int | None):
    assert nominee(tmp_path, Year_of_birth=cell, Job="x").birth_year == year


@pytest.mark.parametrize(
    ("cell", "reason"),
    [("١٤٠٥ هـ", "hijri"), ("1405", "hijri"), ("13/9/1405", "hijri"), ("5/5/50 هـ", "hijri"), ("80", "birth"),
     ("unknown", "birth"), ("1985", ""), ("31050", ""), ("–", ""), ("", "")],
)  # fmt: skip
def test_a_birth_that_is_not_understood_is_told_as_it_is_written(tmp_path: Path, cell: str, reason: str):
    found = nominee(tmp_path, Year_of_birth=cell, Job="x").unclear
    assert [(one.heading, one.text, one.reason) for one in found] == (
        [("Year of birth", cell, reason)] if reason else []
    )


def test_everything_else_is_kept_as_it_was_written(tmp_path: Path):
    found = nominee(
        tmp_path, Title="Brigadier", Institution=" Ministry  of Health", Job="Head\nof unit", Province="Erbil",
        Notes="vegetarian", Shoe_size=" 42 ", Diet="", Colour="red",
    )  # fmt: skip
    assert (found.title, found.institution, found.position) == ("Brigadier", "Ministry of Health", "Head of unit")
    assert (found.governorate, found.note, found.row) == ("Erbil", "vegetarian", 2)
    assert found.others == (("Shoe size", "42"), ("Colour", "red"))


# Names in several columns


@pytest.mark.parametrize(
    ("header", "cells", "latin", "arabic"),
    [
        (["First name", "Father's name", "Surname"], ["Dr. Sara", "Azad", "ALI"], "Sara Azad ALI", ""),
        (["Surname", "First name", "Grandfather's name"], ["Ali", "Sara", "Omar"], "Sara Omar Ali", ""),
        (["الاسم", "اسم الأب", "اللقب"], ["سارة", "آزاد", "علي"], "", "سارة آزاد علي"),
        (["Name", "Surname"], ["Sara", "Ali"], "Sara Ali", ""), (["Name", "Surname"], ["Sara", ""], "Sara", ""),
        (["Name", "First name", "Surname"], ["Sara Azad", "Sara", "Ali"], "Sara Azad", ""),
        (["Name in English", "Name in Arabic"], ["Sara Azad", "سارة آزاد"], "Sara Azad", "سارة آزاد"),
        (["Name in Arabic", "Name in English"], ["سارة آزاد", "SARA AZAD"], "Sara Azad", "سارة آزاد"),
        (["Name", "Full name"], ["Sara", "Another"], "Sara", ""), (["Name", "Full name"], ["12", "Sara"], "Sara", ""),
        (["First name", "Name in Arabic"], ["Sara", "سارة آزاد"], "Sara", "سارة آزاد"),
    ],
)  # fmt: skip
def test_names_in_parts_and_in_two_scripts(
    tmp_path: Path, header: list[str], cells: list[str], latin: str, arabic: str
):
    (found,) = listed(tmp_path, [*header, "Phone"], [*cells, "07501234567"])
    assert (found.name_latin, found.name_arabic) == (latin, arabic)


# Rows that are nobody


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["Total", "", "12"], "total"), (["", "", "المجموع:"], "total"), (["کۆ", "", ""], "total"),
        (["", "F", "0750"], "no_name"), (["---", "F", ""], "no_name"), (["12", "M", ""], "no_name"),
        (["Please send by Thursday", "", ""], "note"), (["Full name", "Gender", "Mobile"], "header"),
        (["Name", "Sex", ""], "header"),
    ],
)  # fmt: skip
def test_rows_that_are_no_person_say_why(tmp_path: Path, cells: list[str], reason: str):
    found = read_nominees(
        written(tmp_path / "l.xlsx", [["Name", "Sex", "Phone"], ["Sara Azad", "F", ""], [], cells, ["Ali", "M", "1"]])
    )
    assert [(one.row, one.reason) for one in found.skipped] == [(4, reason)]
    assert [(one.row, one.name_latin) for one in found.nominees] == [(2, "Sara Azad"), (5, "Ali")]


def test_with_two_columns_a_name_alone_is_a_person(tmp_path: Path):
    assert [one.name_latin for one in listed(tmp_path, ["Name", "Sex"], ["Sara", ""])] == ["Sara"]


def test_the_list_says_how_its_columns_were_understood(tmp_path: Path):
    path = written(tmp_path / "l.xlsx", [["Nominee", "Shoe size", "Tel"], ["Sara", "42", "07501234567"]])
    found = read_nominees(path)
    assert (found.sheet, found.columns) == ("Sheet1", {"Nominee": "name", "Tel": "phone"})


def test_rows_shorter_than_their_header_are_read(tmp_path: Path):
    path = tmp_path / "l.csv"
    path.write_text("Phone,Name,Sex,Shoe size\n0750,Sara\n\n,Ali,M\n", encoding="utf-8")
    found = read_nominees(path)
    assert [(one.row, one.name_latin, one.sex, one.others) for one in found.nominees] == [
        (2, "Sara", Sex.UNKNOWN, ()), (4, "Ali", Sex.MALE, ()),
    ]  # fmt: skip


def test_a_file_without_names_is_named(tmp_path: Path):
    path = written(tmp_path / "l.xlsx", [["Phone", "Sex"], ["0750", "F"]])
    with pytest.raises(errors.NoNameColumn) as caught:
        read_nominees(path)
    assert caught.value.values == {"path": str(path)}


def test_a_nominee_of_whom_only_the_row_is_known_says_nothing_else():
    assert Nominee(row=3) == Nominee(
        row=3, title="", name_latin="", name_arabic="", sex=Sex.UNKNOWN, institution="", position="", governorate="",
        phone="", email="", birth_year=None, note="", others=(),
    )  # fmt: skip
