"""How many small faults the tests notice: ``tasks.py mutants [--count N] [--seed S] [--json] [PATH ...]``.

One fault at a time is planted in a scratch copy, and the test files that call the changed function are run, nearest
first, until one fails. Tests that are slow or fail without any fault are left out.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from build_spec.mutations import Mutant, mutants_of
from build_spec.trials import Outcome, Trees, Witness

ROOT = Path(__file__).resolve().parent.parent
CODE = ("models", "exchange")
TESTS = ("tests/models", "tests/exchange", "tests/jobs")
_MOST = 60  # seconds of unmutated tests that one mutant is given


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    outcomes: tuple[Outcome, ...]
    useless: tuple[str, ...]
    """Tests that were left out."""


def run(root: Path, paths: Iterable[str], *, count: int, seed: int, patience: float, workers: int) -> Run:
    """
    :param paths: files and folders of code, from the root
    :param patience: seconds after which a test is left out
    """
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder, ThreadPoolExecutor(workers) as pool:
        trees = Trees(root, Path(folder), workers)
        tests = [_posix(path, root) for one in TESTS for path in sorted((root / one).rglob("test_*.py"))]
        witnesses = list(pool.map(lambda test: trees.watched(test, patience), tests))
        chosen = picked([one for path in _sources(root, paths) for one in _mutants(path, root)], count, seed)
        outcomes = pool.map(lambda mutant: trees.tried(mutant, witnesses_of(mutant, witnesses)), chosen)
        return Run(outcomes=tuple(outcomes), useless=tuple(name for one in witnesses for name in one.useless))


def picked(mutants: Iterable[Mutant], count: int, seed: int) -> list[Mutant]:
    """Spread over files and operators: one of each in turn. What changes in a file does not change the rest."""
    groups: dict[str, list[Mutant]] = {}
    for mutant in mutants:
        groups.setdefault(f"{seed} {mutant.path} {mutant.operator}", []).append(mutant)
    drawn = []
    for name, group in groups.items():
        chance = random.Random(name)
        drawn += [(turn, chance.random(), one) for turn, one in enumerate(chance.sample(group, len(group)))]
    drawn.sort(key=lambda one: one[:2])
    return sorted((one for _, _, one in drawn[:count]), key=lambda one: (one.path, one.start))


def witnesses_of(mutant: Mutant, witnesses: Sequence[Witness]) -> list[Witness]:
    """Those that call its function, or import its module: the test file of its name or of its folder's, then those of
    the same package, then those that call anything of the module, then the fastest; together no longer than a minute.
    """

    def distance(witness: Witness) -> tuple[bool, bool, bool, float]:
        code, test = Path(mutant.path), Path(witness.path)
        is_named = test.stem.startswith(f"test_{code.stem}") or test.stem == f"test_{code.parent.name}"
        calls = any(path == mutant.path and line for path, line in witness.calls)
        return not is_named, code.parts[0] not in test.parts, not calls, witness.seconds

    nearest = sorted((one for one in witnesses if (mutant.path, mutant.scope) in one.calls), key=distance)
    seconds = accumulate(one.seconds for one in nearest)
    return [one for place, (one, total) in enumerate(zip(nearest, seconds, strict=True)) if not place or total <= _MOST]


def _sources(root: Path, paths: Iterable[str]) -> list[Path]:
    return [path for name in paths for path in (sorted((root / name).rglob("*.py")) or [root / name])]


def _mutants(path: Path, root: Path) -> list[Mutant]:
    return mutants_of(_posix(path, root), path.read_bytes())


def _posix(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def as_text(found: Run) -> str:
    """What survived, one by one, and the sum."""
    lines = [f"{one.mutant.path}:{one.mutant.line} {one.mutant.operator} {one.outcome}\n{one.diff}\n"
             for one in found.outcomes if one.outcome != "killed"]  # fmt: skip
    counts = Counter(one.outcome for one in found.outcomes)
    total = len(found.outcomes)
    noticed = 100 * (total - counts["survived"]) / total if total else 100
    lines += [f"left out: {name}" for name in found.useless]
    parts = " · ".join(f"{counts[outcome]} {outcome}" for outcome in ("killed", "timed out", "survived"))
    return "\n".join([*lines, f"{total} mutants: {parts}; {noticed:.1f} % noticed"])


def as_json(found: Run) -> str:
    mutants = [
        {"path": one.mutant.path, "line": one.mutant.line, "operator": one.mutant.operator, "outcome": one.outcome,
         "by": one.by, "diff": one.diff}
        for one in found.outcomes
    ]  # fmt: skip
    counts = Counter(one.outcome for one in found.outcomes)
    return json.dumps({"counts": counts, "left_out": found.useless, "mutants": mutants}, ensure_ascii=False, indent=1)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="tasks.py mutants", description="How many small faults the tests notice.")
    parser.add_argument("paths", nargs="*", default=CODE, metavar="PATH", help="code to plant them in")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--patience", type=float, default=5.0, help="seconds after which a test is left out")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    given = parser.parse_args(arguments)
    found = run(
        ROOT, given.paths, count=given.count, seed=given.seed, patience=given.patience, workers=given.workers
    )  # fmt: skip
    print(as_json(found) if given.json else as_text(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
