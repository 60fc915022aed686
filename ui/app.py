"""Opens the window: one application, its fonts, its log, its program."""

import sys
from pathlib import Path

import platformdirs
from PySide6.QtCore import QTimer

from ui.help import log
from ui.looks import theme
from ui.preferences import Preferences
from ui.window.program import Program


def open_window(register: Path | None, default_register: Path, language: str, version: str) -> int:
    """Until the window is closed; the exit code.

    :param register: the folder asked for; None opens the one opened last
    :param language: the language asked for, or empty
    """
    app = theme.application(sys.argv[0])
    app.setApplicationName("Sijil")
    app.setApplicationVersion(version)
    theme.load_fonts()
    preferences = Preferences(Path(platformdirs.user_config_dir("Sijil", appauthor=False)) / "sijil.ini")
    if language:
        preferences.set("language", language)
    last = preferences.get("register")
    program = Program(app, preferences, register or (Path(last) if last else default_register), version)
    program.guard()
    program.window.restoreGeometry(preferences.geometry)
    program.start()
    program.window.show()
    QTimer.singleShot(0, lambda: _start_log(version))  # nobody waits for it
    return app.exec()


def _start_log(version: str) -> None:
    log.start(Path(platformdirs.user_log_dir("Sijil", appauthor=False)))
    log.logger.info("started: version %s", version)
