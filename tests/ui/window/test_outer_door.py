"""Errors that nobody caught: told in words, or as a report without personal data; the log holds no names."""

import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit

from models.errors import DiskFull
from ui import tour
from ui.help import log
from ui.help.crash import CrashDialog
from ui.window.program import Program

SECRET_NAME = "Karwan Ahmed Omar"


@pytest.fixture
def guarded(program: Program, monkeypatch, tmp_path: Path) -> Program:
    log.start(tmp_path / "log")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program.guard()
    yield program
    for handler in list(log.logger.handlers):
        log.logger.removeHandler(handler)
        handler.close()


def fail_with(error: Exception) -> None:
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


@pytest.mark.parametrize(("language", "words"), [("en", "The disk is full"), ("ar", "القرص ممتلئ")])
def test_what_is_nobodys_fault_is_told_in_words(guarded: Program, language: str, words: str):
    guarded.choose_language(language)
    fail_with(DiskFull(path="list.pdf"))
    tour.settle(guarded)
    (box,) = [one for one in guarded.window.findChildren(QMessageBox) if one.isVisible()]
    assert words in box.text()
    box.close()


def test_a_fault_of_ours_gives_a_report_without_names(guarded: Program, tmp_path: Path):
    name = SECRET_NAME
    fail_with(ValueError(f"no such person: {name}"))
    tour.settle(guarded)
    (dialog,) = [one for one in guarded.window.findChildren(CrashDialog) if one.isVisible()]
    dialog.copy()
    report = QGuiApplication.clipboard().text()
    assert report == dialog.findChild(QPlainTextEdit).toPlainText()
    assert "ValueError" in report
    assert "tests/ui/window/test_outer_door.py" in report
    assert "1.2.3" in report
    logged = (tmp_path / "log" / "sijil.log").read_text(encoding="utf-8")
    for text in (report, logged):
        assert SECRET_NAME not in text
        assert str(Path.home()) not in text
    dialog.close()


def test_a_fault_in_a_thread_is_told_in_the_window(guarded: Program):
    thread = threading.Thread(target=lambda: fail_with(KeyError("x")))
    thread.start()
    thread.join()
    tour.settle(guarded)
    (dialog,) = [one for one in guarded.window.findChildren(CrashDialog) if one.isVisible()]
    dialog.close()


def test_a_fault_in_a_task_reaches_the_outer_door(guarded: Program, qtbot):
    def fail(store, progress):
        raise KeyError

    with qtbot.captureExceptions() as problems:
        guarded.workplace.background.run(guarded, fail, print)
        tour.settle(guarded)
    assert [kind for kind, _, _ in problems] == [KeyError]


def test_a_days_work_leaves_no_names_in_the_log(guarded: Program, tmp_path: Path):
    for _ in tour.main_view(guarded):
        pass
    logged = (
        (tmp_path / "log" / "sijil.log").read_text(encoding="utf-8")
        if (tmp_path / "log" / "sijil.log").exists()
        else ""
    )
    for person in guarded.workplace.store.participants.all():
        for name in filter(None, (person.name_latin, person.name_arabic)):
            assert name not in logged


def test_the_log_stays_small(guarded: Program, tmp_path: Path):
    (handler,) = log.logger.handlers
    assert isinstance(handler, RotatingFileHandler)
    for number in range(20_000):
        log.logger.info("line %s of no importance whatsoever, repeated until the file is turned over", number)
    sizes = [path.stat().st_size for path in (tmp_path / "log").iterdir()]
    assert len(sizes) <= 4
    assert max(sizes) <= 256 << 10


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    log.start(tmp_path / "file" / "log")
    log.logger.info("nothing happens")
