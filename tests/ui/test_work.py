"""Lists in, certificates out, questions answered, records kept safe: through the window."""

import threading
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QProgressDialog,
    QPushButton,
    QRadioButton,
    QWidget,
)

from jobs.desk.registering import mark
from jobs.people import conflicts
from models import opening
from models.certificates.states import CertificateState
from models.people import proposals
from models.records import Participant, Programme, Rule
from models.records.codes import MarkState
from models.training import roster
from tests.conftest import LISTS, SAMPLE
from tests.ui.test_first_run import button, click, said
from ui import tour
from ui.background import Cancelled
from ui.people.conflicts import ConflictsDialog
from ui.people.made_name import MadeName
from ui.people.waiting import WaitingDialog
from ui.printers.destination import PDF
from ui.printers.dialog import PrintDialog
from ui.training.participants.importing import ImportDialog
from ui.widgets.record_list import RecordList
from ui.window.program import Program
from ui.window.where import Where


def dialog_of(program: Program, kind: type[QDialog]) -> QDialog:
    return next(one for one in program.window.findChildren(kind) if one.isVisible())


def is_open(program: Program, kind: type[QDialog]) -> bool:
    return any(one.isVisible() for one in program.window.findChildren(kind))


@pytest.fixture
def everybody_came(program: Program, training_here) -> Program:
    store = program.workplace.store
    found = roster.load(store, training_here.id)
    mark(store, [(one, session.id, MarkState.PRESENT) for one in found.attendees for session in found.sessions])
    proposals.accept(store, *proposals.waiting(store))
    return program


# Lists


def test_a_list_is_shown_before_it_is_imported(empty_program: Program):
    program = empty_program
    click(program.window, "Look around")
    tour.settle(program)
    store = program.workplace.store
    click(program.window, "Trainings")
    tour.settle(program)
    program.shell.go(Where())
    click(program.window, "New training")
    tour.settle(program)
    training = next(one for one in store.trainings.all() if one.code.startswith("T-"))
    dialog = ImportDialog(program.workplace, training.id, SAMPLE / LISTS[0], program.window)
    dialog.look()
    tour.settle(program)
    assert dialog.isVisible()
    assert "10 rows" in said(dialog)
    assert store.enrolments.where(training_id=training.id) == []
    click(dialog, "Import")
    tour.settle(program)
    assert len(store.enrolments.where(training_id=training.id)) == 10
    program.shell.status.undo()
    assert store.enrolments.where(training_id=training.id) == []


def test_a_file_that_is_no_list_is_told_and_changes_nothing(program: Program, training_here, tmp_path: Path, qtbot):
    wrong = tmp_path / "list.xlsx"
    wrong.write_bytes(b"\x00\x01 nothing of the sort")
    before = program.workplace.store.participants.count()
    dialog = ImportDialog(program.workplace, training_here.id, wrong, program.window)
    with qtbot.captureExceptions() as problems:
        dialog.look()
        tour.settle(program)
    assert [kind.__name__ for kind, _, _ in problems] == ["ListUnreadable"]
    assert not is_open(program, ImportDialog)
    assert program.workplace.store.participants.count() == before


class Finger(QObject):
    """Presses Cancel in the window's thread, as a person would; whoever wants it waits until it is done."""

    wanted = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self.wanted.connect(self._press, Qt.ConnectionType.BlockingQueuedConnection)

    @Slot()
    def _press(self) -> None:
        (button,) = self._program.window.findChildren(QProgressDialog)[-1].findChildren(QPushButton)
        button.click()


def test_an_import_can_be_cancelled_and_leaves_nothing(program: Program, training_here):
    from jobs.lists.importing import import_list
    from jobs.trainings.editing import new_training

    store = program.workplace.store
    training = new_training(store, training_here.start)
    finger = Finger(program)

    def cancelled_half_way(own, progress):
        def stop(done: int, total: int) -> None:
            if done == 5:
                finger.wanted.emit()
            progress(done, total)

        return import_list(own, SAMPLE / LISTS[1], training.id, progress=stop)

    ended: list[object] = []
    program.workplace.background.run(program, cancelled_half_way, ended.append, "…")
    tour.settle(program)
    assert ended == []
    assert store.enrolments.where(training_id=training.id) == []
    assert not store.connection.in_transaction


