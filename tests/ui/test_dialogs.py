"""Every dialog: gone when it is closed, deaf from then on."""

import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from tests.ui import every_dialog
from ui import tour
from ui.window.program import Program


@pytest.fixture
def ways(program: Program, tmp_path: Path) -> every_dialog.Ways:
    every_dialog.prepare(program, tmp_path)
    tour.settle(program)
    return every_dialog.ways(program, tmp_path)


def living() -> list[str]:
    gc.collect()
    return sorted(type(one).__name__ for one in gc.get_objects() if isinstance(one, QDialog))


def listeners(program: Program) -> dict[str, int]:
    """How many hear what lives as long as the window."""
    workplace, app = program.workplace, QApplication.instance()
    assert app is not None
    return {
        "changed": workplace.receivers("2changed(PyObject)"),
        "new day": workplace.receivers("2new_day()"),
        "told": workplace.messages.receivers("2told(QString)"),
        "ended": workplace.background.receivers("2ended()"),
        "store": len(workplace.store.listeners),
        "focus": app.receivers("2focusChanged(QWidget*,QWidget*)"),
    }


def test_a_closed_dialog_is_gone_and_hears_nothing_any_more(program: Program, ways: every_dialog.Ways):
    met = set()
    for name, make in ways.items():
        before, heard = living(), listeners(program)
        assert heard["changed"] > 0
        dialog = make()
        met.add(type(dialog))
        dialog.open()
        tour.settle(program)
        every_dialog.close(dialog)
        tour.settle(program)
        assert not isValid(dialog), name
        del dialog
        assert living() == before, name
        assert listeners(program) == heard, name
    assert met == every_dialog.classes(), "a way into it stands in tests/ui/every_dialog.py"
