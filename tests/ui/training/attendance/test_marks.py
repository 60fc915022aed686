"""Marks by keys and clicks, on three keyboards; saved at once, undone at once."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from models.records import Enrolment
from models.records.codes import EnrolmentState, MarkState
from models.training import roster
from tests.ui.test_first_run import click, said
from ui import tour
from ui.training.attendance.marks import MarksModel


@pytest.fixture
def page(open_tab):
    return open_tab("attendance")


@pytest.fixture
def grid(page) -> QTableView:
    (found,) = page.findChildren(QTableView)
    return found


def press(grid: QTableView, letter: str) -> None:
    """A key of any keyboard (QTest.keyClicks ends the process at letters beyond Latin-1)."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(grid, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_each_session_says_how_many_are_there(program, training_here, grid):
    def heads() -> list[str]:
        model = grid.model()
        return [model.headerData(n, Qt.Orientation.Horizontal).split("\n")[-1] for n in range(2)]

    assert heads() == ["✓ 0", "✓ 0"]
    choose(grid, 0, 0)
    for key in "PLEA":
        press(grid, key)
    assert heads() == ["✓ 2", "✓ 0"]
    program.workplace.store.undo()
    program.workplace.store.undo()
    program.workplace.store.undo()
    assert heads() == ["✓ 1", "✓ 0"]


def test_many_are_marked_beside_the_window_and_undone_at_once(program, training_here, page, grid, monkeypatch):
    monkeypatch.setattr("ui.training.attendance.marks_grid._MANY", 10)
    page.fill(0, MarkState.PRESENT)
    assert program.workplace.background.is_busy
    tour.settle(program)
    count = grid.model().rowCount()
    assert {state(program, training_here, grid, row, 0) for row in range(count)} == {MarkState.PRESENT}
    assert {grid.model().state(grid.model().index(row, 0)) for row in range(count)} == {MarkState.PRESENT}
    program.shell.status.undo()
    assert {state(program, training_here, grid, row, 0) for row in range(count)} == {MarkState.UNMARKED}


def choose(grid: QTableView, row: int, column: int) -> None:
    index = grid.model().index(row, column)
    grid.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    grid.setFocus()


def state(program, training, grid: QTableView, row: int, column: int) -> MarkState:
    model = grid.model()
    assert isinstance(model, MarksModel)
    person = model.attendees[row].participant.id
    found = roster.load(program.workplace.store, training.id)
    attendee = next(one for one in found.attendees if one.participant.id == person)
    return attendee.marks.get(model.sessions[column].id, MarkState.UNMARKED)


@pytest.mark.parametrize(
    ("language", "keys"),
    [("en", "PLEA"), ("en", "plea"), ("en", "1234"), ("en", "١٢٣٤"), ("en", "۱۲۳۴"), ("ar", "حتجغ"), ("ar", "حمثش"),
     ("ckb", "ئدمن"), ("ckb", "پلەا")],
)  # fmt: skip
def test_the_same_keys_on_every_keyboard(program, training_here, open_tab, language, keys):
    program.choose_language(language)
    (grid,) = open_tab("attendance").findChildren(QTableView)
    wanted = (MarkState.PRESENT, MarkState.LATE, MarkState.EXCUSED, MarkState.ABSENT)
    choose(grid, 0, 0)
    for key in keys:
        press(grid, key)  # the cursor goes on to the next person
    assert tuple(state(program, training_here, grid, row, 0) for row in range(4)) == wanted
    assert grid.currentIndex().row() == 4


def test_a_key_marks_everything_that_is_selected(program, training_here, grid):
    grid.selectColumn(2)
    QTest.keyClicks(grid, "p")
    found = roster.load(program.workplace.store, training_here.id)
    assert all(one.marks[found.sessions[2].id] is MarkState.PRESENT for one in found.attendees)
    assert program.workplace.store.undo() == "mark"
    assert roster.load(program.workplace.store, training_here.id).attendees[0].marks.get(found.sessions[2].id, "") == ""


def test_delete_clears(program, training_here, grid):
    choose(grid, 0, 0)
    QTest.keyClicks(grid, "a")
    choose(grid, 0, 0)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert state(program, training_here, grid, 0, 0) is MarkState.UNMARKED


