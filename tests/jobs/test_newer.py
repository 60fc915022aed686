"""What a newer version wrote: another edit leaves it alone, and whoever looks is told that it is there."""

import csv
import json
from pathlib import Path

import pytest

from jobs.desk.registering import mark, register, walk_in
from jobs.lists.exporting import as_data, export
from jobs.people import editing
from jobs.people.joining import compared, join, separate
from jobs.people.on_file import content_about, data_about
from jobs.trainings.rules import edit_rule
from models.errors import FromNewerVersion
from models.people.entries import person
from models.people.proposals import confirmed
from models.records import Enrolment
from models.records.codes import EnrolmentState, MarkState, Role, Sex
from models.records.enrolments import mark_id
from models.store import Store
from models.training import roster
from resources.words import LANGUAGES, words_for
from tests import newer

SAYS = {"en": "from a newer version", "ar": "من إصدار أحدث", "ckb": "لە وەشانێکی نوێترەوە"}


@pytest.fixture
def enrolment(store: Store, training) -> Enrolment:
    """Of somebody who is in the training as this version does not know it."""
    made = register(store, confirmed(walk_in("Karwan Ahmed Omar")), training.id, "")
    newer.say(store, "enrolment", made.id, state="travelling", role="mentor", consent_on="2026-W01")
    newer.say(store, "participant", made.participant_id, sex="Q")
    return store.enrolments.get(made.id)


def test_the_note_is_edited_and_nothing_else(store, enrolment):
    assert enrolment.unread == {"state", "role", "consent_on"}
    editing.edit_enrolment(store, enrolment.id, "note", "vegetarian")
    assert dict(store.history(enrolment.id)[-1].sets) == {"note": "vegetarian"}
    assert store.enrolments.get(enrolment.id).unread == {"state", "role", "consent_on"}


def test_a_mark_does_not_say_that_whoever_is_in_an_unknown_state_came(store, training, enrolment):
    (one,) = roster.load(store, training.id).attendees
    mark(store, [(one, "s0", MarkState.PRESENT)])
    assert store.history(enrolment.id)[-1].sets == {"state": "travelling", "role": "mentor", "consent_on": "2026-W01"}


def test_whoever_registers_at_the_desk_has_come(store, training, enrolment):
    register(store, store.participants.get(enrolment.participant_id), training.id, "s0")
    found = roster.load(store, training.id).attendees[0].enrolment
    assert (found.state, found.unread) == (EnrolmentState.CAME, {"role", "consent_on"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_so(store, training, enrolment, tmp_path: Path, language):
    own = mark_id(enrolment.id, "s0")
    newer.say(store, "mark", own, enrolment_id=enrolment.id, session_id="s0", state="by video")
    export(store, roster.load(store, training.id), tmp_path / "list.csv", words_for(language))
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        (_, row) = csv.reader(file)
    assert row.count(SAYS[language]) == len(("sex", "consent_on", "role", "state", "mark"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_about_a_person_says_so(store, training, enrolment, language):
    own = mark_id(enrolment.id, "s0")
    newer.say(store, "mark", own, enrolment_id=enrolment.id, session_id="s0", state="by video")
    content = content_about(store, enrolment.participant_id, words_for(language))
    assert str(content).count(SAYS[language]) == len(("sex", "consent_on", "role", "mark"))


def test_data_name_what_could_not_be_read(store, training, enrolment):
    (found,) = data_about(store, enrolment.participant_id)["enrolments"]
    assert found["from_newer_version"] == ["consent_on", "role", "state"]
    (shown,) = as_data(roster.load(store, training.id))["participants"]
    assert (shown["role"], shown["sex"]) == (None, None)
    json.dumps(shown)


def test_of_two_entries_the_one_that_is_understood_can_be_chosen(store, training, enrolment):
    other = confirmed(walk_in("Karwan Ahmad Omar"))
    register(store, other, training.id, "")
    editing.edit_participant(store, other.id, "sex", Sex.MALE)
    first, second = store.participants.get(enrolment.participant_id), store.participants.get(other.id)
    (row,) = [one for one in compared(first, second) if one.field == "sex"]
    assert row.is_choice
    for chosen, sex, unread in ((first, Sex.UNKNOWN, True), (second, Sex.MALE, False)):
        join(store, first.id, second.id, {"sex": chosen.id})
        shown = person(store, first.id)
        assert (shown.sex, "sex" in shown.unread) == (sex, unread)
        separate(store, second.id)
    join(store, first.id, second.id, {})
    (one,) = roster.load(store, training.id).attendees
    assert (one.enrolment.state, "state" in one.enrolment.unread) == (EnrolmentState.CAME, False)
    assert one.enrolment.role is Role.PARTICIPANT


def test_rules_that_cannot_be_read_are_met_by_nobody_and_not_replaced(store, training, enrolment):
    newer.say(store, "programme", "p1", rules="ask head office")
    (one,) = roster.load(store, training.id).attendees
    mark(store, [(one, f"s{n}", MarkState.PRESENT) for n in range(4)])
    (one,) = roster.load(store, training.id).attendees
    assert not one.verdict.earned
    with pytest.raises(FromNewerVersion):
        edit_rule(store, "p1", "sessions", 2)
    assert store.history("p1")[-1].sets == {"rules": "ask head office"}
