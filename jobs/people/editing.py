"""Changes of one field that mean more than the field."""

from typing import Any

from jobs.lists.importing import InstitutionFinder
from jobs.people.joining import entries_of
from jobs.trainings.notices import version_at
from models.people import proposals
from models.records import Enrolment, Participant
from models.step import Step
from models.store import Store
from models.training.consents import CONSENTS
from models.training.taking_part import entries_in_training
from models.wall_clock import today_at

_PROPOSED = {"name_latin": "latin_proposed", "name_arabic": "arabic_proposed"}


def edit_participant(store: Store, participant_id: str, name: str, value: Any) -> None:
    """What a person typed is no proposal any more.

    :raises RecordErased: when the person was erased
    """
    changes: dict[str, Any] = {name: value}
    if name in _PROPOSED:
        changes[_PROPOSED[name]] = False
    with store.step("edit") as step:
        for entry in _entries_to_change(store, participant_id, name, value):
            step.change(Participant, entry.id, changes)


def _entries_to_change(store: Store, participant_id: str, name: str, value: Any) -> list[Participant]:
    """Of a person with several entries: whose answer is shown; all that have one, where any of them would show."""
    entries = entries_of(store, participant_id)
    shown = store.identities.holder(entries, name)
    if value:
        return [shown]
    return [entry for entry in entries if entry is shown or getattr(entry, name)]


def edit_enrolment(store: Store, enrolment_id: str, name: str, value: Any) -> None:
    """An institution may be given by its id or by any of its names; an unknown one is put on file."""
    with store.step("edit") as step:
        if name == "institution_id" and value and store.institutions.find(value) is None:
            value = InstitutionFinder(store, step).find(value)
        if name in CONSENTS:
            _answer(store, step, enrolment_id, name, value)
        else:
            for entry in _enrolments_to_change(store, enrolment_id, name, value):
                step.change(Enrolment, entry.id, {name: value})


def _enrolments_to_change(store: Store, enrolment_id: str, name: str, value: Any) -> list[Enrolment]:
    """This one; when it is emptied, also other entries of the person, where the old answer would show."""
    own, *others = entries_in_training(store, store.enrolments.get(enrolment_id))
    return [own, *(entry for entry in others if not value and getattr(entry, name))]


def _answer(store: Store, step: Step, enrolment_id: str, name: str, value: Any) -> None:
    """With the day and the notice that was shown; also in other entries that would say something else."""
    own = store.enrolments.get(enrolment_id)
    today = today_at(store.trainings.get(own.training_id).zone)
    asked = {"consent_on": today, "consent_notice": version_at(store, own.training_id)}
    for entry in entries_in_training(store, own):
        if entry is own or getattr(entry, name) or name in entry.unread:
            step.change(Enrolment, entry.id, {name: value, **asked})


def confirm_names(store: Store, participant_id: str) -> None:
    """The names made by rule are right, in every entry of this person."""
    with store.step("accept") as step:
        for entry in entries_of(store, participant_id):
            step.change(Participant, entry.id, proposals.CONFIRMED)


def drop_proposed_names(store: Store, participant_id: str) -> None:
    """The names made by rule are wrong and go."""
    with store.step("reject") as step:
        for entry in entries_of(store, participant_id):
            step.change(Participant, entry.id, proposals.without_proposals(entry))
