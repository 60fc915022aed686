"""The People page: joining and taking apart, requests for erasure, everything about a person, own questions."""

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
)

from jobs.desk.registering import register, walk_in
from jobs.people import directory
from models.people.proposals import confirmed
from models.records import CustomField
from models.records.codes import ErasureState
from models.texts import Text
from tests.ui.test_first_run import click
from tests.ui.test_work import dialog_of, is_open
from ui import tour
from ui.people.erasure import ErasureDialog
from ui.people.joining import JoinDialog, SeparateDialog
from ui.people.section import PeopleSection
from ui.widgets.record_list import RecordList
from ui.window.program import Program
from ui.window.where import Where


@pytest.fixture
def people(program: Program, training_here) -> PeopleSection:
    """The page with two entries of one person, the first chosen."""
    store = program.workplace.store
    for name in ("Zryan Farhad Qadir", "Zryan Ferhad Kadir"):
        register(store, confirmed(walk_in(name)), training_here.id, "")
    found = directory.search(store, "zryan", 10, "en")
    first = next(one.participant for one in found if one.participant.name == "Zryan Farhad Qadir")
    program.shell.go(Where("people", person_id=first.id))
    tour.settle(program)
    (page,) = [one for one in program.shell.findChildren(PeopleSection) if one.isVisible()]
    return page


def choose(page: PeopleSection, text: str) -> None:
    """An entry of the menu "More"."""
    action = next(one for one in page.findChildren(QAction) if one.text() == text)
    assert action.isEnabled()
    action.trigger()
    QApplication.processEvents()


def names(program: Program) -> list[str]:
    return [one.participant.name for one in directory.search(program.workplace.store, "zryan", 10, "en")]


def test_two_entries_are_joined_field_by_field_and_taken_apart(program: Program, people: PeopleSection):
    choose(people, "Join with another entry…")
    dialog = dialog_of(program, JoinDialog)
    other = next(one for one in dialog.findChildren(QRadioButton) if "Ferhad" in one.text() and one.isVisible())
    other.click()
    click(dialog, "One person")
    assert names(program) == ["Zryan Ferhad Kadir"]
    choose(people, "Take entries apart…")
    click(dialog_of(program, SeparateDialog), "This entry is another person")
    assert sorted(names(program)) == ["Zryan Farhad Qadir", "Zryan Ferhad Kadir"]


def test_joining_is_taken_back_by_undo(program: Program, people: PeopleSection):
    choose(people, "Join with another entry…")
    click(dialog_of(program, JoinDialog), "One person")
    assert len(names(program)) == 1
    undo = next(one for one in program.shell.findChildren(QPushButton) if "joining two entries" in one.text())
    undo.click()
    assert len(names(program)) == 2


def test_a_request_is_noted_decided_and_answered(program: Program, people: PeopleSection, tmp_path, monkeypatch):
    answer = tmp_path / "answer.pdf"
    monkeypatch.setattr(program.workplace.messages, "file_to_write", lambda *_: answer)
    choose(people, "Note a request for erasure")
    click(people, "Decide")
    dialog = dialog_of(program, ErasureDialog)
    click(dialog, "Erase…")
    assert names(program), "not before the question was answered"
    click(dialog_of(program, QMessageBox), "Erase for good")
    assert names(program) == ["Zryan Ferhad Kadir"]
    assert "Answer to a request" in pypdfium2.PdfDocument(answer)[0].get_textpage().get_text_range()
    assert not is_open(program, ErasureDialog)
    assert not program.workplace.store.undoable.action


def test_a_request_is_refused_with_a_reason(program: Program, people: PeopleSection, tmp_path, monkeypatch):
    monkeypatch.setattr(program.workplace.messages, "file_to_write", lambda *_: None)
    choose(people, "Note a request for erasure")
    click(people, "Decide")
    click(dialog_of(program, ErasureDialog), "Refuse…")
    question = dialog_of(program, QInputDialog)
    question.setTextValue("The audit is not over.")
    question.accept()
    (request,) = program.workplace.store.erasure_requests.all()
    assert (request.state, request.reason) == (ErasureState.REFUSED, "The audit is not over.")
    assert len(names(program)) == 2


def test_everything_about_a_person_is_saved(program: Program, people: PeopleSection, tmp_path, monkeypatch):
    monkeypatch.setattr(program.workplace.messages, "file_to_write", lambda *_: tmp_path / "all.pdf")
    choose(people, "Save all data about this person…")
    assert "Zryan" in pypdfium2.PdfDocument(tmp_path / "all.pdf")[0].get_textpage().get_text_range()


def test_a_question_of_the_programme_is_answered_on_the_card(program: Program, training_here, open_tab):
    store = program.workplace.store
    with store.step() as step:
        question = CustomField(
            id="q", programme_id=training_here.programme_id, label=Text(en="Diet"), choices=("Any", "Vegetarian")
        )
        step.add(question)
    page = open_tab("participants")
    (editor,) = [one for one in page.findChildren(QComboBox) if one.accessibleName() == "Diet"]
    editor.setCurrentIndex(2)
    editor.activated.emit(2)
    (saved,) = store.custom_answers.all()
    assert saved.answer == "Vegetarian"


def test_similar_names_are_marked_and_counted(program: Program, people: PeopleSection, qtbot):
    (table,) = [one for one in people.findChildren(RecordList) if one.accessibleName() == "People"]
    (field,) = [one for one in people.findChildren(QLineEdit) if one.accessibleName() == "Find a person"]
    for typed, first in (("Zrya Ferhad Kadi", "Zryan Ferhad Kadir"), ("Zryn Farhadd Qadri", "≈ Zryan Farhad Qadir")):
        field.setText(typed)
        qtbot.waitUntil(lambda: not people.findChild(QTimer).isActive())
        tour.settle(program)
        shown = table.model().index(0, 0).data().replace("\u2068", "").replace("\u2069", "")
        assert shown == first
    assert any("≈ perhaps meant: " in one.text() for one in people.findChildren(QLabel))
