"""The rows of the tables that screens read, as the history of each record says."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from models.fields import Record, fields_of, is_understood
from models.history.changes import Change
from models.history.fold import Counts, View, fold
from models.records import BY_KIND
from models.storage.record_tables import OUTCOMES, cell

Key = tuple[str, str]
"""Kind and id of a record."""

_statements: dict[type[Record], str] = {}


class Rows:
    def __init__(self, connection: Any, on_leave: Callable[[str, str], None]) -> None:
        self._connection = connection
        self._on_leave = on_leave

    def write(self, histories: Mapping[Key, list[Change]], counts: Counts) -> list[Key]:
        """The rows that the changes of records say, and which of their fields are in conflict.

        :returns: without those of kinds of a newer version: their changes are kept and handed on, unread
        """
        known = {key: changes for key, changes in histories.items() if key[0] in BY_KIND}
        rows: dict[type[Record], list[list[Any]]] = {}
        for (kind, record_id), changes in known.items():
            view = fold(changes, counts)
            is_here = bool(changes) and not view.is_away  # a part of a record would look like the whole
            if is_here:
                rows.setdefault(BY_KIND[kind], []).append(row_values(BY_KIND[kind], record_id, view))
            else:
                self._on_leave(kind, record_id)
                self._connection.execute(f"DELETE FROM {BY_KIND[kind].TABLE} WHERE id = ?", (record_id,))
            if len(changes) != 1:  # one change contradicts nobody, and at the desk most records have one
                self._note_conflicts(kind, record_id, view.conflicts if is_here else ())
        for record_type, values in rows.items():
            self._connection.executemany(_upsert(record_type), values)
        return list(known)

    def forget_conflicts(self, kind: str, record_id: str) -> None:
        self._connection.execute("DELETE FROM conflicts WHERE record = ? AND kind = ?", (record_id, kind))

    def _note_conflicts(self, kind: str, record_id: str, names: Iterable[str]) -> None:
        self.forget_conflicts(kind, record_id)
        for name in names:
            self._connection.execute(
                "INSERT INTO conflicts (record, kind, field) VALUES (?, ?, ?)", (record_id, kind, name)
            )


def row_values(record_type: type[Record], record_id: str, view: View) -> list[Any]:
    """The row of a record: id, erased, unread, then its fields as SQLite keeps them.

    What this version does not understand stays in the history alone: here it would break the column or a query.
    """
    fields = fields_of(record_type)
    said = view.values
    unread = {item.name for item in fields if item.name in said and not is_understood(item, said[item.name])}
    values = [item.default if item.name in unread else said.get(item.name, item.default) for item in fields]
    return [record_id, int(bool(view.erased)), " ".join(sorted(unread)), *map(cell, values)]


def _upsert(record_type: type[Record]) -> str:
    if record_type not in _statements:
        names = [*OUTCOMES, *(f'"{item.name}"' for item in fields_of(record_type))]
        updates = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
        _statements[record_type] = (
            f"INSERT INTO {record_type.TABLE} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
            f"ON CONFLICT (id) DO UPDATE SET {updates}"
        )
    return _statements[record_type]
