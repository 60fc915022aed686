"""Every page in every language: opened without a warning, mirrored, named for a screen reader, by keyboard."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMessageBox,
    QRadioButton,
    QTabBar,
    QWidget,
)

from resources.words import LANGUAGES
from tests.conftest import ROOT
from tests.ui.looking import cut_off, nameless, texts
from ui import tour
from ui.window.program import Program

SIZES = (100, 150)
_DATA = re.compile(r"(Ctrl|Alt)\+|/|\.xlsx")


@pytest.mark.parametrize("text_size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_mirrored_named_and_not_cut_off_in_a_small_window(
    program: Program, language: str, text_size: int
):
    program.choose_text_size(text_size)
    program.choose_language(language)
    program.window.resize(1024, 600)
    expected = Qt.LayoutDirection.LeftToRight if language == "en" else Qt.LayoutDirection.RightToLeft
    seen = []
    for name, page in tour.main_view(program):
        seen.append(name)
        assert page is not program.window or page.size().toTuple() == (1024, 600), name
        assert page.layoutDirection() == expected, name
        assert nameless(page) == [], name
        assert cut_off(page) == [], name
    assert len(seen) == 33


@pytest.mark.parametrize("text_size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_run_opens_in_every_language(empty_program: Program, language: str, text_size: int):
    empty_program.choose_text_size(text_size)
    empty_program.choose_language(language)
    for name, page in tour.first_run(empty_program):
        assert nameless(page) == [], name
        assert cut_off(page) == [], name


def test_nothing_on_any_page_is_left_in_english(program: Program):
    """What is the same in two languages is a name, a key or a file."""
    seen: dict[str, set[str]] = {}
    for language in LANGUAGES:
        program.choose_language(language)
        seen[language] = set().union(*(texts(page) for _, page in tour.main_view(program)))
    assert len(seen["en"]) > 500
    store = program.workplace.store
    names = {one.name_latin for one in store.participants.all()} | {one.title["en"] for one in store.trainings.all()}
    names |= {*(one.name for one in LANGUAGES.values()), "en"}
    design = store.designs.all()[0].content
    for language in ("ar", "ckb"):
        same = {text.strip("\u2066\u2068\u2069") for text in seen["en"] & seen[language]}
        words = {text for text in same if re.search(r"[A-Za-z]{2}", text) and not _DATA.search(text)}
        on_paper = {one for one in words if one in design or one.startswith(("Certificate of", "This is to"))}
        assert words - names - on_paper == set()


@pytest.mark.parametrize("text_size", [80, 200])
def test_letters_of_any_size_open_every_page(program: Program, text_size: int):
    program.choose_text_size(text_size)
    program.window.resize(1366, 768)
    assert sum(1 for _ in tour.main_view(program)) == 33


def press(program: Program, key: Qt.Key) -> None:
    QTest.keyClick(program.window, key, Qt.KeyboardModifier.ControlModifier)
    tour.settle(program)


def test_the_letters_grow_and_shrink_by_keys(program: Program):
    keys = {Qt.Key.Key_Plus: 110, Qt.Key.Key_Minus: 100, Qt.Key.Key_0: 100}
    usual = program.shell.fontMetrics().height()
    for key, size in keys.items():
        press(program, key)
        assert program.workplace.preferences.text_size == size
    for _ in range(12):
        press(program, Qt.Key.Key_Plus)
    assert program.workplace.preferences.text_size == 200
    assert program.shell.fontMetrics().height() == pytest.approx(usual * 2, abs=2)
    press(program, Qt.Key.Key_0)
    assert program.shell.fontMetrics().height() == usual


def test_numbers_of_a_language_stand_on_the_page(program: Program, open_tab):
    program.choose_language("ckb")
    page = open_tab("attendance")
    assert any("٣٥" in label.text() for label in program.shell.findChildren(QLabel))
    assert page.isVisible()


@pytest.mark.parametrize(("language", "text"), [("ar", "إلغاء"), ("ckb", "پاشگەزبوونەوە")])
def test_qt_speaks_the_language_too(program: Program, language: str, text: str):
    program.choose_language(language)
    program.messages.ask("?", "!", lambda: None)
    (box,) = program.window.findChildren(QMessageBox)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == text
    box.close()


def test_the_place_stays_when_the_language_changes(program: Program, open_tab):
    open_tab("attendance")
    before = program.shell.where
    program.choose_language("ar")
    assert program.shell.where == before
    assert before.tab == "attendance"


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
def test_every_appearance_can_be_read(program: Program, appearance: str):
    """Letters against their ground: at least 4.5 to 1 (WCAG AA)."""
    program.choose_appearance(appearance)
    colours = program.theme.colours
    pairs = [
        (colours.text, colours.window), (colours.text, colours.base), (colours.muted, colours.base),
        (colours.muted, colours.window), (colours.on_accent, colours.accent), (colours.accent, colours.tint),
        (colours.good, colours.good_tint), (colours.late, colours.late_tint), (colours.leave, colours.leave_tint),
        (colours.bad, colours.bad_tint), (colours.bad, colours.base), (colours.text, colours.late_tint),
    ]  # fmt: skip
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, relative luminance."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def reached_by_tab(page: QWidget) -> tuple[list[QWidget], bool]:
    """Every control that Tab comes to, and whether it comes back to the first."""
    window = page.window()
    window.activateWindow()
    QApplication.processEvents()
    if window.focusWidget() is None:
        window.focusNextChild()
    seen = [window.focusWidget()]
    while len(seen) < 200:
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        here = window.focusWidget()
        if here in seen:
            return seen, here is seen[0]
        seen.append(here)
    return seen, False


def waits_for_tab(one: QWidget, page: QWidget) -> bool:
    """Of buttons of which only one is chosen, Tab comes to that one, and arrows to the others."""
    can = one.isVisibleTo(page) and one.isEnabled() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    is_one_of_several = isinstance(one, QAbstractButton) and (
        one.autoExclusive() or (one.group() is not None and one.group().exclusive())
    )
    return can and one.focusProxy() is None and one.window() is page.window() and not is_one_of_several


@pytest.mark.parametrize("language", ["en", "ar"])
def test_tab_comes_to_everything_and_is_held_by_nothing(program: Program, language: str):
    program.choose_language(language)
    for name, page in tour.main_view(program):
        seen, comes_back = reached_by_tab(page)
        assert comes_back, f"{name}: held by {seen[-1].accessibleName()!r}"
        missed = [one for one in page.findChildren(QWidget) if waits_for_tab(one, page) and one not in seen]
        assert [f"{type(one).__name__} {one.accessibleName()}" for one in missed] == [], name


_TURNS = """
import gc, sys
from pathlib import Path
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from ui.preferences import Preferences
from ui.window.program import Program
from ui.window.qt_words import QtWords
app = QApplication([])
answer = QtWords.translate
def with_garbage(self, *asked):
    gc.collect()  # as Python may at any moment
    return answer(self, *asked)
