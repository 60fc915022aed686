"""Two entries are one person: joined field by field, and taken apart again."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from jobs.people.finding import find_people
from models.errors import ChangedMeanwhile
from models.fields import Field, Use, fields_of
from models.names.letters import plain
from models.people.entries import person
from models.people.identities import Identities
from models.people.proposals import Proposal, check_waits
from models.records import Participant, SamePerson
from models.records.codes import Sameness
from models.records.devices import same_person_id
from models.step import Step
from models.store import Store

_UNREAD = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One field of two people."""

    field: str
    first: str
    second: str

    @property
    def is_choice(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.first and self.second) and plain(self.first) != plain(self.second)


def compared(first: Participant, second: Participant) -> list[Compared]:
    """What either of two people says, field by field."""
    rows = [
        Compared(field=field.name, first=_answer(field, first), second=_answer(field, second))
        for field in fields_of(Participant, Use.COMPARED)
    ]
    return [row for row in rows if row.first or row.second]


def _answer(field: Field, person: Participant) -> str:
    """Something also where a newer version said it."""
    return _UNREAD if field.name in person.unread else str(field.of(person) or "")


def join(
    store: Store, first_id: str, second_id: str, chosen: Mapping[str, str], proposal: Proposal | None = None
) -> None:
    """Say that two people are one. Nothing of either is changed, so that it can be taken back at any time.

    :param chosen: field -> whose answer holds, as the id of one of the two
    :param proposal: that this answers, if it is no idea of one's own
    :raises AnsweredMeanwhile, RecordMissing: when somebody else has answered it, or one of the two is gone
    """
    with store.step("join") as step:
        if proposal is not None:
            check_waits(store, proposal)
        store.participants.still(first_id)
        store.participants.still(second_id)
        known = store.identities
        choices = tuple(sorted(f"{field} {_holder(store, known, one, field)}" for field, one in chosen.items()))
        _say_same(store, step, first_id, second_id, {"choices": choices})


def _say_same(store: Store, step: Step, first_id: str, second_id: str, more: Mapping[str, Any]) -> None:
    link_id = same_person_id(first_id, second_id)
    if store.same_people.find(link_id) is None:
        step.add(SamePerson(id=link_id, first_id=first_id, second_id=second_id))
    step.change(SamePerson, link_id, {"answer": Sameness.SAME, "removed": False, **more})


def _holder(store: Store, known: Identities, participant_id: str, field: str) -> str:
    entries = list(store.participants.among("id", sorted(known.group(participant_id))))
    return known.holder(entries, field).id if entries else participant_id


def entries_of(store: Store, participant_id: str) -> list[Participant]:
    """The entries that are this person."""
    return list(store.participants.among("id", sorted(store.identities.group(participant_id))))


def separate(store: Store, entry_id: str) -> None:
    """This entry is another person after all; the others stay joined.

    :raises ChangedMeanwhile: when it is joined with nobody any more
    """
    with store.step("separate") as step:
        links = [
            link
            for link in store.same_people.where(answer=Sameness.SAME.value)
            if entry_id in {link.first_id, link.second_id}
        ]
        if not links:
            raise ChangedMeanwhile()
        for link in links:
            step.change(SamePerson, link.id, {"answer": Sameness.DIFFERENT})
        others = sorted({one for link in links for one in (link.first_id, link.second_id)} - {entry_id})
        for one, other in pairwise(others):
            _say_same(store, step, one, other, {})


def candidates(store: Store, text: str, participant_id: str, language: str, limit: int = 30) -> list[Participant]:
    """Whom a person may be joined with, as found by what was typed."""
    known = store.identities
    own = known.canonical(participant_id)
    found: dict[str, Participant] = {}
    for hit in find_people(store, text, limit, language):
        canonical = known.canonical(hit.participant.id)
        if canonical not in found and canonical != own:
            whole = person(store, canonical)
            if whole is not None:
                found[canonical] = whole
    return list(found.values())