def test_the_first_click_places_the_cursor_and_further_ones_go_round(program, training_here, grid):
    choose(grid, 0, 0)
    box = grid.visualRect(grid.model().index(1, 1))
    seen = []
    for _ in range(4):
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box.center() + QPoint(1, 1))
        seen.append(state(program, training_here, grid, 1, 1))
    assert seen == [MarkState.UNMARKED, MarkState.PRESENT, MarkState.ABSENT, MarkState.UNMARKED]


def test_a_click_on_what_is_marked_changes_nothing(program, training_here, grid):
    choose(grid, 1, 1)
    QTest.keyClicks(grid, "p")
    box = grid.visualRect(grid.model().index(1, 1))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert state(program, training_here, grid, 1, 1) is MarkState.PRESENT


def test_a_double_click_changes_once(program, training_here, grid):
    choose(grid, 0, 0)
    place = grid.visualRect(grid.model().index(1, 1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert state(program, training_here, grid, 1, 1) is MarkState.PRESENT


def test_a_session_that_has_not_come_is_marked_only_by_whoever_means_it(program, training_here, grid, monkeypatch):
    monkeypatch.setattr("ui.training.attendance.marks_grid.today_at", lambda _: date(2015, 9, 13))
    choose(grid, 0, 0)
    QTest.keyClicks(grid, "p")
    choose(grid, 0, 5)
    QTest.keyClicks(grid, "p")
    assert program.workplace.store.marks.count() == 1
    assert "This session has not come yet" in said(program.window)
    click(program.window, "Mark")
    assert state(program, training_here, grid, 0, 5) is MarkState.PRESENT
    choose(grid, 1, 5)
    QTest.keyClicks(grid, "p")
    assert state(program, training_here, grid, 1, 5) is MarkState.PRESENT, "asked once"


def test_who_does_not_come_is_marked_so_and_left_out_of_what_is_done_to_all(program, training_here, page, grid):
    gone = grid.model().attendees[2].enrolment
    with program.workplace.store.step() as step:
        step.change(Enrolment, gone.id, {"state": EnrolmentState.REPLACED})
    assert grid.model().headerData(2, Qt.Orientation.Vertical).endswith("(Replaced by a deputy)")
    page.fill(0, MarkState.PRESENT)
    grid.selectColumn(1)
    QTest.keyClicks(grid, "p")
    assert [state(program, training_here, grid, 2, column) for column in (0, 1)] == [MarkState.UNMARKED] * 2
    assert state(program, training_here, grid, 3, 1) is MarkState.PRESENT
    choose(grid, 2, 0)
    QTest.keyClicks(grid, "p")
    assert state(program, training_here, grid, 2, 0) is MarkState.PRESENT


def test_filling_a_session_leaves_what_was_marked(program, training_here, page, grid):
    choose(grid, 3, 0)
    QTest.keyClicks(grid, "a")
    page.fill(0, MarkState.PRESENT)
    states = [state(program, training_here, grid, row, 0) for row in range(grid.model().rowCount())]
    assert states.count(MarkState.ABSENT) == 1
    assert states.count(MarkState.PRESENT) == len(states) - 1


def test_whoever_is_marked_present_came(program, training_here, grid):
    choose(grid, 0, 0)
    QTest.keyClicks(grid, "l")
    model = grid.model()
    assert model.attendees[0].enrolment.state.value == "came"


def test_other_letters_do_nothing(program, grid):
    choose(grid, 0, 0)
    QTest.keyClicks(grid, "xyz")
    assert program.workplace.store.marks.count() == 0


def test_marks_of_people_joined_as_one_go_to_all_their_entries(program, training_here, page, grid):
    """Else the entry that said present would win over a later absent."""
    model = grid.model()
    row = next(place for place, one in enumerate(model.attendees) if len(one.enrolment_ids) == 2)
    choose(grid, row, 0)
    QTest.keyClicks(grid, "p")
    choose(grid, row, 0)
    QTest.keyClicks(grid, "a")
    assert state(program, training_here, grid, row, 0) is MarkState.ABSENT


def test_the_model_keeps_qts_promises(grid, qtmodeltester):
    qtmodeltester.check(grid.model())