gc.disable()
for turn in range(4):
    program = Program(app, Preferences(Path(sys.argv[1]) / "sijil.ini"), Path(sys.argv[1]) / "none", "0")
    program.choose_language(("ar", "ckb", "en")[turn % 3])
    program.itself = program
    del program
QtWords.translate = with_garbage
QKeySequence("Ctrl+N")
print("done")
"""


def test_a_change_of_language_never_stands_still(tmp_path: Path):
    """Qt asks its translator under a lock; garbage found in the middle of the answer must not wait for that lock."""
    command = [sys.executable, "-c", _TURNS, str(tmp_path)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert found.stdout == "done\n", found.stderr


def outline(box: QWidget, program: Program) -> float:
    """By how much the clearest pixel of the box itself differs from the ground it lies on."""
    box.ensurePolished()
    box.resize(box.sizeHint())
    picture = QImage(box.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor(program.theme.colours.base))
    box.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    return max(contrast(one, program.theme.colours.base) for one in seen)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
def test_a_box_without_a_tick_can_be_seen(program: Program, appearance: str, kind: type[QAbstractButton]):
    """Its outline against its ground: at least 3 to 1 (WCAG AA)."""
    program.choose_appearance(appearance)
    box = kind()
    assert outline(box, program) >= 3
    box.setEnabled(False)
    assert outline(box, program) >= 1.5, "also where it waits"


def test_the_wheel_changes_no_value_and_no_page(program: Program):
    tried = set()
    for name, page in tour.main_view(program):
        for one in page.findChildren(QWidget):
            if isinstance(one, QComboBox | QAbstractSpinBox | QTabBar) and one.isVisibleTo(page) and one.isEnabled():
                tried.add(type(one).__name__)
                before = _shows(one)
                one.setFocus()
                for turn in (120, -120):
                    _turn_wheel(one, turn)
                    assert _shows(one) == before, f"{name}: {one.accessibleName()}"
    assert {"QTabBar", "ChoiceEditor", "ChoiceField", "NumberField", "QSpinBox"} <= tried


def _shows(one: QWidget) -> object:
    return one.text() if isinstance(one, QAbstractSpinBox) else one.currentIndex()


def _turn_wheel(one: QWidget, by: int) -> None:
    place = QPointF(one.rect().center())
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(
        one, QWheelEvent(place, QPointF(one.mapToGlobal(place)), QPoint(), QPoint(0, by), *none, False)
    )
