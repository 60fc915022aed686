"""The last backup at closing, and the second place that is not always there."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from models.errors import DiskFull
from models.records import Participant
from models.safekeeping import Safekeeping
from ui import tour
from ui.background import Cancelled
from ui.window.backups import back_up_if_due
from ui.window.program import Program


def write(program: Program) -> None:
    with program.workplace.store.step() as step:
        step.add(Participant(id="new", name_latin="Karwan Ahmed Omar"))


def close(program: Program) -> None:
    program.window.close()
    if program.store is not None:
        tour.settle(program)


def asked(program: Program) -> QMessageBox:
    (box,) = [one for one in program.window.findChildren(QMessageBox) if one.isVisible()]
    return box


def press(box: QMessageBox, text: str) -> None:
    next(one for one in box.findChildren(QPushButton) if one.text().replace("&", "") == text).click()


@pytest.fixture
def stick(program: Program, tmp_path: Path) -> Path:
    """A second place, with a backup."""
    place = tmp_path / "stick"
    place.mkdir()
    program.workplace.preferences.set("second_backups", str(place))
    program._open.backups._on_time()
    tour.settle(program)
    assert len(list(place.iterdir())) == 1
    return place


def test_with_both_places_there_it_closes_without_a_word(program: Program, stick: Path):
    write(program)
    close(program)
    assert program.store is None
    assert len(list(stick.iterdir())) == 2


def test_a_second_place_that_is_missing_is_told_at_closing_and_closing_goes_on_when_wanted(
    program: Program, stick: Path
):
    write(program)
    shutil.rmtree(stick)
    close(program)
    box = asked(program)
    assert str(stick) in box.text()
    assert program.store is not None, "it waits for the answer"
    press(box, "Close")
    assert program.store is None


def test_when_nothing_changed_since_the_last_backup_there_a_missing_stick_is_nobodys_concern(
    program: Program, stick: Path
):
    shutil.rmtree(stick)
    close(program)
    assert program.store is None


def test_what_is_missing_there_is_made_up_for_soon_and_nothing_else_is_made_so_often(program: Program, stick: Path):
    write(program)
    aside = stick.rename(stick.with_name("unplugged"))
    backups, own = program._open.backups, program.workplace.store.safekeeping
    backups._minutes = 30
    minute(program)
    before = len(own.backups)
    with program.workplace.store.step() as step:
        step.add(Participant(id="another", name_latin="Layla Hassan Ali"))
    for _ in range(3):
        minute(program)
    assert len(own.backups) == before, "a stick that is missing makes no backup each minute"
    aside.rename(stick)
    minute(program)
    assert len(list(stick.iterdir())) == 2
    assert len(own.backups) == before
    minute(program)
    assert len(list(stick.iterdir())) == 2


def minute(program: Program) -> None:
    program._open.backups._on_time()
    tour.settle(program)


def test_a_full_stick_and_a_full_disk_are_told_in_words(program: Program, stick: Path, monkeypatch):
    write(program)
    made = Safekeeping.backup

    def full(own: Safekeeping, folder: Path | None = None, *rest: object) -> Path:
        if folder == stick:
            raise DiskFull(path=str(stick))
        return made(own, folder, *rest)

    monkeypatch.setattr(Safekeeping, "backup", full)
    close(program)
    assert "The disk is full" in asked(program).text()
    press(asked(program), "Cancel")
    assert program.store is not None


def test_cancel_gives_the_last_backup_up_and_asks_whether_to_close(program: Program, monkeypatch):
    write(program)

    def given_up(*_: object) -> None:
        raise Cancelled

    monkeypatch.setattr("ui.window.backups.back_up_if_due", given_up)
    program.window.close()
    tour.settle(program)
    assert "No backup was made" in asked(program).text()
    press(asked(program), "Close")
    assert program.store is None


def test_with_a_full_disk_it_closes_all_the_same_when_wanted(program: Program, monkeypatch):
    write(program)

    def full(*_: object) -> Path:
        raise DiskFull(path="records")

    monkeypatch.setattr(Safekeeping, "backup", full)
    close(program)
    assert "The disk is full" in asked(program).text()
    press(asked(program), "Close")
    assert program.store is None
    assert not program.window.isVisible()


def test_where_no_second_place_is_wanted_one_backup_is_made(program: Program):
    made = back_up_if_due(None, program.workplace.store, lambda done, total: None)
    assert (made.any, made.missing) == (True, None)
    assert not back_up_if_due(None, program.workplace.store, lambda done, total: None).any
