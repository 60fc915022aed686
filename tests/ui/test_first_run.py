"""The first run and records that do not open at once."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from models import opening
from models.storage.folder import exists
from tests.conftest import SAMPLE
from ui import tour
from ui.opening.unlock import UnlockView
from ui.opening.welcome import WelcomeView
from ui.window.program import Program
from ui.window.shell import Shell


def button(page: QWidget, text: str) -> QPushButton:
    return next(
        one
        for one in page.findChildren(QPushButton)
        if one.isVisible() and (one.accessibleName() == text or one.text() == text)
    )


def click(page: QWidget, text: str) -> None:
    QTest.mouseClick(button(page, text), Qt.MouseButton.LeftButton)
    QApplication.processEvents()  # what fills the window is shown when its layout is made


def field(page: QWidget, name: str) -> QLineEdit:
    return next(
        one for one in page.findChildren(QLineEdit) if one.isVisible() and one.accessibleName().startswith(name)
    )


def said(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_the_sample_training_is_one_click_away(empty_program: Program):
    click(empty_program.window, "Look around")
    tour.settle(empty_program)
    store = empty_program.workplace.store
    assert store.folder.name == "sample"
    assert len(store.enrolments.all()) == 40
    assert isinstance(empty_program.window.centralWidget(), Shell)
    assert store.undoable.action == ""
    assert "35" in said(empty_program.window)


def test_new_records_want_the_passphrase_twice(empty_program: Program):
    window = empty_program.window
    click(window, "Start new training records")
    field(window, "Name of your").setText("Hope")
    field(window, "Passphrase").setText("short")
    click(window, "Start")
    assert "Please type at least 8 characters." in said(window)
    field(window, "Passphrase").setText("correct horse")
    field(window, "The passphrase again").setText("correct house")
    click(window, "Start")
    assert "The two are not the same" in said(window)
    assert not exists(empty_program.register)


@pytest.fixture
def closed(empty_program: Program) -> tuple[Program, str]:
    """New records with a passphrase, and their recovery code."""
    window = empty_program.window
    click(window, "Start new training records")
    field(window, "Name of your").setText("Hope")
    field(window, "Passphrase").setText("correct horse")
    field(window, "The passphrase again").setText("correct horse")
    click(window, "Start")
    code = next(one.text() for one in window.findChildren(QLabel) if one.property("role") == "code")
    return empty_program, code


def test_the_recovery_code_is_kept_before_work_begins(closed, tmp_path: Path, monkeypatch, opened_files):
    program, code = closed
    window = program.window
    assert not button(window, "Continue").isEnabled()
    target = tmp_path / "code.pdf"
    monkeypatch.setattr(program.messages, "file_to_write", lambda *_: target)
    click(window, "Save as PDF to print…")
    assert opened_files == [str(target)]
    import pypdfium2

    text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
    assert code in text.replace("\r\n", "")
    kept = next(one for one in window.findChildren(QCheckBox) if one.text().startswith("I have printed"))
    kept.click()
    click(window, "Continue")
    assert isinstance(window.centralWidget(), Shell)
    assert program.workplace.store.issuers.all()[0].name["en"] == "Hope"
    assert program.workplace.store.safekeeping.has_passphrase


@pytest.mark.parametrize("with_code", [False, True])
def test_closed_records_open_with_passphrase_or_code_only(closed, with_code: bool):
    program, code = closed
    window = program.window
    next(one for one in window.findChildren(QCheckBox) if one.text().startswith("I have printed")).click()
    click(window, "Continue")
    program.close_register()
    program.start()
    tour.settle(program)
    assert isinstance(window.centralWidget(), UnlockView)
    secret = field(window, "Passphrase or recovery code")
    for wrong in ("", "wrong horse"):
        secret.setText(wrong)
        click(window, "Open")
        assert "neither the passphrase nor the recovery code" in said(window)
    secret.setText(code.lower() if with_code else "correct horse")
    QTest.keyClick(secret, Qt.Key.Key_Return)
    assert isinstance(window.centralWidget(), Shell)


def test_records_without_passphrase_say_so(empty_program: Program):
    window = empty_program.window
    click(window, "Start new training records")
    click(window, "Without a passphrase")
    assert button(window, "No passphrase").isVisible()


def test_a_training_file_starts_the_records(empty_program: Program, monkeypatch):
    monkeypatch.setattr(empty_program.messages, "file_to_open", lambda *_: SAMPLE / "training.json")
    click(empty_program.window, "I have a training file")
    click(empty_program.window, "Without a passphrase")
    assert [one.code for one in empty_program.workplace.store.trainings.all()] == ["ERB-2015-09"]


def test_a_wrong_training_file_leaves_no_records(empty_program: Program, tmp_path: Path, monkeypatch, qtbot):
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps({"training": {}}), encoding="utf-8")
    monkeypatch.setattr(empty_program.messages, "file_to_open", lambda *_: wrong)
    click(empty_program.window, "I have a training file")
    with qtbot.captureExceptions() as problems:
        click(empty_program.window, "Without a passphrase")
    assert [kind.__name__ for kind, _, _ in problems] == ["TrainingFileInvalid"]
    assert not exists(empty_program.register)
    assert isinstance(empty_program.window.centralWidget(), WelcomeView)


def test_damaged_records_are_told_and_a_backup_opens_beside_them(empty_program: Program, tmp_path: Path, monkeypatch):
    folder = empty_program.register
    with opening.create(folder)[0] as made:
        backup = made.safekeeping.backup(tmp_path / "usb")
    (folder / "register.db").write_bytes(b"not a database at all" * 400)
    for name in ("register.db-wal", "register.db-shm"):
        (folder / name).unlink(missing_ok=True)
    empty_program.start()
    tour.settle(empty_program)
    window = empty_program.window
    assert "cannot be read" in said(window)
    monkeypatch.setattr(empty_program.messages, "file_to_open", lambda *_: backup)
    click(window, "Restore a backup…")
    tour.settle(empty_program)
    assert empty_program.workplace.store.folder.name == "register-2"
    assert (folder / "register.db").read_bytes().startswith(b"not a database")


def test_records_open_elsewhere_are_told_and_open_when_free(empty_program: Program, tmp_path: Path):
    made, _ = opening.create(empty_program.register)
    empty_program.start()
    tour.settle(empty_program)
    window = empty_program.window
    assert isinstance(window.centralWidget(), UnlockView)
    assert "are open already" in said(window)
    made.close()
    click(window, "Try again")
    assert isinstance(window.centralWidget(), Shell)


def test_the_language_of_the_first_page_changes_at_once(empty_program: Program):
    click(empty_program.window, "کوردی")
    assert "بەخێربێیت" in said(empty_program.window)
    assert empty_program.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
