"""One person is one person: which entries were joined by somebody's yes, and what they say together."""

from collections.abc import Iterable, Sequence

from models.fields import fields_of
from models.ids import new_id
from models.record_table import RecordTable
from models.records import Participant, SamePerson
from models.records.codes import Sameness
from models.storage.local import Local

SCRIPTS = ("latin", "arabic")
_LINKS_WRITTEN = "links_written"


def name_fields(script: str) -> tuple[str, str, str]:
    """A name, whether it was made by rule, and its fourth part: they go together."""
    return f"name_{script}", f"{script}_proposed", f"fourth_{script}"


class Identities:
    """Which ids stand for the same person. The smallest id speaks for all."""

    def __init__(self, links: Iterable[SamePerson]) -> None:
        standing = [link for link in links if link.answer is Sameness.SAME and not link.removed]
        self._heads = _heads((link.first_id, link.second_id) for link in standing)
        self._members: dict[str, set[str]] = {}
        for entry, head in self._heads.items():
            self._members.setdefault(head, set()).add(entry)
        self._chosen: dict[str, set[str]] = {}
        for link in standing:
            for field, entry in (choice.split(" ", 1) for choice in link.choices):
                self._chosen.setdefault(field, set()).add(entry)

    def canonical(self, participant_id: str) -> str:
        return self._heads.get(participant_id, participant_id)

    def is_joined(self, participant_id: str) -> bool:
        """Whether this person has more than one entry."""
        return participant_id in self._heads

    def groups(self) -> list[set[str]]:
        """The people who have more than one entry."""
        return [set(self._members[head]) for head in sorted(self._members)]

    def group(self, participant_id: str) -> set[str]:
        """All ids of this person."""
        return set(self._members.get(self.canonical(participant_id), {participant_id}))

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
        holders = {name: self.holder(entries, name) if _differ(entries, name) else first for name in names}
        values = {name: getattr(holder, name) for name, holder in holders.items()}
        unread = frozenset(name for name, holder in holders.items() if name in holder.unread)
        return Participant(id=first.id, erased=any(entry.erased for entry in entries), unread=unread, **values)


def _differ(entries: Sequence[Participant], field: str) -> bool:
    """Mostly they do not, and asking for the holder costs more."""
    said = getattr(entries[0], field)
    return any(getattr(entry, field) != said or field in entry.unread for entry in entries)


def _heads(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Entry -> the smallest entry of the same person, of everybody who has more than one."""
    parent: dict[str, str] = {}

    def head(entry: str) -> str:
        while (above := parent.setdefault(entry, entry)) != entry:
            parent[entry] = parent[above]  # the way up halves with each walk, so that no chain stays long
            entry = above
        return entry

    for one, other in pairs:
        if one != other:
            low, high = sorted((head(one), head(other)))
            parent[high] = low
    return {entry: head(entry) for entry in list(parent)}


class JoinedPeople:
    """The ``Identities`` of a register, read anew only when a link was written.

    That a link was written stands in the register itself, in the same transaction: no other Store, no undo, no
    step that failed can leave an old answer here.
    """

    def __init__(self, links: RecordTable[SamePerson], local: Local) -> None:
        self._links = links
        self._local = local
        self._read_at: str | None = None
        self._known = Identities(())

    def note_link(self) -> None:
        """Called by whoever writes one, within the transaction."""
        self._local.set(_LINKS_WRITTEN, new_id())  # no counter: after a rollback it would come to the same again

    def now(self) -> Identities:
        written = self._local.get(_LINKS_WRITTEN)  # asked first: a link written meanwhile is read twice, never missed
        if written != self._read_at:
            self._known = Identities(self._links.where(answer=Sameness.SAME.value))
            self._read_at = written
        return self._known
