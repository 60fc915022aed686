"""The line at the foot: Undo says whose it is, before and afterwards."""

import pytest
from PySide6.QtWidgets import QPushButton

from jobs.desk.registering import register, walk_in
from resources.words import words_for
from tests.ui.test_first_run import said
from ui import tour
from ui.window.program import Program

NAME = "Karwan Ahmed Omar"


@pytest.mark.parametrize("language", ["en", "ar", "ckb"])
def test_undo_names_the_person_and_so_does_the_news_afterwards(program: Program, training_here, language: str):
    program.choose_language(language)
    say = words_for(language).say
    register(program.workplace.store, walk_in(NAME), training_here.id, "")
    tour.settle(program)
    action = f"{say('registration')} – \u2068{NAME}\u2069"
    (button,) = [one for one in program.shell.status.findChildren(QPushButton) if NAME in one.text()]
    assert button.accessibleName() == button.toolTip() == say("Undo: {action}", action=action)
    button.click()
    tour.settle(program)
    assert say("Undone: {action}", action=action) in said(program.shell.status)
    assert not button.isVisible()
