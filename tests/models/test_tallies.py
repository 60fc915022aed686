"""Counts by SQL agree with what counting one by one says."""

from dataclasses import replace
from datetime import date

from jobs.certificates.issuing import prepare, revoke
from jobs.desk.registering import mark, register, walk_in
from models.people import proposals
from models.people.proposals import confirmed
from models.records import SamePerson
from models.records.codes import MarkState, Role, Sameness
from models.records.devices import same_person_id
from models.training import roster
from models.training.tallies import certificates_per_training, people_per_training


def joined(store, one, other, answer: Sameness = Sameness.SAME) -> None:
    with store.step() as step:
        step.put(SamePerson(id=same_person_id(one.id, other.id), first_id=one.id, second_id=other.id, answer=answer))


def test_people_joined_as_one_and_other_roles_are_not_counted_twice(store, training):
    people = [walk_in(name) for name in ("Karwan Ahmed Omar", "Karwan Ahmad Omar", "Layla Saman", "Hiwa Salim")]
    for person in people:
        register(store, person, training.id, "")
    register(store, walk_in("Maryam Nabil"), training.id, "", role=Role.TRAINER)
    joined(store, people[0], people[1])
    assert people_per_training(store) == {"t1": 3}
    assert len(roster.load(store, training.id).participants) == 3
    joined(store, people[1], people[2])
    assert people_per_training(store) == {"t1": 2}


def test_revoked_certificates_are_not_counted(store, training):
    for name in ("Karwan Ahmed Omar", "Layla Saman Hassan"):
        register(store, confirmed(walk_in(name)), training.id, "")
    found = roster.load(store, training.id)
    mark(store, [(one, session.id, MarkState.PRESENT) for one in found.attendees for session in found.sessions])
    first, _ = prepare(store, roster.load(store, training.id), date(2015, 9, 16))
    assert certificates_per_training(store) == {"t1": 2}
    revoke(store, first.id, "wrong name")
    assert certificates_per_training(store) == {"t1": 1}


def test_the_count_of_questions_is_the_number_of_questions(store, training):
    people = [walk_in(name) for name in ("Karwan Ahmed Omar", "کاروان ئەحمەد عومەر", "Layla Saman Hassan")]
    for person in people:
        register(store, person, training.id, "")
    elsewhere = walk_in("Somebody Else Entirely")
    with store.step() as step:
        step.put(elsewhere)
    joined(store, people[0], people[2], Sameness.PROPOSED)
    assert proposals.count_waiting(store) == len(proposals.waiting(store)) == 5
    assert proposals.count_waiting(store, training.id) == 4
    joined(store, people[0], people[1])  # each has the form that the other lacks
    assert proposals.count_waiting(store) == len(proposals.waiting(store)) == 3
    with store.step() as step:
        step.put(replace(elsewhere, name_arabic=""))  # a rule that found nothing asks nothing
    assert proposals.count_waiting(store) == len(proposals.waiting(store)) == 2
