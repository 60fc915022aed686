"""Every dialog: gone when it is closed, deaf from then on."""

import gc
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QScrollArea, QVBoxLayout
from shiboken6 import isValid

from models.people.proposals import ProposalKind
from resources.words import LANGUAGES
from tests.ui import every_dialog
from tests.ui.looking import cut_off, nameless, out_of_sight
from ui import tour
from ui.people.waiting import WaitingDialog
from ui.widgets.dialogs import Dialog
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


def small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = SimpleNamespace(availableSize=lambda: QSize(1024, 600))
    monkeypatch.setattr(Dialog, "screen", lambda _: screen)


def states(dialog: QDialog) -> Iterator[str]:
    """The kinds of content that a dialog can show."""
    yield ""
    if isinstance(dialog, WaitingDialog):
        rows = dialog._table.records.rows
        for kind in ProposalKind:
            dialog._table.choose_place(next(place for place, one in enumerate(rows) if one.kind is kind))
            yield kind.value


@pytest.mark.parametrize("text_size", [100, 150])
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_small_screen_a_dialog_shows_all_its_words_and_its_buttons(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, text_size: int
):
    small_screen(monkeypatch)
    program.choose_text_size(text_size)
    program.choose_language(language)
    every_dialog.prepare(program, tmp_path)
    wrong = []
    for name, make in every_dialog.ways(program, tmp_path).items():
        dialog = make()
        dialog.open()
        tour.settle(program)
        for state in states(dialog):
            tour.settle(program)
            assert dialog.width() <= 1024
            assert dialog.height() <= 600
            wrong += [
                f"{name} {state}: {one}" for one in (*cut_off(dialog), *out_of_sight(dialog), *scrolled_off(dialog))
            ]
            wrong += [f"{name} {state}: nameless {one}" for one in nameless(dialog)]
        every_dialog.close(dialog)
        tour.settle(program)
    assert "\n".join(wrong) == ""


def scrolled_off(dialog: QDialog) -> list[str]:
    """Where the content scrolls, what answers and closes stands below it."""
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    return ["its buttons scroll away"] if bar.maximum() and not dialog.foot.count() else []


def test_content_that_comes_later_makes_a_dialog_larger(program: Program, monkeypatch: pytest.MonkeyPatch):
    small_screen(monkeypatch)
    dialog = Dialog(program.window)
    layout = QVBoxLayout(dialog.room)
    layout.addWidget(QLabel("one"))
    dialog.open()
    tour.settle(program)
    assert dialog.height() < 200
    for _ in range(12):
        layout.addWidget(QLabel("more"))
    tour.settle(program)
    assert dialog.room.height() <= dialog.height()
    assert dialog.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0
    dialog.close()


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
