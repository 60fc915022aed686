"""Step: one action of a user, through which everything is written."""

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from functools import cached_property
from typing import Any

from models.blobs import Blob
from models.errors import AnsweredMeanwhile
from models.fields import Record, Value, said_in, stored_of
from models.history.canonical import canonical
from models.history.fold import REMOVED
from models.history.journal import Deed, Journal


class Step:
    """One action of a user: everything put here is saved together or not at all."""

    def __init__(self, journal: Journal, deed: Deed, worker: Callable[[], str], reindex: Callable[[], None]) -> None:
        self.id = deed.step
        self.reindex = reindex
        """Lets people put so far be found before the step ends."""
        self._journal = journal
        self._new_deed = deed
        self._worker = worker
        self.is_empty = True

    @cached_property
    def _deed(self) -> Deed:
        """Who works here is looked up with the first thing that is written."""
        return replace(self._new_deed, worker=self._worker())

    def add(self, *records: Record) -> None:
        """What this step makes. Only what is not a default is written, else two desks would contradict each other.

        Where both make the same (ids can be derived), it is said of the same record; one that was removed is back.
        """
        for record in records:
            self._write(type(record), record.id, {REMOVED: False} | said_in(record))

    def change(self, record_type: type[Record], record_id: str, values: Mapping[str, Any]) -> None:
        """Write these fields of a record and no others: what was read with them stays as it is by then.

        :param values: as records have them, by stored field or by the attribute of a ``Text``
        """
        self._write(record_type, record_id, stored_of(record_type, values))

    @property
    def may_decide(self) -> bool:
        """Whether decisions about keys and laptops that are made here count."""
        return self._journal.may_decide

    def settle(self, kind: str, record_id: str, field: str, value: Value) -> None:
        """Answer a conflict: this value replaces all that were listed.

        :raises AnsweredMeanwhile: when there is no such conflict any more, or its answers are others
        """
        known = self._journal.changes.of_record(kind, record_id)
        view = self._journal.view_of(known)
        answers = view.answers(field)
        if len(answers) < 2 or canonical(value) not in answers:
            raise AnsweredMeanwhile()
        self._journal.write(self._deed, kind, record_id, {field: value}, known, view)
        self.is_empty = False

    def keep(self, content: bytes, kind: str) -> Blob:
        """Large content, to be named by a record of this step.

        :param kind: its media type
        """
        return self._journal.changes.blobs.keep(content, kind)

    def erase(self, kind: str, record_id: str, fields: Set[str]) -> None:
        """Take away for good what is known of some fields of a record."""
        self._journal.erase(self._deed, kind, record_id, fields)
        self.is_empty = False

    def release(self, kind: str, record_id: str) -> None:
        """Its content is held elsewhere from now on; it can come back."""
        self._journal.release(kind, record_id)

    def _write(self, record_type: type[Record], record_id: str, sets: dict[str, Value]) -> None:
        if self._journal.change(self._deed, record_type, record_id, sets) is not None:
            self.is_empty = False
