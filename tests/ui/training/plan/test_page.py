"""The plan: the rule with its effect, trainers, copied days, earlier steps. The desk: its name, a second desk."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from jobs.desk.registering import mark, register, walk_in
from jobs.people import editing
from jobs.trainings.follow_up import add_follow_up
from jobs.trainings.memberships import further_programmes
from models import opening
from models.ids import new_id
from models.records import AgreedStep, Enrolment, Programme
from models.records.codes import EnrolmentState, MarkState, Role
from models.records.enrolments import mark_id
from models.texts import Text
from models.training import roster
from models.training.roster import sessions_of
from tests.ui.test_first_run import click, field, said
from ui import tour
from ui.training.attendance.page import AttendancePage
from ui.training.desk.page import DeskPage
from ui.training.documents.page import DocumentsPage
from ui.training.participants.page import ParticipantsPage
from ui.training.plan.further_programmes import PlanFurtherProgrammes
from ui.training.plan.page import PlanPage
from ui.training.plan.sessions import PlanSessions
from ui.widgets.editors import SeveralEditor, SwitchEditor
from ui.widgets.record_list import RecordList
from ui.window.program import Program
from ui.window.where import Where


def listed(page, name: str) -> RecordList:
    return next(one for one in page.findChildren(RecordList) if one.accessibleName() == name and one.isVisible())


def absent_for(program: Program, training, count: int, sessions: int) -> list[str]:
    """The first people of the list are absent from the first sessions; their names."""
    found = roster.load(program.workplace.store, training.id)
    people = found.participants[:count]
    mark(
        program.workplace.store,
        [(one, session.id, MarkState.ABSENT) for one in people for session in found.sessions[:sessions]],
    )
    return [one.participant.name_in("en") for one in people]


# The rule and its effect


def test_the_rule_is_said_in_words_and_its_effect_is_shown_at_once(program: Program, training_here, open_tab):
    names = absent_for(program, training_here, count=2, sessions=3)
    page: PlanPage = open_tab("plan")
    assert "At least 6 of 8 sessions. Leave does not count." in said(page)
    assert f"Can no longer earn it: {names[0]}, {names[1]}" in said(page).replace("\u2068", "").replace("\u2069", "")
    needed = field(page, "Sessions needed")
    needed.setText("5")
    QTest.keyClick(needed, Qt.Key.Key_Return)
    assert "At least 5 of 8 sessions." in said(page)
    assert "Can no longer earn it" not in said(page)
    score = field(page, "Test result needed")
    score.setText("٦٠")
    QTest.keyClick(score, Qt.Key.Key_Return)
    assert "In the test after the training, at least 60 %." in said(page)


def test_leave_counts_by_a_switch_and_each_edit_of_the_rule_is_undone(program: Program, training_here, open_tab):
    store = program.workplace.store
    page: PlanPage = open_tab("plan")
    needed, score = field(page, "Sessions needed"), field(page, "Test result needed")
    switch = next(one for one in page.findChildren(SwitchEditor) if one.text() == "Leave counts as attendance")

    def rules() -> list[tuple[str, int]]:
        return [(rule.kind, rule.threshold) for rule in store.programmes.get(training_here.programme_id).rules]

    assert (needed.text(), switch.isChecked(), score.text()) == ("6", False, "")
    switch.click()
    assert rules() == [("sessions_or_leave", 6)]
    assert (needed.text(), switch.isChecked()) == ("6", True)
    assert "At least 6 of 8 sessions. Leave counts." in said(page)
    score.setText("101")
    QTest.keyClick(score, Qt.Key.Key_Return)
    assert rules() == [("sessions_or_leave", 6)]
    assert "Please type a number from 0 to 100." in said(page)
    score.setText("70")
    QTest.keyClick(score, Qt.Key.Key_Return)
    needed.setText("")
    QTest.keyClick(needed, Qt.Key.Key_Return)
    assert rules() == [("score", 70)]
    assert not switch.isChecked()
    assert "At least 1 of 8 sessions. Leave does not count." in said(page)
    for before in ([("sessions_or_leave", 6), ("score", 70)], [("sessions_or_leave", 6)], [("sessions", 6)]):
        store.undo()
        assert rules() == before
    assert (needed.text(), switch.isChecked(), score.text()) == ("6", False, "")


def test_from_the_second_day_attendance_names_those_who_can_no_longer_earn_it(
    program: Program, training_here, open_tab, monkeypatch: pytest.MonkeyPatch
):
    (name,) = absent_for(program, training_here, count=1, sessions=3)
    page: AttendancePage = open_tab("attendance")
    assert name in said(page)
    first = roster.load(program.workplace.store, training_here.id).sessions[0].day
    monkeypatch.setattr("ui.training.attendance.page.is_past_first_day", lambda found, today: first > first)
    page.reload()
    assert "Can no longer earn it" not in said(page)


def test_what_the_grid_shows_is_printed(program: Program, training_here, open_tab):
    click(open_tab("attendance"), "Print what is shown…")
    tour.settle(program)
    page = next(one for one in program.shell.findChildren(DocumentsPage) if one.isVisible())
    assert page.list.currentItem().text() == "Attendance overview"


# Sessions


def test_trainers_are_ticked_per_session(program: Program, training_here, open_tab):
    store = program.workplace.store
    page: PlanPage = open_tab("plan")
    editor = page.findChild(SeveralEditor)
    assert editor.text() == "Nobody is listed as a trainer yet"
    assert not editor.isEnabled()
    made = register(store, walk_in("Maryam Nabil Salih"), training_here.id, "", role=Role.TRAINER)
    assert editor.isEnabled()
    (action,) = editor.menu().actions()
    action.trigger()
    assert editor.text() == "Maryam Nabil Salih"
    first, second, *_ = sessions_of(store, training_here.id)
    assert (first.trainer_ids, second.trainer_ids) == ((made.id,), ())
    listed(page, "Sessions").choose(second.id)
    assert editor.text() == "–"


def test_the_day_of_the_chosen_session_is_copied(program: Program, training_here, open_tab):
    store = program.workplace.store
    page: PlanPage = open_tab("plan")
    third = sessions_of(store, training_here.id)[2]
    listed(page, "Sessions").choose(third.id)
    click(page, "Copy the day")
    after = sessions_of(store, training_here.id)
    assert [one.title["en"] for one in after[-2:]] == [one.title["en"] for one in after[2:4]]
    assert after[-1].day == date(2015, 9, 17)
    assert listed(page, "Sessions").row == after[-2]


def test_what_was_agreed_before_is_followed_up(program: Program, training_here):
    store = program.workplace.store
    with store.step() as step:
        step.add(AgreedStep(id=new_id(), training_id=training_here.id, text="Draft the procedure"))
    again = add_follow_up(store, training_here.id, date(2016, 2, 14))
    program.shell.go(Where("trainings", again.id, "plan"))
    tour.settle(program)
    page = next(one for one in program.shell.findChildren(PlanPage) if one.isVisible())
    open_ones = listed(page, "Still open from earlier trainings of the programme")
    assert [pair[0].text for pair in open_ones.records.rows] == ["Draft the procedure"]
    click(page, "It is done")
    assert [one.done for one in store.agreed_steps.all()] == [True]
    assert not open_ones.isVisible()


def test_who_came_before_is_found_in_the_list_and_told_in_the_card(program: Program, training_here):
    store = program.workplace.store
    people = roster.load(store, training_here.id).participants[:3]
    register(store, people[0].participant, training_here.id, "")
    again = add_follow_up(store, training_here.id, date(2016, 2, 14))
    for one in people:
        register(store, one.participant, again.id, "")
    program.shell.go(Where("trainings", again.id, "participants"))
    tour.settle(program)
    page = next(one for one in program.shell.findChildren(ParticipantsPage) if one.isVisible())
    table = listed(page, "Participants list")
    assert len(table.records.rows) == 3
    page._before_only.click()
    assert page._before_only.text() == "Came before: 1"
    assert [one.participant.id for one in table.records.rows] == [people[0].participant.id]
    assert "Came before: \u2068Skills Development" in said(page)


# The desk


def test_the_name_of_the_day_is_asked_once_and_holds_nobody_up(program: Program, training_here, open_tab):
    store = program.workplace.store
    desk: DeskPage = open_tab("desk")
    session = sessions_of(store, training_here.id)[0].id
    desk.choose_session(session)
    assert "Who works at this desk today?" in said(desk)
    assert QApplication.focusWidget() is desk._field, "the queue goes on"
    QTest.keyClicks(desk._field, "rebin m")
    QTest.keyClick(desk._field, Qt.Key.Key_Return)
    (came,) = [one for one in roster.load(store, training_here.id).attendees if one.marks]
    assert store.history(mark_id(came.enrolment.id, session))[-1].worker == ""
    name = field(desk, "Who works at this desk today?")
    name.setFocus()
    QTest.keyClicks(name, "  Layla ")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is desk._field
    assert "Who works" not in said(desk)
    QTest.keyClicks(desk._field, "hussein")
    QTest.keyClick(desk._field, Qt.Key.Key_Return)
    assert "Layla" in {store.worker_name(change.worker) for change in store.changes()}
    program.choose_language("en")
    assert "Who works" not in said(program.window), "not twice on one day"


def test_yesterdays_name_is_offered_and_may_be_refused(program: Program, training_here, open_tab):
    program.workplace.preferences.set("who", "Layla")
    program.workplace.preferences.set("who_day", "2015-09-13")
    desk: DeskPage = open_tab("desk")
    assert field(desk, "Who works at this desk today?").text() == "Layla"
    click(desk, "No name")
    assert program.workplace.store.who == ""
    assert "Who works" not in said(desk)


def test_a_laptop_that_slept_over_night_asks_who_works_here_today(
    program: Program, training_here, open_tab, monkeypatch: pytest.MonkeyPatch
):
    """Nothing is lost, and nothing has to be opened anew."""
    program.workplace.work_as("Layla")
    desk: DeskPage = open_tab("desk")
    QTest.keyClicks(desk._field, "reb")
    assert "Who works at this desk today?" not in said(desk)
    monkeypatch.setattr("ui.workplace._today", lambda: "2099-01-01")
    program.shell.status._on_minute()
    assert "Who works at this desk today?" in said(desk)
    assert field(desk, "Who works at this desk today?").text() == "Layla"
    assert desk._field.text() == "reb"
    click(desk, "That is me")
    program.shell.status._on_minute()
    assert "Who works at this desk today?" not in said(desk)


def test_a_second_desks_people_come_in_without_disturbing_what_is_typed(
    program: Program, training_here, open_tab, tmp_path: Path
):
    """Somebody is in the middle of a name, and in the middle of a field of the card beside."""
    store = program.workplace.store
    desk: DeskPage = open_tab("desk")
    with opening.create(tmp_path / "second")[0] as second:
        second.receive(store.changes())
        chosen = next(one for one in second.participants.all() if one.name_latin.startswith("Rebin"))
        register(second, chosen, training_here.id, "")
        editing.edit_participant(second, chosen.id, "birth_year", 1980)
        register(second, walk_in("Zozan Nawzad Ali"), training_here.id, "")
        QTest.keyClicks(desk._field, "rebin")
        QTest.keyClick(desk._field, Qt.Key.Key_Down)
        QTest.keyClick(desk._field, Qt.Key.Key_Up)
        before = desk._list.currentIndex().data(), field(desk, "Name in Latin letters").text()
        phone = field(desk, "Phone")
        phone.setFocus()
        phone.selectAll()
        QTest.keyClicks(phone, "075011")
        store.receive(second.changes())
    assert QApplication.focusWidget() is phone
    assert phone.text() == "075011", "what is typed stays"
    assert desk._field.text() == "rebin"
    assert (desk._list.currentIndex().data(), field(desk, "Name in Latin letters").text()) == before
    QTest.keyClicks(phone, "11111")
    QTest.keyClick(phone, Qt.Key.Key_Return)
    assert store.participants.get(chosen.id).phone == "+9647501111111"
    assert store.participants.get(chosen.id).birth_year == 1980, "and what the other desk wrote stays too"
    desk._field.setFocus()
    desk._field.selectAll()
    QTest.keyClicks(desk._field, "zozan")
    assert desk._list.model().index(0, 0).data() == "Zozan Nawzad Ali"


# Further programmes


def test_a_training_is_added_to_a_further_programme_and_removed_again(program: Program, training_here, open_tab):
    store = program.workplace.store
    other = Programme(id=new_id(), title=Text(en="Women in public service"))
    program.workplace.add("plan", other)
    page: PlanPage = open_tab("plan")
    choice = next(one for one in page.findChildren(QComboBox) if one.accessibleName() == "Programme to add")
    assert [choice.itemText(place) for place in range(choice.count())] == ["Women in public service"]
    click(page, "Add to this programme")
    assert further_programmes(store, training_here) == [other]
    table = listed(page, "Further programmes")
    assert table.row == other
    assert choice.count() == 0, "what it belongs to is not offered again"
    card = page.findChild(PlanFurtherProgrammes)
    remove = next(one for one in card.findChildren(QPushButton) if one.text() == "Remove")
    assert remove.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(remove, Qt.Key.Key_Space)
    assert further_programmes(store, training_here) == []
    assert choice.count() == 1


def test_who_loses_a_certificate_by_a_cancelled_session_is_told_before(program, training_here, open_tab):
    """Six of eight: who was in six and missed two loses by any of the six; nothing is changed before the answer."""
    store = program.workplace.store
    found = roster.load(store, training_here.id)
    who, first = found.participants[0], found.sessions[0]
    states = [MarkState.PRESENT] * 6 + [MarkState.ABSENT] * 2
    mark(store, [(who, one.id, state) for one, state in zip(found.sessions, states, strict=True)])
    with store.step() as step:
        for other in found.participants[1:]:
            step.change(Enrolment, other.enrolment.id, {"state": EnrolmentState.DECLINED})
    page = open_tab("plan")
    card = next(one for one in page.findChildren(PlanSessions))
    for leave_out in (partial(card._save, first.id, "cancelled", True), partial(card._remove, first.id)):
        leave_out()
        assert not store.sessions.get(first.id).cancelled
        assert not store.sessions.get(first.id).removed
        asked = "Without this session they do not earn a certificate: "
        assert asked + who.participant.name_latin in said(program.window).replace("\u2068", "").replace("\u2069", "")
        click(program.window, "Leave the session out")
        done = store.sessions.get(first.id)
        assert done.cancelled or done.removed
        store.undo()
        tour.settle(program)
