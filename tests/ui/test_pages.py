"""Every page in every language: opened without a warning, mirrored, named for a screen reader, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from resources.words import LANGUAGES
from ui import tour
from ui.program import Program

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
INNER = {"qt_spinbox_lineedit", "QtComboBoxPrivateContainer"}  # Qt's own parts of a control that has a name


def controls_of(page: QWidget) -> list[QWidget]:
    found = []
    for kind in CONTROLS:
        found += [one for one in page.findChildren(kind) if one.isVisibleTo(page)]
    return [one for one in found if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.objectName() not in INNER]


def name_of(control: QWidget) -> str:
    return control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_mirrored_and_named(program: Program, language: str):
    program.choose_language(language)
    expected = Qt.LayoutDirection.LeftToRight if language == "en" else Qt.LayoutDirection.RightToLeft
    seen = []
    for name, page in tour.main_view(program):
        seen.append(name)
        assert page.layoutDirection() == expected, name
        nameless = [type(one).__name__ for one in controls_of(page) if not name_of(one)]
        assert nameless == [], name
    assert len(seen) == 32


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_run_opens_in_every_language(empty_program: Program, language: str):
    empty_program.choose_language(language)
    for name, page in tour.first_run(empty_program):
        assert [type(one).__name__ for one in controls_of(page) if not name_of(one)] == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_button_is_cut_off_in_a_small_window(program: Program, language: str):
    program.choose_language(language)
    program.window.resize(1024, 600)
    for name, page in tour.main_view(program):
        assert page is not program.window or page.width() <= 1024, f"{name} needs {page.width()} pixels"
        for button in page.findChildren(QPushButton):
            if button.isVisibleTo(page) and button.text():
                assert button.width() >= button.minimumSizeHint().width(), f"{name}: {button.text()}"


def test_numbers_of_a_language_stand_on_the_page(program: Program, open_tab):
    program.choose_language("ckb")
    page = open_tab("attendance")
    assert any("٣٥" in label.text() for label in program.shell.findChildren(QLabel))
    assert page.isVisible()


@pytest.mark.parametrize(("language", "text"), [("ar", "إلغاء"), ("ckb", "هەڵوەشاندنەوە")])
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
