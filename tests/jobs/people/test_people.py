"""The directory, corrections, two answers, the recovery page."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from jobs.desk.registering import register, walk_in
from jobs.papers.recovery_code import print_recovery_code
from jobs.people import conflicts, directory, editing
from jobs.people.joining import join, separate
from models import checks, opening
from models.people import proposals
from models.people.proposals import confirmed
from models.records import Participant, SamePerson, Training
from models.records.codes import Sameness, Sex
from models.records.devices import same_person_id
from models.records.enrolments import enrolment_id
from models.storage.folder import free_folder_beside, is_synced
from models.training import roster
from resources.words import LANGUAGES, words_for


def joined(store, one, other) -> None:
    link = SamePerson(id=same_person_id(one.id, other.id), first_id=one.id, second_id=other.id, answer=Sameness.SAME)
    with store.step() as step:
        step.add(link)


def test_two_entries_of_one_person_are_one_line_with_all_trainings(store, training):
    with store.step() as step:
        step.add(Training(id="other", code="O"))
    one, other = walk_in("Karwan Ahmed Omar"), walk_in("کاروان ئەحمەد عومەر")
    register(store, one, training.id, "")
    register(store, other, "other", "")
    joined(store, one, other)
    (entry,) = directory.search(store, "karwan", 10, "en")
    assert entry.trainings == 2
    assert (entry.participant.name_latin, entry.participant.name_arabic) == ("Karwan Ahmed Omar", other.name_arabic)
    assert {taken.training.id for taken in directory.trainings_of(store, other.id)} == {"t1", "other"}
    assert len(directory.newest(store, 10)) == 1


def test_whoever_is_called_so_comes_first(store, training):
    for name in ("Rebin Aziz Latif", "Hiwa Rebin Salih"):
        register(store, confirmed(walk_in(name)), training.id, "")
    names = [one.participant.name for one in directory.search(store, "rebin", 10, "en")]
    assert names == ["Rebin Aziz Latif", "Hiwa Rebin Salih"]


def test_confirming_and_removing_made_names_reaches_every_entry(store, training):
    one, other = walk_in("Karwan Ahmed Omar"), walk_in("Karwan Ahmad Omar")
    for person in (one, other):
        register(store, person, training.id, "")
    joined(store, one, other)
    editing.confirm_names(store, one.id)
    assert not any(found.has_open_name for found in store.participants.all())
    store.undo()
    editing.drop_proposed_names(store, one.id)
    assert {found.name_arabic for found in store.participants.all()} == {""}
    assert proposals.waiting(store) == []


def test_two_answers_name_who_said_what(store, training, tmp_path: Path):
    person = confirmed(walk_in("Karwan Ahmed Omar"))
    register(store, person, training.id, "s0")
    with opening.create(tmp_path / "elsewhere")[0] as other:
        other.receive(store.changes())
        for here, sex, who in ((store, Sex.MALE, "Maryam"), (other, Sex.FEMALE, "Faris")):
            here.who = who
            with here.step("edit") as step:
                step.change(Participant, person.id, {"sex": sex})
        store.receive(other.changes())
    (question,) = conflicts.two_answers(store)
    assert (question.about, question.field, question.code_kind) == ("Karwan Ahmed Omar", "sex", "sex")
    assert {(one.text, one.who) for one in question.answers} == {("M", "Maryam"), ("F", "Faris")}
    assert sum(one.is_shown for one in question.answers) == 1
    conflicts.settle(store, question, next(one for one in question.answers if one.who == "Faris"))
    assert store.participants.get(person.id).sex is Sex.FEMALE
    assert conflicts.two_answers(store) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_recovery_code_is_printed_whole(store, tmp_path: Path, language: str):
    code = "069QG-ESM4V-VQFPP-Y01V9-7RMFF-XX862-1MR51-Y1Z54"
    print_recovery_code(store, code, tmp_path / "code.pdf", words_for(language))
    document = pypdfium2.PdfDocument(tmp_path / "code.pdf")
    assert len(document) == 1
    assert code in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize("name", ["OneDrive - Ministry", "Dropbox", "Google Drive", "iCloudDrive", "Nextcloud"])
def test_a_synced_folder_is_warned_of(tmp_path: Path, name: str):
    folder = tmp_path / name / "register"
    assert is_synced(folder)
    with opening.create(folder)[0] as store:
        assert checks.ProblemKind.SYNCED in {one.kind for one in checks.check(store)}


def test_an_ordinary_folder_is_not_and_a_free_one_is_found(store):
    assert not is_synced(store.folder)
    assert checks.ProblemKind.SYNCED not in {one.kind for one in checks.check(store)}
    assert free_folder_beside(store.folder).name == "register-2"


@pytest.fixture
def twins(store, training) -> tuple[Participant, Participant]:
    """Two entries of one person that say different things."""
    made = []
    for name, phone in (("Karwan Ahmed Omar", "+9647501111111"), ("Karwan Ahmad Omer", "+9647502222222")):
        person = replace(confirmed(walk_in(name)), phone=phone)
        register(store, person, training.id, "")
        made.append(person)
    return made[0], made[1]


def test_joined_field_by_field_and_taken_apart_exactly(store, training, twins):
    first, second = twins
    join(store, first.id, second.id, {"name_latin": first.id, "phone": second.id})
    (one,) = directory.newest(store, 10)
    assert (one.participant.name, one.participant.phone) == (first.name_latin, second.phone)
    assert len(roster.load(store, training.id).attendees) == 1
    separate(store, second.id)
    assert {store.participants.get(one.id) for one in twins} == set(twins)
    assert len(roster.load(store, training.id).attendees) == 2


def test_joining_is_undone_by_undo(store, twins):
    join(store, twins[0].id, twins[1].id, {"phone": twins[1].id})
    assert store.undo() == "join"
    assert len(directory.newest(store, 10)) == 2


def test_an_edit_of_a_joined_person_is_what_is_shown(store, twins):
    first, second = twins
    join(store, first.id, second.id, {"phone": second.id})
    editing.edit_participant(store, min(first.id, second.id), "phone", "+9647503333333")
    (one,) = directory.newest(store, 10)
    assert one.participant.phone == "+9647503333333"
    editing.edit_participant(store, min(first.id, second.id), "phone", "")
    (one,) = directory.newest(store, 10)
    assert one.participant.phone == ""


def test_a_cleared_institution_is_gone_from_every_entry_of_the_person(store, training, twins):
    for one in twins:
        editing.edit_enrolment(store, enrolment_id(one.id, training.id), "institution_id", "Zagros Society")
    join(store, twins[0].id, twins[1].id, {})
    (shown,) = roster.load(store, training.id).attendees
    editing.edit_enrolment(store, shown.enrolment.id, "institution_id", "")
    (shown,) = roster.load(store, training.id).attendees
    assert shown.institution is None
    assert store.people.find("zagros") == []
    store.undo()
    assert store.people.find("zagros")


def test_one_of_three_taken_apart_leaves_the_other_two_joined(store, training, twins):
    first, second = twins
    third = confirmed(walk_in("Karwan Omar"))
    register(store, third, training.id, "")
    join(store, first.id, second.id, {})
    join(store, second.id, third.id, {})
    separate(store, second.id)
    known = store.identities
    assert known.canonical(first.id) == known.canonical(third.id) != known.canonical(second.id)
