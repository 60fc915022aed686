"""What people answer at a training, under its notice; and what holds of them over all trainings."""

from datetime import date

import pytest

from jobs.desk.registering import register, walk_in
from jobs.people import editing, erasing
from jobs.people.directory import consents_of
from jobs.people.joining import join
from jobs.people.on_file import content_about
from jobs.trainings import notices
from models.people.proposals import CONFIRMED
from models.records import Enrolment, Participant, Programme, Training
from models.records.codes import Consent
from models.store import Store
from models.texts import Text
from models.training import roster
from models.training.consents import CONSENTS
from resources.words import words_for

YES, NO, SILENT = Consent.YES, Consent.NO, Consent.UNKNOWN


@pytest.fixture
def person(store: Store, training: Training) -> Participant:
    with store.step() as step:
        step.add(Training(id="t2", programme_id="p1", code="T-2"))
    made = walk_in("Karwan Ahmed Omar")
    for training_id in ("t1", "t2"):
        register(store, made, training_id, "")
    return made


def enrolment(store: Store, person: Participant, training_id: str) -> Enrolment:
    found = store.enrolments.where(participant_id=person.id, training_id=training_id)
    return found[0]


def answer(store: Store, person: Participant, training_id: str, said: Consent, day: date | None = None) -> None:
    with store.step() as step:
        own = enrolment(store, person, training_id)
        step.change(Enrolment, own.id, {"consent_invite": said, "consent_on": day})


def shown(store: Store, training_id: str) -> Enrolment:
    (one,) = roster.load(store, training_id).attendees
    return one.enrolment


def test_an_answer_has_its_day_and_the_notice_of_its_training(store: Store, person: Participant):
    own = enrolment(store, person, "t1")
    editing.edit_enrolment(store, own.id, "consent_share", YES)
    asked = store.enrolments.get(own.id)
    assert asked.consent_on is not None
    assert asked.consent_notice == notices.version_at(store, "t1")
    assert enrolment(store, person, "t2").consent_share is SILENT, "there nobody asked"
    before = dict(store.history(own.id)[-1].sets)
    editing.edit_enrolment(store, own.id, "note", "vegetarian")
    assert set(before) == {"consent_share", "consent_on", "consent_notice"}
    assert set(store.history(own.id)[-1].sets) == {"note"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_notice_of_the_training_goes_before_the_programmes(store: Store, person: Participant, language: str):
    words = words_for(language)
    versions = [notices.version_at(store, "t1")]
    for record_type, own_id, text in ((Programme, "p1", "Of the programme."), (Training, "t1", "Of the training.")):
        with store.step() as step:
            step.change(record_type, own_id, {"notice": Text(**{language: text})})
        found = roster.load(store, "t1")
        assert notices.notice(found.training, found.programme, words) == text
        versions.append(notices.version_at(store, "t1"))
    other = words_for("ckb")
    assert notices.notice(found.training, found.programme, other) == notices.standard_notice(other)
    assert len(set(versions)) == len(versions), "each text has its own version"
    assert notices.version_at(store, "t2") == versions[1], "another training of the programme has the programme's"


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [
        ((YES, 1), (NO, 2), NO),
        ((NO, 1), (YES, 2), NO),
        ((YES, 2), (SILENT, 3), YES),
        ((SILENT, None), (YES, None), YES),
    ],
)
def test_over_all_trainings_whoever_said_no_once_has_said_no(
    store: Store, person: Participant, first, second, holds: Consent
):
    for training_id, (said, day) in (("t1", first), ("t2", second)):
        answer(store, person, training_id, said, date(2015, 9, day) if day else None)
    assert consents_of(store, person.id)["consent_invite"] is holds
    assert tuple(consents_of(store, person.id)) == CONSENTS


@pytest.fixture
def twin(store: Store, person: Participant) -> Participant:
    """A second entry of the same person, in the same training."""
    made = walk_in("Karwan Ahmad Omer")
    register(store, made, "t1", "")
    join(store, person.id, made.id, {})
    return made


def test_of_joined_entries_in_one_training_the_stricter_holds(store: Store, person: Participant, twin: Participant):
    answer(store, person, "t1", YES, date(2015, 9, 13))
    assert shown(store, "t1").consent_invite is YES, "silence is no answer"
    answer(store, twin, "t1", NO, date(2015, 9, 12))
    assert (shown(store, "t1").consent_invite, shown(store, "t1").consent_on) == (NO, date(2015, 9, 13))
    assert consents_of(store, twin.id)["consent_invite"] is NO
    editing.edit_enrolment(store, shown(store, "t1").id, "consent_invite", YES)
    assert shown(store, "t1").consent_invite is YES, "asked again, both entries say so"
    assert consents_of(store, person.id)["consent_invite"] is YES


def test_the_paper_about_a_person_says_what_was_answered_where_and_erasure_takes_it(store: Store, person: Participant):
    with store.step() as step:
        step.change(Participant, person.id, CONFIRMED)
    editing.edit_enrolment(store, enrolment(store, person, "t2").id, "consent_photo", NO)
    told = str(content_about(store, person.id, words_for("en")))
    assert "('T-2', 'Photographs may be published', 'No')" in told
    assert "('Training', 'Photographs may be published'" not in told
    erasing.erase(store, erasing.note_request(store, person.id, date(2015, 9, 16)), date(2015, 9, 16))
    left = enrolment(store, person, "t2")
    assert (left.consent_photo, left.consent_on, left.consent_notice) == (SILENT, None, "")
