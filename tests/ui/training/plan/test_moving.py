"""A training that is moved: whether its sessions move along is asked, and what stays behind is said."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from models.opening import open_register
from models.training.roster import sessions_of
from tests.ui.test_first_run import click
from tests.ui.widgets.test_forms import field
from ui.window.program import Program

FIRST, MOVED = date(2015, 9, 13), date(2015, 9, 20)


@pytest.fixture
def plan(program: Program, open_tab):
    return open_tab("plan")


def move(plan) -> None:
    editor = field(plan, "First day")
    editor.show_value(MOVED)
    editor.committed.emit()


def days(store) -> set[date]:
    return {one.day for one in sessions_of(store, store.trainings.all()[0].id)}


def first_day(store) -> date:
    return store.trainings.all()[0].start


def outside_said(plan) -> bool:
    texts = [one.text() for one in plan.findChildren(QLabel) if one.isVisible()]
    return any(text.startswith("Outside the days of the training: ") for text in texts)


def test_the_sessions_move_along_when_somebody_says_so_and_undo_takes_all_back(program, plan):
    store = program.workplace.store
    move(plan)
    assert first_day(store) == FIRST
    click(QApplication.activeModalWidget(), "Move the sessions along")
    assert (first_day(store), min(days(store))) == (MOVED, MOVED)
    assert field(plan, "First day").value() == MOVED
    assert not outside_said(plan)
    store.undo()
    assert (first_day(store), min(days(store))) == (FIRST, FIRST)


def test_sessions_that_are_left_are_said_to_lie_outside(program, plan):
    store = program.workplace.store
    assert not outside_said(plan)
    move(plan)
    click(QApplication.activeModalWidget(), "Leave the sessions")
    assert (first_day(store), min(days(store))) == (MOVED, FIRST)
    assert outside_said(plan)


def test_a_window_that_closes_before_the_answer_keeps_what_was_typed(program, plan, qtbot):
    folder = program.workplace.store.folder
    move(plan)
    with qtbot.waitSignal(program.workplace.background.ended):
        program.window.close()
    with open_register(folder) as again:
        assert (first_day(again), min(days(again))) == (MOVED, FIRST)
