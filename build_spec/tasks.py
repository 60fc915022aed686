"""Every chore of the project: ``python3 build_spec/tasks.py CHORE [ARGUMENTS]``.

Standard library only, so that it runs on a fresh machine; it sets up what the chore needs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_spec import provision

ROOT = provision.ROOT
CHECKED = (
    "main.py", "models", "documents", "exchange", "jobs", "resources", "commands", "ui", "build_spec", "benchmarks",
)  # fmt: skip
# A file stays in one process: its tests share what is costly to make.
IN_PARALLEL = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
Arguments = list[str]


def in_environment(*command: str | Path, **env: str) -> int:
    """Run Python of ``.venv`` from the root of the project; its exit code."""
    full = [str(provision.python()), *map(str, command)]
    return subprocess.run(full, cwd=ROOT, env=os.environ | {"PYTHONUTF8": "1"} | env, check=False).returncode


def setup(arguments: Arguments) -> int:
    """Prepare this machine for every other chore."""
    provision.set_up(developer=True)
    provision.say("ready")
    return 0


def run(arguments: Arguments) -> int:
    """Open the window, or hand a command to main.py: ``run trainings``."""
    provision.set_up(window=opens_window(arguments))
    return in_environment("main.py", *arguments)


def opens_window(arguments: Arguments) -> bool:
    """Whether main.py gets no command: at most its two options with their values."""
    left = list(arguments)
    while left and left[0] in {"--register", "--language"}:
        del left[:2]
    return not left


def demo(arguments: Arguments) -> int:
    """Run the Erbil training end to end; the results lie in DIR (./demo-output)."""
    provision.set_up()
    folder = Path(arguments[0]).absolute() if arguments else ROOT / "demo-output"
    return in_environment("main.py", "demo", folder)


def lint(arguments: Arguments) -> int:
    """Check style and types."""
    provision.set_up(developer=True)
    checks = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy", *CHECKED),
    )
    return max(in_environment("-m", *check) for check in checks)


def test(arguments: Arguments) -> int:
    """Check style and types, then run all tests (or the ones named)."""
    code = lint([])
    if code:
        return code
    return in_environment("-m", "pytest", *(arguments or [*IN_PARALLEL, "tests"]))


def i18n(arguments: Arguments) -> int:
    """Collect new texts into the translations and compile them."""
    provision.set_up(developer=True)
    code = in_environment("-m", "build_spec.translations")
    provision.ensure_translations()
    return code


def pictures(arguments: Arguments) -> int:
    """Take pictures of every page in three languages into FOLDER (./build/pictures), and those of the docs."""
    provision.set_up(developer=True)
    folder = Path(arguments[0]).absolute() if arguments else ROOT / "build" / "pictures"
    return in_environment("-m", "build_spec.pictures", folder, QT_QPA_PLATFORM="offscreen")


def site(arguments: Arguments) -> int:
    """Write the guide as a site and as PDFs, in three languages, into FOLDER (./build/site)."""
    provision.set_up(developer=True)
    folder = Path(arguments[0]).absolute() if arguments else ROOT / "build" / "site"
    return in_environment("-m", "build_spec.site", folder)


def build(arguments: Arguments) -> int:
    """Make the program folder in ./dist/Sijil with PyInstaller, and let it test itself."""
    provision.set_up(developer=True)
    shutil.rmtree(ROOT / "dist" / "Sijil", ignore_errors=True)
    code = in_environment("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build_spec/sijil.spec")
    if code:
        return code
    program = ROOT / "dist" / "Sijil" / ("sijil-command.exe" if os.name == "nt" else "sijil-command")
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([str(program), "--self-test"], env=env, check=False).returncode


def bench(arguments: Arguments) -> int:
    """Measure against the peers: ``bench [--json] [NAME ...]``."""
    provision.set_up(developer=True)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # it would time the compiler instead
    return in_environment("-m", "benchmarks", *arguments)


def mutants(arguments: Arguments) -> int:
    """Plant small faults, see whether the tests notice: ``mutants [--count N] [--seed S] [--json] [PATH ...]``."""
    provision.set_up(developer=True)
    return in_environment("-m", "build_spec.mutants", *arguments)


def merges(arguments: Arguments) -> int:
    """Merge and fold random histories for a long while: ``merges [RUNS]`` (5,000)."""
    provision.set_up(developer=True)
    os.environ["SIJIL_RUNS"] = arguments[0] if arguments else "5000"
    tests = ("tests/models/history/test_merging.py", "tests/models/history/test_independent_fold.py")
    return in_environment("-m", "pytest", "-q", "-n", "auto", *tests)


def lock(arguments: Arguments) -> int:
    """Resolve the versions in pyproject.toml anew and write them with their hashes."""
    provision.set_up(developer=True)
    provision.ensure_requirements("lock")
    common = ("-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-header",
              "--python-version", "3.11", *arguments, "pyproject.toml")  # fmt: skip
    code = in_environment(*common, "-o", "requirements/runtime.txt")
    dev = ("--group", "dev", "-c", "requirements/runtime.txt", "-o", "requirements/dev.txt")
    return code or in_environment(*common, *dev)


CHORES: dict[str, Callable[[Arguments], int]] = {
    chore.__name__: chore
    for chore in (setup, run, demo, test, lint, i18n, pictures, site, build, bench, mutants, merges, lock)
}


def explain() -> str:
    lines = [f"  {name:9} {chore.__doc__}" for name, chore in CHORES.items()]
    return "\n".join(["python3 build_spec/tasks.py CHORE [ARGUMENTS]", "", *lines])


def main(arguments: Arguments) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # a Windows console may be cp1252
    if not arguments or arguments[0] not in CHORES:
        print(explain())
        return 0 if not arguments or arguments[0] in {"-h", "--help", "help"} else 2
    try:
        return CHORES[arguments[0]](arguments[1:])
    except provision.SetupFailed as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
