"""Nothing but ``models/wall_clock.py`` asks the computer what time it is."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "documents", "exchange", "jobs", "commands", "ui", "resources", "build_spec", "benchmarks")
DOOR = ROOT / "models" / "wall_clock.py"
CLOCKS = {"date", "datetime", "QDate", "QDateTime", "QTime"}
ASKING = {
    "now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp",
    "currentDate", "currentDateTime", "currentDateTimeUtc", "currentTime",
}  # fmt: skip
SYSTEM = {"time", "localtime", "gmtime", "strftime", "ctime", "asctime"}


def asked_in(source: str) -> list[int]:
    """The lines that ask the computer's clock."""
    tree = ast.parse(source)
    names = {alias.asname or alias.name: alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
             for alias in node.names}  # fmt: skip
    modules = {alias.asname or alias.name: alias.name for node in ast.walk(tree) if isinstance(node, ast.Import)
               for alias in node.names}  # fmt: skip
    lines = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and (
            (node.attr in ASKING and names.get(last := last_name(node.value), last) in CLOCKS)
            or (node.attr in SYSTEM and modules.get(last_name(node.value)) == "time")
        )
    ]
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "time"]
    return lines + [node.lineno for node in froms if SYSTEM & {alias.name for alias in node.names}]


def last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize(
    "planted",
    [
        "from datetime import UTC, datetime\nday = datetime.now(UTC).date()",
        "from datetime import date\nday = date.today()",
        "import datetime as dt\nday = dt.datetime.today()",
        "from datetime import datetime as moment\nday = moment.utcnow()",
        "from PySide6.QtCore import QDate\nday = QDate.currentDate()",
        "import time\nday = time.localtime()",
        "import time as system\nday = system.time()",
        "from time import strftime",
    ],
)
def test_a_planted_look_at_the_clock_is_found(planted: str):
    assert asked_in(planted)


def test_what_does_not_ask_the_clock_is_let_be():
    assert not asked_in(
        "import time\nbegun = time.perf_counter()\nknown = people.now()\nday = datetime.strptime('', '')"
    )


def test_nothing_else_asks_the_clock():
    paths = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if path != DOOR]
    found = {str(path.relative_to(ROOT)): asked_in(path.read_text(encoding="utf-8")) for path in paths}
    assert len(found) > 200
    assert {path: lines for path, lines in found.items() if lines} == {}
