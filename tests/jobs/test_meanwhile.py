"""What depends on what was read is checked when it is written: whoever comes second is told, and forces nothing."""

from collections.abc import Callable
from datetime import date

import pytest
from PIL import Image

from jobs.attendance.signatures import drop_photo, photos, take_photo
from jobs.desk.finding import send_deputy
from jobs.desk.registering import check_in, mark, mark_others, register, walk_in
from jobs.people import editing, erasing
from jobs.people.joining import join, separate
from jobs.trainings.agenda import move_session, remove_session
from models.errors import AnsweredMeanwhile, ChangedMeanwhile, RecordMissing
from models.people import proposals
from models.records import Enrolment, Participant, SamePerson
from models.records.codes import EnrolmentState, ErasureState, MarkState, Sameness
from models.records.devices import same_person_id
from models.records.enrolments import mark_id
from models.store import Store
from models.training import roster
from tests import newer

TODAY = date(2015, 9, 13)


def nominee(store: Store, training_id: str, name: str) -> roster.Attendee:
    enrolment = register(store, proposals.confirmed(walk_in(name)), training_id, "")
    with store.step() as step:
        step.change(Enrolment, enrolment.id, {"state": EnrolmentState.NOMINATED})
    found = roster.load(store, training_id).attendee(enrolment.id)
    assert found is not None
    return found


def told(store: Store, error: type[Exception], act: Callable[[], object]) -> None:
    """The error is raised, and not a single change is written."""
    before = len(list(store.changes()))
    with pytest.raises(error):
        act()
    assert len(list(store.changes())) == before


@pytest.fixture
def other(store: Store):
    """Another hand at the same records."""
    with store.another() as second:
        yield second


@pytest.fixture
def two(store: Store, training) -> list[Participant]:
    people = [walk_in(name) for name in ("Karwan Ahmed Omar", "Karwan Ahmad Omer")]
    for one in people:
        register(store, one, training.id, "")
    link = SamePerson(id=same_person_id(*(one.id for one in people)), first_id=people[0].id, second_id=people[1].id)
    with store.step() as step:
        step.add(link)
    return people


# The desk and the grid


def test_nobody_is_marked_in_a_session_that_was_removed(store, other, training):
    one = nominee(store, training.id, "Karwan Ahmed Omar")
    remove_session(other, "s1")
    told(store, RecordMissing, lambda: mark(store, [(one, "s0", MarkState.PRESENT), (one, "s1", MarkState.PRESENT)]))
    told(store, RecordMissing, lambda: mark_others(store, [one], "s1", MarkState.ABSENT))
    told(store, RecordMissing, lambda: check_in(store, one, "s1"))
    told(store, RecordMissing, lambda: register(store, walk_in("Sara Azad"), training.id, "s1"))
    told(store, RecordMissing, lambda: send_deputy(store, training.id, one, walk_in("Sara Azad"), "s1"))


def test_closing_a_day_marks_only_who_is_open_by_then(store, other, training):
    here, late, missing = (nominee(store, training.id, name) for name in ("Karwan Ahmed", "Sara Azad", "Hiwa Ali"))
    mark(other, [(here, "s0", MarkState.PRESENT)])
    newer.say(store, "mark", mark_id(late.enrolment.id, "s0"), enrolment_id=late.enrolment.id, session_id="s0",
              state="by video")  # fmt: skip
    mark_others(store, [here, late, missing], "s0", MarkState.ABSENT)
    found = {one.enrolment_id: one.state for one in store.marks.all()}
    assert (found[here.enrolment.id], found[missing.enrolment.id]) == (MarkState.PRESENT, MarkState.ABSENT)
    assert store.history(mark_id(late.enrolment.id, "s0"))[-1].sets["state"] == "by video"


@pytest.mark.parametrize("state", [EnrolmentState.CAME, EnrolmentState.REPLACED, EnrolmentState.DECLINED])
def test_nobody_comes_instead_of_whoever_has_come_or_sent_a_deputy(store, other, training, state):
    absent = nominee(store, training.id, "Karwan Ahmed Omar")
    editing.edit_enrolment(other, absent.enrolment.id, "state", state)
    told(store, ChangedMeanwhile, lambda: send_deputy(store, training.id, absent, walk_in("Sara Azad"), ""))


def test_a_deputy_has_the_institution_that_the_nominee_has_by_now(store, other, training):
    absent = nominee(store, training.id, "Karwan Ahmed Omar")
    editing.edit_enrolment(other, absent.enrolment.id, "governorate", "IQ-AR")
    made = send_deputy(store, training.id, absent, walk_in("Sara Azad"), "s0")
    assert store.enrolments.get(made.id).governorate == "IQ-AR"


