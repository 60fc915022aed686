"""Ctrl+K: people, trainings, pages and actions are a few letters away, in the window's language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resources.words import words_for
from tests.ui.test_work import is_open
from ui import tour
from ui.settings.verifying import VerifyDialog
from ui.training.day import CloseDialog
from ui.training.documents.page import DocumentsPage
from ui.window.finder import Finder, Goal, Kind, matching
from ui.window.program import Program
from ui.window.where import Where


@pytest.fixture
def finder(program: Program, open_tab) -> Finder:
    open_tab("attendance")
    QTest.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    tour.settle(program)
    return program.shell.finder


def listed(finder: Finder) -> list[tuple[str, Kind]]:
    model = finder.completer().model()
    goals = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    return [(goal.text, goal.kind) for goal in goals]


def find(program: Program, finder: Finder, text: str) -> None:
    finder.setText("")
    for letter in text:
        finder.insert(letter)
        finder.textEdited.emit(finder.text())
    QTest.keyClick(finder, Qt.Key.Key_Return)
    tour.settle(program)


def test_before_anything_is_typed_it_says_what_can_be_done_here(program: Program, finder: Finder):
    assert QApplication.focusWidget() is finder or finder.hasFocus()
    texts = listed(finder)
    assert texts[0] == ("Plan", Kind.PAGE)
    assert ("Badges and labels", Kind.DOCUMENT) in texts
    assert ("Close the day…", Kind.ACTION) in texts
    assert ("Settings", Kind.PAGE) in texts


def test_a_similar_name_is_found_and_says_so(program: Program, finder: Finder):
    finder.insert("Rebim Mohamed")
    finder.textEdited.emit(finder.text())
    text, kind = listed(finder)[0]
    assert text.startswith("Rebin Mohammed Mahmoud")
    assert kind is Kind.SIMILAR


def test_a_page_of_the_training(program: Program, finder: Finder, training_here):
    find(program, finder, "cert")
    assert program.shell.where == Where("trainings", training_here.id, "certificates")
    assert finder.text() == ""


def test_an_action_a_document_and_a_check_from_anywhere(program: Program, finder: Finder):
    find(program, finder, "close")
    assert is_open(program, CloseDialog)
    find(program, finder, "lab bad")
    page = next(one for one in program.shell.findChildren(DocumentsPage) if one.isVisible())
    assert page.list.currentItem().text() == "Badges and labels"
    program.shell.go(Where("people"))
    find(program, finder, "check a")
    assert is_open(program, VerifyDialog)


def test_a_training_from_the_people(program: Program, finder: Finder, training_here):
    program.shell.go(Where("people"))
    find(program, finder, "skills dev")
    assert program.shell.where.training_id == training_here.id
    find(program, finder, training_here.code.lower())
    assert program.shell.where.training_id == training_here.id


def test_a_person_by_a_name_in_other_letters(program: Program, finder: Finder):
    find(program, finder, "ليلى سامان")
    assert program.shell.where.section == "people"
    assert program.workplace.store.participants.get(program.shell.where.person_id or _chosen(program)).name_latin


def _chosen(program: Program) -> str:
    from ui.people.section import PeopleSection

    section = program.shell.findChild(PeopleSection)
    assert isinstance(section, PeopleSection)
    assert section._table.row is not None
    assert section._table.row.participant.name_arabic == "ليلى سامان حسن"
    return section._table.row.participant.id


@pytest.mark.parametrize(("language", "text", "section"), [("ar", "الإعد", "settings"), ("ckb", "کەسەک", "people")])
def test_it_speaks_the_language_of_the_window(program: Program, language: str, text: str, section: str):
    program.choose_language(language)
    find(program, program.shell.finder, text)
    assert program.shell.where.section == section


def test_languages_are_found_by_their_own_names(program: Program, finder: Finder):
    find(program, finder, "کورد")
    assert program.words.language == "ckb"


def test_every_word_typed_begins_a_word():
    goals = [Goal(text, lambda: None) for text in ("Attendance sheet", "Sheets of labels", "Plan")]
    assert [goal.text for goal in matching(goals, "sh")] == ["Sheets of labels", "Attendance sheet"]
    assert [goal.text for goal in matching(goals, "att sh")] == ["Attendance sheet"]
    assert [goal.text for goal in matching(goals, "tendance")] == []
    assert words_for("ckb").say("page") != "page"
