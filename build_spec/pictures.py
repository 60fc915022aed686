"""Screenshots of every page, in three languages, light and dark: ``tasks.py pictures [FOLDER]``.

Drives the real window over the sample training, in a folder of its own.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from main import VERSION
from resources.words import LANGUAGES
from ui import theme, tour
from ui.preferences import Preferences
from ui.program import Program
from ui.training.desk import DeskPage

APPEARANCES = ("light", "dark")
_SIZE = (1180, 720)
_PREVIEW_STARTS = 200  # milliseconds
_TYPED = {"en": "ah", "ar": "اح", "ckb": "اح"}


class Camera:
    """Takes pictures of one program, one after the other."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self.taken = 0

    def take(self, pages: Iterable[tuple[str, QWidget]], prefix: str) -> None:
        for name, page in pages:
            if name == "desk":
                _type_at_desk(self._program)
            loop = QEventLoop()
            QTimer.singleShot(_PREVIEW_STARTS, loop.quit)
            loop.exec()
            tour.settle(self._program)
            page.grab().save(str(self._folder / f"{prefix}-{name}.png"))
            self.taken += 1


def _type_at_desk(program: Program) -> None:
    for desk in program.shell.findChildren(DeskPage):
        if desk.isVisible():
            desk.type_text(_TYPED[program.words.language])


def take_all(folder: Path) -> int:
    """How many pictures were taken."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.load_fonts()
    with tempfile.TemporaryDirectory() as scratch:
        preferences = Preferences(Path(scratch) / "sijil.ini")
        preferences.set("appearance", "light")
        preferences.set("who", "Maryam")
        program = Program(app, preferences, Path(scratch) / "none", VERSION)
        program.window.resize(*_SIZE)
        program.window.show()
        camera = Camera(program, folder)
        for language in LANGUAGES:
            program.choose_language(language)
            camera.take(tour.first_run(program), f"{language}-light")
        program.open_sample()
        tour.settle(program)
        for appearance in APPEARANCES:
            program.choose_appearance(appearance)
            for language in LANGUAGES:
                program.choose_language(language)
                camera.take(tour.main_view(program), f"{language}-{appearance}")
        program.close_register()
        program.window.may_close = True
        program.window.close()
    return camera.taken


if __name__ == "__main__":
    count = take_all(Path(sys.argv[1]))
    print(f"{count} pictures in {sys.argv[1]}")
