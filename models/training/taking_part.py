"""How one person takes part in a training, of all entries that are the same person."""

from dataclasses import replace
from datetime import date
from typing import Any

from models.records import Enrolment
from models.records.codes import Consent, EnrolmentState
from models.store import Store
from models.training.consents import answers_of

_STATES_FIRST = (
    EnrolmentState.CAME,
    EnrolmentState.CONFIRMED,
    EnrolmentState.NOMINATED,
    EnrolmentState.RESERVE,
    EnrolmentState.REPLACED,
    EnrolmentState.DECLINED,
)


def whole_enrolment(store: Store, enrolment_id: str) -> Enrolment | None:
    """How somebody takes part, of all entries that are the same person."""
    found = store.enrolments.find(enrolment_id)
    return merged_enrolment(entries_in_training(store, found)) if found else None


def entries_in_training(store: Store, enrolment: Enrolment) -> list[Enrolment]:
    """The enrolments of the same person in the same training, this one first."""
    people = store.identities.group(enrolment.participant_id)
    others = (one for one in store.enrolments.among("participant_id", people) if one.id != enrolment.id)
    return [enrolment, *(one for one in others if one.training_id == enrolment.training_id)]


def merged_enrolment(group: list[Enrolment]) -> Enrolment:
    """The first answer that is not empty; the state that says most; of consents the stricter."""
    if len(group) == 1:
        return group[0]
    names = ("institution_id", "position", "governorate", "note", "replaced_by", "exception_by", "exception_reason")
    values: dict[str, Any] = {
        name: next((found for one in group if (found := getattr(one, name))), "") for name in names
    }
    asked_last = max(group, key=lambda one: one.consent_on or date.min)
    values |= {"consent_on": asked_last.consent_on, "consent_notice": asked_last.consent_notice}
    answers = answers_of(group)
    values |= answers
    known = [one for one in group if "state" not in one.unread]
    read = {name for name, answer in answers.items() if answer is Consent.NO} | ({"state"} if known else set())
    state = min((one.state for one in known or group), key=_STATES_FIRST.index)
    return replace(group[0], state=state, unread=group[0].unread - read, **values)
