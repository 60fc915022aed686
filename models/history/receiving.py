"""Changes from elsewhere: a set grows, whatever the order and however often they come."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from models.fields import fields_of
from models.history.authority import TRUST_KINDS
from models.history.changes import FORMAT, Change, Verb, is_genuine, united
from models.history.clock import Wall, is_credible
from models.history.journal import Journal
from models.history.proving import Proving
from models.history.quarantine import Reason
from models.history.seals import Seal
from models.records import BY_KIND

_AT_ONCE = 2_000
_VERBS = frozenset(Verb)
_known_fields = {kind: {field.name for field in fields_of(one)} for kind, one in BY_KIND.items()}


@dataclass(slots=True)
class Receipt:
    """What came of receiving changes."""

    new: int = 0
    known: int = 0
    from_newer_version: int = 0
    unsealed: int = 0
    """New ones whose author no seal proves."""
    rejected: list[str] = field(default_factory=list)
    """Ids whose content does not fit them: tampered with or damaged."""
    forged: list[str] = field(default_factory=list)
    """Ids that a seal contradicts, or that this device would know; they lie in quarantine."""


class Receiving:
    """One receiving; everything in one transaction that the caller holds."""

    def __init__(self, journal: Journal, wall: Wall) -> None:
        self._journal = journal
        self._moment = wall()
        self._proving = Proving(journal)
        self._latest = 0
        self._is_decided_anew = False
        self._erased: dict[tuple[str, str], None] = {}
        """Records that are folded at the end: whose erasures count is known when all decisions have come."""
        self.receipt = Receipt()

    def take(self, changes: Iterable[Change], seals: Iterable[Seal] = ()) -> Receipt:
        waiting = iter(changes)
        while some := list(islice(waiting, _AT_ONCE)):
            self._take(some)
        self._journal.remember_clock(self._latest)
        if self._is_decided_anew:
            self._journal.decide_anew()
        for kind, record_id in self._erased:
            self._journal.refold(kind, record_id)
        forged = self._proving.judge(seals)
        self.receipt.forged += [change.id for change in forged]
        self.receipt.new -= len(forged)
        self.receipt.unsealed = self._proving.unproved
        return self.receipt

    def _take(self, changes: list[Change]) -> None:
        genuine: dict[str, Change] = {}
        for change in changes:
            if not is_genuine(change):
                self.receipt.rejected.append(change.id)
            elif change.id in genuine:
                genuine[change.id] = united(genuine[change.id], change)
                self.receipt.known += 1
            else:
                genuine[change.id] = change
        known = self._journal.changes.known(genuine)
        new = self._not_as_ours([change for one, change in genuine.items() if one not in known])
        records = self._journal.changes.records_known({change.record for change in genuine.values()})
        self._journal.changes.insert(new)
        self._journal.quarantine.drop(change.id for change in new)
        filled = [genuine[one] for one in known if self._journal.fill(genuine[one])]
        self._note(new, filled, len(known))
        self._fold([*new, *filled], records)

    def _not_as_ours(self, new: list[Change]) -> list[Change]:
        """What a device wrote it knows: nobody else may say something in its name, nor move its clock and count."""
        ours = [change for change in new if change.device == self._journal.device]
        for change in ours:
            self._journal.turn_away(change, Reason.NOT_WRITTEN_HERE)
            self.receipt.forged.append(change.id)
        return [change for change in new if change.device != self._journal.device] if ours else new

    def _note(self, new: list[Change], filled: list[Change], known: int) -> None:
        self.receipt.new += len(new) + len(filled)
        self.receipt.known += known - len(filled)
        self._is_decided_anew |= any(change.kind in TRUST_KINDS for change in (*new, *filled))
        for change in new:
            self.receipt.from_newer_version += _is_newer(change)
            # Kept in any case; but one laptop whose clock is years ahead must not take all others there.
            if change.clock > self._latest and is_credible(change.clock, self._moment):
                self._latest = change.clock
        self._proving.note(new)

    def _fold(self, changes: list[Change], records: set[str]) -> None:
        touched: dict[tuple[str, str], list[Change]] = {}
        for change in changes:
            touched.setdefault((change.kind, change.record), []).append(change)
        self._erased |= {key: None for key, came in touched.items() if any(one.verb == Verb.ERASE for one in came)}
        # Where nothing was here of a record, what came is all.
        self._journal.project_all(
            {
                key: self._journal.changes.of_record(*key) if key[1] in records else came
                for key, came in touched.items()
                if key not in self._erased
            }
        )


def _is_newer(change: Change) -> bool:
    """Whether it says what this version does not know."""
    return (
        change.format > FORMAT
        or bool(change.more)
        or change.verb not in _VERBS
        or not change.sets.keys() <= _known_fields.get(change.kind, set())
        or change.kind not in BY_KIND
    )
