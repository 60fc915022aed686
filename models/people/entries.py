"""One person from all their entries, and the entries that may be theirs too."""

from models.names.alike import POSSIBLE, Entry, Likeness, compare, keys_of
from models.records import Participant
from models.store import Store

_MOST_CANDIDATES = 400


def person(store: Store, participant_id: str) -> Participant | None:
    """One person from all their entries, by the id of any of them."""
    known = store.identities
    entries = list(store.participants.among("id", sorted(known.group(participant_id))))
    return known.merged(entries) if entries else None


def entry_of(participant: Participant) -> Entry:
    """What may be compared: confirmed names first, proposals only when there is nothing else."""
    return Entry(
        latin=participant.printed_latin,
        arabic=participant.printed_arabic,
        birth_year=participant.birth_year,
        phone=participant.phone,
        email=participant.email,
    )


def look_alikes(store: Store, participant: Participant, limit: int = 5) -> list[tuple[Participant, Likeness]]:
    """People on file who may be this one, the most alike first."""
    own = entry_of(participant)
    found = []
    for candidate in _candidates(store, participant):
        likeness = compare(own, entry_of(candidate))
        if likeness.score >= POSSIBLE:
            found.append((candidate, likeness))
    found.sort(key=lambda pair: -pair[1].score)
    return found[:limit]


def _candidates(store: Store, participant: Participant) -> list[Participant]:
    """Those who share two names, or a contact."""
    keys = keys_of(participant.printed_latin, participant.printed_arabic)
    ids = store.people.sharing_keys(keys, least=min(2, len(keys)), limit=_MOST_CANDIDATES)
    ids |= store.people.with_contact(participant.phone, participant.email)
    ids.discard(participant.id)
    return list(store.participants.among("id", sorted(ids)))
