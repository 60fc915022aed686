"""A programme's own questions: asked on the card and on paper, filled from lists, in every table."""

import pypdfium2
import pytest
import xlsxwriter

from exchange.grids import read
from jobs.lists.exporting import export
from jobs.lists.importing import import_list
from jobs.papers.printing import print_paper
from jobs.trainings import own_questions
from models.records import CustomField
from models.texts import Text
from models.training import roster
from resources.words import words_for


@pytest.fixture
def questions(store, training) -> tuple[CustomField, ...]:
    with store.step() as step:
        step.add(
            CustomField(id="q1", programme_id="p1", label=Text(en="Diet", ar="الطعام"), choices=("Any", "Vegetarian")),
            CustomField(id="q2", programme_id="p1", label=Text(ckb="ژمارەی ژوور")),
            CustomField(id="q3", programme_id="p1"),
            CustomField(id="q4", programme_id="another", label=Text(en="Not here")),
        )
    return own_questions.questions_of(store, "p1")


def a_list(path, headings: tuple[str, ...], rows: list[tuple[str, ...]]):
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate((headings, *rows)):
            sheet.write_row(line, 0, row)
    return path


def test_columns_headed_like_a_question_fill_its_answers(store, training, questions, tmp_path):
    path = a_list(
        tmp_path / "list.xlsx",
        ("Name", "Institution", "DIET ", "ژمارەی ژوور", "Shoe size"),
        [("Karwan Ahmed Omar", "Ministry of Planning", "Vegetarian", "12", "43")],
    )
    report = import_list(store, path, training.id)
    (one,) = roster.load(store, training.id).attendees
    assert one.answers == {"q1": "Vegetarian", "q2": "12"}
    assert "Diet" in report.columns.values()


def test_an_answer_given_before_is_not_replaced_by_a_list(store, training, questions, tmp_path):
    path = a_list(tmp_path / "l.xlsx", ("Name", "Phone", "Diet"), [("Karwan Ahmed Omar", "0750 123 4567", "Any")])
    import_list(store, path, training.id)
    (one,) = roster.load(store, training.id).attendees
    own_questions.answer(store, one.enrolment.id, "q1", "Vegetarian")
    import_list(store, path, training.id)
    (one,) = roster.load(store, training.id).attendees
    assert one.answers["q1"] == "Vegetarian"


def test_questions_without_words_and_of_other_programmes_are_not_asked(questions):
    assert [one.id for one in questions] == ["q1", "q2"]


def test_answers_stand_in_the_table_and_the_questions_on_the_form(store, training, questions, tmp_path):
    import_list(store, a_list(tmp_path / "l.xlsx", ("Name", "Phone", "Diet"), [("Hiwa Aziz", "", "Any")]), training.id)
    export(store, roster.load(store, training.id), tmp_path / "t.xlsx", words_for("ar"))
    rows = next(iter(read(tmp_path / "t.xlsx"))).rows
    assert rows[0][-2:] == ("الطعام", "ژمارەی ژوور")
    assert rows[1][-2] == "Any"
    print_paper(store, training.id, "form", tmp_path / "form.pdf", words_for("ckb"))
    document = pypdfium2.PdfDocument(tmp_path / "form.pdf")
    assert len(document) == 1
    assert "Vegetarian" in document[0].get_textpage().get_text_range()
