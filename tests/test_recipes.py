"""The recipes of ARCHITECTURE.md, each followed in a copy of the program: so many files, and all else follows."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

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


BEFORE_THE_LANGUAGE = """
import sys
from datetime import date
from pathlib import Path

from models import opening
from models.records import Programme, Training
from models.texts import Text

store, _ = opening.create(Path(sys.argv[1]) / "register")
with store.step("plan") as step:
    training = Training(id="t", programme_id="p", code="T", title=Text(en="First aid"), start=date(2015, 9, 13))
    step.put(Programme(id="p"), training)
store.close()
print("followed")
"""

WITH_THE_LANGUAGE = """
import sys
from pathlib import Path

import main
from PySide6.QtWidgets import QLineEdit

from jobs.papers.printing import print_paper
from models import opening
from models.fields import with_value
from resources.words import words_for
from ui.help.guide import source
from ui.looks import theme
from ui.preferences import Preferences
from ui.tour import main_view
from ui.window.program import Program

scratch = Path(sys.argv[1])
words = words_for("tr")
assert words.say("Trainings") == "Eğitimler", "the catalogue"
store = opening.open_register(scratch / "register")
with store.step("plan") as step:
    step.put(with_value(store.trainings.get("t"), "title_tr", "İlk yardım"))
assert dict(store.history("t")[-1].sets) == {"title_tr": "İlk yardım"}, "a field of its own"
training = store.trainings.get("t")
assert (words.of(training, "title"), words_for("en").of(training, "title")) == ("İlk yardım", "First aid")
print_paper(store, "t", "poster", scratch / "poster.pdf", words)
assert (scratch / "poster.pdf").read_bytes().startswith(b"%PDF")
store.close()

app = theme.application()
theme.load_fonts()
program = Program(app, Preferences(scratch / "sijil.ini"), scratch / "register", main.VERSION)
program.choose_language("tr")
seen = set()
for name, page in main_view(program):
    seen.add(name)
    if name == "plan":
        names = {editor.accessibleName() for editor in page.findChildren(QLineEdit)}
        assert "Title in Turkish" in names, names
    if {"trainings", "plan", "desk"} <= seen:
        break
else:
    raise AssertionError(seen)
assert source("tr", "start") == source("en", "start"), "the guide that there is"
program.close_register()
print("followed")
"""


def test_a_language_is_its_record_and_its_catalogue(copy: Path):
    """A register from before opens with it; what nobody translated yet is said in English."""
    assert "followed" in run(copy, BEFORE_THE_LANGUAGE)
    put(
        copy / "resources" / "words" / "languages.py",
        ")\nLANGUAGES: dict[str, Language] =",
        '    Language(code="tr", locale="tr_TR", tag="tr-TR", name="Türkçe", short="tr", in_it=N_("in Turkish")),\n',
    )
    catalogue = Catalog(locale="tr")
    catalogue.add("Trainings", "Eğitimler")
    folder = copy / "resources" / "translations" / "tr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "sijil.mo").open("wb") as file:
        write_mo(file, catalogue)
    assert "followed" in run(copy, WITH_THE_LANGUAGE)