def test_pages_can_be_changed_while_a_task_runs(program: Program):
    release = threading.Event()
    results: list[bool] = []
    program.workplace.background.run(program, lambda store, progress: release.wait(), results.append)
    try:
        program.shell.go(Where("people"))
        QApplication.processEvents()
        assert said(program.window).count("People") >= 1
        assert program.workplace.background.is_busy
    finally:
        release.set()
    tour.settle(program)
    assert results == [True]


def test_news_for_a_page_that_is_gone_reaches_nobody(everybody_came, open_tab):
    """The preview of a certificate is under way while the language changes."""
    program = everybody_came
    open_tab("certificates")._table.choose_place(3)
    assert program.workplace.background.is_busy
    program.choose_language("ar")
    tour.settle(program)
    program.choose_language("en")
    tour.settle(program)
    assert not program.workplace.background.is_busy


def test_records_can_be_left_while_something_runs(program: Program):
    told: list[object] = []
    program.workplace.background.run(program, lambda store, progress: 1, told.append)
    program.close_register()
    tour.settle(program)
    assert told == []
    assert program.store is None


def test_cancel_is_an_answer_not_an_error(program: Program):
    def cancel(store, progress):
        raise Cancelled

    program.workplace.background.run(program, cancel, print)
    tour.settle(program)
    assert not program.workplace.background.is_busy


# Certificates


def print_all(program: Program, page: QWidget, path: Path, monkeypatch) -> None:
    """Into one PDF."""
    monkeypatch.setattr(program.messages, "file_to_write", lambda *_: path)
    click(page, "Print 35 certificates")
    dialog = dialog_of(program, PrintDialog)
    assert dialog.destination.target.value() == PDF
    click(dialog, "Save…")
    tour.settle(program)
    assert not is_open(program, PrintDialog)


def test_certificates_are_previewed_issued_and_printed(everybody_came, open_tab, tmp_path, monkeypatch, opened_files):
    program = everybody_came
    page = open_tab("certificates")
    store = program.workplace.store
    tour.settle(program)
    assert page._preview.has_page
    assert store.certificates.count() == 0
    target = tmp_path / "all.pdf"
    print_all(program, page, target, monkeypatch)
    assert len(pypdfium2.PdfDocument(target)) == 35
    numbers = {one.number for one in store.certificates.all()}
    print_all(program, page, target, monkeypatch)
    assert {one.number for one in store.certificates.all()} == numbers
    assert opened_files == [str(target)] * 2


def answer(page: QWidget, text: str, reason: str) -> None:
    """Press a button, type into the small dialog that opens, and accept it."""
    click(page, text)
    dialog = next(one for one in page.findChildren(QInputDialog) if one.isVisible())
    dialog.setTextValue(reason)
    dialog.accept()


def test_an_ended_number_is_never_used_again(everybody_came, open_tab, tmp_path, monkeypatch):
    program = everybody_came
    store = program.workplace.store
    page = open_tab("certificates")
    print_all(program, page, tmp_path / "all.pdf", monkeypatch)
    one = page._table.row.certificate
    answer(page, "Void…", "  ")
    assert store.certificates.get(one.id).state is CertificateState.PRINTED
    answer(page, "Void…", "Name of somebody else")
    assert store.certificates.get(one.id).state is CertificateState.VOID
    print_all(program, page, tmp_path / "all.pdf", monkeypatch)
    valid = [found for found in store.certificates.all() if found.state.is_valid]
    assert len(valid) == 35
    assert one.number not in {found.number for found in valid}


