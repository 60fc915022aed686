"""The window of two answers: both doors of a conflict, what a newer version said, and what was answered meanwhile."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton

from jobs.people.conflicts import settle, two_answers
from models import opening
from models.errors import AnsweredMeanwhile
from models.records import Institution
from tests import newer
from tests.ui.test_first_run import click, said
from tests.ui.test_work import is_open
from ui.people.conflicts import ConflictsDialog
from ui.window.program import Program


@pytest.fixture
def dialog(program: Program, tmp_path: Path) -> ConflictsDialog:
    """An institution that was removed on one laptop, and edited on another."""
    store = program.workplace.store
    edited = store.institutions.all()[0].id
    with opening.create(tmp_path / "elsewhere")[0] as other:
        other.receive(store.changes())
        with other.step() as step:
            step.change(Institution, edited, {"removed": True})
        with store.step() as step:
            step.change(Institution, edited, {"incomplete": True})
        store.receive(other.changes())
    made = ConflictsDialog(program.workplace, program.window)
    made.open()
    return made


def choices(dialog: ConflictsDialog) -> dict[str, QRadioButton]:
    return {one.text().strip("\u2068\u2069"): one for one in dialog.findChildren(QRadioButton) if one.isVisible()}


@pytest.mark.parametrize(("answer", "is_removed"), [("no", False), ("yes", True)])
def test_an_edited_record_is_kept_or_removed(dialog: ConflictsDialog, program: Program, answer, is_removed):
    store = program.workplace.store
    before = store.institutions.count()
    (question,) = two_answers(store)
    offered = choices(dialog)
    assert set(offered) == {"yes", "no"}
    offered[answer].click()
    click(dialog, "This one is right")
    assert store.institutions.count() == before - is_removed
    assert store.institutions.get(question.record_id).removed is is_removed
    assert two_answers(store) == []
    assert not is_open(program, ConflictsDialog)


def test_a_choice_of_a_newer_version_says_so(program: Program):
    store = program.workplace.store
    person = store.participants.all()[0]
    newer.say(store, "participant", person.id, sex="Q")
    newer.say_beside(store, "participant", person.id, sex="F")
    made = ConflictsDialog(program.workplace, program.window)
    made.open()
    assert {one.replace("\u2068", "").replace("\u2069", "") for one in choices(made)} >= {
        "from a newer version: Q", "Woman",
    }  # fmt: skip


def test_a_field_of_a_newer_version_is_asked_about_by_the_name_it_has(program: Program):
    store = program.workplace.store
    person = store.participants.all()[0]
    newer.say(store, "participant", person.id, shoe_size="41")
    newer.say_beside(store, "participant", person.id, shoe_size="43")
    made = ConflictsDialog(program.workplace, program.window)
    made.open()
    assert "shoe_size" in said(made)
    next(one for text, one in choices(made).items() if "41" in text).click()
    click(made, "This one is right")
    assert two_answers(store) == []
    assert store.history(person.id)[-1].sets == {"shoe_size": "41"}


def test_what_was_answered_meanwhile_is_told_and_no_longer_asked(dialog: ConflictsDialog, program: Program, qtbot):
    store = program.workplace.store
    (question,) = two_answers(store)
    with store.another() as other:
        settle(other, question, next(one for one in question.answers if one.value is False))
    choices(dialog)["yes"].click()
    with qtbot.capture_exceptions() as raised:
        click(dialog, "This one is right")
    assert [kind for kind, _, _ in raised] == [AnsweredMeanwhile]
    assert not store.institutions.get(question.record_id).removed
    assert not is_open(program, ConflictsDialog)
