"""Reading the folded tables as records."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from models.errors import RecordMissing
from models.fields import Record, fields_of, record_from
from models.storage.record_tables import OUTCOMES

R = TypeVar("R", bound=Record)
_NONE: frozenset[str] = frozenset()
_LISTED = "SELECT value FROM json_each(?)"


class RecordTable(Generic[R]):
    """The records of one kind. Removed ones are left out unless asked for by id."""

    def __init__(self, connection: Any, record_type: type[R]) -> None:
        self._connection = connection
        self.record_type = record_type
        self._fields = fields_of(record_type)
        self._cells = [(field.name, field.is_json) for field in self._fields]
        names = [*OUTCOMES, *(f'"{field.name}"' for field in self._fields)]
        self.columns = ", ".join(f"{record_type.TABLE}.{name}" for name in names)
        self._select = f"SELECT {self.columns} FROM {record_type.TABLE}"

    def find(self, record_id: str) -> R | None:
        row = self._connection.execute(f"{self._select} WHERE id = ?", (record_id,)).fetchone()
        return self.from_row(row) if row else None

    def get(self, record_id: str) -> R:
        """
        :raises RecordMissing: when there is none of this id
        """
        found = self.find(record_id)
        if found is None:
            raise RecordMissing(kind=self.record_type.KIND, id=record_id)
        return found

    def still(self, record_id: str) -> R:
        """
        :raises RecordMissing: when there is none of this id, or it was removed
        """
        found = self.get(record_id)
        if found.removed:
            raise RecordMissing(kind=self.record_type.KIND, id=record_id)
        return found

    def all(self) -> list[R]:
        """In the order in which they came to this laptop."""
        return self.where()

    def where(self, **equals: str | int) -> list[R]:
        """The records whose fields have these stored values."""
        conditions = ["removed = 0", *(f'"{name}" = ?' for name in equals)]
        sql = f"{self._select} WHERE {' AND '.join(conditions)} ORDER BY rowid"
        return [self.from_row(row) for row in self._connection.execute(sql, tuple(equals.values()))]

    def among(self, name: str, values: Iterable[str]) -> Iterator[R]:
        """The records whose field has one of these values."""
        sql = f'{self._select} WHERE removed = 0 AND "{name}" IN ({_LISTED}) ORDER BY rowid'
        for row in self._connection.execute(sql, (json.dumps(list(values)),)):
            yield self.from_row(row)

    def picked(
        self, names: Sequence[str], name: str, values: Iterable[str], *, with_removed: bool = False
    ) -> Iterator[tuple[Any, ...]]:
        """Only some fields, as they are stored, of the records whose field has one of these values."""
        columns = ", ".join(f'"{one}"' for one in names)
        shown = "" if with_removed else "removed = 0 AND "
        sql = f'SELECT {columns} FROM {self.record_type.TABLE} WHERE {shown}"{name}" IN ({_LISTED})'
        yield from self._connection.execute(f"{sql} ORDER BY rowid", (json.dumps(list(values)),))

    def newest(self, limit: int) -> list[R]:
        """Those that came to this laptop last, the last first."""
        sql = f"{self._select} WHERE removed = 0 ORDER BY rowid DESC LIMIT ?"
        return [self.from_row(row) for row in self._connection.execute(sql, (limit,))]

    def count(self) -> int:
        sql = f"SELECT count(*) FROM {self.record_type.TABLE} WHERE removed = 0"
        return int(self._connection.execute(sql).fetchone()[0])

    def from_row(self, row: tuple[Any, ...]) -> R:
        """A record from a row of ``columns``."""
        record_id, erased, unread, *cells = row
        values = {
            name: json.loads(cell or "[]") if is_json else cell
            for (name, is_json), cell in zip(self._cells, cells, strict=True)
            if cell is not None
        }
        missed = frozenset(unread.split()) if unread else _NONE
        return record_from(self.record_type, record_id, values, erased=bool(erased), unread=missed)
