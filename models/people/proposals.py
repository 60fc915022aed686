"""What the program proposes and a person decides: entries that may be one person, names made by rule."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from models.errors import AnsweredMeanwhile, UnknownProposal
from models.names.alike import Likeness
from models.people.identities import SCRIPTS
from models.records import Participant, SamePerson
from models.records.codes import Sameness
from models.records.devices import same_person_id
from models.store import Store
from models.training.tallies import open_name_ids


class ProposalKind(StrEnum):
    SAME_PERSON = "same_person"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """``id`` is what ``proposals accept`` takes."""

    id: str
    kind: ProposalKind
    first: Participant
    second: Participant | None = None
    likeness: int = 0
    because: tuple[str, ...] = ()


CONFIRMED: Mapping[str, Any] = {"latin_proposed": False, "arabic_proposed": False}
"""The fields that change when somebody has checked both forms of a name."""


def waiting(store: Store) -> list[Proposal]:
    """Everything that waits for a person's yes."""
    return [*_same_people(store), *_names(store)]


def _same_people(store: Store) -> list[Proposal]:
    known = store.identities
    found = []
    for link in store.same_people.where(answer=Sameness.PROPOSED.value):
        first, second = store.participants.find(link.first_id), store.participants.find(link.second_id)
        if first is None or second is None or first.erased or second.erased:
            continue
        if known.canonical(first.id) == known.canonical(second.id):
            continue
        found.append(same_person_proposal(link, first, second))
    return found


def same_person_proposal(link: SamePerson, first: Participant, second: Participant) -> Proposal:
    return Proposal(
        id=link.id,
        kind=ProposalKind.SAME_PERSON,
        first=first,
        second=second,
        likeness=link.likeness,
        because=tuple(filter(None, link.because.split(","))),
    )


def asked(
    person: Participant, other: Participant, likeness: Likeness, answer: Sameness = Sameness.PROPOSED
) -> SamePerson:
    """The question whether a new entry is somebody who is on file already."""
    return SamePerson(
        id=same_person_id(person.id, other.id),
        first_id=other.id,
        second_id=person.id,
        answer=answer,
        likeness=round(likeness.score * 100),
        because=",".join(likeness.because),
    )


def _names(store: Store) -> list[Proposal]:
    """Names made by rule; none for a person of whom another entry has the form as they write it."""
    ids = _open_names(store)
    return [
        Proposal(id=f"name-{entry.id}", kind=ProposalKind.NAME, first=entry)
        for entry in store.participants.among("id", ids)
    ]


def _open_names(store: Store) -> set[str]:
    known = store.identities
    single, joined = open_name_ids(store, known)
    for canonical in {known.canonical(one) for one in joined}:
        entries = list(store.participants.among("id", known.group(canonical)))
        if known.merged(entries).has_open_name:
            single |= {entry.id for entry in entries if entry.id in joined}
    return single


def count_waiting(store: Store, training_id: str = "") -> int:
    """How much waits, for everybody or for the people of one training; quick with any number of people."""
    same, names = _same_people(store), _open_names(store)
    if not training_id:
        return len(same) + len(names)
    here = {one.participant_id for one in store.enrolments.where(training_id=training_id)}
    pairs = [{one.first.id, one.second.id} for one in same if one.second is not None]
    return sum(bool(pair & here) for pair in pairs) + len(names & here)


def find(store: Store, proposal_id: str) -> Proposal:
    """
    :raises UnknownProposal: when nothing of this id waits
    """
    for proposal in waiting(store):
        if proposal.id == proposal_id:
            return proposal
    raise UnknownProposal(proposal=proposal_id)


def accept(store: Store, *proposals: Proposal, corrected: Mapping[str, Mapping[str, str]] | None = None) -> None:
    """Say yes: the two are one person, the proposed name is right. One step.

    :param corrected: of names that are right but for a correction, by the id of the proposal: field -> what is right
    :raises AnsweredMeanwhile: when somebody else has answered one of them; nothing is saved
    """
    with store.step("accept") as step:
        for proposal in proposals:
            check_waits(store, proposal)
            if proposal.kind is ProposalKind.NAME:
                step.change(Participant, proposal.first.id, {**CONFIRMED, **(corrected or {}).get(proposal.id, {})})
            else:
                step.change(SamePerson, proposal.id, {"answer": Sameness.SAME})


def reject(store: Store, *proposals: Proposal) -> None:
    """Say no: they are two people, the proposed name goes. One step.

    :raises AnsweredMeanwhile: when somebody else has answered one of them; nothing is saved
    """
    with store.step("reject") as step:
        for proposal in proposals:
            check_waits(store, proposal)
            if proposal.kind is ProposalKind.NAME:
                step.change(Participant, proposal.first.id, without_proposals(proposal.first))
            else:
                step.change(SamePerson, proposal.id, {"answer": Sameness.DIFFERENT})


def check_waits(store: Store, proposal: Proposal) -> None:
    """
    :raises AnsweredMeanwhile: when the question is not open any more, or the name another than was shown
    """
    if proposal.kind is ProposalKind.NAME:
        found = store.participants.find(proposal.first.id)
        is_open = found is not None and not found.removed and made_forms(found) == made_forms(proposal.first) != {}
    else:
        link = store.same_people.find(proposal.id)
        is_open = link is not None and not link.removed and link.answer is Sameness.PROPOSED
    if not is_open:
        raise AnsweredMeanwhile()


def made_forms(participant: Participant) -> dict[str, str]:
    """The forms of the name that were made by rule: field -> form."""
    made = [script for script in SCRIPTS if getattr(participant, f"{script}_proposed")]
    return {f"name_{script}": getattr(participant, f"name_{script}") for script in made}


def confirmed(participant: Participant) -> Participant:
    """Both forms of the name as somebody has checked them."""
    return replace(participant, **CONFIRMED)


def without_proposals(participant: Participant) -> dict[str, Any]:
    """The fields that change when the forms made by rule go."""
    return dict.fromkeys(made_forms(participant), "") | dict(CONFIRMED)
