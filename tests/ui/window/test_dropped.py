"""A file dropped onto the window does what its kind is for; records opened before are one click away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMessageBox, QPushButton

from jobs.certificates import designs
from models import opening
from tests.conftest import SAMPLE
from tests.ui.test_first_run import said
from tests.ui.test_work import dialog_of, is_open
from ui import tour
from ui.settings.verifying import VerifyDialog
from ui.training.participants.importing import ImportDialog
from ui.window.program import Program
from ui.window.where import Where

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(program: Program, path: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    shell = program.shell
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, files, LEFT, NO_KEY)
    shell.dragEnterEvent(enter)
    assert enter.isAccepted()
    shell.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, LEFT, NO_KEY))
    tour.settle(program)


def box(program: Program) -> str:
    (shown,) = [one for one in program.window.findChildren(QMessageBox) if one.isVisible()]
    text = shown.text()
    shown.close()
    return text


def test_a_nominee_list_is_looked_at_in_the_training_that_is_open(program: Program, training_here, open_tab):
    open_tab("attendance")
    drop(program, SAMPLE / "ngos-cp1256.csv")
    assert is_open(program, ImportDialog)
    assert program.shell.where.tab == "participants"
    assert program.workplace.store.participants.count() == 37, "nothing before somebody says yes"


def test_a_list_without_a_training_says_what_to_do(program: Program):
    program.shell.go(Where("people"))
    drop(program, SAMPLE / "ngos-cp1256.csv")
    assert "open it, then drop the list" in box(program)
    assert not is_open(program, ImportDialog)


def test_a_certificate_is_checked(program: Program, tmp_path: Path):
    paper = tmp_path / "certificate.PDF"
    paper.write_bytes(b"%PDF-1.4\n%%EOF")
    drop(program, paper)
    dialog = dialog_of(program, VerifyDialog)
    assert "There is no readable code" in said(dialog)


def test_a_training_file_is_added_and_shown(empty_program: Program, tmp_path: Path):
    made, _ = opening.create(empty_program.register)
    made.close()
    empty_program.start()
    tour.settle(empty_program)
    drop(empty_program, SAMPLE / "training.json")
    (training,) = empty_program.workplace.store.trainings.all()
    assert empty_program.shell.where.training_id == training.id


def test_a_design_can_be_used_after_it_was_dropped(program: Program, tmp_path: Path):
    store = program.workplace.store
    own = designs.duplicate(store, designs.READY[0], "Blue")
    path = tmp_path / f"Blue{designs.ENDING}"
    designs.hand_out(store, own.id, path)
    designs.remove(store, own.id)
    drop(program, path)
    assert [one.name for one in store.designs.all()] == ["Blue"]


def test_a_backup_is_restored_beside_these_records(program: Program, tmp_path: Path):
    backup = program.workplace.store.safekeeping.backup(tmp_path)
    before = program.workplace.store.folder
    drop(program, backup)
    assert program.workplace.store.folder == before.with_name(f"{before.name}-2")
    assert program.workplace.store.participants.count() == 37


@pytest.mark.parametrize("name", ["song.mp3", "noending", "program.exe"])
def test_anything_else_changes_nothing(program: Program, tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"?")
    before = len(list(program.workplace.store.changes()))
    drop(program, tmp_path / name)
    assert name in box(program)
    assert len(list(program.workplace.store.changes())) == before


def test_a_damaged_training_file_is_told_and_adds_nothing(program: Program, tmp_path: Path, qtbot):
    (tmp_path / "wrong.json").write_text("{")
    with qtbot.captureExceptions() as problems:
        drop(program, tmp_path / "wrong.json")
    assert [kind.__name__ for kind, _, _ in problems] == ["TrainingFileInvalid"]
    assert len(program.workplace.store.trainings.all()) == 1


def test_records_opened_before_are_offered_and_those_that_are_gone_are_not(program: Program, tmp_path: Path):
    first = program.workplace.store.folder
    second, _ = opening.create(tmp_path / "elsewhere" / "register")
    second.close()
    program.open_other(second.folder)
    tour.settle(program)
    assert program.workplace.preferences.recent == [second.folder, first]
    program.shell.go(Where("settings"))
    tour.settle(program)
    button = next(one for one in program.shell.findChildren(QPushButton) if one.text() == "Open other records…")
    actions = [one for one in button.menu().actions() if str(first) in one.text()]
    actions[0].trigger()
    tour.settle(program)
    assert program.workplace.store.folder == first
    (second.folder / "register.db").unlink()
    assert program.workplace.preferences.recent == [first]
