"""What seals say about changes that came: whose they are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from models.history.changes import Change
from models.history.journal import Journal
from models.history.quarantine import Reason
from models.history.seal_table import SealTable
from models.history.seals import Seal


class Proving:
    """Of one receiving."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._seals: SealTable = journal.seals
        self._new: dict[str, dict[int, str]] = {}
        """Device -> seq -> id, of what came and was not known."""
        self._sorted: dict[str, list[int]] = {}
        """The ``seq`` of what came, in order, once all has come."""
        self._proved: dict[str, set[int]] = {}

    def note(self, new: Iterable[Change]) -> None:
        for change in new:
            self._new.setdefault(change.device, {})[change.seq] = change.id

    @property
    def unproved(self) -> int:
        return sum(len(seqs.keys() - self._proved.get(device, set())) for device, seqs in self._new.items())

    def judge(self, seals: Iterable[Seal]) -> list[Change]:
        """Keep the seals that hold, and put aside what they contradict: the changes that were put aside."""
        forged: list[Change] = []
        self._sorted = {device: sorted(seqs) for device, seqs in self._new.items()}
        for seal in seals:
            if seal.is_genuine:
                forged += self._judge(seal)
        for device, seqs in [(device, set(seqs)) for device, seqs in self._new.items() if seqs]:
            for seal in self._seals.about(device, min(seqs), max(seqs)):
                forged += self._judge(seal)
        return forged

    def _judge(self, seal: Seal) -> list[Change]:
        here = self._journal.changes.ids_of(seal.device, seal.first, seal.last)
        came = self._came(seal)
        earlier = {seq: one for seq, one in here if came.get(seq) != one}
        readings = ({**earlier, **came}, came, earlier)
        for ids in readings:
            if seal.proves(ids):
                self._seals.keep(seal)
                self._proved.setdefault(seal.device, set()).update(ids)
                others = [one for seq, one in here if seq in ids and ids[seq] != one]
                return self._put_aside(others, Reason.NOT_ITS_DEVICE)
        if all(seal.proves(ids) is None for ids in readings):
            return []
        return self._put_aside(self._not_proved_before(seal.device, came), Reason.IN_DOUBT)

    def _came(self, seal: Seal) -> dict[int, str]:
        """What is new here of its range."""
        seqs, new = self._sorted.get(seal.device, []), self._new.get(seal.device, {})
        within = seqs[bisect_left(seqs, seal.first) : bisect_right(seqs, seal.last)]
        return {seq: new[seq] for seq in within if seq in new}

    def _not_proved_before(self, device: str, came: Mapping[int, str]) -> list[str]:
        proved = self._proved.get(device, set())
        return [one for seq, one in came.items() if seq not in proved]

    def _put_aside(self, ids: Iterable[str], reason: Reason) -> list[Change]:
        found = [change for one in ids if (change := self._journal.changes.find(one))]
        for change in found:
            self._journal.put_aside(change, reason)
            seqs = self._new.get(change.device, {})
            if seqs.get(change.seq) == change.id:
                del seqs[change.seq]
        return found
