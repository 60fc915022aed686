"""From the start of the process to the first painted page, against a bare PySide6 window."""

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import Figure, interleaved
from jobs import demo
from models import opening

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
from ui import app
from ui.window import program
start = program.Program.start
def watched_start(self):
    start(self)
    QApplication.instance().installEventFilter(watch)
program.Program.start = watched_start
app.open_window(Path(sys.argv[1]), Path(sys.argv[1]), "en", "0")
"""
# From choosing a person on the certificates page to the picture of the certificate: the first, and the middle of ten.
_PREVIEWS = """
import statistics, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from ui import tour
from ui.looks import theme
from ui.preferences import Preferences
from ui.widgets.preview import Preview
from ui.window.program import Program
from ui.training.certificates.page import CertificatesPage
from ui.window.where import Where
app = QApplication(["sijil"])
theme.load_fonts()
folder = Path(sys.argv[1])
program = Program(app, Preferences(folder.parent / "sijil.ini"), folder, "0")
program.window.show()
program.start()
tour.settle(program)
shown = []
show_page = Preview.show_page
def watched(self, image):
    show_page(self, image)
    shown.append(time.perf_counter())
Preview.show_page = watched
def until_shown(begin):
    shown.clear()
    started = time.perf_counter()
    begin()
    while not shown:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return shown[0] - started
training = program.workplace.store.trainings.all()[0].id
print(until_shown(lambda: program.shell.go(Where("trainings", training, "certificates"))))
page = program.shell.findChild(CertificatesPage)
later = [until_shown(lambda: page.findChild(Preview) and page._table.choose_place(place)) for place in range(1, 11)]
print(statistics.median(later))
program.close_register()
"""


def _preview_times(folder: Path) -> tuple[float, float]:
    """Seconds: when the page is opened in a fresh process, and after that."""
    first, later = _run(_PREVIEWS, folder).split()
    return float(first), float(later)


def _run(script: str, folder: Path) -> str:
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"), str(folder))
    quiet = {"QT_LOGGING_RULES": "*=false"}
    env = os.environ | homes | quiet | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    command = [sys.executable, "-c", script, str(folder / "register")]
    return subprocess.run(command, env=env, check=True, cwd=_ROOT, capture_output=True, text=True).stdout


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as scratch:
        empty, filled = Path(scratch) / "empty", Path(scratch) / "filled"
        empty.mkdir()
        filled.mkdir()
        with opening.create(filled / "register")[0] as opened:
            demo.first_look(opened, lambda done, total: None)
        bare = partial(_run, _BARE, empty)
        first, listed = partial(_run, _OURS, empty), partial(_run, _OURS, filled)
        for warm_up in (bare, first, listed):
            warm_up()
        opened_in, later = _preview_times(filled)
        return [
            Figure("first page painted, field focused : bare PySide6 window", interleaved(first, bare, _ROUNDS), 1.5),
            Figure("list of trainings painted : bare PySide6 window", interleaved(listed, bare, _ROUNDS), 3.0),
            Figure("certificates page opened, preview shown : 500 ms", opened_in / 0.5, 1.0),
            Figure("another certificate chosen, preview shown : 150 ms", later / 0.15, 1.0),
        ]