def test_what_was_handed_over_is_reissued_or_revoked(everybody_came, open_tab, tmp_path, monkeypatch):
    program = everybody_came
    store = program.workplace.store
    page = open_tab("certificates")
    print_all(program, page, tmp_path / "all.pdf", monkeypatch)
    page._on_hand_over_all()
    assert {one.state for one in store.certificates.all()} == {CertificateState.HANDED_OVER}
    first = page._table.row.certificate
    click(page, "Reissue")
    assert store.certificates.get(first.id).state is CertificateState.REPLACED
    assert page._table.row.certificate.number != first.number
    page._on_hand_over()
    page._end_because(page._table.row.certificate, "lost")
    assert page._table.row.certificate is None
    assert "lost" in said(page)
    assert button(page, "Print 34 certificates").isEnabled()


def test_an_exception_carries_a_reason_and_is_taken_back(program: Program, open_tab):
    store = program.workplace.store
    store.who = "Maryam"
    page = open_tab("certificates")
    one = page._table.row
    page._except_because(one, "Represented the ministry at the border")
    assert page._table.row.verdict.by_exception
    assert "exception by Maryam: Represented the ministry at the border" in said(page)
    page._on_exception()
    assert not page._table.row.verdict.earned


def test_the_page_says_why_somebody_has_none(program: Program, open_tab):
    page = open_tab("certificates")
    assert "0 of 8 sessions attended; the rule asks for 6." in said(page)
    assert "8 sessions are not marked yet." in said(page)
    assert not button(page, "Print 0 certificates").isEnabled()


# Questions


def test_questions_are_answered_and_the_last_closes(program: Program):
    dialog = WaitingDialog(program.workplace, program.window)
    dialog.open()
    waiting = len(proposals.waiting(program.workplace.store))
    click(dialog, "The names are right")
    assert len(proposals.waiting(program.workplace.store)) == waiting - 1
    program.shell.status.undo()
    assert len(proposals.waiting(program.workplace.store)) == waiting
    dialog.reload()
    everything = button(dialog, "All names made by rule are right")
    assert not everything.isEnabled()
    table = dialog.findChild(RecordList)
    for place in range(waiting):
        assert not everything.isEnabled()
        table.choose_place(place)
    click(dialog, "All names made by rule are right")
    assert proposals.waiting(program.workplace.store) == []
    assert not is_open(program, WaitingDialog)


def test_a_name_made_by_rule_is_corrected_where_it_stands(program: Program):
    store = program.workplace.store
    dialog = WaitingDialog(program.workplace, program.window)
    dialog.open()
    first, second = [one.first for one in dialog.findChild(RecordList).records.rows][:2]
    field = dialog.findChild(MadeName).findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Shwan Hersh")
    for place in (1, 0):
        dialog.findChild(RecordList).choose_place(place)
    assert dialog.findChild(MadeName).corrected == {"name_latin": "Shwan Hersh"}
    click(dialog, "The names are right")
    written = store.participants.get(first.id)
    assert (written.name_latin, written.latin_proposed) == ("Shwan Hersh", False)
    program.shell.status.undo()
    assert store.participants.get(first.id) == first
    assert store.participants.get(second.id) == second


def test_two_answers_are_shown_and_chosen(program: Program, tmp_path: Path):
    store = program.workplace.store
    person = store.participants.all()[0]
    with opening.create(tmp_path / "elsewhere")[0] as other:
        other.receive(store.changes())
        with other.step("edit") as step:
            step.change(Participant, person.id, {"phone": "+9647500000001"})
        with store.step("edit") as step:
            step.change(Participant, person.id, {"phone": "+9647500000002"})
        store.receive(other.changes())
    click(program.window, "1 time two answers – choose")
    dialog = dialog_of(program, ConflictsDialog)
    choices = [one for one in dialog.findChildren(QRadioButton) if one.isVisible()]
    assert sorted(one.text().strip("\u2068\u2069") for one in choices) == ["+9647500000001", "+9647500000002"]
    next(one for one in choices if "0001" in one.text()).click()
    click(dialog, "This one is right")
    assert store.participants.get(person.id).phone == "+9647500000001"
    assert conflicts.two_answers(store) == []
    assert not is_open(program, ConflictsDialog)


