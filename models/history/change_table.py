"""The changes as rows of the database. SQL goes to the connection itself: this is the path of every registration."""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

import orjson

from models.history.changes import Change, blobs_of
from models.storage.blobs import Blobs
from models.storage.schema import DECISIVE

_COLUMNS = (
    "id", "step", "device", "seq", "clock", "wall", "worker", "action", "verb", "kind", "record",
    "format", "salt", "digest", "body",
)  # fmt: skip
_NAMES = ", ".join(_COLUMNS)
_SELECT = f"SELECT {_NAMES} FROM changes"
_INSERT = f"INSERT INTO changes ({_NAMES}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_LISTED = "SELECT value FROM json_each(?)"


class ChangeTable:
    """Everything here runs inside a transaction that the caller holds."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.blobs = Blobs(connection)
        self.has_rewritten = False
        """Whether pages with what was said before may lie in the log that SQLite writes ahead."""

    def find(self, change_id: str) -> Change | None:
        return next(self._where("id = ?", change_id), None)

    def of_record(self, kind: str, record_id: str) -> list[Change]:
        return list(self._where("record = ? AND kind = ?", record_id, kind))

    def about(self, record_id: str) -> list[Change]:
        return list(self._where("record = ?", record_id))

    def of_step(self, step: str) -> list[Change]:
        return list(self._where("step = ?", step))

    def decisive(self, kinds: Iterable[str] | None = None) -> list[Change]:
        """Decisions and erasures.

        :param kinds: of these kinds of records only
        """
        if kinds is None:
            return list(self._where(DECISIVE))
        return list(self._where(f"{DECISIVE} AND kind IN ({_LISTED})", json.dumps(sorted(kinds))))

    def all(self) -> Iterator[Change]:
        """In the order of arrival."""
        for row in self._connection.execute(f"{_SELECT} ORDER BY rowid"):
            yield _change_from(row)

    def ids_of(self, device: str, first: int, last: int) -> list[tuple[int, str]]:
        """``seq`` and id; a ``seq`` twice is of a copied laptop, or somebody else made one of the two."""
        sql = "SELECT seq, id FROM changes WHERE device = ? AND seq BETWEEN ? AND ? ORDER BY seq, rowid"
        return [(seq, one) for seq, one in self._connection.execute(sql, (device, first, last))]

    def last_moment_of(self, device: str) -> datetime | None:
        """When it made its last change, by its own clock."""
        sql = "SELECT wall FROM changes WHERE device = ? ORDER BY seq DESC LIMIT 1"
        row = self._connection.execute(sql, (device,)).fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def last_of(self, device: str) -> tuple[int, int]:
        """``seq`` and clock of the last change of a device."""
        sql = "SELECT seq, clock FROM changes WHERE device = ? ORDER BY seq DESC LIMIT 1"
        row = self._connection.execute(sql, (device,)).fetchone()
        return (row[0], row[1]) if row else (0, 0)

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids that are here."""
        rows = self._connection.execute(f"SELECT id FROM changes WHERE id IN ({_LISTED})", (json.dumps(list(ids)),))
        return {row[0] for row in rows}

    def records_known(self, records: Iterable[str]) -> set[str]:
        """Those of the ids of records of which there is any change."""
        sql = f"SELECT DISTINCT record FROM changes WHERE record IN ({_LISTED})"
        return {row[0] for row in self._connection.execute(sql, (json.dumps(list(records)),))}

    def records_naming(self, kind: str, field: str) -> list[str]:
        """The records of a kind of which a change names a field."""
        saying = "SELECT DISTINCT record FROM changes WHERE kind = ? AND instr(body, ?)"
        return [row[0] for row in self._connection.execute(saying, (kind, f'"{field}":'))]

    def insert(self, changes: Collection[Change]) -> None:
        self._connection.executemany(_INSERT, map(_row, changes))
        self.blobs.name((change.id, blob) for change in changes for blob in blobs_of(change))

    def drop(self, change_id: str) -> None:
        self._connection.execute("DELETE FROM changes WHERE id = ?", (change_id,))
        self.blobs.forget(change_id)

    def rewrite(self, change: Change) -> None:
        """It lost some of what it said, or came to say it."""
        sql = "UPDATE changes SET body = ?, salt = ? WHERE id = ?"
        self._connection.execute(sql, (_body(change), change.salt, change.id))
        self.blobs.forget(change.id)
        self.blobs.name((change.id, blob) for blob in blobs_of(change))
        self.has_rewritten = True

    def _where(self, condition: str, *values: str) -> Iterator[Change]:
        for row in self._connection.execute(f"{_SELECT} WHERE {condition} ORDER BY rowid", values):
            yield _change_from(row)


def _row(change: Change) -> tuple[Any, ...]:
    return (
        change.id, change.step, change.device, change.seq, change.clock, change.wall, change.worker, change.action,
        change.verb, change.kind, change.record, change.format, change.salt, change.digest, _body(change),
    )  # fmt: skip


def _change_from(row: tuple[Any, ...]) -> Change:
    values = dict(zip(_COLUMNS, row, strict=True))
    sets, replaces, *rest = orjson.loads(values.pop("body"))
    kept, gone, signature, more = rest or ({}, {}, "", {})
    seen = {name: tuple(ids) for name, ids in replaces.items()}
    return Change(sets=sets, replaces=seen, kept=kept, gone=gone, signature=signature, more=more, **values)


def _body(change: Change) -> str:
    """What a change says; of one that lost a field, was signed or says more than we know also that."""
    said: list[object] = [change.sets, change.replaces]
    if change.kept or change.gone or change.signature or change.more:
        said += [change.kept, change.gone, change.signature, change.more]
    return orjson.dumps(said).decode()
