"""Two answers: what each door of a conflict does, and what it does not do."""

from pathlib import Path

import pytest

from jobs.people.conflicts import settle, two_answers
from models import opening
from models.errors import AnsweredMeanwhile
from models.records import Institution, Participant
from models.store import Store
from models.texts import Text
from tests import newer


@pytest.fixture
def removed_and_edited(store: Store, tmp_path: Path) -> Store:
    """Removed on one laptop, while another edited it."""
    with store.step() as step:
        step.add(Institution(id="i", name=Text(en="Ministry")))
    with opening.create(tmp_path / "elsewhere")[0] as other:
        other.receive(store.changes())
        with other.step() as step:
            step.change(Institution, "i", {"removed": True})
        with store.step() as step:
            step.change(Institution, "i", {"name": Text(en="Ministry of Planning")})
        store.receive(other.changes())
    return store


@pytest.mark.parametrize(("is_removed", "shown"), [(False, ["Ministry of Planning"]), (True, [])])
def test_an_edited_record_is_kept_or_removed_as_somebody_chooses(removed_and_edited, is_removed, shown):
    store = removed_and_edited
    (question,) = two_answers(store)
    assert {one.value for one in question.answers} == {True, False}
    settle(store, question, next(one for one in question.answers if one.value is is_removed))
    assert [one.name.first for one in store.institutions.all()] == shown
    assert store.history("i")[-1].sets == {"removed": is_removed}
    assert two_answers(store) == []


@pytest.mark.parametrize("value", ["F", "", "Q"])
def test_a_choice_of_a_newer_version_is_listed_as_such_and_can_be_chosen(store, value):
    with store.step() as step:
        step.add(Participant(id="p", name_latin="Karwan"))
    newer.say(store, "participant", "p", sex="Q")
    newer.say_beside(store, "participant", "p", sex="F")
    newer.say_beside(store, "participant", "p", sex="")
    (question,) = two_answers(store)
    assert {one.value: one.is_unread for one in question.answers} == {"Q": True, "F": False, "": False}
    settle(store, question, next(one for one in question.answers if one.value == value))
    assert store.history("p")[-1].sets == {"sex": value}
    assert store.participants.get("p").unread == ({"sex"} if value == "Q" else set())


def test_what_somebody_else_has_answered_meanwhile_is_not_answered_again(removed_and_edited):
    store = removed_and_edited
    (question,) = two_answers(store)
    keep = next(one for one in question.answers if one.value is False)
    remove = next(one for one in question.answers if one.value is True)
    with store.another() as other:
        settle(other, two_answers(other)[0], keep)
    known = store.history("i")
    with pytest.raises(AnsweredMeanwhile):
        settle(store, question, remove)
    assert store.history("i") == known
    assert store.institutions.count() == 1


@pytest.mark.parametrize("value", [None, "yes", 0, 1])
def test_nothing_that_was_not_listed_answers_a_conflict(removed_and_edited, value):
    with pytest.raises(AnsweredMeanwhile), removed_and_edited.step() as step:
        step.settle("institution", "i", "removed", value)
    assert len(two_answers(removed_and_edited)) == 1
