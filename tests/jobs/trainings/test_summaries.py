"""The list of trainings."""

from jobs.desk.registering import register, walk_in
from jobs.trainings.summaries import summaries


def test_the_list_of_trainings_counts_people_once(store, training):
    person = walk_in("Karwan Ahmed Omar")
    register(store, person, training.id, "s0")
    (one,) = summaries(store)
    assert (one.training.id, one.people, one.certificates) == ("t1", 1, 0)
