"""Counts by SQL agree with what counting one by one says."""

from datetime import date

from jobs.certificates.afterwards import revoke
from jobs.certificates.issuing import prepare
from jobs.desk.registering import mark, register, walk_in
from models.people import proposals
from models.people.identities import Identities
from models.people.proposals import confirmed
from models.records import Certificate, Enrolment, Participant, SamePerson
from models.records.codes import CertificateEnding, MarkState, Role, Sameness
from models.records.devices import same_person_id
from models.training import roster
from models.training.tallies import certificates_per_training, open_name_ids, people_per_training


def joined(store, one, other, answer: Sameness = Sameness.SAME) -> None:
    with store.step() as step:
        step.add(SamePerson(id=same_person_id(one.id, other.id), first_id=one.id, second_id=other.id, answer=answer))


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
        step.add(elsewhere)
    joined(store, people[0], people[2], Sameness.PROPOSED)
    assert proposals.count_waiting(store) == len(proposals.waiting(store)) == 5
    assert proposals.count_waiting(store, training.id) == 4
    joined(store, people[0], people[1])  # each has the form that the other lacks
    assert proposals.count_waiting(store) == len(proposals.waiting(store)) == 3
    with store.step() as step:
        step.change(Participant, elsewhere.id, {"name_arabic": ""})  # a rule that found nothing asks nothing
    assert proposals.count_waiting(store) == len(proposals.waiting(store)) == 2


def test_every_training_has_its_own_count(store):
    with store.step() as step:
        for number, (person, training, role) in enumerate(
            (("a", "t1", "participant"), ("b", "t1", "participant"), ("a", "t2", "participant"), ("c", "t2", "guest"),
             ("d", "t3", "trainer"))
        ):  # fmt: skip
            step.add(Enrolment(id=f"e{number}", participant_id=person, training_id=training, role=Role(role)))
        step.add(Enrolment(id="gone", participant_id="d", training_id="t1", removed=True))
        step.add(
            Certificate(id="1", enrolment_id="e0"),
            Certificate(id="2", enrolment_id="e0", ending=CertificateEnding.VOID),
        )
        step.add(Certificate(id="3", enrolment_id="e2", removed=True), Certificate(id="4", enrolment_id="e2"))
    assert people_per_training(store) == {"t1": 2, "t2": 1}
    assert certificates_per_training(store) == {"t1": 1, "t2": 1}
    with store.step() as step:
        step.add(SamePerson(id="ab", first_id="a", second_id="b", answer=Sameness.SAME))
        step.add(SamePerson(id="ac", first_id="a", second_id="c", answer=Sameness.SAME))
    assert people_per_training(store) == {"t1": 1, "t2": 1}


def test_open_names_of_single_entries_and_of_joined_ones(store):
    with store.step() as step:
        step.add(
            Participant(id="a", name_latin="Sara", latin_proposed=True), Participant(id="b", name_latin="Ali"),
            Participant(id="c", name_arabic="س", arabic_proposed=True), Participant(id="d", latin_proposed=True),
            Participant(id="e", name_latin="X", latin_proposed=True, removed=True),
        )  # fmt: skip
    joining = SamePerson(id="cb", first_id="b", second_id="c", answer=Sameness.SAME)
    assert open_name_ids(store, Identities([])) == ({"a", "c"}, set())
    assert open_name_ids(store, Identities([joining])) == ({"a"}, {"c"})
