"""Changes of one field that mean more than the field."""

from dataclasses import replace
from typing import Any

from jobs.importing import InstitutionFinder
from models import proposals
from models.identities import identities
from models.records import Participant
from models.store import Store

_PROPOSED = {"name_latin": "latin_proposed", "name_arabic": "arabic_proposed"}


def edit_participant(store: Store, participant_id: str, name: str, value: Any) -> None:
    """What a person typed is no proposal any more."""
    changes: dict[str, Any] = {name: value}
    if name in _PROPOSED:
        changes[_PROPOSED[name]] = False
    with store.step("edit") as step:
        step.put(replace(store.participants.get(participant_id), **changes))


def edit_enrolment(store: Store, enrolment_id: str, name: str, value: Any) -> None:
    """An institution may be given by its id or by any of its names; an unknown one is put on file."""
    with store.step("edit") as step:
        if name == "institution_id" and value and store.institutions.find(value) is None:
            value = InstitutionFinder(store, step).find(value)
        changes: dict[str, Any] = {name: value}
        step.put(replace(store.enrolments.get(enrolment_id), **changes))


def entries_of(store: Store, participant_id: str) -> list[Participant]:
    """The entries that are this person."""
    return list(store.participants.among("id", sorted(identities(store).group(participant_id))))


def confirm_names(store: Store, participant_id: str) -> None:
    """The names made by rule are right, in every entry of this person."""
    with store.step("accept") as step:
        step.put(*(proposals.confirmed(one) for one in entries_of(store, participant_id)))


def drop_proposed_names(store: Store, participant_id: str) -> None:
    """The names made by rule are wrong and go."""
    with store.step("reject") as step:
        step.put(*(proposals.without_proposals(one) for one in entries_of(store, participant_id)))
