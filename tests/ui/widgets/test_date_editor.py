"""A day is typed as people write it, shown with its weekday, and kept as typed where it is not understood."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView

from tests.ui.widgets.test_forms import field, training_of, type_into
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.date_editor import DateEditor

DAY = date(2015, 9, 12)


@pytest.fixture
def plan(program, open_tab):
    return open_tab("plan")


@pytest.fixture
def editor(plan):
    found = field(plan, "First day")
    found.setFocus()
    return found


def labels(widget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


@pytest.mark.parametrize(
    "typed", ["2015-09-12", "12-9-2015", "12/9/15", "12.09.2015", "12 Sep 2015", "September 12, 2015"]
)
def test_a_day_is_typed_with_any_marks_and_nothing_else_is_touched(program, plan, editor, typed: str):
    hours = training_of(program).hours
    type_into(editor, typed)
    assert labels(editor) == ["Saturday"]
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert (training_of(program).start, training_of(program).hours) == (DAY, hours)
    assert editor.text() == "2015-09-12"
    assert not editor.hasFocus()


def test_digits_of_all_kinds_are_days(program, editor):
    editor.setText("١٢/٩/٢٠١٥")
    editor.setModified(True)
    editor.editingFinished.emit()
    assert training_of(program).start == DAY


def test_what_is_not_understood_stays_and_is_told(program, plan, editor):
    type_into(editor, "soon")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "soon"
    assert "Please type a day such as 25/11/2026 or 2026-11-25." in labels(plan)
    assert labels(editor) == []
    assert training_of(program).start == date(2015, 9, 13)


def test_an_emptied_day_is_none(program, editor):
    type_into(editor, "")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert training_of(program).start is None


def test_arrows_go_from_day_to_day(program, editor):
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.text() == "2015-09-12"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert training_of(program).start == DAY


def test_a_day_is_picked_in_the_calendar_by_keys(program, editor):
    QTest.keyClick(editor, Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    assert "September 2015" in labels(popup)
    QTest.keyClick(popup.calendar.findChild(object, "qt_calendar_calendarview"), Qt.Key.Key_Left)
    QTest.keyClick(popup.calendar.findChild(object, "qt_calendar_calendarview"), Qt.Key.Key_Return)
    assert training_of(program).start == DAY
    assert editor.accessibleName() == "First day"


def test_the_calendar_shows_seven_days_beside_each_other(program, open_tab):
    program.choose_language("ckb")
    open_tab("plan").findChildren(DateEditor)[0].open_calendar()
    grid = QApplication.activePopupWidget().calendar.findChild(QTableView)
    first, last = sorted((grid.columnViewportPosition(0), grid.columnViewportPosition(6)))
    assert first >= 0
    assert last + grid.columnWidth(6) <= grid.viewport().width()


def test_friday_and_saturday_are_the_weekend_of_the_calendar(editor):
    editor.open_calendar()
    calendar = QApplication.activePopupWidget().calendar
    colours = {day: calendar.weekdayTextFormat(day).foreground().color().name() for day in Qt.DayOfWeek}
    assert colours[Qt.DayOfWeek.Friday] == colours[Qt.DayOfWeek.Saturday]
    assert colours[Qt.DayOfWeek.Sunday] == colours[Qt.DayOfWeek.Monday] != colours[Qt.DayOfWeek.Friday]
