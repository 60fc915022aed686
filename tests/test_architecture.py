"""The arrows of ARCHITECTURE.md: main → {ui, commands} → jobs → {documents, exchange} → models; resources is a leaf."""

import ast
import subprocess
import sys
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
