"""The list of trainings, with how many people and certificates each has."""

from dataclasses import dataclass

from models.records import Training
from models.store import Store
from models.training.tallies import certificates_per_training, people_per_training


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSummary:
    """A line of the list of trainings."""

    training: Training
    people: int
    """Participants; entries joined as one person count once."""
    certificates: int


def summaries(store: Store) -> list[TrainingSummary]:
    """All trainings, the latest first."""
    people, certificates = people_per_training(store), certificates_per_training(store)
    found = [
        TrainingSummary(training=one, people=people.get(one.id, 0), certificates=certificates.get(one.id, 0))
        for one in store.trainings.all()
    ]
    return sorted(found, key=lambda one: str(one.training.start or ""), reverse=True)
