"""What came from elsewhere and was not taken in: kept with its reason, never deleted silently."""

from collections.abc import Iterable, Set
from enum import StrEnum
from typing import Any

from models.history.changes import Change, Verb, without
from models.history.codec import decode, encode


class Reason(StrEnum):
    NOT_ITS_DEVICE = "not_its_device"
    """Its device sealed something else in its place: somebody on the way made it, or the laptop was copied."""
    IN_DOUBT = "in_doubt"
    """It came with others that do not fit the seal together: one of them was altered on the way."""
    NOT_WRITTEN_HERE = "not_written_here"
    """It says that this device wrote it, which knows nothing of it: forged, or a copy of this register went on."""


class Quarantine:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def add(self, change: Change, reason: Reason) -> None:
        sql = (
            "INSERT INTO quarantine (id, reason, device, seq, record, encoded) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO NOTHING"
        )
        encoded = encode(change).decode()
        self._connection.execute(sql, (change.id, reason, change.device, change.seq, change.record, encoded))

    def drop(self, ids: Iterable[str]) -> None:
        """They came again, and were taken in."""
        self._connection.executemany("DELETE FROM quarantine WHERE id = ?", [(one,) for one in ids])

    def all(self) -> list[tuple[Change, Reason]]:
        rows = self._connection.execute("SELECT encoded, reason FROM quarantine ORDER BY rowid")
        return [(decode(encoded.encode()), Reason(reason)) for encoded, reason in rows]

    def erase(self, record_id: str, fields: Set[str]) -> None:
        """What was erased from a record is erased here too."""
        rows = self._connection.execute("SELECT id, encoded FROM quarantine WHERE record = ?", (record_id,)).fetchall()
        for change_id, encoded in rows:
            change = decode(encoded.encode())
            if change.verb != Verb.ERASE:
                left = encode(without(change, fields)).decode()
                self._connection.execute("UPDATE quarantine SET encoded = ? WHERE id = ?", (left, change_id))
