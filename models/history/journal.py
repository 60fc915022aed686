"""The grow-only set of changes in the database, and the tables folded from it.

Everything here runs inside a transaction that the caller holds.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import UTC
from functools import cached_property
from typing import Any

from models.errors import RecordErased, TooMuchToKeep
from models.fields import Record, Value, defaults_of
from models.history.authority import DECISIONS, TRUST_KINDS, Authority, authority
from models.history.canonical import cleaned
from models.history.change_table import ChangeTable
from models.history.changes import Change, Verb, completed, held_elsewhere, signed, united, without
from models.history.clock import Wall, next_reading
from models.history.codec import MOST_BYTES, encode
from models.history.device_keys import DeviceKey
from models.history.fold import REMOVED, View, erased_fields, fold
from models.history.quarantine import Quarantine, Reason
from models.history.rows import Key, Rows
from models.history.seal_table import SealTable
from models.history.seals import new_seal
from models.ids import new_id
from models.records.codes import DeviceRole

OnFold = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Deed:
    """One action of a user: what the changes of a step have in common."""

    step: str
    action: str = ""
    """A code of ``resources/words/codes.py``."""
    worker: str = ""


def new_deed(action: str = "", worker: str = "") -> Deed:
    return Deed(new_id(), action, worker)


def _nobody_asks(kind: str, record_id: str) -> None:
    return


class Journal:
    """Writes and folds changes for one device.

    :param on_fold: told kind and id of every record whose row changed
    :param on_leave: told of one whose row is about to go
    """

    def __init__(
        self, connection: Any, key: DeviceKey, wall: Wall, on_fold: OnFold, on_leave: OnFold = _nobody_asks
    ) -> None:
        self._connection = connection
        self._key = key
        self._wall = wall
        self._on_fold = on_fold
        self.changes = ChangeTable(connection)
        self.quarantine = Quarantine(connection)
        self.seals = SealTable(connection)
        self._rows = Rows(connection, on_leave)

    @cached_property
    def authority(self) -> Authority:
        """Whose decisions hold, as it was read last."""
        return authority(self._key.device, self.changes.decisive(TRUST_KINDS))

    @property
    def device(self) -> str:
        return self._key.device

    @property
    def may_decide(self) -> bool:
        """Whether decisions about keys and devices that are made here count."""
        return self.authority.places[self._key.device].role is DeviceRole.HEAD_OFFICE

    def read_anew(self) -> None:
        """Another connection may have written decisions, or a transaction of ours was rolled back."""
        self.__dict__.pop("authority", None)

    def view(self, kind: str, record_id: str) -> View:
        self.read_anew()
        return self.view_of(self.changes.of_record(kind, record_id))

    def view_of(self, changes: Iterable[Change]) -> View:
        return fold(changes, self._counts)

    def _counts(self, change: Change) -> bool:
        if change.kind not in DECISIONS and change.verb != Verb.ERASE:  # nearly all
            return True
        return self.authority.counts(change)

    def change(self, deed: Deed, record_type: type[Record], record_id: str, sets: Mapping[str, Value]) -> Change | None:
        """Write those of the fields that do not say this already; None when all do."""
        known = self.changes.of_record(record_type.KIND, record_id)
        view = self.view_of(known)
        current = defaults_of(record_type) | view.values
        new = {name: value for name, value in sets.items() if value != current[name]}
        if not new and known:
            return None
        return self.write(deed, record_type.KIND, record_id, new, known, view)

    def write(
        self, deed: Deed, kind: str, record_id: str, sets: Mapping[str, Value], known: list[Change], view: View
    ) -> Change:
        """One change that replaces all that is current in the fields it sets.

        :raises RecordErased: what was erased stays erased
        """
        if view.erased & sets.keys():
            raise RecordErased(kind=kind)
        # By these fold() tells who had seen whom: an edit names the removal, a removal every value that it saw.
        seen = set(sets) | ({REMOVED} if view.values.get(REMOVED) is True else set())
        if sets.get(REMOVED) is True:
            seen |= set(view.heads)
        replaces = {name: view.ids(name) for name in seen if view.ids(name)}
        change = self._new(deed, Verb.SET, kind, record_id, sets, replaces)
        self.changes.insert([change])
        if kind in TRUST_KINDS:
            self.decide_anew()
        self.project(kind, record_id, [*known, change])
        return change

    def erase(self, deed: Deed, kind: str, record_id: str, fields: Set[str]) -> Change:
        """Take away for good what is known of some fields of a record, and whatever will still arrive."""
        change = self._new(deed, Verb.ERASE, kind, record_id, dict.fromkeys(sorted(fields)), {})
        self.changes.insert([change])
        self.refold(kind, record_id)
        return change

    def refold(self, kind: str, record_id: str) -> None:
        self.project(kind, record_id, self.changes.of_record(kind, record_id))

    def refold_saying(self, kind: str, fields: Iterable[str]) -> None:
        """What newer laptops said of these fields before this program knew them."""
        for name in fields:
            for record_id in self.changes.records_naming(kind, name):
                self.refold(kind, record_id)

    def decide_anew(self) -> None:
        """After decisions came: what did not count may count now, and the other way round."""
        before = self.__dict__.pop("authority", None)
        if self.authority != before:
            for kind, record_id in dict.fromkeys((one.kind, one.record) for one in self.changes.decisive()):
                self.refold(kind, record_id)

    def release(self, kind: str, record_id: str) -> None:
        """Its content is held elsewhere from now on; that it was here stays known, and whatever was erased."""
        for change in self.changes.of_record(kind, record_id):
            if change.verb != Verb.ERASE:
                self.changes.rewrite(held_elsewhere(change))
        self.refold(kind, record_id)

    def put_aside(self, change: Change, reason: Reason) -> None:
        """Out of the history, into quarantine."""
        self.changes.drop(change.id)
        self._rows.forget_conflicts(change.kind, change.record)
        self.turn_away(change, reason)
        if change.kind in TRUST_KINDS:
            self.decide_anew()
        self.refold(change.kind, change.record)

    def turn_away(self, change: Change, reason: Reason) -> None:
        """Into quarantine, without what was erased from its record."""
        erased = self.view_of(self.changes.of_record(change.kind, change.record)).erased
        self.quarantine.add(change if change.verb == Verb.ERASE else without(change, erased), reason)

    def seal(self) -> None:
        """Say by signature which changes this device wrote since it last did."""
        first, last = self.seals.last_of(self._key.device) + 1, self.changes.last_of(self._key.device)[0]
        if first <= last:
            self.seals.keep(new_seal(self._key, first, self.changes.ids_of(self._key.device, first, last)))

    def fill(self, change: Change) -> bool:
        """Whether a change that had come without some of its content, or its signature, takes it now.

        What was erased it does not take.
        """
        known = self.changes.find(change.id)
        if known is None or (known.salt and (known.signature or not change.signature)):
            return False
        erased = self.view_of(self.changes.of_record(change.kind, change.record)).erased
        filled = united(known, change if change.verb == Verb.ERASE else without(change, erased))
        if filled == known:
            return False
        self.changes.rewrite(filled)
        return True

    def project(self, kind: str, record_id: str, changes: list[Change]) -> None:
        self.project_all({(kind, record_id): changes})

    def project_all(self, histories: Mapping[Key, list[Change]]) -> None:
        """Write the rows that the changes of records say, and which of their fields are in conflict.

        What was erased goes from the changes on the disk too.
        """
        left = {
            (kind, record_id): self._emptied(record_id, changes) if _erases(changes) else changes
            for (kind, record_id), changes in histories.items()
        }
        for kind, record_id in self._rows.write(left, self._counts):
            self._on_fold(kind, record_id)

    def _emptied(self, record_id: str, changes: list[Change]) -> list[Change]:
        erased = erased_fields(change for change in changes if self._counts(change))
        kept = []
        for change in changes:
            left = change if change.verb == Verb.ERASE else without(change, erased)
            if left is not change:
                self.changes.rewrite(left)
            kept.append(left)
        self.quarantine.erase(record_id, erased)
        return kept

    def _new(
        self,
        deed: Deed,
        verb: Verb,
        kind: str,
        record_id: str,
        sets: Mapping[str, Value],
        replaces: Mapping[str, tuple[str, ...]],
    ) -> Change:
        moment = self._wall()
        seq, clock = self.changes.last_of(self._key.device)
        change = completed(
            Change(
                id="",
                step=deed.step,
                device=self._key.device,
                seq=seq + 1,
                clock=next_reading(max(clock, self._remembered_clock()), moment),
                wall=moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z",
                worker=deed.worker,
                action=deed.action,
                verb=verb,
                kind=kind,
                record=record_id,
                sets={name: cleaned(value) for name, value in sets.items()},
                replaces=replaces,
            )
        )
        if len(encode(change)) > MOST_BYTES:
            raise TooMuchToKeep()
        return signed(change, self._key) if verb == Verb.ERASE or kind in DECISIONS else change

    def _remembered_clock(self) -> int:
        row = self._connection.execute("SELECT value FROM local WHERE key = 'clock'").fetchone()
        return int(row[0]) if row else 0

    def remember_clock(self, latest: int) -> None:
        self._connection.execute(
            "INSERT INTO local (key, value) VALUES ('clock', ?) ON CONFLICT (key) "
            "DO UPDATE SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))",
            (str(latest),),
        )


def _erases(changes: Iterable[Change]) -> bool:
    return any(change.verb == Verb.ERASE for change in changes)
