"""The workflows, which cannot run here: every chore, file and Python in them is there, and they may only read.

Read line by line: no library for YAML is among the locked ones, and these files use little of it.
"""

import re
import tomllib

import pytest

from build_spec import tasks
from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
_KEY = re.compile(r"(?:- )?[\w-]+:(?: .*)?")


def pythons_of_the_project() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = re.fullmatch(r">=3\.(\d+),<3\.(\d+)", project["requires-python"])
    assert found
    return [f"3.{minor}" for minor in range(int(found[1]), int(found[2]))]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def text(request: pytest.FixtureRequest) -> str:
    return request.param.read_text(encoding="utf-8")


def told(text: str) -> list[str]:
    """The lines that are not comments."""
    return [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


def test_there_is_one_for_the_tests_and_one_for_the_program():
    assert [path.stem for path in WORKFLOWS] == ["build", "test"]


def test_every_line_is_a_key_at_a_whole_step_or_a_command_in_a_block(text: str):
    block = None
    for line in told(text):
        depth = len(line) - len(line.lstrip())
        if block is not None and depth > block:
            continue
        block = depth if line.endswith(": |") else None
        assert depth % 2 == 0, line
        assert _KEY.fullmatch(line.strip()), line


def test_every_chore_that_is_called_exists(text: str):
    called = re.findall(r"tasks\.py (\S+)", "\n".join(told(text)))
    assert called
    assert set(called) <= set(tasks.CHORES)


def test_every_file_that_is_named_exists(text: str):
    named = re.findall(r"\b(?:build_spec|tests|requirements)/[\w./*]*[\w*]", text)
    assert named
    assert [path for path in named if not list(ROOT.glob(path))] == []


def test_the_tests_run_with_every_python_of_the_project_and_the_build_with_one_of_them():
    test, build = ((ROOT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8") for name in ("test", "build"))
    rows = re.findall(r"python: \[(.*)\]", test)
    assert len(rows) == 2
    assert all(re.findall(r'"(.*?)"', row) == pythons_of_the_project() for row in rows)
    assert set(re.findall(r'python-version: "(.*)"|container: python:(3\.\d+)', build)) == {("3.12", ""), ("", "3.12")}
    assert "3.12" in pythons_of_the_project()


def test_a_workflow_may_only_read_and_names_versions(text: str):
    assert re.findall(r"^permissions:\n((?:  .*\n)+)", text, re.MULTILINE) == ["  contents: read\n"]
    assert text.count("permissions:") == 1
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@(v\d+|[0-9a-f]{40})", action) for action in used)
    assert "secrets." not in text


def test_a_workflow_is_not_run_twice_and_keeps_what_it_fetched_by_the_hash_of_the_locks(text: str):
    assert "\nconcurrency:\n" in text
    assert text.count("hashFiles('requirements/*.txt')") == 1
    assert text.count("cache-dependency-path: requirements/*.txt") == 1
