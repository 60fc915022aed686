"""The rooms of ARCHITECTURE.md: the map is whole, no room is crowded, and arrows between rooms point one way."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "documents", "exchange", "jobs", "ui", "commands", "resources", "benchmarks", "build_spec")
WITH_ROOMS = ("models", "jobs", "ui")
"""Their modules stand in rooms; one that does not is named in the map."""
MOST = 25

A_LINE = re.compile(r"^( *)(\w+/|\w+\.py(?:  \w+\.py)*) {2,}\S", re.MULTILINE)

PAGES = ("ui.designs", "ui.help", "ui.kiosk", "ui.opening", "ui.people", "ui.printers", "ui.settings", "ui.training",
         "ui.window")  # fmt: skip
STOREYS = (("trainings", "results", "attendance"), ("certificates", "lists"), ("papers",), ("people",), ("desk",))
"""Of the jobs, from the ground up; rooms beside each other do not know each other."""


def storeys() -> dict[str, tuple[str, ...]]:
    """Room of the jobs -> what it must not know."""
    rooms = {f"jobs.{room}": height for height, storey in enumerate(STOREYS) for room in storey}
    return {
        room: (*(other for other in rooms if other != room and rooms[other] >= height), "jobs.demo", "jobs.selftest")
        for room, height in rooms.items()
    }


UNKNOWN = {
    "models.records": ("models.history", "models.storage", "models.store"),
    "models.names": ("models.history", "models.storage", "models.store"),
    "models.storage": ("models.history", "models.store"),
    "models.history": ("models.store",),
    "ui.looks": ("ui.widgets", *PAGES),
    "ui.widgets": PAGES,
    **storeys(),
}
"""Room -> what it must not know. In the window only directly: a widget shows a message, and that may open a page."""


@pytest.mark.parametrize("room", UNKNOWN)
def test_a_room_knows_none_of_those_above_it(room: str):
    package = room.split(".", maxsplit=1)[0]
    rule = archrule(room).match(f"{room}*").should_not_import(*(f"{other}*" for other in UNKNOWN[room]))
    rule.check(package, only_direct_imports=package == "ui")


@pytest.mark.parametrize("room", UNKNOWN)
def test_a_planted_arrow_between_rooms_is_caught(tmp_path: Path, room: str):
    """In a process of its own, over a copy of the package, for the reason that ``tests/test_architecture.py`` gives."""
    package = room.split(".", maxsplit=1)[0]
    shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    arrows = "".join(f"import {other}\n" for other in UNKNOWN[room])
    (tmp_path / Path(*room.split(".")) / "planted.py").write_text(arrows)
    rules = shutil.copy(__file__, tmp_path)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    only = f"{rules}::{test_a_room_knows_none_of_those_above_it.__name__}[{room}]"
    found = subprocess.run([*command, only], cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    for other in UNKNOWN[room]:
        assert f"module '{room}.planted' has FORBIDDEN import {other} " in found


def drawn(text: str) -> list[str]:
    """Rooms and modules of the map, as paths; two spaces further in is within."""
    found, within = [], [""]
    for margin, names in A_LINE.findall(text.split("```")[1]):
        within = within[: len(margin) // 2 + 1]
        found += [within[-1] + name for name in names.split()]
        within.append(within[-1] + names)
    return found


def standing(root: Path) -> set[str]:
    rooms = {f"{path.parent.relative_to(root)}/" for one in PACKAGES for path in (root / one).rglob("__init__.py")}
    outside = {f"{one}/{path.name}" for one in WITH_ROOMS for path in (root / one).glob("*.py")}
    return rooms | {path for path in outside if not path.endswith("/__init__.py")}


def crowded(root: Path) -> set[Path]:
    folders = {path.parent for one in PACKAGES for path in (root / one).rglob("*.py")}
    return {folder for folder in folders if len(list(folder.glob("*.py"))) > MOST}


def test_the_map_shows_every_room_and_no_other():
    found = drawn((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert sorted(found) == sorted(standing(ROOT))


def test_every_room_of_the_jobs_has_its_storey():
    assert {f"{room.replace('.', '/')}/" for room in storeys()} == {
        path for path in standing(ROOT) if path.startswith("jobs/") and path.count("/") == 2
    }


def test_no_room_is_crowded():
    assert not crowded(ROOT)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for path in ("models/names/__init__.py", "models/store.py", "ui/__init__.py", "models/__init__.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    return tmp_path


def test_a_planted_room_and_a_planted_module_are_missing_in_the_map(house: Path):
    text = "```\nmodels/     what\n  names/    of people\n  store.py  a door\nui/         the window\n```"
    assert set(drawn(text)) == standing(house)
    (house / "ui" / "attic").mkdir()
    (house / "ui" / "attic" / "__init__.py").touch()
    (house / "ui" / "box.py").touch()
    assert standing(house) - set(drawn(text)) == {"ui/attic/", "ui/box.py"}


def test_a_planted_crowd_is_seen(house: Path):
    for n in range(MOST + 1):
        (house / "models" / "names" / f"module{n}.py").touch()
    assert crowded(house) == {house / "models" / "names"}
