"""Cancel: whatever shows how far it is can be given up, and then nothing of it is there."""

import ast
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QPushButton

from jobs.certificates.printing import EVERYBODY, print_certificates
from jobs.papers.printing import print_paper
from resources.words import words_for
from tests.conftest import ROOT, SAMPLE
from tests.ui.test_first_run import click
from tests.ui.test_work import everybody_came
from ui import background, tour
from ui.background import Cancelled
from ui.printers.printing import Printing
from ui.settings.backups import BackupsCard
from ui.settings.records import RecordsCard
from ui.settings.verifying import VerifyDialog
from ui.training.attendance import marks_grid
from ui.training.attendance.signed_sheets import SignedSheetsDialog
from ui.training.day import CloseDialog
from ui.training.documents.page import DocumentsPage
from ui.training.participants.importing import ImportDialog
from ui.window.program import Program
from ui.window.where import Where

__all__ = ["everybody_came"]


@pytest.fixture
def endings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What tasks ended with: Cancelled, or nothing when they were done."""
    found: list[object] = []
    hand_over = background._hand_over

    def noted(result, error, *how):
        found.append(type(error))
        hand_over(result, error, *how)

    monkeypatch.setattr(background, "_hand_over", noted)
    return found


def press_cancel(dialog: QProgressDialog) -> None:
    button = dialog.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()


def cancel(program: Program, start: Callable[[], object]) -> None:
    """Start something that waits for another task to end, and press its Cancel meanwhile."""
    release = threading.Event()
    program.workplace.background.run(program, lambda store, progress: release.wait(), lambda _: None)
    try:
        start()
        dialogs = [one for one in program.window.findChildren(QProgressDialog) if not one.wasCanceled()]
        assert dialogs, "nothing that shows how far it is"
        press_cancel(dialogs[-1])
    finally:
        release.set()
    tour.settle(program)


def marking(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    monkeypatch.setattr(marks_grid, "_MANY", 0)
    grid = program.shell.findChildren(marks_grid.MarksGrid)[0]
    grid.selectAll()
    return lambda: QTest.keyClicks(grid, "a")


def saving(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    store = program.workplace.store
    made = Printing(program.workplace, store.trainings.all()[0], "", program)
    (tmp_path / "made").mkdir()
    monkeypatch.setattr(program.messages, "file_to_write", lambda *_: tmp_path / "made" / "all.pdf")
    return lambda: made.save(EVERYBODY, 35)


def saving_each(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    made = Printing(program.workplace, program.workplace.store.trainings.all()[0], "", program)
    (tmp_path / "made").mkdir()
    monkeypatch.setattr(program.messages, "folder", lambda *_: tmp_path / "made")
    return lambda: made.save_each(EVERYBODY, with_names=False)


def paper(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    training_id = program.workplace.store.trainings.all()[0].id
    program.shell.go(Where("trainings", training_id, "documents"))
    tour.settle(program)
    (page,) = program.shell.findChildren(DocumentsPage)
    (tmp_path / "made").mkdir()
    monkeypatch.setattr(program.messages, "file_to_write", lambda *_: tmp_path / "made" / "paper.pdf")
    return lambda: page._on_save(".pdf")


def verifying(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    store = program.workplace.store
    print_certificates(store, store.trainings.all()[0].id, tmp_path / "all.pdf")
    dialog = VerifyDialog(program.workplace, program.window)
    return lambda: dialog.check_file(tmp_path / "all.pdf")


def scanning(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    training_id = program.workplace.store.trainings.all()[0].id
    print_paper(program.workplace.store, training_id, "sheet", tmp_path / "sheet.pdf", words_for("en"))
    dialog = SignedSheetsDialog(program.workplace, training_id, program.window)
    return lambda: dialog.take_in([tmp_path / "sheet.pdf"])


def importing(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    training_id = program.workplace.store.trainings.all()[0].id
    dialog = ImportDialog(program.workplace, training_id, SAMPLE / "ministries.xlsx", program.window)
    return dialog._on_import


def looking(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    training_id = program.workplace.store.trainings.all()[0].id
    return ImportDialog(program.workplace, training_id, SAMPLE / "ministries.xlsx", program.window).look


def checking(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    program.shell.go(Where("settings"))
    card = program.shell.findChildren(RecordsCard)[0]
    return lambda: click(card, "Check the records")


def backing_up(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    program.shell.go(Where("settings"))
    (tmp_path / "made").mkdir()
    return lambda: program.shell.findChildren(BackupsCard)[0].back_up(tmp_path / "made")


def backing_up_at_the_end(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    dialog = CloseDialog(program.workplace, program.workplace.store.trainings.all()[0].id, program.window)
    (tmp_path / "made").mkdir()
    monkeypatch.setattr(program.messages, "folder", lambda *_: tmp_path / "made")
    return dialog._on_backup


WAYS = (
    marking, saving, saving_each, paper, verifying, scanning, importing, looking, checking, backing_up,
    backing_up_at_the_end,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_what_was_given_up_left_nothing(everybody_came, open_tab, endings, tmp_path, monkeypatch, way):
    program = everybody_came
    open_tab("attendance")
    start = way(program, tmp_path, monkeypatch)
    tour.settle(program)
    before = [one.id for one in program.workplace.store.changes()]
    endings.clear()
    cancel(program, start)
    assert Cancelled in endings
    assert [one.id for one in program.workplace.store.changes()] == before
    assert not (tmp_path / "made").exists() or list((tmp_path / "made").iterdir()) == []


def test_a_sample_that_was_given_up_leads_back_and_is_made_anew(program: Program, endings):
    own = program.register
    program.close_register()
    program.start()
    tour.settle(program)
    program.open_sample()
    press_cancel(program.window.findChildren(QProgressDialog)[-1])
    tour.settle(program)
    assert endings[-1] is Cancelled
    assert program.register == own
    assert not (own.parent / "sample").exists()
    program.open_sample()
    tour.settle(program)
    assert program.workplace.store.participants.count() > 30


TRIED = {
    "printers/calibration.py": "sends like printing.py", "printers/printing.py": "and in tests/ui/printers",
    "printers/simple.py": "makes like documents/page.py, sends like printing.py",
    "settings/backups.py": "", "settings/records.py": "", "settings/verifying.py": "",
    "training/attendance/marks_grid.py": "", "training/attendance/signed_sheets.py": "", "training/day.py": "",
    "training/documents/page.py": "", "training/participants/importing.py": "",
    "window/backups.py": "in tests/ui/window/test_backups.py", "window/program.py": "",
}  # fmt: skip


def test_whatever_shows_how_far_it_is_was_tried():
    found = set()
    for path in (ROOT / "ui").rglob("*.py"):
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_run = isinstance(one, ast.Call) and ast.unparse(one.func).endswith("background.run")
            if is_run and (len(one.args) > 3 or any(word.arg == "title" for word in one.keywords)):
                found.add(path.relative_to(ROOT / "ui").as_posix())
    assert found == TRIED.keys()
