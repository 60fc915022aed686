"""The programmes that a training belongs to: its main one, whose rules hold, and further ones."""

from models.records import Membership, Programme, Training
from models.records.programmes import membership_id
from models.store import Store


def trainings_of(store: Store, programme_id: str) -> list[Training]:
    """Each once, in the order in which they came to this laptop."""
    if not programme_id:
        return []
    joined = {one.training_id for one in store.memberships.where(programme_id=programme_id)}
    return [one for one in store.trainings.all() if one.programme_id == programme_id or one.id in joined]


def further_programmes(store: Store, training: Training) -> list[Programme]:
    """Beside the main one."""
    joined = [one.programme_id for one in store.memberships.where(training_id=training.id)]
    return [one for one in store.programmes.among("id", joined) if one.id != training.programme_id]


def related_trainings(store: Store, training: Training) -> list[Training]:
    """The other trainings of all programmes that this one belongs to, each once."""
    programmes = [training.programme_id, *(one.id for one in further_programmes(store, training))]
    found = {one.id: one for programme in programmes for one in trainings_of(store, programme)}
    found.pop(training.id, None)
    return list(found.values())


def join_programme(store: Store, training_id: str, programme_id: str) -> None:
    """
    :raises RecordMissing: when somebody else has removed one of the two
    """
    with store.step("plan") as step:
        store.programmes.still(programme_id)
        if store.trainings.still(training_id).programme_id != programme_id:
            own_id = membership_id(training_id, programme_id)
            step.add(Membership(id=own_id, training_id=training_id, programme_id=programme_id))


def leave_programme(store: Store, training_id: str, programme_id: str) -> None:
    """The main programme is not left but replaced by another."""
    with store.step("plan") as step:
        own_id = membership_id(training_id, programme_id)
        if store.memberships.find(own_id):
            step.change(Membership, own_id, {"removed": True})