def test_a_mark_does_not_undo_that_somebody_was_replaced(store, other, training):
    absent = nominee(store, training.id, "Karwan Ahmed Omar")
    send_deputy(other, training.id, absent, walk_in("Sara Azad"), "")
    mark(store, [(absent, "s0", MarkState.PRESENT)])
    assert store.enrolments.get(absent.enrolment.id).state is EnrolmentState.REPLACED


def test_whoever_was_edited_meanwhile_is_registered_as_they_are(store, other, training):
    register(store, walk_in("Karwan Ahmed Omar"), training.id, "")
    (shown,) = store.participants.all()
    editing.edit_participant(other, shown.id, "name_latin", "Karwan Ahmad Omer")
    register(store, shown, training.id, "s0")
    assert store.participants.get(shown.id).name_latin == "Karwan Ahmad Omer"


# The plan


def test_a_session_is_removed_once_and_not_moved_afterwards(store, other, training):
    remove_session(other, "s1")
    told(store, RecordMissing, lambda: remove_session(store, "s1"))
    told(store, RecordMissing, lambda: move_session(store, training.id, "s1", 0))


# People


def test_a_proposal_is_answered_once(store, other, training, two):
    same = next(one for one in proposals.waiting(store) if one.kind is proposals.ProposalKind.SAME_PERSON)
    proposals.reject(other, same)
    told(store, AnsweredMeanwhile, lambda: proposals.accept(store, same))
    told(store, AnsweredMeanwhile, lambda: join(store, two[0].id, two[1].id, {}, same))
    assert store.same_people.get(same.id).answer is Sameness.DIFFERENT


@pytest.mark.parametrize("answer", [proposals.accept, proposals.reject])
def test_a_made_name_is_answered_as_it_was_shown(store, other, training, two, answer):
    names = [one for one in proposals.waiting(store) if one.kind is proposals.ProposalKind.NAME]
    editing.edit_participant(other, two[1].id, "name_arabic", "كاروان أحمد")
    told(store, AnsweredMeanwhile, lambda: answer(store, *names))
    assert store.participants.get(two[1].id).name_arabic == "كاروان أحمد"
    answer(store, next(one for one in names if one.first.id == two[0].id))
    assert not store.participants.get(two[0].id).has_open_name


def test_nobody_is_joined_with_somebody_who_was_removed(store, other, training, two):
    with other.step() as step:
        step.change(Participant, two[1].id, {"removed": True})
    told(store, RecordMissing, lambda: join(store, two[0].id, two[1].id, {}))


def test_entries_are_taken_apart_once(store, other, training, two):
    join(store, two[0].id, two[1].id, {})
    separate(other, two[1].id)
    told(store, ChangedMeanwhile, lambda: separate(store, two[1].id))


def test_a_request_for_erasure_is_decided_once(store, other, training, two):
    request = erasing.note_request(store, two[0].id, TODAY)
    assert erasing.note_request(other, two[0].id, TODAY).id == request.id
    erasing.refuse(other, request, "the audit runs", TODAY)
    told(store, AnsweredMeanwhile, lambda: erasing.erase(store, request, TODAY))
    told(store, AnsweredMeanwhile, lambda: erasing.refuse(store, request, "no", TODAY))
    assert store.participants.get(two[0].id).name_latin == two[0].name_latin
    assert store.erasure_requests.get(request.id).reason == "the audit runs"


def test_what_a_newer_version_decided_about_a_request_is_not_decided_again(store, training, two):
    request = erasing.note_request(store, two[0].id, TODAY)
    newer.say(store, "erasure_request", request.id, state="handed to the ministry")
    told(store, AnsweredMeanwhile, lambda: erasing.erase(store, request, TODAY))
    assert store.erasure_requests.get(request.id).state is ErasureState.OPEN


def test_only_the_photograph_that_was_shown_is_removed(store, other, training, two, tmp_path):
    for name, colour in (("old", "red"), ("new", "blue")):
        Image.new("RGB", (40, 50), colour).save(tmp_path / f"{name}.png")
    ids = [one.id for one in two]
    take_photo(store, two[0].id, tmp_path / "old.png")
    shown = photos(store, ids)[two[0].id]
    take_photo(other, two[0].id, tmp_path / "new.png")
    told(store, ChangedMeanwhile, lambda: drop_photo(store, ids, shown))
    drop_photo(store, ids, photos(store, ids)[two[0].id])
    assert photos(store, ids) == {}
    told(store, ChangedMeanwhile, lambda: drop_photo(store, ids, shown))
