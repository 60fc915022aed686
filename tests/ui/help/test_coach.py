"""The short tour: once, after the first records were opened; by keys alone; in the window's direction."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resources.words import LANGUAGES
from tests.ui.looking import cut_off, nameless
from tests.ui.test_first_run import click
from ui import tour
from ui.help.coach import Coach
from ui.window.program import Program
from ui.window.where import Where


@pytest.fixture
def newcomer(empty_program: Program) -> Program:
    """Somebody who has never seen the program."""
    empty_program.messages.preferences.set("tour", "")
    return empty_program


def coach_of(program: Program) -> Coach | None:
    tour.settle(program)
    return next((one for one in program.shell.findChildren(Coach) if one.isVisible()), None)


def test_it_is_shown_once_and_taken_by_enter(newcomer: Program):
    click(newcomer.window, "Look around")
    tour.settle(newcomer)
    coach = coach_of(newcomer)
    assert coach is not None
    texts = []
    while coach.isVisible():
        assert coach.rect().contains(coach.bubble.geometry())
        assert not coach.bubble.geometry().intersects(coach._target()), coach.text.text()
        assert newcomer.window.focusWidget() is coach.next
        texts.append(coach.text.text())
        QTest.keyClick(coach.next, Qt.Key.Key_Space)
        QApplication.processEvents()
    assert len(texts) == len(set(texts)) == 5
    assert any("A training goes through these pages" in text for text in texts)
    newcomer.choose_language("ar")
    assert coach_of(newcomer) is None
    newcomer.close_register()
    newcomer.start()
    assert coach_of(newcomer) is None


def test_whoever_has_enough_is_left_alone(newcomer: Program):
    click(newcomer.window, "Start new training records")
    click(newcomer.window, "Without a passphrase")
    coach = coach_of(newcomer)
    assert coach is not None
    QTest.keyClick(coach.next, Qt.Key.Key_Escape)
    assert coach_of(newcomer) is None
    assert newcomer.workplace.preferences.get("tour") == "seen"


def test_whoever_knows_the_program_is_not_asked(empty_program: Program):
    click(empty_program.window, "Look around")
    tour.settle(empty_program)
    assert coach_of(empty_program) is None


@pytest.mark.parametrize("text_size", [100, 150])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_small_window_in_every_language(program: Program, training_here, language: str, text_size: int):
    program.choose_text_size(text_size)
    program.choose_language(language)
    program.window.resize(1024, 600)
    program.shell.go(Where("trainings", training_here.id, "plan"))
    program.show_tour()
    coach = coach_of(program)
    assert coach is not None
    while coach.isVisible():
        tour.settle(program)
        assert coach.rect().contains(coach.bubble.geometry())
        assert cut_off(coach) == []
        assert nameless(coach) == []
        coach.next.click()


def test_it_follows_the_window(program: Program, training_here):
    program.shell.go(Where("trainings", training_here.id, "plan"))
    program.show_tour()
    coach = coach_of(program)
    assert coach is not None
    program.window.resize(1300, 760)
    tour.settle(program)
    assert coach.size() == program.shell.size()
