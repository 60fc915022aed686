"""A scanner is known by the speed of its keys, however long a busy laptop takes to come to them."""

from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.badges import badge_number
from models.records.codes import MarkState
from models.training import roster
from ui import tour
from ui.training.desk.page import DeskPage
from ui.window.program import Program

_BEGAN = 5_000  # milliseconds, as the window system counts them


@pytest.fixture(autouse=True)
def first_morning(monkeypatch) -> None:
    """The clock on the wall, where the desk looks at it."""
    monkeypatch.setattr("ui.training.desk.session_choice.now_at", lambda _: datetime(2015, 9, 13, 9, 5))


def present(program: Program, training) -> set[str]:
    found = roster.load(program.workplace.store, training.id).attendees
    return {who.enrolment.id for who in found if MarkState.PRESENT in who.marks.values()}


def badge_of_somebody(program: Program, training) -> tuple[str, str]:
    somebody = roster.load(program.workplace.store, training.id).attendees[3].enrolment.id
    return somebody, badge_number(somebody)


def press(key: Qt.Key, text: str, pressed: int) -> None:
    """A key as the window system reports it: with the time at which it was pressed."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(pressed)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def press_digits(number: str, every: int) -> int:
    """One key each so many milliseconds; when the next one is due."""
    for place, digit in enumerate(number):
        press(Qt.Key(ord(digit)), digit, _BEGAN + place * every)
    return _BEGAN + len(number) * every


def test_a_badge_is_not_lost_while_the_program_is_busy(program: Program, training_here, open_tab):
    somebody, number = badge_of_somebody(program, training_here)
    desk: DeskPage = open_tab("desk")
    press_digits(number[:9], 10)
    QTest.qSleep(100)  # what is tested: the laptop does something else while the scanner types
    for place, digit in enumerate(number[9:], 9):
        press(Qt.Key(ord(digit)), digit, _BEGAN + place * 10)
    tour.settle(program)
    assert present(program, training_here) == {somebody}
    assert not desk._field.text()


@pytest.mark.parametrize("every", [60, 200])
def test_digits_pressed_at_the_pace_of_a_person_are_no_badge(program: Program, training_here, open_tab, every: int):
    _, number = badge_of_somebody(program, training_here)
    desk: DeskPage = open_tab("desk")
    press_digits(number, every)
    assert desk._field.text() == number
    assert not present(program, training_here)


def test_the_enter_of_the_scanner_is_its_own_and_a_later_one_is_somebodys(program: Program, training_here, open_tab):
    somebody, number = badge_of_somebody(program, training_here)
    desk: DeskPage = open_tab("desk")
    due = press_digits(number, 10)
    tour.settle(program)
    desk.type_text("rebin")
    press(Qt.Key.Key_Return, "\r", due)
    tour.settle(program)
    assert present(program, training_here) == {somebody}
    press(Qt.Key.Key_Return, "\r", due + 1_000)
    tour.settle(program)
    assert len(present(program, training_here)) == 2
