"""The desk with a scanner and deputies, the grid with a spreadsheet, and the two buttons of the day."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from jobs.desk.finding import badge_owner, matches
from jobs.desk.gaps import Gap, end_of_day, gaps_of, incomplete, next_day
from jobs.desk.registering import mark
from jobs.papers.printing import print_paper
from jobs.trainings import agenda, calendar_file
from jobs.trainings.follow_up import add_follow_up
from models import errors
from models.badges import badge_number
from models.names.keyboards import on_the_other_keyboard
from models.records.codes import EnrolmentState, MarkState, Sex
from models.training import counts, roster
from models.training.roster import sessions_of
from resources.words import words_for
from tests.ui.test_first_run import button, click, said
from ui import tour
from ui.training.attendance.marks_grid import MarksGrid
from ui.training.attendance.page import AttendancePage
from ui.training.day import CloseDialog, PrepareDialog
from ui.training.desk.missing import MissingDialog
from ui.training.desk.page import DeskPage
from ui.training.participants.page import ParticipantsPage
from ui.training.plan.replanning import follow_up, shift
from ui.training.view import TrainingView
from ui.widgets.record_list import RecordList
from ui.window.program import Program

NO_KEY = Qt.KeyboardModifier.NoModifier


def people(program: Program, training) -> tuple[roster.Attendee, ...]:
    return roster.load(program.workplace.store, training.id).attendees


def scan(number: str) -> None:
    """As a scanner types, into whatever has the focus."""
    for digit in number:
        QTest.keyClick(QApplication.focusWidget(), digit)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


@pytest.fixture(autouse=True)
def first_morning(monkeypatch) -> None:
    """The clock on the wall, where the desk looks at it."""
    monkeypatch.setattr("ui.training.desk.session_choice.now_at", lambda _: datetime(2015, 9, 13, 9, 5))


# Badges


def test_a_scanned_badge_needs_no_key_wherever_the_focus_is(program: Program, training_here, open_tab):
    one, other = people(program, training_here)[3:5]
    open_tab("desk")
    scan(badge_number(one.enrolment.id))
    page: ParticipantsPage = open_tab("participants")
    page._filter.setFocus()
    QTest.keyClicks(page._filter, "ab")
    scan(badge_number(other.enrolment.id))
    tour.settle(program)
    assert page._filter.text() == "ab", "what the scanner typed is taken out again"
    here = [who for who in people(program, training_here) if MarkState.PRESENT in who.marks.values()]
    assert {who.enrolment.id for who in here} == {one.enrolment.id, other.enrolment.id}
    view = program.shell.findChild(TrainingView)
    assert isinstance(view, TrainingView)
    assert view.tab == "desk"


def test_a_badge_of_another_training_registers_nobody(program: Program, training_here, open_tab):
    desk: DeskPage = open_tab("desk")
    scan(badge_number("somebody else"))
    assert "another training" in said(desk)
    assert not any(who.marks for who in people(program, training_here))
    assert badge_owner(roster.load(program.workplace.store, training_here.id), "7429000000000000") is None


def test_digits_typed_by_a_person_stay_in_the_field(program: Program, training_here, open_tab):
    desk: DeskPage = open_tab("desk")
    for digit in badge_number(people(program, training_here)[0].enrolment.id)[:15]:
        QTest.keyClick(desk._field, digit)
    assert len(desk._field.text()) == 15
    assert not any(who.marks for who in people(program, training_here))


# Two keyboards


@pytest.mark.parametrize(
    ("typed", "meant"), [("نشقصشى", "karwan"), (";hv,hk", "كاروان"), ("hpl]", "احمد"), ("شاةثي", "ahmed"), ("12", "")]
)
def test_the_same_keys_under_the_other_layout(typed: str, meant: str):
    assert on_the_other_keyboard(typed) == meant


@pytest.mark.parametrize("typed", ["قثلاهى", "rebin", "vdfdk"])
def test_whoever_types_on_the_wrong_layout_finds_people_all_the_same(program: Program, training_here, typed: str):
    """Rebin: on an Arabic layout, right, and ريبين on an English one."""
    store = program.workplace.store
    found = matches(store, roster.load(store, training_here.id), typed, "en")
    assert found[0].participant.name_latin == "Rebin Mohammed Mahmoud"


# Deputies, and what is still to ask


def test_a_deputy_comes_with_the_nominees_institution(program: Program, training_here, open_tab):
    desk: DeskPage = open_tab("desk")
    desk.type_text("rebin")
    assert button(desk, "Somebody comes instead…").isVisible()
    absent = desk._model.line(0).match.attendee
    desk._deputy_named(absent, "Zozan Nawzad Ali")
    found = roster.load(program.workplace.store, training_here.id)
    deputy = next(one for one in found.attendees if one.participant.name_latin == "Zozan Nawzad Ali")
    gone = found.attendee(absent.enrolment.id)
    assert gone.enrolment.state is EnrolmentState.REPLACED
    assert gone.enrolment.replaced_by == deputy.enrolment.id
    assert deputy.enrolment.institution_id == absent.enrolment.institution_id
    assert MarkState.PRESENT in deputy.marks.values()
    assert not gone.marks
    program.workplace.store.undo()
    again = roster.load(program.workplace.store, training_here.id).attendee(absent.enrolment.id)
    assert again.enrolment.state is EnrolmentState.NOMINATED


def test_nothing_holds_the_queue_what_is_missing_is_listed(program: Program, training_here, open_tab):
    desk: DeskPage = open_tab("desk")
    desk.type_text("Zozan Nawzad Ali")
    QTest.keyClick(desk._field, Qt.Key.Key_Down)
    desk.register_chosen()
    found = roster.load(program.workplace.store, training_here.id)
    new = next(one for one in found.attendees if one.participant.name_latin == "Zozan Nawzad Ali")
    assert set(gaps_of(new)) == {Gap.NAME_ARABIC, Gap.SEX, Gap.INSTITUTION, Gap.GOVERNORATE, Gap.CONTACT}
    page: ParticipantsPage = open_tab("participants")
    count = len(incomplete(found.attendees))
    (switch,) = [one for one in page.findChildren(QCheckBox) if one.text() == f"Still to complete: {count}"]
    switch.click()
    shown = [one.participant.name_latin for one in page._table.records.rows]
    assert len(shown) == count
    page.choose(new.participant.id)
    assert "Still to ask:" in said(page)


def test_a_newcomer_with_sex_and_institution_takes_eight_keys_beyond_the_name(program, training_here, open_tab):
    desk: DeskPage = open_tab("desk")
    keys = 0
    for typed in ("Zozan Nawzad Ali", "Dara Kamal Omar"):
        QTest.keyClicks(QApplication.focusWidget(), typed)
        keys = 0
        for key in ("↓", "\r", "f", "a", "l", "-", "\r") if typed.startswith("Zozan") else ("↓", "\r", "m", "\r"):
            if key == "↓":
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
            elif key == "\r":
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
            else:
                QTest.keyClicks(QApplication.focusWidget(), key)
            keys += 1
        assert keys <= 8
        assert QApplication.focusWidget() is desk._field, "the queue goes on"
    found = roster.load(program.workplace.store, training_here.id)
    new = {one.participant.name_latin: one for one in found.attendees}
    assert new["Zozan Nawzad Ali"].institution.name["en"] == "Al-Amal"
    assert new["Zozan Nawzad Ali"].participant.sex is Sex.FEMALE
    assert new["Dara Kamal Omar"].institution.name["en"] == "Al-Amal", "the last institution is offered again"
    assert new["Dara Kamal Omar"].participant.sex is Sex.MALE
    assert keys == 4


def test_escape_leaves_a_newcomer_for_later(program: Program, training_here, open_tab):
    desk: DeskPage = open_tab("desk")
    desk.type_text("Zozan Nawzad Ali")
    QTest.keyClick(desk._field, Qt.Key.Key_Down)
    desk.register_chosen()
    assert desk._newcomer.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not desk._newcomer.isVisible()
    assert QApplication.focusWidget() is desk._field


# The grid


@pytest.fixture
def grid(open_tab) -> MarksGrid:
    page: AttendancePage = open_tab("attendance")
    return page._grid


def test_space_toggles_what_is_selected(program: Program, training_here, grid: MarksGrid):
    grid.selectColumn(0)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    states = {who.marks.get(grid.marks.sessions[0].id) for who in people(program, training_here)}
    assert states == {MarkState.PRESENT}
    grid.selectColumn(0)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    states = {who.marks.get(grid.marks.sessions[0].id) for who in people(program, training_here)}
    assert states == {MarkState.ABSENT}


def test_marks_go_to_a_spreadsheet_and_come_back(program: Program, training_here, grid: MarksGrid):
    grid.setCurrentIndex(grid.marks.index(1, 0))
    QGuiApplication.clipboard().setText("P\tA\nlate\tغائب\n\t1\nnonsense\tx\n")
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    states = [[grid.marks.state(grid.marks.index(row, column)) for column in (0, 1)] for row in range(1, 5)]
    assert states == [
        [MarkState.PRESENT, MarkState.ABSENT],
        [MarkState.LATE, MarkState.ABSENT],
        [MarkState.UNMARKED, MarkState.PRESENT],
        [MarkState.UNMARKED, MarkState.UNMARKED],
    ]
    program.workplace.store.undo()
    assert grid.marks.state(grid.marks.index(1, 0)) is MarkState.UNMARKED, "pasted at once, undone at once"


def test_what_is_selected_is_copied(grid: MarksGrid):
    grid.setCurrentIndex(grid.marks.index(0, 0))
    QTest.keyClicks(grid, "pa")
    grid.selectColumn(0)
    QTest.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[:3] == ["P", "A", ""]


def test_who_is_missing_can_be_called(program: Program, training_here, grid: MarksGrid):
    store = program.workplace.store
    found = roster.load(store, training_here.id)
    first = found.participants[0]
    mark(store, [(first, found.sessions[0].id, MarkState.PRESENT)])
    dialog = MissingDialog(program.workplace, training_here.id, program.window)
    dialog.session.show_value(found.sessions[0].id)
    dialog.reload()
    shown = dialog.table.records.rows
    assert len(shown) == len(found.participants) - 1
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert first.participant.name_latin not in copied
    assert copied.count("+964") > 20
    assert len(counts.missing_in(found, found.sessions[0])) == len(found.participants)


# The two buttons


def test_the_day_is_closed_when_nothing_is_open(program: Program, training_here, tmp_path, monkeypatch):
    store = program.workplace.store
    found = roster.load(store, training_here.id)
    day = found.sessions[0].day
    end = end_of_day(store, found, day)
    assert end.unmarked == 2 * len(found.participants)
    assert end.questions > 0
    print_paper(store, training_here.id, "sheet", tmp_path / "s.pdf", words_for("en"))
    assert end_of_day(store, roster.load(store, training_here.id), day).pages_out == 3
    monkeypatch.setattr("ui.training.day.now_at", lambda _: datetime(2015, 9, 13, 17))
    monkeypatch.setattr(program.messages, "folder", lambda *_: tmp_path)
    dialog = CloseDialog(program.workplace, training_here.id, program.window)
    dialog.open()
    assert "3 signed pages are not scanned yet" in said(dialog)
    mark(store, [(one, session.id, MarkState.PRESENT) for one in found.attendees for session in found.sessions[:2]])
    tour.settle(program)
    assert "0 marks are open" in said(dialog)
    click(dialog, "Back up to another disk…")
    tour.settle(program)
    assert "Verified backup" in said(dialog)
    assert list(Path(tmp_path).glob("*.sijilbackup"))


def test_the_next_day_is_prepared(program: Program, training_here, open_tab, monkeypatch, tmp_path):
    monkeypatch.setattr("ui.training.day.now_at", lambda _: datetime(2015, 9, 13, 17))
    open_tab("desk")
    click(program.shell, "Prepare the next day…")
    dialog = next(one for one in program.window.findChildren(PrepareDialog) if one.isVisible())
    assert "14 September 2015" in said(dialog)
    assert "Badges for 37 people who have none yet" in said(dialog) or "Badges for 35 people" in said(dialog)
    store = program.workplace.store
    print_paper(store, training_here.id, "badges", tmp_path / "b.pdf", words_for("en"))
    tour.settle(program)
    assert "Badges for 0 people" in said(dialog)
    click(dialog, "Print…")
    view = program.shell.findChild(TrainingView)
    assert isinstance(view, TrainingView)
    assert view.tab == "documents"
    assert not any(one.isVisible() for one in program.window.findChildren(PrepareDialog))


# A plan that changes


def test_all_times_are_shifted_at_once_and_undone(program: Program, training_here):
    store = program.workplace.store
    before = [(one.start, one.end) for one in roster.sessions_of(store, training_here.id)]
    assert agenda.shift_times(store, training_here.id, -30) == len(before)
    after = [(one.start, one.end) for one in roster.sessions_of(store, training_here.id)]
    assert after[0] == ("08:30", "11:30") or after[0][0] < before[0][0]
    store.undo()
    assert [(one.start, one.end) for one in roster.sessions_of(store, training_here.id)] == before
    with pytest.raises(errors.TimesBeyondTheDay):
        agenda.shift_times(store, training_here.id, 12 * 60)
    assert [(one.start, one.end) for one in roster.sessions_of(store, training_here.id)] == before


def test_a_follow_up_training_copies_what_makes_sense(program: Program, training_here):
    store = program.workplace.store
    new = add_follow_up(store, training_here.id, date(2016, 2, 14))
    assert (new.code, new.start, new.end) == ("ERB-2015-09-2", date(2016, 2, 14), date(2016, 2, 17))
    sessions = roster.sessions_of(store, new.id)
    assert len(sessions) == 8
    assert sessions[0].day == date(2016, 2, 14)
    assert not store.enrolments.where(training_id=new.id)
    assert next_day(roster.load(store, new.id), date(2016, 2, 15)) == date(2016, 2, 16)


def test_the_calendar_file_holds_every_session(program: Program, training_here, tmp_path):
    for language in ("en", "ar", "ckb"):
        path = tmp_path / f"{language}.ics"
        assert calendar_file.save_calendar(program.workplace.store, training_here.id, path, words_for(language)) == 8
        text = path.read_bytes()
        assert text.count(b"BEGIN:VEVENT") == 8
        assert b"DTSTART:20150913T060000Z" in text, "nine in Baghdad is six in Greenwich"
        assert all(len(line) <= 75 for line in text.split(b"\r\n"))
        text.decode("utf-8")


def test_the_window_asks_again_when_minutes_or_days_are_not_understood(program: Program, training_here, open_tab):
    open_tab("plan")
    shift(program.workplace, training_here.id, "half an hour")
    follow_up(program.workplace, training_here.id, "next year")
    assert len(program.workplace.store.trainings.all()) == 1
    assert "Please type a whole number." in said(program.window)


def test_a_cell_says_who_marked_it_and_when(program: Program, open_tab):
    program.workplace.store.who = "Layla"
    grid = open_tab("attendance").findChild(MarksGrid)
    cell = grid.marks.index(0, 0)
    assert "\n" not in cell.data(Qt.ItemDataRole.ToolTipRole)
    grid.setCurrentIndex(cell)
    QTest.keyClick(grid, Qt.Key.Key_P)
    assert cell.data(Qt.ItemDataRole.ToolTipRole).endswith("by Layla")


def test_topics_change_places_by_dragging_and_by_keys(program: Program, training_here, open_tab):
    store = program.workplace.store
    before = sessions_of(store, training_here.id)
    table = next(one for one in open_tab("plan").findChildren(RecordList) if one.accessibleName() == "Sessions")
    table.choose(before[0].id)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    after = sessions_of(store, training_here.id)
    assert [one.id for one in after[:2]] == [before[1].id, before[0].id]
    assert [(one.day, one.start) for one in after] == [(one.day, one.start) for one in before]
    target = table.visualRect(table.model().index(3, 0)).center()
    drop = QDropEvent(
        QPointF(target),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    table.moved.emit(before[1].id, 3)
    assert [one.id for one in sessions_of(store, training_here.id)][3] == before[1].id
    store.undo()
    assert sessions_of(store, training_here.id) == after
    assert drop.source() is None
    table.dropEvent(drop)
    assert sessions_of(store, training_here.id) == after, "what comes from elsewhere is no topic"
