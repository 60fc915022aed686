"""The arrows of ARCHITECTURE.md: main → {ui, commands} → jobs → {documents, exchange} → models; resources is a leaf."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).resolve().parent.parent


def test_models_know_no_other_package_of_ours():
    archrule("models").match("models*").should_not_import(
        "documents*", "exchange*", "jobs*", "commands*", "ui*", "main", "PySide6*", "reportlab*", "click*"
    ).check("models")


def test_documents_know_no_store_and_no_window():
    archrule("documents").match("documents*").should_not_import(
        "exchange*",
        "jobs*",
        "commands*",
        "ui*",
        "main",
        "models.store",
        "models.storage*",
        "models.records*",
        "PySide6*",
    ).check("documents", only_direct_imports=True)


def test_exchange_knows_no_paper_and_no_window():
    archrule("exchange").match("exchange*").should_not_import(
        "documents*", "jobs*", "commands*", "ui*", "main", "PySide6*", "reportlab*"
    ).check("exchange")


def test_jobs_know_no_window():
    archrule("jobs").match("jobs*").should_not_import("ui*", "commands*", "main", "PySide6*").check("jobs")


def test_commands_know_no_window_and_load_no_qt():
    archrule("commands").match("commands*").should_not_import("ui*", "main", "PySide6*").check("commands")


def test_the_window_knows_no_sql_and_no_file_format():
    archrule("ui").match("ui*").should_not_import(
        "main", "commands*", "documents*", "exchange*", "reportlab*", "sqlite_utils*", "sqlcipher3*", "xlsxwriter*"
    ).check("ui", only_direct_imports=True)
    for path in (ROOT / "ui").rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        assert not [one for one in calls if getattr(one.func, "attr", "") in {"execute", "executemany"}], path


def test_only_messages_open_messages_and_only_background_starts_threads():
    for path in (ROOT / "ui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name != "messages.py":
            assert "QMessageBox" not in text, path
            assert "QFileDialog" not in text, path
        if path.name != "background.py":
            assert "QThread" not in text, path
            assert "QRunnable" not in text, path


def test_resources_are_a_leaf():
    archrule("resources").match("resources*").should_not_import(
        "models*", "documents*", "exchange*", "jobs*", "commands*", "ui*", "main"
    ).check("resources")


def test_a_planted_arrow_is_caught(tmp_path: Path):
    """In a process of its own: the plugin reports after the test, where pytest.raises cannot see it."""
    planted = tmp_path / "test_planted.py"
    rule = "archrule('x').match('jobs*').should_not_import('models*').check('jobs')"
    planted.write_text(f"from pytest_archon import archrule\ndef test_it():\n    {rule}\n")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(ROOT), str(planted)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "FORBIDDEN import" in found.stdout


def imports_at_the_top(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = set()
    for node in tree.body:
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_the_door_imports_lazily():
    heavy = {"models", "documents", "exchange", "jobs", "commands", "ui", "reportlab", "PySide6", "sqlite_utils"}
    assert not imports_at_the_top(ROOT / "main.py") & heavy


@pytest.mark.parametrize("method", ["say", "count", "N_"])
def test_only_literals_are_given_to_translation(method: str):
    for path in ROOT.glob("*/**/*.py"):
        if path.parts[len(ROOT.parts)] in {".venv", "tests", "build", "dist", "build_spec"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name == method:
                bad = [argument for argument in node.args[:1] if isinstance(argument, ast.JoinedStr | ast.BinOp)]
                assert not bad, f"{path}:{node.lineno}"


OURS = ("benchmarks", "build_spec", "commands", "docs", "documents", "exchange", "jobs", "models", "resources",
        "tests", "ui")  # fmt: skip
BUILT = {"resources/third-party-notices.txt"}
A_PATH = re.compile(rf"(?<![\w/.])(?:{'|'.join(OURS)})(?:/[\w.-]*\w)+/?|(?<![\w/.])\w+\.py\b")
A_MODULE = re.compile(rf"(?<![\w/.])(?:{'|'.join(OURS)})(?:\.\w+)+")


def told_in(source: str) -> list[str]:
    """Docstrings, also those of fields, and comments."""
    texts = [
        node.value.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return texts + [token.string for token in tokens if token.type == tokenize.COMMENT]


def missing_paths(text: str, names: set[str]) -> list[str]:
    """
    :param names: of all our modules, without their folders
    """
    found = [path for path in A_PATH.findall(text) if path not in BUILT]
    return [path for path in found if not ((ROOT / path).exists() or path in names)]


def missing_modules(text: str) -> list[str]:
    return [name for name in A_MODULE.findall(text) if not name.endswith((".py", ".md")) and not is_there(name)]


def is_there(name: str) -> bool:
    """A package, a module, or what stands at the top of a module."""
    path = ROOT / Path(*name.split("."))
    if path.is_dir() or path.with_suffix(".py").exists():
        return True
    module = path.parent.with_suffix(".py")
    defined = rf"^(?:class |def |async def )?{path.name}\b"
    return module.exists() and re.search(defined, module.read_text(encoding="utf-8"), re.MULTILINE) is not None


def test_what_docstrings_and_comments_name_exists():
    sources = [path for top in OURS for path in (ROOT / top).rglob("*.py")] + [ROOT / "main.py"]
    names = {path.name for path in sources}
    for path in sources:
        for text in told_in(path.read_text(encoding="utf-8")):
            assert not missing_paths(text, names) + missing_modules(text), path
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        assert not missing_paths(page.read_text(encoding="utf-8"), names), page


@pytest.mark.parametrize(
    ("text", "missing"),
    [("see jobs/papers.py", 1), ("``jobs/papers/registry.py``", 0), ("``values.py`` and ``no_such.py``", 1),
     ("exchange.grids.read", 0), ("``exchange.grids.write``", 1), ("``models.nothing``", 1), ("in ui/window.", 0),
     ("``resources/places/no``", 1), ("its models. Next", 0)],
)  # fmt: skip
def test_a_planted_name_of_nothing_is_caught(text: str, missing: int):
    assert len(missing_paths(text, {"values.py"}) + missing_modules(text)) == missing
