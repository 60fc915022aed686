"""How one person takes part in a training, of all entries that are the same person."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from models.records import Enrolment
from models.records.codes import Consent, EnrolmentState, MarkState
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
    return whole_enrolments(store, entries_in_training(store, found))[0] if found else None


def whole_enrolments(store: Store, enrolments: Iterable[Enrolment]) -> list[Enrolment]:
    """The same for many: one for each person and training."""
    groups: dict[tuple[str, str], list[Enrolment]] = {}
    for one in enrolments:
        groups.setdefault((store.identities.canonical(one.participant_id), one.training_id), []).append(one)
    marks = _marks_of(store, [one.id for group in groups.values() for one in group])
    return [
        merged_enrolment(group, [state for one in group for state in marks.get(one.id, ())])
        for group in groups.values()
    ]


def _marks_of(store: Store, ids: list[str]) -> dict[str, list[MarkState]]:
    """Enrolment -> its marks in sessions that are held."""
    marks = list(store.marks.picked(("enrolment_id", "session_id", "state"), "enrolment_id", ids))
    held = {one.id for one in store.sessions.among("id", {session for _, session, _ in marks}) if not one.cancelled}
    found: dict[str, list[MarkState]] = {}
    for enrolment, session, state in marks:
        if session in held:
            found.setdefault(enrolment, []).append(MarkState(state))
    return found


def entries_in_training(store: Store, enrolment: Enrolment) -> list[Enrolment]:
    """The enrolments of the same person in the same training, this one first."""
    people = store.identities.group(enrolment.participant_id)
    others = (one for one in store.enrolments.among("participant_id", people) if one.id != enrolment.id)
    return [enrolment, *(one for one in others if one.training_id == enrolment.training_id)]


def merged_enrolment(group: list[Enrolment], marks: Iterable[MarkState]) -> Enrolment:
    """The first answer that is not empty; the state that says most; of consents the stricter.

    :param marks: of all these entries, in sessions that are held
    """
    return _by_marks(_merged(group), {*marks})


def _by_marks(enrolment: Enrolment, marks: set[MarkState]) -> Enrolment:
    """That somebody came follows from the marks, so that it goes with them; nobody writes it beside them.

    Who was there came, whatever was said before. Who was only missed did not, though a desk registered them.
    """
    if any(one.was_there for one in marks):
        return replace(enrolment, state=EnrolmentState.CAME, unread=enrolment.unread - {"state"})
    if enrolment.state is EnrolmentState.CAME and any(marks):
        return replace(enrolment, state=EnrolmentState.CONFIRMED)
    return enrolment


def _merged(group: list[Enrolment]) -> Enrolment:
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
