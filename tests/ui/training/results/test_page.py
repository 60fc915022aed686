"""Tests and feedback: typed, pasted, counted; nothing says whose a form is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jobs.desk.registering import mark
from jobs.papers.printing import preview_paper
from jobs.results.feedback import Question, add_feedback, comments_of, results_of
from jobs.results.scoring import gain_of
from models import errors
from models.records.codes import MarkState, ScoreKind
from models.training import roster
from resources.words import words_for
from tests.ui.designs.test_designer import text_of
from tests.ui.test_first_run import said
from ui import tour
from ui.training.results.page import ScoresPage
from ui.window.program import Program


@pytest.fixture
def page(open_tab) -> ScoresPage:
    return open_tab("scores")


def scores(program: Program, training) -> list[dict[ScoreKind, int]]:
    found = roster.load(program.workplace.store, training.id)
    return [one.scores for one in found.participants if one.scores]


def test_a_column_is_typed_with_one_enter_each(program: Program, training_here, page: ScoresPage):
    page.start()
    for number in ("40", "55", "101"):
        for digit in number:
            QTest.keyClick(QApplication.focusWidget(), digit)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QApplication.processEvents()  # Qt takes the editor away a moment later
    page.grid.scores.setData(page.grid.scores.index(5, 0), "٧٥ ٪")
    assert sorted(one[ScoreKind.PRE] for one in scores(program, training_here)) == [40, 55, 75], "101 is no percentage"


def test_a_table_of_excel_is_pasted_and_undone_at_once(program: Program, training_here, page: ScoresPage):
    page.start()
    QGuiApplication.clipboard().setText("40\t80\n50\t\n\t90\nmany\t70 %\n")
    QTest.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    pasted = [one.scores for one in page.grid.scores.attendees[:4]]
    assert pasted == [
        {ScoreKind.PRE: 40, ScoreKind.POST: 80},
        {ScoreKind.PRE: 50},
        {ScoreKind.POST: 90},
        {ScoreKind.POST: 70},
    ]
    assert gain_of(page.grid.scores.attendees[0]) == 40
    assert page.grid.scores.index(0, 2).data() == "\u2066+40\u2069"
    program.workplace.store.undo()
    assert scores(program, training_here) == []


def test_delete_takes_a_result_away(program: Program, training_here, page: ScoresPage):
    page.start()
    page.grid.paste("40")
    page.grid.selectColumn(0)
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    assert scores(program, training_here) == []


def test_a_form_is_keyed_in_a_moment(program: Program, training_here, page: ScoresPage):
    page.ratings.setFocus()
    QTest.keyClicks(page.ratings, "545043")
    QTest.keyClick(page.ratings, Qt.Key.Key_Return)
    page.ratings.setText("٥٥٥٥٥٥")
    page.comment.setText("More time for questions")
    page.add_form()
    store = program.workplace.store
    results = {one.question: (one.mean, one.answers) for one in results_of(store, training_here.id)}
    assert results[Question.CONTENT] == (5.0, 2)
    assert results[Question.MATERIALS] == (5.0, 1), "0 is no answer"
    assert comments_of(store, training_here.id) == ["More time for questions"]
    assert "2 forms" in said(page)
    assert page.ratings.text() == ""
    assert not any(
        change.sets.get("participant_id") for one in store.feedback.all() for change in store.history(one.id)
    )


@pytest.mark.parametrize("wrong", ["", "54504", "5450433", "6bcdef", "999999", "five"])
def test_what_is_no_form_is_not_saved(program: Program, training_here, page: ScoresPage, wrong: str):
    page.ratings.setText(wrong)
    page.add_form()
    tour.settle(program)
    assert "How many: 6" in said(page)
    assert page.ratings.text() == wrong
    assert not program.workplace.store.feedback.all()
    with pytest.raises(errors.RatingUnclear):
        add_feedback(program.workplace.store, training_here.id, wrong)


def test_the_report_shows_means_and_keeps_comments(program: Program, training_here, page: ScoresPage):
    store = program.workplace.store
    found = roster.load(store, training_here.id)
    mark(store, [(one, found.sessions[0].id, MarkState.PRESENT) for one in found.participants])
    page.start()
    page.grid.paste("40\t80\n50\t70\n")
    add_feedback(store, training_here.id, "444444", "Do not tell anybody")
    text = " ".join(
        text_of(preview_paper(store, roster.load(store, training_here.id), "report", words_for("en"))).split()
    )
    assert "4.0 (1)" in text
    assert "Average gain of those who took both tests (2): +30 percentage points." in text
    assert "Do not tell" not in text
