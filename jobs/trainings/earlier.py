"""What earlier trainings of a programme left: who came before, and what was agreed and is still open."""

from jobs.trainings.memberships import related_trainings
from models.records import AgreedStep, Training
from models.records.codes import EnrolmentState
from models.store import Store
from models.training.roster import Roster
from models.training.taking_part import whole_enrolments


def is_before(one: Training, other: Training) -> bool:
    return not one.start or not other.start or one.start < other.start


def earlier_trainings(store: Store, training: Training) -> list[Training]:
    """Of its programmes, begun before this one; the latest first."""
    own = [one for one in related_trainings(store, training) if is_before(one, training)]
    return sorted(own, key=lambda one: (str(one.start or ""), one.id), reverse=True)


def came_before(store: Store, found: Roster) -> dict[str, list[Training]]:
    """Of the people of a training, those who came to earlier ones of the programme: participant id -> those."""
    earlier = earlier_trainings(store, found.training)
    if not earlier:
        return {}
    known = store.identities
    here = {known.canonical(one.participant.id): one.participant.id for one in found.attendees}
    trainings = {one.id: one for one in earlier}
    everybody = {entry for own in here for entry in known.group(own)}
    own = [one for one in store.enrolments.among("participant_id", everybody) if one.training_id in trainings]
    came: dict[str, list[Training]] = {}
    for one in whole_enrolments(store, own):
        if one.state is EnrolmentState.CAME:
            came.setdefault(here[known.canonical(one.participant_id)], []).append(trainings[one.training_id])
    return {who: sorted(found, key=earlier.index) for who, found in came.items()}


def open_steps(store: Store, training: Training) -> list[tuple[AgreedStep, Training]]:
    """What was agreed at earlier trainings of the programme and is not done, the most urgent first."""
    found = [
        (step, earlier)
        for earlier in earlier_trainings(store, training)
        for step in store.agreed_steps.where(training_id=earlier.id)
        if not step.done
    ]
    return sorted(found, key=lambda pair: str(pair[0].due or "9"))
