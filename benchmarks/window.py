"""From the start of the process to the first painted page, against a bare PySide6 window."""

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import Figure, interleaved
from jobs import demo
from models import store as stores

_ROUNDS = 9
_ROOT = Path(__file__).resolve().parent.parent

# Ends the process when the window's content has been painted and something in it has the focus.
_WATCH = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and QApplication.focusWidget() is not None:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
watch = Watch()
"""
_BARE = f"""{_WATCH}
from PySide6.QtWidgets import QLineEdit, QMainWindow
app = QApplication(sys.argv)
app.installEventFilter(watch)
window = QMainWindow()
field = QLineEdit()
window.setCentralWidget(field)
field.setFocus()
window.show()
app.exec()
"""
_OURS = f"""{_WATCH}
from pathlib import Path
from ui import app, program
start = program.Program.start
def watched_start(self):
    start(self)
    QApplication.instance().installEventFilter(watch)
program.Program.start = watched_start
app.open_window(Path(sys.argv[1]), Path(sys.argv[1]), "en", "0")
"""


def _run(script: str, folder: Path) -> None:
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"), str(folder))
    quiet = {"QT_LOGGING_RULES": "*=false"}
    env = os.environ | homes | quiet | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    subprocess.run([sys.executable, "-c", script, str(folder / "register")], env=env, check=True, cwd=_ROOT)


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as scratch:
        empty, filled = Path(scratch) / "empty", Path(scratch) / "filled"
        empty.mkdir()
        filled.mkdir()
        with stores.create(filled / "register")[0] as opened:
            demo.first_look(opened, lambda done, total: None)
        bare = partial(_run, _BARE, empty)
        first, listed = partial(_run, _OURS, empty), partial(_run, _OURS, filled)
        for warm_up in (bare, first, listed):
            warm_up()
        return [
            Figure("first page painted, field focused : bare PySide6 window", interleaved(first, bare, _ROUNDS), 1.5),
            Figure("list of trainings painted : bare PySide6 window", interleaved(listed, bare, _ROUNDS), 3.0),
        ]
