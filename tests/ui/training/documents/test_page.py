"""Documents in the window: options, preview, saved and remembered."""

import pypdfium2
from PySide6.QtWidgets import QCheckBox

from models.errors import DiskFull
from tests.ui.test_first_run import button, click, said
from ui import tour
from ui.printers.simple import PrinterDialog
from ui.training.documents.given_out import GivenOutDialog
from ui.training.documents.page import DocumentsPage
from ui.window.program import Program
from ui.window.where import Where


def test_options_change_the_preview_and_what_is_saved(program: Program, open_tab, tmp_path, monkeypatch, opened_files):
    page: DocumentsPage = open_tab("documents")
    assert page.preview.has_page
    assert "of 12" in page._at.text()
    page.recipient.setText("Ministry of Health")
    page.purpose.setText("for their files")
    box = next(one for one in page.findChildren(QCheckBox) if one.text() == "Grouped by institution")
    box.click()
    tour.settle(program)
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(program.messages, "file_to_write", lambda *_: target)
    click(page, "Save as PDF…")
    tour.settle(program)
    text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
    assert "Al-Amal" in text
    assert opened_files == [str(target)]
    (paper,) = program.workplace.store.papers.all()
    assert (paper.document, paper.version, paper.recipient) == ("sheet", 1, "Ministry of Health")
    assert len(paper.row_ids) == 39
    dialog = GivenOutDialog(program.workplace, paper.training_id, program.window)
    dialog.open()
    assert "Ministry of Health" in dialog_text(dialog)


def dialog_text(dialog: GivenOutDialog) -> str:
    from ui.widgets.record_list import RecordList

    table = dialog.findChild(RecordList)
    return " ".join(
        str(table.model().index(row, column).data())
        for row in range(table.model().rowCount())
        for column in range(table.model().columnCount())
    )


def test_what_was_chosen_is_remembered(program: Program, open_tab, training_here):
    page: DocumentsPage = open_tab("documents")
    next(one for one in page.findChildren(QCheckBox) if one.text() == "Phone").click()
    tour.settle(program)
    program.choose_language("ar")
    program.shell.go(Where("trainings", training_here.id, "documents"))
    tour.settle(program)
    assert "phone" in shown(program).options.columns


def shown(program: Program) -> DocumentsPage:
    return next(one for one in program.shell.findChildren(DocumentsPage) if one.isVisible())


def test_buttons_of_other_pages_lead_here(program: Program, open_tab):
    click(open_tab("attendance"), "Attendance sheet…")
    tour.settle(program)
    assert shown(program).list.currentRow() == 0
    click(open_tab("participants"), "Name check…")
    tour.settle(program)
    assert shown(program).list.currentItem().text() == "Name check"


def test_a_document_with_nothing_in_it_says_so(program: Program, open_tab):
    page: DocumentsPage = open_tab("documents")
    page.show_kind("register")
    tour.settle(program)
    assert not page.preview.has_page
    assert not button(page, "Print…").isEnabled()


def test_a_full_disk_is_told_and_nothing_is_remembered(program: Program, open_tab, qtbot, tmp_path, monkeypatch):
    page: DocumentsPage = open_tab("documents")
    monkeypatch.setattr(program.messages, "file_to_write", lambda *_: tmp_path / "sheet.pdf")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("models.storage.files.os.fsync", full)
    with qtbot.captureExceptions() as problems:
        click(page, "Save as PDF…")
        tour.settle(program)
    monkeypatch.undo()
    assert isinstance(problems[0][1], DiskFull)
    assert not program.workplace.store.papers.all()


def test_without_a_printer_the_dialog_says_what_to_do(program: Program, open_tab):
    page: DocumentsPage = open_tab("documents")
    click(page, "Print…")
    dialog = program.window.findChild(PrinterDialog)
    assert "Save the document as a PDF instead." in said(dialog)
    assert not button(dialog, "Print").isEnabled()
