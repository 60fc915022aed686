"""What waits for somebody's yes, and what becomes of it."""

import pytest

from models.errors import UnknownProposal
from models.people import proposals
from models.people.proposals import Proposal, ProposalKind
from models.records import Enrolment, Participant, SamePerson
from models.records.codes import Sameness
from models.store import Store


@pytest.fixture
def waiting(store: Store) -> Store:
    """Two who may be one, two names made by rule, and much that waits for nobody."""
    with store.step() as step:
        step.add(
            Participant(id="a", name_latin="Ali Omar"), Participant(id="b", name_latin="Ali Umar"),
            Participant(id="c", name_latin="Sara", name_arabic="سارة", arabic_proposed=True),
            Participant(id="d", name_latin="Hiwa", name_arabic="هيوا", latin_proposed=True),
            Participant(id="e", latin_proposed=True),
            Participant(id="f", name_latin="X", removed=True, latin_proposed=True),
            SamePerson(id="ax", first_id="a", second_id="nobody"),
            SamePerson(id="xa", first_id="nobody", second_id="a"),
            SamePerson(id="ab", first_id="a", second_id="b", likeness=97, because="phone,name"),
            SamePerson(id="ac", first_id="a", second_id="c", answer=Sameness.DIFFERENT),
            Enrolment(id="1", participant_id="b", training_id="t1"),
            Enrolment(id="2", participant_id="c", training_id="t1"),
            Enrolment(id="3", participant_id="d", training_id="t2"),
        )  # fmt: skip
    return store


def ids(store: Store) -> list[str]:
    return [one.id for one in proposals.waiting(store)]


def test_pairs_come_first_then_names(waiting: Store):
    pair, *names = proposals.waiting(waiting)
    assert pair == Proposal(
        id="ab", kind=ProposalKind.SAME_PERSON, first=waiting.participants.get("a"),
        second=waiting.participants.get("b"), likeness=97, because=("phone", "name"),
    )  # fmt: skip
    assert names == [
        Proposal(id=f"name-{one}", kind=ProposalKind.NAME, first=waiting.participants.get(one)) for one in "cd"
    ]
    assert [(one.second, one.likeness, one.because) for one in names] == [(None, 0, ())] * 2
    assert [kind.value for kind in ProposalKind] == ["same_person", "name"]


def test_counted_for_everybody_and_for_one_training(waiting: Store):
    assert proposals.count_waiting(waiting) == 3
    assert [proposals.count_waiting(waiting, one) for one in ("t1", "t2", "t3")] == [2, 1, 0]


def test_found_by_its_id(waiting: Store):
    assert proposals.find(waiting, "name-d").first.id == "d"
    for unknown in ("ac", "ax", "name-a", ""):
        with pytest.raises(UnknownProposal) as caught:
            proposals.find(waiting, unknown)
        assert caught.value.values == {"proposal": unknown}


def test_a_yes_to_everything_is_one_step(waiting: Store):
    proposals.accept(waiting, *proposals.waiting(waiting))
    assert ids(waiting) == []
    assert waiting.same_people.get("ab").answer is Sameness.SAME
    assert waiting.participants.get("c").printed_arabic == "سارة"
    assert waiting.participants.get("d").printed_latin == "Hiwa"
    assert waiting.undo() == "accept"
    assert ids(waiting) == ["ab", "name-c", "name-d"]


def test_a_no_takes_only_what_was_proposed(waiting: Store):
    proposals.reject(waiting, *proposals.waiting(waiting))
    assert ids(waiting) == []
    assert waiting.same_people.get("ab").answer is Sameness.DIFFERENT
    rejected = [waiting.participants.get(one) for one in "cd"]
    assert [(one.name_latin, one.name_arabic) for one in rejected] == [("Sara", ""), ("", "هيوا")]
    assert not any(one.latin_proposed or one.arabic_proposed for one in rejected)
    assert waiting.undo() == "reject"


def test_a_pair_that_is_one_person_already_asks_nothing(waiting: Store):
    with waiting.step() as step:
        step.add(
            SamePerson(id="an", first_id="a", second_id="n", answer=Sameness.SAME),
            SamePerson(id="bn", first_id="b", second_id="n", answer=Sameness.SAME),
        )
    assert ids(waiting) == ["name-c", "name-d"]


def test_a_name_that_another_entry_has_confirmed_asks_nothing(waiting: Store):
    with waiting.step() as step:
        step.add(
            Participant(id="g", name_latin="Hiwa S", name_arabic="هیوا"),
            SamePerson(id="dg", first_id="d", second_id="g", answer=Sameness.SAME),
        )
    assert ids(waiting) == ["ab", "name-c"]
    assert proposals.count_waiting(waiting) == 2


def test_of_two_entries_the_one_with_the_open_name_asks(waiting: Store):
    with waiting.step() as step:
        step.add(
            Participant(id="g", phone="1"), SamePerson(id="dg", first_id="d", second_id="g", answer=Sameness.SAME)
        )  # fmt: skip
    assert ids(waiting) == ["ab", "name-c", "name-d"]


def test_an_erased_entry_asks_nothing(waiting: Store):
    with waiting.step() as step:
        step.erase("participant", "b", {"name_latin"})
        step.erase("participant", "c", {"name_latin"})
    assert ids(waiting) == ["name-d"]
