"""A plugin of pytest for ``build_spec/mutants.py``: what a test file calls of the code, and which tests are of use.

It is copied beside the scratch tree of a run, and knows nothing of this project.
"""

import inspect
import json
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import settings

_ROOT = f"{Path.cwd()}{os.sep}"
_MOST_MEMORY = 6 << 30
_MOST_EXAMPLES = 20
_noted: set[tuple[str, int]] = set()
_useless: list[str] = []
_seconds: list[float] = []

settings.register_profile("mutants", max_examples=_MOST_EXAMPLES, deadline=None, database=None)
settings.load_profile("mutants")
_made = settings.__init__


def _with_few_examples(self: settings, parent: settings | None = None, **wanted: Any) -> None:
    """Also where a test asks for more."""
    if "max_examples" in wanted:
        wanted["max_examples"] = min(wanted["max_examples"], _MOST_EXAMPLES)
    _made(self, parent, **wanted)


settings.__init__ = _with_few_examples  # type: ignore[method-assign]


class TooSlow(BaseException):
    """Not one of those that tests and hypothesis expect."""


def pytest_configure() -> None:
    """A mutant must not take all memory."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _report() -> str:
    return os.environ.get("WITNESSES", "")


def _note(frame: FrameType, event: str, argument: object) -> None:
    """Functions by their first line, modules as 0."""
    code = frame.f_code
    if code.co_flags & inspect.CO_OPTIMIZED:
        _noted.add((code.co_filename, code.co_firstlineno))
    elif code.co_name == "<module>":
        _noted.add((code.co_filename, 0))


if _report():  # before any conftest is imported
    threading.settrace(_note)
    sys.settrace(_note)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item):  # type: ignore[no-untyped-def]
    patience = float(os.environ.get("PATIENCE", "0"))
    if not patience or sys.platform == "win32":
        return (yield)

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow(item.nodeid)

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, patience)
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.failed:
        _useless.append(report.nodeid)
    else:
        _seconds.append(report.duration)


def pytest_sessionfinish() -> None:
    if not _report():
        return
    sys.settrace(None)
    ours = sorted(
        (name.removeprefix(_ROOT).replace(os.sep, "/"), line) for name, line in _noted if name.startswith(_ROOT)
    )
    written = json.dumps({"calls": ours, "useless": sorted(set(_useless)), "seconds": sum(_seconds)})
    Path(_report()).write_text(written, encoding="utf-8")