def test_two_answers_about_the_rule_are_said_in_words(program: Program, tmp_path: Path):
    store = program.workplace.store
    (programme,) = store.programmes.all()
    with opening.create(tmp_path / "elsewhere")[0] as other:
        other.receive(store.changes())
        with other.step("edit") as step:
            step.change(Programme, programme.id, {"rules": (Rule("sessions_or_leave", 5), Rule("score", 60))})
        with store.step("edit") as step:
            step.change(Programme, programme.id, {"rules": ()})
        store.receive(other.changes())
    click(program.window, "1 time two answers – choose")
    dialog = dialog_of(program, ConflictsDialog)
    choices = [one for one in dialog.findChildren(QRadioButton) if one.isVisible()]
    assert sorted(one.text().strip("\u2068\u2069") for one in choices) == [
        "Sessions needed for a certificate: 5 (Leave counts as attendance) · Test result needed (per cent): 60",
        "nothing",
    ]


# People


def test_anybody_is_found_from_anywhere(program: Program, training_here):
    person = program.workplace.store.people.find("rebin mohammed")[0]
    search = program.shell.finder
    QTest.keyClicks(search, "rebin m")
    QTest.keyClick(search, Qt.Key.Key_Return)
    tour.settle(program)
    assert program.shell.where.section == "people"
    table = next(one for one in program.shell.findChildren(RecordList) if one.accessibleName() == "People")
    assert table.row.participant.id == person.id


@pytest.mark.parametrize("section", ["trainings", "people"])
def test_lists_keep_qts_promises(program: Program, section: str, qtmodeltester):
    program.shell.go(Where(section))
    table = next(one for one in program.shell.findChildren(RecordList) if one.isVisible())
    qtmodeltester.check(table.records)
    qtmodeltester.check(table.model())


def test_a_list_sorts_by_what_it_means_and_keeps_the_choice(program: Program, open_tab):
    page = open_tab("participants")
    chosen = page.chosen.participant.id
    page._table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert page.chosen.participant.id == chosen
    page.reload()
    assert page.chosen.participant.id == chosen


# Safety


def test_settings_keep_a_passphrase_and_a_backup(program: Program, tmp_path: Path, monkeypatch):
    program.shell.go(Where("settings"))
    click(program.window, "Check the records")
    tour.settle(program)
    boxes = [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    assert any("no passphrase" in one.text() for box in boxes for one in box.findChildren(QLabel))
    for box in boxes:
        box.close()
    monkeypatch.setattr(program.messages, "folder", lambda *_: tmp_path / "usb")
    click(program.window, "Back up to another disk…")
    tour.settle(program)
    (made,) = (tmp_path / "usb").glob("*.sijilbackup")
    monkeypatch.setattr(program.messages, "file_to_open", lambda *_: made)
    before = program.workplace.store.folder
    click(program.window, "Restore a backup…")
    tour.settle(program)
    assert program.workplace.store.folder != before
    assert program.workplace.store.participants.count() == 37


def test_who_works_here_stands_in_the_history(program: Program):
    program.shell.go(Where("settings"))
    page: QWidget = program.window
    editor = next(one for one in page.findChildren(QWidget) if one.accessibleName() == "Who works at this desk today?")
    editor.setText("Maryam")
    editor.editingFinished.emit()
    store = program.workplace.store
    person = store.participants.all()[0]
    with store.step("edit") as step:
        step.change(Participant, person.id, {"email": "a@b.org"})
    assert store.worker_name(store.history(person.id)[-1].worker) == "Maryam"


def test_every_button_of_a_page_can_be_reached_with_tab(program: Program, open_tab):
    page = open_tab("participants")
    reached = set()
    focused = page
    for _ in range(200):
        focused = focused.nextInFocusChain()
        reached.add(focused)
    missing = [one.text() for one in page.findChildren(QPushButton) if one.isVisible() and one not in reached]
    assert missing == []
