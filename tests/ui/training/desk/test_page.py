"""Registration by real key events: what a queue meets."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from jobs.desk.registering import register, walk_in
from models.records import Enrolment, Training
from models.records.codes import EnrolmentState, MarkState
from models.training import roster
from tests.ui.test_first_run import click, said
from ui import tour
from ui.training.desk.matches import kind_words
from ui.training.desk.new_or_known import NewOrKnownDialog
from ui.training.desk.page import DeskPage
from ui.training.desk.similar import Similar
from ui.widgets.editors import TextEditor
from ui.window.program import Program


@dataclass
class Clock:
    now: datetime


@pytest.fixture
def clock(monkeypatch) -> Clock:
    """The clock on the wall of the training: the first morning."""
    made = Clock(datetime(2015, 9, 13, 9, 5))
    monkeypatch.setattr("ui.training.desk.session_choice.now_at", lambda _: made.now)
    return made


@pytest.fixture
def desk(program: Program, clock: Clock, open_tab) -> DeskPage:
    return open_tab("desk")


def press(text: str, *keys: Qt.Key) -> int:
    """Type into whatever has the focus; how many keys it took."""
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
    return len(text) + len(keys)


def here(program: Program, training: Training) -> list[str]:
    found = roster.load(program.workplace.store, training.id)
    return [one.participant.name for one in found.attendees if MarkState.PRESENT in one.marks.values()]


def test_a_nominee_is_present_after_six_keys(program, training_here, desk):
    assert press("rebin", Qt.Key.Key_Return) <= 6
    assert here(program, training_here) == ["Rebin Mohammed Mahmoud"]
    press("hana r", Qt.Key.Key_Return)
    assert len(here(program, training_here)) == 2


def test_what_enter_said_is_on_the_disk(program, training_here, desk):
    press("rebin", Qt.Key.Key_Return)
    with program.workplace.store.another() as other:
        states = [one.enrolment.state for one in roster.load(other, training_here.id).attendees]
    assert states.count(EnrolmentState.CAME) == 1


def test_a_name_in_arabic_letters_finds_a_latin_one(program, training_here, desk):
    press("", Qt.Key.Key_Escape)
    desk.type_text("ريبين")
    press("", Qt.Key.Key_Return)
    assert here(program, training_here) == ["Rebin Mohammed Mahmoud"]


def test_somebody_new_comes_on_file_with_a_made_name(program, training_here, desk):
    press("Zozan Nawzad Ali", Qt.Key.Key_Down, Qt.Key.Key_Return)
    (person,) = program.workplace.store.people.find("zozan nawzad")
    assert person.name_latin == "Zozan Nawzad Ali"
    assert person.arabic_proposed
    assert here(program, training_here) == ["Zozan Nawzad Ali"]


def test_somebody_on_file_from_another_training_is_offered(program, training_here, desk):
    store = program.workplace.store
    other = Training(id="other", code="OTHER")
    with store.step() as step:
        step.add(other)
    register(store, walk_in("Gulan Tofiq Sabir"), "other", "")
    press("gulan", Qt.Key.Key_Return)
    assert here(program, training_here) == ["Gulan Tofiq Sabir"]
    assert len(store.people.find("gulan")) == 1


def test_arrows_choose_another_person(program, training_here, desk):
    press("hussein", Qt.Key.Key_Down, Qt.Key.Key_Return)
    (chosen,) = here(program, training_here)
    press("hussein", Qt.Key.Key_Return)
    assert len(here(program, training_here)) == 2
    assert "Hussein" in chosen


def test_the_field_is_ready_for_the_next(program, desk):
    press("rebin", Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused.accessibleName() == "Who is here?"
    assert focused.text() == ""


def test_registering_can_be_undone(program, training_here, desk):
    press("rebin", Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert here(program, training_here) == []


def test_somebody_new_stands_beside_those_of_a_similar_name(program, training_here, desk):
    """Layla Saman Hassan is expected; whoever types it with one s sees her before somebody new comes on file."""
    press("layla saman hasan", Qt.Key.Key_Down, Qt.Key.Key_Down)
    beside = desk.findChild(Similar)
    tour.settle(program)
    assert beside.isVisible()
    texts = said(beside).replace("\u2068", "").replace("\u2069", "").split("\n")
    assert {"layla saman hasan", "Layla Saman Hassan", "+9647506296509", "Ministry of Health"} <= {*texts}
    bold = [one.text() for one in beside.findChildren(QLabel) if one.property("differs") and one.isVisible()]
    assert "\u2068Layla Saman Hassan\u2069" in bold
    assert "\u2068layla saman hasan\u2069" not in bold
    click(beside, "This one")
    assert not beside.isVisible()
    press("", Qt.Key.Key_Return)
    assert here(program, training_here) == ["Layla Saman Hassan"]
    assert program.workplace.store.participants.count() == 37


def test_nobody_is_taken_for_new_before_similar_names_were_looked_for(program, training_here, desk):
    """Enter right after the last letter, before the pause in which they are looked for: it takes nobody."""
    press("rebin mohammed mahmoud salih", Qt.Key.Key_Return)
    assert here(program, training_here) == []
    assert "Nobody is called so." in said(desk)
    press("", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert here(program, training_here) == ["Rebin Mohammed Mahmoud"]
    assert program.workplace.store.participants.count() == 37


def test_enter_makes_nobody_new(program, training_here, desk, qtbot):
    """A slip of some letters: neither at once nor after the pause; only who chooses the new person has one."""
    press("hewx", Qt.Key.Key_Return)
    desk._finish_matching()
    press("", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert program.workplace.store.participants.count() == 37
    press("", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert program.workplace.store.participants.count() == 37
    assert "Is “hewx” the whole name?" in said(program.window)
    click(program.window, "Register")
    assert program.workplace.store.participants.count() == 38
    assert here(program, training_here) == ["hewx"]


def test_on_the_second_day_those_not_yet_here_are_listed(program, training_here, desk, clock):
    count = desk._model.rowCount()
    press("rebin", Qt.Key.Key_Return)
    press("hana r", Qt.Key.Key_Return)
    assert desk._model.rowCount() == count - 2
    clock.now = datetime(2015, 9, 14, 8, 50)
    desk.reload()
    assert desk._model.rowCount() == count
    press("rebin", Qt.Key.Key_Return)
    found = roster.load(program.workplace.store, training_here.id)
    rebin = next(one for one in found.attendees if one.participant.name.startswith("Rebin M"))
    assert [found.sessions[n].id in rebin.marks for n in range(4)] == [True, False, True, False]


def test_a_window_left_open_over_night_marks_today(program, training_here, desk, clock):
    clock.now = datetime(2015, 9, 14, 9, 5)
    press("rebin", Qt.Key.Key_Return)
    found = roster.load(program.workplace.store, training_here.id)
    (marked,) = [one.marks for one in found.attendees if one.marks]
    assert [*marked] == [found.sessions[2].id]


def test_on_a_day_without_a_session_nobody_is_marked_and_it_is_said(program, training_here, clock, open_tab):
    clock.now = datetime(2015, 9, 12, 18)
    desk = open_tab("desk")
    assert "There is no session today." in said(desk)
    press("rebin", Qt.Key.Key_Return)
    assert here(program, training_here) == []
    assert "Rebin Mohammed Mahmoud is registered; nobody was marked." in said(desk)
    assert [one.has_come for one in roster.load(program.workplace.store, training_here.id).attendees].count(True) == 1


def test_another_day_is_marked_only_by_whoever_means_it(program, training_here, clock, open_tab):
    clock.now = datetime(2015, 9, 14, 18)
    desk = open_tab("desk")
    sessions = roster.load(program.workplace.store, training_here.id).sessions
    desk._session.choice.show_value(sessions[0].id)
    desk._session.choice.committed.emit()
    assert "Not today: you mark people present on Sunday 13 September." in said(desk)
    press("rebin", Qt.Key.Key_Return)
    desk._session.choice.show_value(sessions[5].id)
    desk._session.choice.committed.emit()
    assert "This session has not come yet" in said(program.window)
    assert desk._session.choice.value() == sessions[0].id
    click(program.window, "Mark")
    desk.type_text("hana r")
    desk.register_chosen()
    found = roster.load(program.workplace.store, training_here.id)
    assert sorted(found.sessions.index(next(one for one in sessions if one.id in who.marks))
                  for who in found.attendees if who.marks) == [0, 5]  # fmt: skip


def test_a_deputy_stands_beside_those_who_may_be_meant(program, training_here, desk):
    store = program.workplace.store
    desk.type_text("rebin")
    absent = desk._model.line(0).match.attendee
    desk._deputy_named(absent, "layla saman hasan")
    assert store.participants.count() == 37
    tour.settle(program)
    dialog = next(one for one in program.window.findChildren(NewOrKnownDialog) if one.isVisible())
    assert "Layla Saman Hassan" in said(dialog)
    click(dialog, "This one")
    assert store.participants.count() == 37
    assert here(program, training_here) == ["Layla Saman Hassan"]


def test_who_declined_is_marked_so(program, training_here, desk):
    store = program.workplace.store
    own = desk._model.line(0).match.attendee
    with store.step() as step:
        step.change(Enrolment, own.enrolment.id, {"state": EnrolmentState.DECLINED})
    desk.type_text(own.participant.name)
    line = desk._model.line(0)
    assert kind_words(line.match, program.words) == "Declined"
    assert line.match.attendee.enrolment.id == own.enrolment.id


def test_what_was_undone_is_no_longer_said(program, training_here, desk):
    press("rebin m", Qt.Key.Key_Return)
    assert "Rebin Mohammed Mahmoud is registered and present." in said(desk)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "registered and present." not in said(desk)
    assert here(program, training_here) == []


def field(desk: DeskPage, name: str) -> TextEditor:
    return next(one for one in desk.findChildren(TextEditor) if one.accessibleName() == name and one.isVisible())


def test_the_card_stays_with_whom_it_shows_while_it_is_edited(program, training_here, desk):
    """Right after registering, and while another than the first match is chosen."""
    store = program.workplace.store
    press("rebin m", Qt.Key.Key_Return)
    press("hussein", Qt.Key.Key_Down)
    for name, number in (("second match", "07501111111"), ("same again", "07502222222")):
        editor, who = field(desk, "Phone"), field(desk, "Name in Latin letters").text()
        editor.setFocus()
        editor.selectAll()
        press(number, Qt.Key.Key_Return)
        assert editor.text() == "+964" + number[1:], name
        assert field(desk, "Name in Latin letters").text() == who, name
    assert len([one for one in store.participants.all() if one.phone == "+9647502222222"]) == 1
    assert [one for one in store.participants.all() if one.phone == "+9647501111111"] == []


def test_the_card_of_whom_was_just_registered_can_be_completed(program, training_here, desk):
    press("Zozan Nawzad Ali", Qt.Key.Key_Down, Qt.Key.Key_Return)
    editor = field(desk, "Phone")
    editor.setFocus()
    press("07501111111", Qt.Key.Key_Return)
    (person,) = program.workplace.store.people.find("zozan")
    assert person.phone == "+9647501111111"
    assert editor.isVisible()
    assert editor.text() == "+9647501111111"


def test_enter_on_nobody_registers_nobody(program, training_here, desk):
    press("x", Qt.Key.Key_Return)
    press("  ", Qt.Key.Key_Return)
    assert here(program, training_here) == []


def test_the_same_person_twice_is_one_mark(program, training_here, desk):
    press("rebin m", Qt.Key.Key_Return)
    press("rebin m", Qt.Key.Key_Return)
    assert len(here(program, training_here)) == 1
    assert program.workplace.store.marks.count() == 1
