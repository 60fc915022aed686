"""One person is one person: entries joined by somebody's yes, and the ones that wait for it."""

from collections.abc import Iterable, Sequence

from models.fields import fields_of
from models.names.alike import POSSIBLE, Entry, Likeness, compare, keys_of
from models.records import Participant, SamePerson
from models.records.codes import Consent, Sameness
from models.store import Store

_MOST_CANDIDATES = 400
SCRIPTS = ("latin", "arabic")
CONSENTS = tuple(field.name for field in fields_of(Participant) if field.annotation is Consent)


def name_fields(script: str) -> tuple[str, str, str]:
    """A name, whether it was made by rule, and its fourth part: they go together."""
    return f"name_{script}", f"{script}_proposed", f"fourth_{script}"


class Identities:
    """Which ids stand for the same person. The smallest id speaks for all."""

    def __init__(self, links: Iterable[SamePerson]) -> None:
        self._parent: dict[str, str] = {}
        self._heads: set[str] = set()
        self._chosen: dict[str, set[str]] = {}
        for link in links:
            if link.answer is Sameness.SAME and not link.removed:
                self._join(link.first_id, link.second_id)
                for field, entry in (choice.split(" ", 1) for choice in link.choices):
                    self._chosen.setdefault(field, set()).add(entry)

    def canonical(self, participant_id: str) -> str:
        while participant_id in self._parent:
            participant_id = self._parent[participant_id]
        return participant_id

    def _join(self, one: str, other: str) -> None:
        low, high = sorted((self.canonical(one), self.canonical(other)))
        if low != high:
            self._parent[high] = low
            self._heads.discard(high)
            self._heads.add(low)

    def is_joined(self, participant_id: str) -> bool:
        """Whether this person has more than one entry."""
        return participant_id in self._parent or participant_id in self._heads

    def groups(self) -> list[set[str]]:
        """The people who have more than one entry."""
        return [self.group(head) for head in sorted(self._heads)]

    def group(self, participant_id: str) -> set[str]:
        """All ids of this person."""
        wanted = self.canonical(participant_id)
        return {wanted} | {member for member in self._parent if self.canonical(member) == wanted}

    def holder(self, entries: Sequence[Participant], field: str) -> Participant:
        """The entry whose answer is shown: the chosen one, else the first that has any, a confirmed name before."""
        script = next((one for one in SCRIPTS if field in name_fields(one)), "")
        name = f"name_{script}" if script else field
        chosen = self._chosen.get(name, set())
        ordered = sorted(entries, key=lambda entry: (entry.id not in chosen, entry.id))
        answered = [entry for entry in ordered if getattr(entry, name) or name in entry.unread]
        if script:
            answered.sort(key=lambda entry: (entry.id not in chosen, getattr(entry, f"{script}_proposed")))
        return answered[0] if answered else ordered[0]

    def merged(self, entries: Sequence[Participant]) -> Participant:
        """One person from all their entries."""
        first = min(entries, key=lambda entry: entry.id)
        if len(entries) == 1:
            return first
        names = [field.name for field in fields_of(Participant) if field.name != "removed"]
        values = {name: getattr(self.holder(entries, name), name) for name in names}
        for name in CONSENTS:
            if any(getattr(entry, name) is Consent.NO for entry in entries):
                values[name] = Consent.NO  # whoever said no once has said no
        unread = frozenset(name for name in names if name in self.holder(entries, name).unread)
        return Participant(id=first.id, erased=any(entry.erased for entry in entries), unread=unread, **values)


def identities(store: Store) -> Identities:
    return Identities(store.same_people.where(answer=Sameness.SAME.value))


def person(store: Store, participant_id: str) -> Participant | None:
    """One person from all their entries, by the id of any of them."""
    known = identities(store)
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
