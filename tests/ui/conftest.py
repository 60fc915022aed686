"""A program over records of its own, as somebody would meet it; nothing of this machine's user is touched."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from jobs.lists.importing import import_list
from jobs.trainings.training_file import add_training
from models import opening
from models.records import Training
from tests.conftest import LISTS, SAMPLE
from ui import tour
from ui.looks import theme
from ui.preferences import Preferences
from ui.training.attendance.page import AttendancePage
from ui.training.certificates.page import CertificatesPage
from ui.training.desk.page import DeskPage
from ui.training.documents.page import DocumentsPage
from ui.training.participants.page import ParticipantsPage
from ui.training.plan.page import PlanPage
from ui.training.results.page import ScoresPage
from ui.window.program import Program
from ui.window.where import Where

PAGES = {
    "plan": PlanPage,
    "participants": ParticipantsPage,
    "desk": DeskPage,
    "attendance": AttendancePage,
    "certificates": CertificatesPage,
    "documents": DocumentsPage,
    "scores": ScoresPage,
}


@pytest.fixture(autouse=True)
def opened_files(monkeypatch) -> list[str]:
    """No viewer is started; what would have been opened is listed."""
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toLocalFile()))
    return found


@pytest.fixture(scope="session")
def letters(qapp: QApplication) -> None:
    """The window's fonts, once."""
    theme.load_fonts()


@pytest.fixture
def empty_program(qapp: QApplication, letters: None, qtbot, tmp_path: Path) -> Iterator[Program]:
    """Started where there are no records yet."""
    preferences = Preferences(tmp_path / "sijil.ini")
    preferences.set("tour", "seen")
    preferences.set("language", "en")
    preferences.set("appearance", "light")
    program = Program(qapp, preferences, tmp_path / "records" / "register", "1.2.3")
    program.start()
    program.window.show()
    qtbot.waitExposed(program.window)
    yield program
    program.close_register()
    program.window.may_close = True
    program.window.close()
    program.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setLayoutDirection(qapp.layoutDirection().LeftToRight)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with the sample training and its 37 nominees, of whom nobody has come; copied for each test."""
    folder = tmp_path_factory.mktemp("prepared") / "register"
    with opening.create(folder)[0] as made:
        training = add_training(made, SAMPLE / "training.json")
        for name in LISTS:
            import_list(made, SAMPLE / name, training.id, accept_likely=True)
    return folder


@pytest.fixture
def program(empty_program: Program, prepared: Path, tmp_path: Path) -> Program:
    """The window over the prepared register."""
    shutil.copytree(prepared, tmp_path / "records" / "register")
    empty_program.start()
    tour.settle(empty_program)
    return empty_program


@pytest.fixture
def training_here(program: Program) -> Training:
    return program.workplace.store.trainings.all()[0]


@pytest.fixture
def open_tab(program: Program, training_here: Training):
    """Opens a tab of the training and gives its page."""

    def open_it(name: str):
        program.shell.go(Where("trainings", training_here.id, name))
        tour.settle(program)
        (page,) = [page for page in program.shell.findChildren(PAGES[name]) if page.isVisible()]
        return page

    return open_it
