"""Headings in three languages, and where in a file the list of people lies."""

import csv

import pytest

import resources
from exchange.columns import find_list, header_form, recognise
from exchange.grids import Grid

with resources.path("lists", "columns.csv").open(encoding="utf-8", newline="") as file:
    KNOWN = [(header, row["field"]) for row in csv.DictReader(file) for header in row["headers"].split("|")]


def grid(*rows: tuple[str, ...], name: str = "s") -> Grid:
    return Grid(name, rows)


@pytest.mark.parametrize("change", ["{}", "  {} ", "{}:", "{} *", "{}\n(optional)", "{} (as in the passport)"])
def test_every_known_heading_is_recognised_however_it_is_written(change: str):
    assert [header for header, field in KNOWN if recognise(change.format(header.upper())) != field] == []


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Name of the participant", "name"), ("الأسم الكامل", "name"), ("اسم المشارك / Participant", "name"),
        ("ناوی تەواو (Full name)", "name"), ("Full name – ناوی تەواو", "name"), ("Full name-x", "name"),
        ("Phone\nnumber", "phone"), ("Phone number\nwith code", "phone"), ("PHONE_NUMBER", "phone"),
        ("Father’s name", "father"), ("Father's name", "father"), ("الهاتف", "phone"), ("هاتف", "phone"),
        ("الجنس | ڕەگەز", "sex"), ("Governorat", "governorate"), ("Phone nummber", "phone"), ("#", "number"),
        ("", ""), ("   ", ""), ("***", ""), ("ab", ""), ("Shoe size", ""), ("Nam", ""), ("Prix", ""),
    ],
)  # fmt: skip
def test_what_a_heading_names(header: str, field: str):
    assert recognise(header) == field


def test_a_sentence_is_no_heading():
    assert recognise("Full name".ljust(60)) == "name"
    assert recognise("Full name".ljust(61)) == ""
    assert recognise("Name (" + "x" * 54) == "name"
    assert recognise("Name (" + "x" * 55) == ""


@pytest.mark.parametrize(
    ("header", "form"),
    [
        ("  Phone   No. ", "phone no"), ("Job_title", "job title"), ("E-mail", "e mail"), ("الهاتف", "هاتف"),
        ("العمر", "عمر"), ("Institution\r\n/Ministry", "institution ministry"), ("S#", "s #"), ("O'Neill’s", "oneills"),
    ],
)  # fmt: skip
def test_a_heading_without_what_does_not_matter(header: str, form: str):
    assert header_form(header) == form


def test_an_article_is_kept_where_hardly_anything_would_remain():
    assert header_form("الاب") == "الاب"
    assert header_form("الاسم") == "اسم"


def test_the_row_with_most_headings_is_the_header():
    sheets = [
        grid(("Name", "Phone"), ("Sara", "0750"), name="short"),
        grid(("Phone", "", ""), ("Full name", "Sex", "Phone"), ("Sara", "F", "0750"), name="list"),
        grid(("Full name", "Sex", "Phone"), name="again"),
    ]
    found = find_list(sheets)
    assert found is not None
    sheet, layout = found
    assert (sheet.name, layout.header_row) == ("list", 1), "the first of equals"
    assert layout.fields == {0: "name", 1: "sex", 2: "phone"}


@pytest.mark.parametrize(
    "rows",
    [
        [("Name",)], [("Name", "Name")], [("Phone", "Sex", "E-mail")], [("Sara", "Ali")], [()],
        [*[("", "")] * 40, ("Name", "Phone")],
    ],
)  # fmt: skip
def test_without_a_name_and_something_else_there_is_no_list(rows: list[tuple[str, ...]]):
    assert find_list([grid(*rows)]) is None


def test_a_header_may_stand_under_thirty_nine_lines():
    found = find_list([grid(*[("", "")] * 39, ("Name", "Phone"))])
    assert found is not None
    assert found[1].header_row == 39


@pytest.mark.parametrize("part", ["First name", "Father's name", "Grandfather's name", "Surname"])
def test_a_part_of_a_name_is_a_name(part: str):
    assert find_list([grid((part, "Phone"))]) is not None


def test_names_may_have_several_columns_and_everything_else_one():
    found = find_list([grid(("Name in English", "Phone", "Name in Arabic", "Mobile", "Shoe size"))])
    assert found is not None
    layout = found[1]
    assert layout.columns_of("name") == [0, 2]
    assert layout.columns_of("phone") == [1]
    assert layout.columns_of("sex") == []
