"""The recipes of ARCHITECTURE.md, each followed in a copy of the program: so many files, and all else follows."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "documents", "exchange", "jobs", "ui", "commands", "resources", "docs/guide")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    for name in PACKAGES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "main.py", folder)
    return folder


def put(path: Path, before: str, new: str) -> None:
    """A line above another one."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, before
    path.write_text(text.replace(before, new + before), encoding="utf-8")


def run(folder: Path, script: str) -> str:
    env = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    found = subprocess.run(
        [sys.executable, "-c", script, str(folder.parent)],
        cwd=folder, env=env, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    return found.stdout


ADDED_FIELD = """
import sys
from datetime import date
from pathlib import Path

import main
from jobs.lists.exporting import export
from jobs.lists.importing import import_list
from jobs.people import erasing
from jobs.people.joining import compared
from jobs.people.on_file import content_about
from models import opening
from models.content import Facts
from models.fields import fields_of
from models.records import Participant, Programme, Training
from models.training import roster
from resources.words import words_for

scratch = Path(sys.argv[1])
store, _ = opening.create(scratch / "register")
with store.step("plan") as step:
    step.put(Programme(id="p"), Training(id="t", programme_id="p", code="T"))

(scratch / "list.csv").write_text("Name,Phone,Badge colour\\nDara Kamal Omar,0750 123 4567,blue\\n", encoding="utf-8")
import_list(store, scratch / "list.csv", "t")
(one,) = store.participants.all()
assert one.badge_colour == "blue", "import"

words = words_for("en")
export(store, roster.load(store, "t"), scratch / "table.csv", words)
table = (scratch / "table.csv").read_text(encoding="utf-8-sig")
assert "Badge colour" in table and "blue" in table, "table"

facts = next(part for part in content_about(store, one.id, words).parts if isinstance(part, Facts))
assert ("Badge colour", "blue") in facts.rows, "the paper about a person"

assert "badge_colour" in {row.field for row in compared(one, one)}, "comparison"

from ui.looks import theme
from ui.people.card import PersonCard
from ui.preferences import Preferences
from ui.window.program import Program

app = theme.application()
theme.load_fonts()
store.close()
program = Program(app, Preferences(scratch / "sijil.ini"), scratch / "register", main.VERSION)
program.start()
card = PersonCard(program.workplace)
store = program.workplace.store
card.show_person(store.participants.get(one.id))
editor = card._person.editor("badge_colour")
assert (editor.text(), editor.accessibleName()) == ("blue", "Badge colour"), "form"
editor.setText("green")
editor.setModified(True)
card.commit()
assert store.participants.get(one.id).badge_colour == "green", "saving"

erasing.erase(store, erasing.note_request(store, one.id, date(2015, 9, 16)), date(2015, 9, 16))
assert store.participants.get(one.id).badge_colour == "", "erasure"
program.close_register()
print("followed")
"""


def test_a_field_of_a_person_is_its_record_and_its_word(copy: Path):
    put(
        copy / "models" / "records" / "participants.py",
        "    name_language: NameLanguage",
        '    badge_colour: str = declared("", use=_SAID)\n',
    )
    put(
        copy / "resources" / "words" / "fields.py",
        '        "name_language": N_("Language of the name"),',
        '        "badge_colour": N_("Badge colour"),\n',
    )
    assert "followed" in run(copy, ADDED_FIELD)
