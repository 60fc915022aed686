"""People register themselves: find their own line, correct what is said of them, consent, and are present."""

from collections.abc import Mapping
from typing import Any

from jobs.desk.finding import Match, MatchKind, matches
from jobs.desk.registering import register, walk_in
from jobs.people import editing
from models.names.letters import tidy
from models.records.codes import Consent
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
    return match.kind in {MatchKind.EXPECTED, MatchKind.HERE, MatchKind.ALIKE} and match.attendee is not None


def put_on_the_list(store: Store, training_id: str, name: str) -> str:
    """Somebody whom no list names; the id of their enrolment. The desk sees them among those to complete."""
    person = walk_in(tidy(name))
    return register(store, person, training_id, "").id


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
