"""What earlier trainings of a programme left: who came before, and what was agreed and is still open."""

from jobs.trainings.memberships import related_trainings
from models.records import AgreedStep, Training
from models.records.codes import EnrolmentState
from models.store import Store
from models.training.roster import Roster


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
    came: dict[str, list[Training]] = {}
    for training in earlier:
        for enrolment in store.enrolments.where(training_id=training.id):
            own = here.get(known.canonical(enrolment.participant_id))
            if own and enrolment.state is EnrolmentState.CAME and training not in came.setdefault(own, []):
                came[own].append(training)
    return {own: trainings for own, trainings in came.items() if trainings}


def open_steps(store: Store, training: Training) -> list[tuple[AgreedStep, Training]]:
    """What was agreed at earlier trainings of the programme and is not done, the most urgent first."""
    found = [
        (step, earlier)
        for earlier in earlier_trainings(store, training)
        for step in store.agreed_steps.where(training_id=earlier.id)
        if not step.done
    ]
    return sorted(found, key=lambda pair: str(pair[0].due or "9"))
