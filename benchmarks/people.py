"""The window with many people: a list of 100,000, letters typed at the desk, a mark in a grid of 2,000 × 40."""

import os
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from benchmarks import Figure
from models import opening
from models.ids import new_id
from models.records import AttendanceMark, Enrolment, Participant, Programme, Rule, Session, Training
from models.records.codes import EnrolmentState, MarkState
from models.records.enrolments import enrolment_id, mark_id
from models.store import Store
from models.texts import Text

_ROOT = Path(__file__).resolve().parent.parent
_PEOPLE, _EXPECTED, _SESSIONS = 100_000, 2_000, 40
_FIRST = ("Karwan", "Layla", "Hiwa", "Ahmed", "Sara", "Omar", "Zainab", "Rebin", "Chnar", "Mustafa", "Nasrin", "Azad")

# Everybody on file in Qt's own model, from the register to the first picture: seconds and KiB.
_STANDARD = """
import resource, sys, time
from pathlib import Path
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView
from models.opening import open_register
app = QApplication([])
store = open_register(Path(sys.argv[1]))
view = QTableView()
view.resize(900, 600)
view.show()
app.processEvents()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
model = QStandardItemModel()
for row in store.connection.execute("SELECT name_latin, name_arabic, phone, email FROM participants"):
    model.appendRow([QStandardItem(text) for text in row])
view.setModel(model)
view.grab()
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""

_WINDOW = """
import resource, sys, time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from ui import tour
from ui.looks import theme
from ui.preferences import Preferences
from ui.window.program import Program
from ui.training.attendance.marks_grid import MarksGrid
from ui.window.where import Where
app = QApplication(["sijil"])
theme.load_fonts()
folder = Path(sys.argv[2])
program = Program(app, Preferences(folder.parent / "sijil.ini"), folder, "0")
program.window.show()
program.start()
tour.settle(program)
training = program.workplace.store.trainings.all()[0].id
program.shell.go(Where("trainings", training, sys.argv[1]))
tour.settle(program)
def timed(act):
    started = time.perf_counter()
    act()
    app.processEvents()
    return time.perf_counter() - started
"""
# The same in our list: those on file last, the rest by typing.
_LISTED = """
import resource, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from jobs.people.directory import newest
from models.opening import open_register
from resources.words import words_for
from ui.people.section import MOST, people_columns
from ui.widgets.record_list import RecordList
app = QApplication([])
store = open_register(Path(sys.argv[1]))
view = RecordList(people_columns(words_for("en")), "People", lambda one: one.participant.id, "en")
view.resize(900, 600)
view.show()
app.processEvents()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
view.show_rows(newest(store, MOST))
view.grab()
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
_SHOWING = f"""{_WINDOW}
import ui.people.section
print(timed(lambda: program.shell.go(Where("people"))))
program.close_register()
"""
_TYPING = f"""{_WINDOW}
field = next(one for one in program.shell.findChildren(QLineEdit) if one.accessibleName() == "Who is here?")
field.setFocus()
for name in ("karwan ah", "layla omar", "zainab", "rebin mus", "omar sara hiwa", "chnar az", "nasrin l", "75"):
    for letter in name:
        print(timed(lambda: QTest.keyClicks(field, letter)))
    field.clear()
    app.processEvents()
program.close_register()
"""
_MARKING = f"""{_WINDOW}
grid = program.shell.findChild(MarksGrid)
grid.setCurrentIndex(grid.marks.index(0, 0))
for _ in range(40):
    print(timed(lambda: QTest.keyClick(grid, Qt.Key.Key_P)))
program.close_register()
"""


def _run(script: str, *arguments: str) -> list[list[float]]:
    """What a script prints, line by line, as numbers."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT), "QT_LOGGING_RULES": "*=false"}
    command = [sys.executable, "-c", script, *arguments]
    found = subprocess.run(command, env=env, check=True, cwd=_ROOT, capture_output=True, text=True).stdout
    return [[float(number) for number in line.split()] for line in found.splitlines()]


def fill_people(store: Store) -> list[Participant]:
    """100,000 people on file."""
    people = [person(number) for number in range(_PEOPLE)]
    for begin in range(0, _PEOPLE, 10_000):
        with store.step() as step:
            step.add(*people[begin : begin + 10_000])
    return people


def _fill(store: Store) -> None:
    """Of the 100,000, 2,000 are expected in a training of 40 sessions and marked in half of them."""
    training = Training(id=new_id(), programme_id="p", code="LARGE", title=Text(en="Large"), start=date(2015, 9, 13))
    sessions = [
        Session(id=new_id(), training_id=training.id, day=date(2015, 9, 13) + timedelta(days=n // 2), start="09:00")
        for n in range(_SESSIONS)
    ]
    with store.step() as step:
        step.add(Programme(id="p", rules=(Rule("sessions", 30),)), training, *sessions)
    people = fill_people(store)
    with store.step() as step:
        for person in people[:: _PEOPLE // _EXPECTED]:
            own = enrolled(person, training)
            step.add(own, *(_mark(own, session) for session in sessions[::2]))


def person(number: int) -> Participant:
    parts = [_FIRST[number // step % len(_FIRST)] for step in (1, 12, 144)]
    return Participant(id=new_id(), name_latin=f"{' '.join(parts)} {number}", phone=f"+96475{number:08}")


def enrolled(person: Participant, training: Training) -> Enrolment:
    own_id = enrolment_id(person.id, training.id)
    return Enrolment(id=own_id, participant_id=person.id, training_id=training.id, state=EnrolmentState.CONFIRMED)


def _mark(own: Enrolment, session: Session) -> AttendanceMark:
    own_id = mark_id(own.id, session.id)
    return AttendanceMark(id=own_id, enrolment_id=own.id, session_id=session.id, state=MarkState.LATE)


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "register"
        with opening.create(folder)[0] as store:
            _fill(store)
        (page,) = _run(_SHOWING, "plan", str(folder))[0]
        (ours, lean), (peer, fat) = _run(_LISTED, str(folder))[0], _run(_STANDARD, str(folder))[0]
        typing = sorted(row[0] for row in _run(_TYPING, "desk", str(folder)))
        marking = [row[0] for row in _run(_MARKING, "attendance", str(folder))]
    return [
        Figure("people page with 100,000 on file, first time : 100 ms", page / 0.1, 1.0),
        Figure("its list : a 30th of QStandardItemModel", ours / (peer / 30), 1.0),
        Figure("its memory : a 14th of QStandardItemModel's", max(lean, 1.0) / (fat / 14), 1.0),
        Figure("letter typed at the desk, 100,000 people, p99 : 30 ms", typing[int(len(typing) * 0.99)] / 0.03, 1.0),
        Figure("a mark among 2,000 × 40 : 16 ms", statistics.median(marking) / 0.016, 1.0),
    ]
