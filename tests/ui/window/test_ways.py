"""The ways into records: the first page, a backup, another folder, the sample and out of it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from models import opening
from models.errors import DiskFull
from models.records import Participant
from models.safekeeping import Safekeeping
from models.storage.folder import exists
from ui import tour
from ui.opening.unlock import UnlockView
from ui.opening.welcome import WelcomeView
from ui.window.program import Program

BANNER = "the people are invented"


def press(page: QWidget, text: str) -> None:
    next(
        one for one in page.findChildren(QPushButton) if one.isVisible() and one.text().replace("&", "") == text
    ).click()


def said(page: QWidget) -> str:
    QApplication.processEvents()  # what fills the window is shown when its layout is made
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def asked(program: Program) -> QMessageBox:
    (box,) = [one for one in program.window.findChildren(QMessageBox) if one.isVisible()]
    return box


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Of records with one person, on a stick."""
    with opening.create(tmp_path / "elsewhere" / "register")[0] as store:
        with store.step() as step:
            step.add(Participant(id="p", name_latin="Karwan Ahmed Omar"))
        return store.safekeeping.backup(tmp_path / "stick")


def people(program: Program) -> list[str]:
    assert program.store is not None
    return [one.name_latin for one in program.store.participants.all()]


def test_the_first_page_has_a_way_back_from_a_backup(empty_program: Program, backup: Path, monkeypatch):
    home = empty_program.register
    monkeypatch.setattr(empty_program.messages, "file_to_open", lambda *_: backup)
    press(empty_program.window, "Restore a backup…")
    tour.settle(empty_program)
    assert people(empty_program) == ["Karwan Ahmed Omar"]
    assert empty_program.register == home, "in the usual place, where nothing was"


@pytest.mark.parametrize("inside", [".", "backups"])
def test_a_folder_with_backups_and_no_records_offers_the_newest(empty_program: Program, backup: Path, inside: str):
    stick = backup.parent
    if inside != ".":
        (stick / inside).mkdir()
        backup.rename(stick / inside / "renamed by somebody.sijilbackup")
    empty_program.open_other(stick)
    assert "backups" in asked(empty_program).text()
    press(asked(empty_program), "Restore")
    tour.settle(empty_program)
    assert people(empty_program) == ["Karwan Ahmed Omar"]
    assert not exists(stick)


def test_a_folder_without_any_is_told_and_begun_only_when_wanted(program: Program, tmp_path: Path):
    before = program.register
    program.open_other(tmp_path / "nothing")
    box = asked(program)
    assert str(tmp_path / "nothing") in box.text()
    press(box, "Cancel")
    assert program.register == before
    assert program.store is not None
    program.open_other(tmp_path / "nothing")
    press(next(one for one in program.window.findChildren(QMessageBox) if one.isVisible()), "Start new ones")
    tour.settle(program)
    assert isinstance(program.window.centralWidget(), WelcomeView)


def test_the_sample_says_so_is_not_remembered_and_leads_to_ones_own(program: Program):
    own, preferences = program.register, program.workplace.preferences
    assert BANNER not in said(program.window)
    program.open_sample()
    tour.settle(program)
    assert BANNER in said(program.window)
    assert preferences.get("register") == str(own)
    assert preferences.recent == [own]
    program.choose_language("en")
    assert BANNER in said(program.window)
    press(program.window, "My own records")
    tour.settle(program)
    assert program.register == own
    assert BANNER not in said(program.window)


def test_what_is_restored_from_inside_the_sample_stands_beside_ones_own_records(program: Program, backup: Path):
    own = program.register
    program.open_sample()
    tour.settle(program)
    sample = program.register
    program.restore(backup)
    tour.settle(program)
    assert people(program) == ["Karwan Ahmed Omar"]
    assert program.register == own.with_name(f"{own.name}-2")
    assert [one.name for one in sample.iterdir() if one.suffix == ".sijilbackup"] == []
    assert program.workplace.preferences.get("register") == str(program.register)


def test_the_sample_is_a_sample_however_it_is_opened(program: Program):
    program.open_sample()
    tour.settle(program)
    sample = program.register
    copied = sample.with_name("copied")
    program.close_register()
    shutil.copytree(sample, copied)
    program.open_other(copied)
    tour.settle(program)
    assert BANNER in said(program.window)
    assert program.workplace.preferences.get("register") != str(copied)


def test_records_on_a_stick_that_is_not_there_are_missed_and_nobody_is_welcomed(program: Program):
    folder = program.register
    program.close_register()
    folder.rename(folder.with_name("unplugged"))
    program.start()
    view = program.window.centralWidget()
    assert isinstance(view, UnlockView)
    assert str(folder) in said(view)
    folder.with_name("unplugged").rename(folder)
    press(view, "Try again")
    tour.settle(program)
    assert program.store is not None


def test_a_second_copy_is_refused_before_anybody_types_a_passphrase(program: Program, tmp_path: Path):
    with opening.create(tmp_path / "closed", "eight or more")[0] as held:
        program.open_other(held.folder)
        tour.settle(program)
        view = program.window.centralWidget()
        assert isinstance(view, UnlockView)
        assert "already" in said(view)
        assert "Passphrase" not in said(view)


def test_a_folder_of_somebodys_own_files_never_becomes_the_sample(program: Program):
    theirs = program.register.parent / "sample"
    theirs.mkdir()
    (theirs / "notes.txt").write_text("mine")
    program.open_sample()
    tour.settle(program)
    assert program.register == theirs.with_name("sample-2")
    assert [one.name for one in theirs.iterdir()] == ["notes.txt"]


def test_a_disk_that_is_full_holds_nobody_in_these_records(program: Program, backup: Path, monkeypatch):
    def full(*_: object) -> Path:
        raise DiskFull(path="records")

    monkeypatch.setattr(Safekeeping, "backup_if_due", full)
    program.open_other(backup.parent.parent / "elsewhere" / "register")
    tour.settle(program)
    assert people(program) == ["Karwan Ahmed Omar"]
    assert "The disk is full" in asked(program).text()
