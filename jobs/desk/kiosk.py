"""People register themselves: find their own line, correct what is said of them, consent, and are present."""

from collections.abc import Mapping
from typing import Any

from jobs.desk.finding import NAMED, Match, MatchKind, matches
from jobs.desk.newcomers import check_new
from jobs.desk.registering import walk_in
from jobs.people import editing
from models.names.letters import tidy
from models.people import proposals
from models.people.entries import look_alikes
from models.records import Enrolment
from models.records.codes import Consent, EnrolmentState
from models.records.enrolments import enrolment_id
from models.store import Store
from models.training.roster import Attendee, Roster

LEAST_LETTERS = 3
_MOST = 4


def find_self(store: Store, found: Roster, typed: str, language: str) -> list[Attendee]:
    """People of this training who are called so. A few letters show nobody: it is no list to read in."""
    if sum(letter.isalnum() for letter in typed) < LEAST_LETTERS:
        return []
    here = [one for one in matches(store, found, typed, language) if _is_of_this_training(one)]
    return [one.attendee for one in here if one.attendee is not None][:_MOST]


def _is_of_this_training(match: Match) -> bool:
    return match.kind in {*NAMED, MatchKind.ALIKE} and match.attendee is not None


def put_on_the_list(store: Store, training_id: str, name: str) -> str:
    """Somebody whom no list names; the id of their enrolment. The desk sees them among those to complete.

    Who of the training may be meant was shown to them; who else on file may be the same person is no business of
    somebody at a kiosk, and waits as a question for the desk.

    :raises NotWholeName: and nobody is registered
    """
    person = walk_in(tidy(name))
    others = look_alikes(store, person)
    check_new(store, person, [other.id for other, _ in others], is_all=False)
    own_id = enrolment_id(person.id, training_id)
    with store.step("register") as step:
        made = Enrolment(id=own_id, participant_id=person.id, training_id=training_id, state=EnrolmentState.CONFIRMED)
        step.add(person, made, *(proposals.asked(person, other, likeness) for other, likeness in others))
    return own_id


def correct(store: Store, attendee: Attendee, changes: Mapping[str, Any]) -> None:
    """What somebody corrected of themselves: fields of the person, ``position`` and ``institution_id``."""
    for name, value in changes.items():
        if name in {"position", "institution_id"}:
            editing.edit_enrolment(store, attendee.enrolment.id, name, value)
        else:
            editing.edit_participant(store, attendee.participant.id, name, value)


def consent(store: Store, attendee: Attendee, answers: Mapping[str, Consent]) -> None:
    """Only what was answered; silence changes nothing."""
    for name, answer in answers.items():
        if answer is not Consent.UNKNOWN:
            editing.edit_enrolment(store, attendee.enrolment.id, name, answer)
