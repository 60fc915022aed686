"""Undo says whose it is: by name, in the language of the window, and never a name that was erased."""

from datetime import date

import pytest

from jobs.desk.registering import mark, register, walk_in
from jobs.people.erasing import erase, note_request
from jobs.trainings.editing import edit_training
from jobs.undo_words import undo_words
from models.records import Institution, Participant
from models.records.codes import MarkState
from models.store import Store
from models.texts import Text
from models.training import roster
from resources.words import words_for

EN = words_for("en")


def said(store: Store, language: str = "en") -> str:
    return undo_words(store, words_for(language)).replace("\u2068", "").replace("\u2069", "")


def test_nothing_to_undo_says_nothing(store: Store):
    assert undo_words(store, EN) == ""


def test_a_registration_names_the_person_in_the_language_of_the_window(store: Store, training):
    register(store, walk_in("Karwan Ahmed Omar"), training.id, "s1")
    assert said(store) == "registration – Karwan Ahmed Omar"
    person = store.participants.all()[0]
    edited = {"name_arabic": "كاروان أحمد عمر", "arabic_proposed": False}
    with store.step("edit") as step:
        step.change(Participant, person.id, edited)
    assert said(store, "ar").endswith("– كاروان أحمد عمر")
    assert said(store, "ckb").endswith("– كاروان أحمد عمر")


def test_a_mark_names_whose_it_is_and_many_are_counted(store: Store, training):
    for name in ("Karwan Ahmed Omar", "Layla Hassan"):
        register(store, walk_in(name), training.id, "")
    one, other = roster.load(store, training.id).participants
    mark(store, [(one, session, MarkState.PRESENT) for session in ("s1", "s2")])
    assert said(store) == f"attendance mark – {one.participant.name_latin}"
    mark(store, [(who, "s3", MarkState.PRESENT) for who in (one, other)])
    assert said(store) == "attendance mark – 2 people"
    store.undo()
    assert said(store) == f"attendance mark – {one.participant.name_latin}"


def test_where_nobody_is_concerned_the_thing_is_named(store: Store, training):
    edit_training(store, training.id, "hours", 14)
    assert said(store) == "change of the plan – Training"
    with store.step("edit") as step:
        step.add(Institution(id="i", name=Text(en="Ministry of Health")))
    assert said(store) == "edit – Ministry of Health"


def test_a_name_that_was_erased_is_never_said(store: Store, training):
    register(store, walk_in("Karwan Ahmed Omar"), training.id, "")
    person = store.participants.all()[0]
    with store.another() as elsewhere, elsewhere.step() as step:
        step.erase(Participant.KIND, person.id, {"name_latin", "name_arabic", "name_sorani"})
    assert "Karwan" not in said(store)
    assert "Omar" not in said(store, "ar")


@pytest.mark.parametrize("language", ["en", "ar", "ckb"])
def test_after_an_erasure_nothing_is_left_to_name(store: Store, training, language):
    register(store, walk_in("Karwan Ahmed Omar"), training.id, "")
    request = note_request(store, store.participants.all()[0].id, date(2015, 9, 13))
    erase(store, request, date(2015, 9, 13))
    assert said(store, language) == ""
