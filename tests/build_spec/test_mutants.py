"""Planted faults: each is what it says, and those that no test notices are told."""

import json
from pathlib import Path

import pytest

from build_spec import mutants
from build_spec.mutants import Run, as_json, as_text, picked, run, witnesses_of
from build_spec.mutations import Mutant, mutants_of
from build_spec.trials import Witness

SOURCE = '''"""Docstring."""
import logging
from typing import TYPE_CHECKING
__all__ = ["work"]
if TYPE_CHECKING:
    from x import Y
LIMIT: int = 3


def decorated(function):
    return function


@decorated
def work(a: "Y" = 1, *, b=None) -> "Y":
    """Docstring."""
    if not a < 2 and b is None:
        logging.info("no")
        a.clear()
    for one in a:
        if one in b or one == "x":
            break
    return a + LIMIT * 2
'''


def planted(source: str) -> set[tuple[int, str, str]]:
    """Line, operator and the changed line of every mutant."""
    plain = source.encode()
    return {(one.line, one.operator, one.diff(plain).splitlines()[-1][1:].strip()) for one in mutants_of("m.py", plain)}


def test_each_operator_makes_what_it_says_and_nothing_else_is_touched():
    assert planted(SOURCE) == {
        (7, "default", "LIMIT: int = 4"), (11, "return", "return None"),
        (15, "default", 'def work(a: "Y" = 2, *, b=None) -> "Y":'),
        (15, "default", 'def work(a: "Y" = 1, *, b=0) -> "Y":'),
        (17, "and-or", "if (not a < 2 or b is None):"), (17, "not", "if (a < 2) and b is None:"),
        (17, "comparison", "if not (a <= 2) and b is None:"), (17, "comparison", "if not a < 2 and (b is not None):"),
        (17, "number", "if not a < 3 and b is None:"), (17, "number", "if not a < (1) and b is None:"),
        (17, "condition", "if True:"), (17, "condition", "if False:"), (19, "call", "pass"),
        (21, "and-or", "if (one in b and one == 'x'):"), (21, "comparison", 'if (one not in b) or one == "x":'),
        (21, "comparison", "if one in b or (one != 'x'):"), (21, "text", "if one in b or one == 'mutated':"),
        (21, "condition", "if True:"), (21, "condition", "if False:"), (22, "jump", "continue"),
        (23, "return", "return None"), (23, "arithmetic", "return (a - LIMIT * 2)"),
        (23, "arithmetic", "return a + (LIMIT // 2)"), (23, "number", "return a + LIMIT * 3"),
        (23, "number", "return a + LIMIT * (1)"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "mutant"),
    [
        ("x = a > 1", "x = (a >= 1)"), ("x = a <= 1", "x = (a < 1)"), ("x = a - b", "x = (a + b)"),
        ("x = a // b", "x = (a * b)"), ("x = 'سارة' 'b'", "x = 'mutated'"), ("x = b'a'", "x = b'mutated'"),
        ("x = 1.5", "x = 2.5"), ("x = a if b else c", "x = a if True else c"),
        ("for _ in a: continue", "for _ in a: break"),
        ("def f(a=True): pass", "def f(a=False): pass"), ("def f(a='b'): pass", "def f(a='mutated'): pass"),
        ("def f(a=()): pass", "def f(a=None): pass"), ("x: bool = False", "x: bool = True"),
    ],
)  # fmt: skip
def test_operators_one_by_one(line: str, mutant: str):
    assert mutant in {text for _, _, text in planted(line)}


@pytest.mark.parametrize(
    "line",
    ['x = f"a {b + 1}"', 'logger.info("a")', 'x: "Y"', '"text"', '__slots__ = ("a",)', "return_ = None", "x = True",
     "match a:\n    case 1 | 'b':\n        pass"],
)  # fmt: skip
def test_what_is_never_mutated(line: str):
    assert planted(line) == set()


def mutant(path: str, operator: str = "text", start: int = 0, scope: int = 0) -> Mutant:
    return Mutant(path=path, line=1, operator=operator, scope=scope, start=start, end=start, text="x")


def test_the_choice_is_spread_and_the_same_each_time():
    many = [mutant("a.py", "text", n) for n in range(500)]
    few = [mutant("b.py", "text"), mutant("b.py", "jump"), mutant("a.py", "jump")]
    chosen = picked([*many, *few], 10, 0)
    assert set(few) < set(chosen)
    assert len(chosen) == 10
    assert chosen == picked([*many, *few], 10, 0) != picked([*many, *few], 10, 1)
    rest = [one for one in picked([*many, *few[2:]], 8, 0) if one.path == "a.py"]
    assert set(rest) <= set(picked([*many, *few], 10, 0)), "another file does not change the choice in this one"


