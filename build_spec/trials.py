"""Runs of tests in scratch copies of a tree: what a test file calls, and whether it notices a planted fault."""

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build_spec.mutations import Mutant

_PLUGIN = Path(__file__).with_name("witnesses.py")
_NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "build", "dist", "__pycache__")
_PYTEST = ("-m", "pytest", "-p", "witnesses", "-p", "no:cacheprovider", "-x", "-q", "--tb=no", "--hypothesis-seed=0")
_NO_TESTS = 5  # pytest's code for it
_SLOWER, _START = 5, 20  # times the unmutated run, and seconds on top, before it counts as timed out


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A test file: what it calls (path, first line; 0 when it is imported), tests that are of no use, its seconds."""

    path: str
    calls: frozenset[tuple[str, int]]
    useless: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    mutant: Mutant
    outcome: str
    """``killed``, ``survived`` or ``timed out``."""
    by: str
    """The first test that failed."""
    diff: str


class Trees:
    """Scratch copies of a tree, each lent to one run at a time."""

    def __init__(self, root: Path, folder: Path, count: int) -> None:
        self._free: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(count):
            tree = folder / str(number) / "tree"
            shutil.copytree(root, tree, ignore=_NOT_COPIED)
            shutil.copy(_PLUGIN, tree)
            self._free.put(tree)

    @contextmanager
    def _lent(self) -> Iterator[Path]:
        tree = self._free.get()
        try:
            yield tree
        finally:
            self._free.put(tree)

    def watched(self, test: str, patience: float) -> Witness:
        """What a test file calls; tests that fail or take longer than ``patience`` seconds are of no use."""
        with self._lent() as tree:
            report = tree.parent / "report.json"
            _pytest(tree, ["--maxfail=1000", test], None, WITNESSES=str(report), PATIENCE=str(patience))
            seen = json.loads(report.read_text(encoding="utf-8"))
            report.unlink()
        calls = frozenset((path, line) for path, line in seen["calls"])
        return Witness(path=test, calls=calls, useless=tuple(seen["useless"]), seconds=seen["seconds"])

    def tried(self, mutant: Mutant, witnesses: list[Witness]) -> Outcome:
        """The outcome of the tests while the fault is planted; it is told on stderr at once."""
        with self._lent() as tree:
            source = (tree / mutant.path).read_bytes()
            with _planted(tree / mutant.path, mutant.planted(source)):
                outcome, by = _judged(tree, witnesses)
        print(f"{outcome:9} {mutant.path}:{mutant.line} {mutant.operator}", file=sys.stderr, flush=True)
        return Outcome(mutant=mutant, outcome=outcome, by=by, diff=mutant.diff(source))


@contextmanager
def _planted(path: Path, content: bytes) -> Iterator[None]:
    """With a date of its own, as Python trusts the date of a source to know whether what it compiled is still true."""
    source, dated = path.read_bytes(), path.stat().st_mtime
    path.write_bytes(content)
    os.utime(path, (dated + 60, dated + 60))
    try:
        yield
    finally:
        path.write_bytes(source)
        os.utime(path, (dated, dated))


def _judged(tree: Path, witnesses: list[Witness]) -> tuple[str, str]:
    if not witnesses:
        return "survived", ""
    left_out = [f"--deselect={name}" for one in witnesses for name in one.useless]
    limit = _START + _SLOWER * sum(one.seconds for one in witnesses)
    code, said = _pytest(tree, [*left_out, *(one.path for one in witnesses)], limit, PYTHONDONTWRITEBYTECODE="1")
    if code is None:
        return "timed out", ""
    failed = [line for line in said.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return ("survived", "") if code in {0, _NO_TESTS} else ("killed", failed[0] if failed else "")


def _pytest(tree: Path, arguments: list[str], limit: float | None, **env: str) -> tuple[int | None, str]:
    """The exit code, nothing when it took too long, and what was said."""
    command = [sys.executable, *_PYTEST, f"--basetemp={tree.parent / 'tmp'}", *arguments]
    process = subprocess.Popen(
        command, cwd=tree, env=os.environ | env, text=True, encoding="utf-8", start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        said, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        _end(process)
        return None, ""
    return process.returncode, said


def _end(process: subprocess.Popen[str]) -> None:
    """With whatever it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
