"""Signed sheets in the window: scans find their place, and a page is keyed in a moment."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jobs.attendance.scans import sheet_pages
from jobs.papers.printing import print_paper
from models.records.codes import MarkState
from models.training import roster
from resources.words import words_for
from tests.ui.test_first_run import button, click, said
from ui import tour
from ui.training.attendance.keying import KeyingDialog
from ui.training.attendance.signed_sheets import SignedSheetsDialog
from ui.window.program import Program


@pytest.fixture
def sheets(program: Program, training_here, tmp_path: Path) -> SignedSheetsDialog:
    print_paper(program.workplace.store, training_here.id, "sheet", tmp_path / "sheet.pdf", words_for("ar"))
    dialog = SignedSheetsDialog(program.workplace, training_here.id, program.window)
    dialog.open()
    tour.settle(program)
    return dialog


def scan(tmp_path: Path, page: int) -> Path:
    path = tmp_path / f"page-{page}.png"
    pypdfium2.PdfDocument(tmp_path / "sheet.pdf")[page - 1].render(scale=150 / 72).to_pil().save(path)
    return path


def test_scans_find_their_page_and_are_shown(sheets: SignedSheetsDialog, program: Program, tmp_path, monkeypatch):
    paths = [scan(tmp_path, 1), scan(tmp_path, 2)]
    monkeypatch.setattr(program.messages, "files_to_open", lambda *_: paths)
    assert not sheets.preview.has_page
    click(sheets, "Add scans…")
    tour.settle(program)
    assert [bool(one.scans) for one in sheets.table.records.rows[:3]] == [True, True, False]
    assert sheets.preview.has_page
    click(sheets, "Remove the scan")
    assert not sheets.table.records.rows[0].scans
    program.workplace.store.undo()
    tour.settle(program)
    assert sheets.table.records.rows[0].scans


def test_a_file_without_a_code_is_told_and_can_be_placed_by_hand(sheets, program: Program, tmp_path, monkeypatch):
    wrong = tmp_path / "holiday.pdf"
    wrong.write_bytes(b"no pdf at all")
    sheets.take_in([wrong])
    tour.settle(program)
    assert "holiday.pdf" in said(program.window)
    grey = scan(tmp_path, 3)
    monkeypatch.setattr(program.messages, "file_to_open", lambda *_: grey)
    sheets.table.choose_place(5)
    click(sheets, "This is the scan of the chosen page…")
    assert sheets.table.records.rows[5].scans


def keying(sheets: SignedSheetsDialog, place: int) -> KeyingDialog:
    sheets.table.choose_place(place)
    click(sheets, "Key this page…")
    return next(one for one in sheets.findChildren(KeyingDialog) if one.isVisible())


def test_a_page_is_keyed_by_one_button_and_a_key_for_each_who_is_missing(sheets, program: Program, training_here):
    dialog = keying(sheets, 1)
    page = dialog._page
    numbers = [str(dialog.grid.marks.headerData(row, Qt.Orientation.Vertical)).split()[0]
               for row in range(dialog.grid.marks.rowCount())]  # fmt: skip
    assert numbers[0] == str(page.first_row)
    click(dialog, "All of this page signed")
    dialog.grid.setCurrentIndex(dialog.grid.marks.index(3, 1))
    QTest.keyClicks(dialog.grid, "a")
    found = roster.load(program.workplace.store, training_here.id)
    people = [one for one in page.attendees if one]
    marks = [found.attendee(one.enrolment.id).marks.get(session.id) for one in people for session in page.sessions]
    assert marks.count(MarkState.ABSENT) == 1
    assert marks.count(MarkState.PRESENT) == len(marks) - 1
    on_other_pages = [one for one in found.participants if one.participant.id not in
                      {who.participant.id for who in people}]  # fmt: skip
    assert not any(one.marks for one in on_other_pages), "only this page"


def test_keying_goes_down_the_page_and_on_to_the_next_session(sheets, program: Program):
    dialog = keying(sheets, 0)
    rows = dialog.grid.marks.rowCount()
    dialog.grid.start()
    QTest.keyClicks(dialog.grid, "p" * (rows + 1))
    assert (dialog.grid.currentIndex().row(), dialog.grid.currentIndex().column()) == (1, 1)
    assert dialog.grid.marks.state(dialog.grid.marks.index(rows - 1, 0)) is MarkState.PRESENT


def test_before_a_sheet_was_printed_the_dialog_says_so(program: Program, training_here):
    dialog = SignedSheetsDialog(program.workplace, training_here.id, program.window)
    dialog.open()
    assert not button(dialog, "Key this page…").isEnabled()
    assert sheet_pages(program.workplace.store, roster.load(program.workplace.store, training_here.id)) == []