def test_the_nearest_tests_come_first_and_only_those_that_call():
    def witness(path: str, seconds: float, *lines: int) -> Witness:
        calls = frozenset(("models/money/coins.py", line) for line in lines)
        return Witness(path=path, calls=calls, useless=(), seconds=seconds)

    named, of_folder = witness("tests/models/test_coins.py", 29, 0, 9), witness("tests/jobs/test_money.py", 20, 0, 9)
    near, quick = witness("tests/models/test_x.py", 8, 0, 9), witness("tests/models/test_y.py", 1, 0, 9)
    idle, far = witness("tests/models/test_z.py", 0.5, 0), witness("tests/jobs/test_pay.py", 1, 0, 9)
    everything = [far, idle, near, quick, of_folder, named]
    function, module = (mutant("models/money/coins.py", scope=scope) for scope in (9, 0))
    assert witnesses_of(function, everything) == [named, of_folder, quick, near, far]
    assert witnesses_of(module, everything) == [named, of_folder, quick, near, idle, far]
    assert witnesses_of(mutant("models/other.py"), everything) == []
    slow = witness("tests/models/test_slow.py", 61, 9)
    assert witnesses_of(function, [slow, far]) == [slow], "a minute is enough, but there is always one"
    assert witnesses_of(function, [named, of_folder, witness("tests/models/test_w.py", 12, 9)]) == [named, of_folder]


TINY = {
    "models/__init__.py": "", "tests/__init__.py": "",
    "tests/models/__init__.py": "", "tests/models/small/__init__.py": "",
    "models/tiny.py": "def larger(a, b):\n    return a if a > b else b\n",
    "tests/models/small/test_tiny.py": (
        "from models.tiny import larger\n\ndef test_larger():\n    assert larger(2, 1) == 2\n\n"
        "def test_broken():\n    assert False\n"
    ),
    "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\n',
}  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Run:
    root = tmp_path_factory.mktemp("tiny")
    for name, content in TINY.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    made = run(root, ["models"], count=100, seed=0, patience=5, workers=2)
    assert {name: (root / name).read_text(encoding="utf-8") for name in TINY} == TINY, "the tree itself is not touched"
    return made


def test_a_fault_that_no_test_notices_is_told_and_another_is_not(found: Run):
    outcomes = {(one.mutant.operator, one.mutant.text): one.outcome for one in found.outcomes}
    assert outcomes == {
        ("comparison", "(a >= b)"): "survived", ("condition", "True"): "survived", ("condition", "False"): "killed",
        ("return", "return None"): "killed",
    }  # fmt: skip
    text = as_text(found)
    assert (
        "models/tiny.py:2 comparison survived\n-    return a if a > b else b\n+    return a if (a >= b) else b" in text
    )
    assert "killed\n" not in text
    assert text.endswith("4 mutants: 2 killed · 0 timed out · 2 survived; 50.0 % noticed")


def test_tests_that_fail_by_themselves_kill_nothing(found: Run):
    assert found.useless == ("tests/models/small/test_tiny.py::test_broken",)
    killers = [one.by for one in found.outcomes if one.outcome == "killed"]
    assert all(one.startswith("FAILED tests/models/small/test_tiny.py::test_larger") for one in killers)


def test_the_result_can_be_read_by_machines(found: Run):
    data = json.loads(as_json(found))
    assert data["counts"] == {"survived": 2, "killed": 2}
    assert [one["line"] for one in data["mutants"]] == [2, 2, 2, 2]
    assert set(data["mutants"][0]) == {"path", "line", "operator", "outcome", "by", "diff"}


def test_it_is_told_what_was_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    asked: list[object] = []

    def noted(root: Path, paths: object, **values: object) -> Run:
        asked.append((root, paths, values))
        return Run(outcomes=(), useless=())

    monkeypatch.setattr(mutants, "run", noted)
    assert mutants.main(["--count", "5", "--seed", "2", "--workers", "1", "--json", "models/money.py"]) == 0
    assert asked == [(mutants.ROOT, ["models/money.py"], {"count": 5, "seed": 2, "patience": 5.0, "workers": 1})]
    assert json.loads(capsys.readouterr().out)["mutants"] == []
