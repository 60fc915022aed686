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
    step.add(Programme(id="p"), Training(id="t", programme_id="p", code="T"))

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
    step.add(Programme(id="p"), training)
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
from models.records import Training
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
    step.change(Training, "t", {"title_tr": "İlk yardım"})
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


def test_a_rule_is_one_entry(copy: Path):
    put(
        copy / "models" / "training" / "rules.py",
        '    "score": RuleKind(\n',
        '    "punctual": RuleKind(\n'
        "        measure=_sessions(MarkState.PRESENT),\n"
        '        label=N_("Sessions on time"),\n'
        '        sentence=N_("On time in {needed} of {total} sessions."),\n'
        '        standing=N_("On time: {reached} of {total}; the rule asks for {needed}."),\n'
        "    ),\n",
    )
    assert "followed" in run(copy, WITH_THE_RULE)


WITH_THE_RULE = """
import sys
from pathlib import Path

import main
from jobs.certificates.verdict_words import rule_words
from jobs.demo import run
from models import opening
from models.records import Programme, Rule
from models.training import roster
from resources.words import words_for
from ui.looks import theme
from ui.preferences import Preferences
from ui.training.plan.rule_form import rule_form
from ui.window.program import Program

scratch = Path(sys.argv[1])
summary = run(scratch / "demo", lambda text: None)
store = opening.open_register(scratch / "demo" / "register")
(programme,) = store.programmes.all()
(training,) = store.trainings.all()
people = roster.load(store, training.id).participants
punctual = {one.participant.id for one in people if list(one.marks.values()).count("present") >= 7}
earned = {one.participant.id for one in people if one.verdict.earned}
assert punctual & earned and earned - punctual, "the rule makes a difference"
with store.step("plan") as step:
    step.change(Programme, programme.id, {"rules": (*programme.rules, Rule("punctual", 7))})
found = roster.load(store, training.id)
assert {one.participant.id for one in found.participants if one.verdict.earned} == earned & punctual, "judged"
assert "On time in 7 of 8 sessions." in rule_words(found, words_for("en")), "told"
store.close()
app = theme.application()
theme.load_fonts()
program = Program(app, Preferences(scratch / "sijil.ini"), scratch / "demo" / "register", main.VERSION)
program.start()
assert rule_form(program.workplace).editor("punctual").accessibleName() == "Sessions on time", "form"
program.close_register()
print("followed")
"""


DOCUMENT = '''"""Who needs a lift home."""

from documents import listing
from documents.grid import Column, Row
from documents.listing import Listing
from jobs.papers.kinds import Made, Material, NoOptions
from models.paper import Orientation


def make_lifts(material: Material, options: NoOptions) -> Made:
    rows = tuple(Row((material.name(one),)) for one in material.found.participants)
    made = Listing(
        title=material.words.say("Lifts"),
        training=material.title,
        columns=(Column(material.words.say("Name"), 120.0),),
        rows=rows,
        size=material.size(Orientation.PORTRAIT),
    )
    return Made(draw=lambda stream, progress: listing.render(stream, made, material.words, progress))
'''

WITH_THE_DOCUMENT = """
import sys
from pathlib import Path

from click.testing import CliRunner

import main
from jobs.demo import run
from models import opening
from ui.looks import theme
from ui.preferences import Preferences
from ui.training.documents.page import DocumentsPage
from ui.window.program import Program
from ui.window.where import Where
from ui.tour import settle

scratch = Path(sys.argv[1])
run(scratch / "demo", lambda text: None)
register = scratch / "demo" / "register"
runner = CliRunner()
made = runner.invoke(main.cli, ["--register", str(register), "papers"])
assert "lifts" in made.output, made.output
output = scratch / "lifts.pdf"
made = runner.invoke(main.cli, ["--register", str(register), "paper", "ERB-2015-09", "lifts", "-o", str(output)])
assert output.read_bytes().startswith(b"%PDF"), (made.output, made.exception)
app = theme.application()
theme.load_fonts()
program = Program(app, Preferences(scratch / "sijil.ini"), register, main.VERSION)
program.start()
program.shell.go(Where("trainings", program.workplace.store.trainings.all()[0].id, "documents"))
settle(program)
(page,) = program.window.findChildren(DocumentsPage)
assert "Lifts" in [page.list.item(place).text() for place in range(page.list.count())], "window"
assert "Lifts" in [goal.text for goal in program.shell.goals()], "finder"
program.close_register()
print("followed")
"""


def test_a_document_is_its_module_and_a_line_of_the_registry(copy: Path):
    (copy / "jobs" / "papers" / "lifts.py").write_text(DOCUMENT, encoding="utf-8")
    registry = copy / "jobs" / "papers" / "registry.py"
    put(registry, "from jobs.papers.lists import (\n", "from jobs.papers.lifts import make_lifts\n")
    put(registry, ")\nBY_KEY =", '    PaperKind(key="lifts", label=N_("Lifts"), options=NoOptions, make=make_lifts),\n')
    assert "followed" in run(copy, WITH_THE_DOCUMENT)


PAGE = '''"""Rooms: who sleeps where."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from resources.words import N_
from ui.training.tab import TrainingTab
from ui.widgets import parts
from ui.workplace import Workplace


class RoomsPage(TrainingTab):
    TITLE: ClassVar[str] = N_("Rooms")
    KINDS: ClassVar[frozenset[str]] = frozenset({"enrolment"})

    def __init__(self, workplace: Workplace, training_id: str) -> None:
        super().__init__(workplace, training_id)
        self._text = parts.label("", wrap=True)
        QVBoxLayout(self).addWidget(self._text)

    def reload(self) -> None:
        self._text.setText(str(len(self.workplace.roster(self.training_id).attendees)))
'''

WITH_THE_PAGE = """
import sys
from pathlib import Path

import main
from models import opening
from jobs.demo import first_look
from PySide6.QtWidgets import QTabBar
from ui.looks import theme
from ui.preferences import Preferences
from ui.tour import TABS, settle
from ui.window.program import Program
from ui.window.where import Where

scratch = Path(sys.argv[1])
store, _ = opening.create(scratch / "register")
training = first_look(store, lambda done, total: None)
store.close()
app = theme.application()
theme.load_fonts()
program = Program(app, Preferences(scratch / "sijil.ini"), scratch / "register", main.VERSION)
program.start()
assert "rooms" in TABS, "the tour, and so pictures and tests"
program.shell.go(Where("trainings", training.id, "rooms"))
settle(program)
(bar,) = program.window.findChildren(QTabBar)
assert bar.tabText(bar.currentIndex()) == "Rooms", "tab"
assert "Rooms" in [goal.text for goal in program.shell.goals()], "finder"
program.close_register()
print("followed")
"""


def test_a_page_of_a_training_is_its_module_and_a_line_of_the_view(copy: Path):
    folder = copy / "ui" / "training" / "rooms"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "page.py").write_text(PAGE, encoding="utf-8")
    view = copy / "ui" / "training" / "view.py"
    put(view, "from ui.training.tab import TrainingTab\n", "from ui.training.rooms.page import RoomsPage\n")
    put(view, "}\n\n\nclass TrainingView", '    "rooms": RoomsPage,\n')
    assert "followed" in run(copy, WITH_THE_PAGE)
