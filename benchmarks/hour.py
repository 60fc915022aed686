"""A scripted hour of work over 100,000 people: how long the window keeps somebody waiting, and whether memory grows.

Every act of the script runs inside the event loop, where a heart beats every millisecond; the longest gap between
two beats while an act is done is its stall. Long work that shows progress runs beside the window and is not here.
"""

import os
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from benchmarks import Figure
from benchmarks.people import enrolled, fill_people
from models import opening
from models.ids import new_id
from models.records import Programme, Rule, Session, Training
from models.texts import Text

_ROOT = Path(__file__).resolve().parent.parent
_EXPECTED, _SESSIONS, _ROUNDS = 35, 8, 12

_SCRIPT = """
import resource, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from ui import tour
from ui.looks import theme
from ui.preferences import Preferences
from ui.window.program import Program
from ui.training.attendance.marks_grid import MarksGrid
from ui.window.where import Where
app = QApplication(["sijil"])
theme.load_fonts()
folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
preferences = Preferences(folder.parent / "sijil.ini")
preferences.set("tour", "seen")
program = Program(app, preferences, folder, "0")
program.window.show()
program.start()
tour.settle(program)
program.workplace.work_as("Maryam")
training = program.workplace.store.trainings.all()[0].id
shell = program.shell
names = ("karwan", "layla omar", "zainab", "rebin mus", "chnar az", "نسرین", "75")

def field(name):
    return next(one for one in shell.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())

def typed(name, text):
    for letter in text:
        yield "letter", lambda: field(name).insert(letter) or field(name).textEdited.emit(field(name).text())
    yield f"pause-after-{text}".replace(" ", "-"), lambda: None

def go(tab):
    return f"page-{tab}", lambda: shell.go(Where("trainings", training, tab))

def hour():
    for number in range(rounds):
        yield go("desk")
        for name in names:
            yield from typed("Who is here?", name)
            yield "clear", lambda: field("Who is here?").clear()
        yield from typed("Who is here?", f"newcomer number{number} of round")
        yield "choose", lambda: QTest.keyClick(field("Who is here?"), Qt.Key.Key_Down)
        yield "register", lambda: QTest.keyClick(field("Who is here?"), Qt.Key.Key_Return)
        yield "leave", lambda: QTest.keyClick(app.focusWidget() or shell, Qt.Key.Key_Escape)
        yield "undo", lambda: program.workplace.store.undo()
        yield go("attendance")
        grid = lambda: next(one for one in shell.findChildren(MarksGrid) if one.isVisible())
        yield "choose", lambda: grid().setCurrentIndex(grid().marks.index(0, number % 8))
        for key in "PLEAPPPPPP":
            yield "mark", lambda: QTest.keyClick(grid(), getattr(Qt.Key, f"Key_{key}"))
        for tab in ("participants", "plan", "scores", "documents", "certificates"):
            yield go(tab)
            yield f"pause-after-{tab}", lambda: None
        yield "page-people", lambda: shell.go(Where("people"))
        yield from typed("Find a person", "karwan ahmed")
        yield "page-settings", lambda: shell.go(Where("settings"))
        yield "page-trainings", lambda: shell.go(Where("trainings"))
        yield "finder", shell.finder.open
        yield from typed(shell.finder.accessibleName(), "layla")
        yield "clear", lambda: (shell.finder.clear(), shell.finder.completer().popup().hide())

acts = hour()
stalls, seen, memory = [], [0], []
last = [time.perf_counter()]
longest = [0.0]
current = [""]

def beat():
    now = time.perf_counter()
    longest[0] = max(longest[0], now - last[0])
    last[0] = now

def act():
    if current[0]:
        stalls.append((longest[0], current[0]))
    longest[0] = 0.0
    found = next(acts, None)
    if found is None:
        hour_loop.quit()
        return
    current[0] = found[0]
    driver.setInterval(150 if found[0].startswith("p") else 12)  # a page is looked at before the next
    if found[0].startswith("page"):
        pages = Path("/proc/self/statm")
        memory.append(int(pages.read_text().split()[1]) if pages.exists() else 0)
    found[1]()

hour_loop = QEventLoop()
heart = QTimer()
heart.timeout.connect(beat)
heart.start(1)
driver = QTimer()
driver.timeout.connect(act)
driver.start(12)
hour_loop.exec()
for seconds, name in stalls:
    print(f"{seconds} {name}")
quarter = len(memory) // 4
print(f"{max(memory[-quarter:]) / max(1, max(memory[quarter:2 * quarter]))} memory")
program.close_register()
"""


def _fill(folder: Path) -> None:
    training = Training(id=new_id(), programme_id="p", code="HOUR", title=Text(en="An hour"), start=date(2015, 9, 13))
    sessions = [
        Session(id=new_id(), training_id=training.id, day=date(2015, 9, 13) + timedelta(days=n // 2), start="09:00")
        for n in range(_SESSIONS)
    ]
    with opening.create(folder)[0] as store:
        people = fill_people(store)
        with store.step() as step:
            step.add(Programme(id="p", rules=(Rule("sessions", 6),)), training, *sessions)
            step.add(*(enrolled(one, training) for one in people[:_EXPECTED]))


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "register"
        _fill(folder)
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT), "QT_LOGGING_RULES": "*=false"}
        command = [sys.executable, "-c", _SCRIPT, str(folder), str(_ROUNDS)]
        written = subprocess.run(command, env=env, check=True, cwd=_ROOT, capture_output=True, text=True).stdout
    rows = [(float(number), name) for number, name in (line.split(" ") for line in written.splitlines())]
    memory = next(number for number, name in rows if name == "memory")
    stalls = sorted(number for number, name in rows if name != "memory")
    pages = sorted(number for number, name in rows if name.startswith("page"))
    return [
        Figure(
            f"{len(stalls)} acts over 100,000 people, p99 stall : 100 ms", stalls[int(len(stalls) * 0.99)] / 0.1, 1.0
        ),
        Figure("the longest stall of them : 100 ms", stalls[-1] / 0.1, 1.0),
        Figure("switching pages, median : 100 ms", pages[len(pages) // 2] / 0.1, 1.0),
        Figure("memory of the last quarter : of the second", memory, 1.05),
    ]
