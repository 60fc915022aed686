"""A form over what a newer version wrote: it says so, and writes over it only what somebody picks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.records.codes import EnrolmentState, Sex
from tests import newer
from tests.ui.test_first_run import said
from tests.ui.widgets.test_forms import field, type_into
from ui.training.participants.attendee_card import AttendeeCard

NEWER = "from a newer version"


@pytest.fixture
def card(program, training_here, qtbot) -> AttendeeCard:
    """Of somebody whose state, sex and year of birth this version does not understand."""
    one = program.workplace.roster(training_here.id).attendees[0]
    store = program.workplace.store
    newer.say(store, "enrolment", one.enrolment.id, state="travelling")
    newer.say(store, "participant", one.participant.id, sex="Q", birth_year="about 1980")
    made = AttendeeCard(program.workplace)
    qtbot.addWidget(made)
    made.show()
    made.show_attendee(program.workplace.roster(training_here.id).attendees[0])
    return made


@pytest.fixture
def enrolment_id(card) -> str:
    return card._attendee.enrolment.id


def choose(editor, text: str) -> None:
    """As somebody does who opens the list and takes an entry."""
    editor.setFocus()
    editor.setCurrentIndex(editor.findText(text))
    editor.activated.emit(editor.currentIndex())


def test_a_choice_says_that_it_is_from_a_newer_version(card):
    for name in ("State", "Sex"):
        assert field(card, name).currentText() == NEWER
    assert field(card, "Year of birth").text() == ""
    assert said(card).split("\n").count(NEWER) == 1, "below the field that is no choice"


def test_going_through_the_form_writes_nothing(card, program, enrolment_id):
    store = program.workplace.store
    before = len(list(store.changes()))
    for name in ("State", "Sex", "Year of birth"):
        field(card, name).setFocus()
        QTest.keyClick(field(card, name), Qt.Key.Key_Return)
    choose(field(card, "State"), NEWER)
    card.commit()
    assert len(list(store.changes())) == before


def test_editing_the_note_writes_the_note(card, program, enrolment_id):
    store = program.workplace.store
    type_into(field(card, "Note"), "vegetarian")
    QTest.keyClick(field(card, "Note"), Qt.Key.Key_Return)
    assert store.history(enrolment_id)[-1].sets == {"note": "vegetarian"}
    assert field(card, "State").currentText() == NEWER


def test_whoever_picks_a_value_replaces_it_even_by_the_usual_one(card, program, enrolment_id):
    store = program.workplace.store
    choose(field(card, "State"), "Nominated")
    assert store.history(enrolment_id)[-1].sets == {"state": "nominated"}
    assert store.enrolments.get(enrolment_id).state is EnrolmentState.NOMINATED
    assert field(card, "State").findText(NEWER) == -1, "it cannot be picked again"
    choose(field(card, "Sex"), "Woman")
    type_into(field(card, "Year of birth"), "1980")
    QTest.keyClick(field(card, "Year of birth"), Qt.Key.Key_Return)
    QApplication.processEvents()
    person = store.participants.get(store.enrolments.get(enrolment_id).participant_id)
    assert (person.sex, person.birth_year, person.unread) == (Sex.FEMALE, 1980, set())
    assert NEWER not in said(card)
