"""The grow-only set of changes in the database, and the tables folded from it.

Everything here runs inside a transaction that the caller holds. SQL goes to the connection
itself: this is the path of every registration at the desk.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

from models.errors import RecordErased
from models.fields import Record, Value, defaults_of, edited, fields_of
from models.history.changes import Change, Verb, is_genuine, sealed, united, without
from models.history.clock import Wall, is_credible, next_reading
from models.history.fold import REMOVED, View, erased_fields, fold
from models.ids import new_id
from models.records import BY_KIND
from models.storage.record_tables import cell

SCHEMA = 1
"""The form in which a change is written; each says its own."""
_COLUMNS = (
    "id", "step", "device", "seq", "clock", "wall", "who", "verb", "kind", "record",
    "schema", "body", "salt", "digest",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM changes"
_INSERT = (
    f"INSERT INTO changes ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))}) ON CONFLICT (id) DO NOTHING"
)

OnFold = Callable[[str, str], None]


@dataclass(slots=True)
class Receipt:
    """What came of receiving changes."""

    new: int = 0
    known: int = 0
    from_newer_version: int = 0
    rejected: list[str] = field(default_factory=list)
    """Ids whose content does not fit them: tampered with or damaged."""


class Journal:
    """Writes and folds changes for one device.

    :param on_fold: told kind and id of every record whose row changed
    """

    def __init__(self, connection: Any, device: str, wall: Wall, on_fold: OnFold) -> None:
        self._connection = connection
        self._device = device
        self._wall = wall
        self._on_fold = on_fold
        self.who = ""

    def changes_of(self, record_id: str) -> list[Change]:
        rows = self._connection.execute(f"{_SELECT} WHERE record = ?", (record_id,))
        return [_change_from(row) for row in rows]

    def changes_of_step(self, step: str) -> list[Change]:
        return [_change_from(row) for row in self._connection.execute(f"{_SELECT} WHERE step = ?", (step,))]

    def all_changes(self) -> Iterator[Change]:
        """Every change, in the order of arrival."""
        for row in self._connection.execute(f"{_SELECT} ORDER BY rowid"):
            yield _change_from(row)

    def put(self, step: str, record: Record) -> Change | None:
        """Write what differs from the current record; None when nothing does."""
        known = self.changes_of(record.id)
        view = fold(known)
        sets = edited(record, defaults_of(type(record)) | view.values)
        if not sets and known:
            return None
        return self.write(step, type(record).KIND, record.id, sets, known, view)

    def change(self, step: str, record_type: type[Record], record_id: str, sets: dict[str, Value]) -> Change | None:
        """Write those of the fields that do not say this already; None when all do."""
        known = self.changes_of(record_id)
        view = fold(known)
        current = defaults_of(record_type) | view.values
        new = {name: value for name, value in sets.items() if value != current[name]}
        if not new and known:
            return None
        return self.write(step, record_type.KIND, record_id, new, known, view)

    def write(
        self, step: str, kind: str, record_id: str, sets: dict[str, Value], known: list[Change], view: View
    ) -> Change:
        """One change that replaces all that is current in the fields it sets.

        :raises RecordErased: what was erased stays erased
        """
        if view.erased & sets.keys():
            raise RecordErased(kind=kind)
        # By these fold() tells who had seen whom: an edit names the removal, a removal every value that it saw.
        seen = set(sets) | ({REMOVED} if view.values.get(REMOVED) else set())
        if sets.get(REMOVED):
            seen |= set(view.heads)
        replaces = {name: view.ids(name) for name in seen if view.ids(name)}
        change = self._new(step, Verb.SET, kind, record_id, sets, replaces)
        self._insert(change)
        self._project(kind, record_id, [*known, change])
        return change

    def erase(self, step: str, kind: str, record_id: str, fields: Set[str]) -> Change:
        """Take away for good what is known of some fields of a record, and whatever will still arrive."""
        change = self._new(step, Verb.ERASE, kind, record_id, dict.fromkeys(sorted(fields)), {})
        self._insert(change)
        self.refold(kind, record_id)
        return change

    def receive(self, changes: Iterable[Change]) -> Receipt:
        """Add what is not yet known; order and repetition do not matter."""
        receipt = Receipt()
        touched: dict[str, str] = {}
        latest = 0
        for change in changes:
            if not is_genuine(change):
                receipt.rejected.append(change.id)
            elif not self._insert(change):
                receipt.known += 1
            else:
                receipt.new += 1
                receipt.from_newer_version += _is_newer(change)
                touched[change.record] = change.kind
                # Kept in any case; but one laptop whose clock is years ahead must not take all others there.
                if is_credible(change.clock, self._wall()):
                    latest = max(latest, change.clock)
        self._remember_clock(latest)
        for record_id, kind in touched.items():
            self.refold(kind, record_id)
        return receipt

    def refold(self, kind: str, record_id: str) -> None:
        known = self.changes_of(record_id)
        erased = erased_fields(known)
        self._project(kind, record_id, self._emptied(known, erased) if erased else known)

    def refold_saying(self, kind: str, fields: Iterable[str]) -> None:
        """What newer laptops said of these fields before this program knew them."""
        for name in fields:
            saying = "SELECT DISTINCT record FROM changes WHERE kind = ? AND instr(body, ?)"
            for (record_id,) in self._connection.execute(saying, (kind, f'"{name}":')).fetchall():
                self.refold(kind, record_id)

    def view(self, record_id: str) -> View:
        return fold(self.changes_of(record_id))

    def _new(
        self,
        step: str,
        verb: Verb,
        kind: str,
        record_id: str,
        sets: dict[str, Value],
        replaces: dict[str, tuple[str, ...]],
    ) -> Change:
        moment = self._wall()
        seq, clock = self._last_of_device()
        remembered = self._connection.execute("SELECT value FROM local WHERE key = 'clock'").fetchone()
        last = max(clock, int(remembered[0]) if remembered else 0)
        return sealed(
            Change(
                id="",
                step=step,
                device=self._device,
                seq=seq + 1,
                clock=next_reading(last, moment),
                wall=moment.astimezone(UTC).isoformat(timespec="milliseconds"),
                who=self.who,
                verb=verb,
                kind=kind,
                record=record_id,
                schema=SCHEMA,
                sets=sets,
                replaces=replaces,
                salt="",
                digest="",
            )
        )

    def _last_of_device(self) -> tuple[int, int]:
        row = self._connection.execute(
            "SELECT seq, clock FROM changes WHERE device = ? ORDER BY seq DESC LIMIT 1", (self._device,)
        ).fetchone()
        return (row[0], row[1]) if row else (0, 0)

    def _remember_clock(self, latest: int) -> None:
        self._connection.execute(
            "INSERT INTO local (key, value) VALUES ('clock', ?) ON CONFLICT (key) "
            "DO UPDATE SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))",
            (str(latest),),
        )

    def _insert(self, change: Change) -> bool:
        """Whether it says something that was not known."""
        values = [_body(change) if name == "body" else getattr(change, name) for name in _COLUMNS]
        return self._connection.execute(_INSERT, values).rowcount == 1 or self._fill(change)

    def _fill(self, change: Change) -> bool:
        """A change that had come without some of its fields takes them when they arrive, unless they were erased."""
        row = self._connection.execute(f"{_SELECT} WHERE id = ?", (change.id,)).fetchone()
        known = _change_from(row)
        if known.salt:
            return False
        erased = erased_fields(self.changes_of(change.record))
        filled = united(known, without(change, erased))
        if filled == known:
            return False
        self._rewrite(filled)
        return True

    def _emptied(self, changes: list[Change], erased: Set[str]) -> list[Change]:
        """The changes of a record, on the disk too without the fields that were erased."""
        kept = []
        for change in changes:
            left = change if change.verb == Verb.ERASE else without(change, erased)
            if left is not change:
                self._rewrite(left)
            kept.append(left)
        return kept

    def _rewrite(self, change: Change) -> None:
        self._connection.execute(
            "UPDATE changes SET body = ?, salt = ? WHERE id = ?", (_body(change), change.salt, change.id)
        )

    def _project(self, kind: str, record_id: str, changes: list[Change]) -> None:
        """Write the row that the changes say, and which of its fields are in conflict."""
        record_type = BY_KIND.get(kind)
        if record_type is None:  # of a newer version: its changes are kept and handed on, unread
            return
        view = fold(changes)
        self._connection.execute(_upsert(record_type), row_values(record_type, record_id, view))
        if len(changes) > 1:  # one change contradicts nobody, and at the desk most records have one
            self._note_conflicts(kind, record_id, view.conflicts)
        self._on_fold(kind, record_id)

    def _note_conflicts(self, kind: str, record_id: str, names: tuple[str, ...]) -> None:
        self._connection.execute("DELETE FROM conflicts WHERE record = ?", (record_id,))
        for name in names:
            self._connection.execute(
                "INSERT INTO conflicts (record, kind, field) VALUES (?, ?, ?)", (record_id, kind, name)
            )


def _is_newer(change: Change) -> bool:
    """Whether it says what this version does not know."""
    record_type = BY_KIND.get(change.kind)
    known = {field.name for field in fields_of(record_type)} if record_type else set()
    return change.schema > SCHEMA or not change.sets.keys() <= known


def new_step() -> str:
    return new_id()


def row_values(record_type: type[Record], record_id: str, view: View) -> list[Any]:
    """The row of a record: id, erased, then its fields as SQLite keeps them."""
    values = defaults_of(record_type) | view.values
    return [record_id, int(bool(view.erased)), *(cell(values[item.name]) for item in fields_of(record_type))]


_statements: dict[type[Record], str] = {}


def _upsert(record_type: type[Record]) -> str:
    if record_type not in _statements:
        names = ["id", "erased", *(f'"{item.name}"' for item in fields_of(record_type))]
        updates = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
        _statements[record_type] = (
            f"INSERT INTO {record_type.TABLE} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
            f"ON CONFLICT (id) DO UPDATE SET {updates}"
        )
    return _statements[record_type]


def _change_from(row: tuple[Any, ...]) -> Change:
    values = dict(zip(_COLUMNS, row, strict=True))
    sets, replaces, *rest = json.loads(values.pop("body"))
    kept, gone = rest or ({}, {})
    seen = {name: tuple(ids) for name, ids in replaces.items()}
    values["verb"] = Verb(values["verb"])
    return Change(sets=sets, replaces=seen, kept=kept, gone=gone, **values)


def _body(change: Change) -> str:
    """What a change says; of one that lost a field also what still proves it."""
    said: list[object] = [change.sets, change.replaces]
    if not change.salt:
        said += [change.kept, change.gone]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
