"""Laptops that write, each with its own history in memory and its own, perhaps wrong, clock."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from models.fields import defaults_of
from models.history.changes import Change
from models.history.device_keys import DeviceKey
from models.history.fold import View
from models.history.journal import Deed, Journal
from models.history.receiving import Receipt, Receiving
from models.history.seals import Seal
from models.records import DeviceDecision, Following, Institution, KeyDecision, Participant
from models.storage import cipher, record_tables, schema

NOW = datetime(2026, 1, 1, tzinfo=UTC)
STEP = Deed("step")
_KINDS = (Participant, Institution, DeviceDecision, KeyDecision, Following)


def key_of(name: str) -> DeviceKey:
    return DeviceKey(sha256(name.encode()).digest())


class Laptop:
    def __init__(self, name: str, hours_off: int = 0) -> None:
        self.db = cipher.memory()
        schema.migrate(self.db, "memory")
        record_tables.follow(self.db.conn, _KINDS)
        self.key = key_of(name)
        self.id = self.key.device
        self.now = NOW + timedelta(hours=hours_off)
        self.folded: list[tuple[str, str]] = []
        self.journal = Journal(
            self.db.conn, self.key, lambda: self.now, lambda kind, one: self.folded.append((kind, one))
        )

    def write(self, record: str = "p", **values: object) -> Change | None:
        return self.journal.change(STEP, Participant, record, values)

    def make(self, record: str = "p", **values: object) -> Change | None:
        """Only what is not a default, as a step does."""
        usual = defaults_of(Participant)
        return self.write(record, **{name: value for name, value in values.items() if value != usual[name]})

    def erase(self, fields: Iterable[str], record: str = "p") -> Change:
        return self.journal.erase(STEP, Participant.KIND, record, set(fields))

    def receive(self, changes: Iterable[Change], seals: Iterable[Seal] = ()) -> Receipt:
        return Receiving(self.journal, lambda: self.now).take(changes, seals)

    def changes(self, record: str = "") -> list[Change]:
        return self.journal.changes.about(record) if record else list(self.journal.changes.all())

    def view(self, record: str = "p") -> View:
        return self.journal.view(Participant.KIND, record)

    def row(self, record: str = "p") -> tuple[object, ...] | None:
        sql = "SELECT removed, erased, name_latin, phone, email FROM participants WHERE id = ?"
        return self.db.conn.execute(sql, (record,)).fetchone()

    def conflicts(self) -> list[tuple[str, str, str]]:
        return self.db.conn.execute("SELECT kind, record, field FROM conflicts ORDER BY record, field").fetchall()

    def stored(self) -> str:
        """Everything that the history says on the disk."""
        tables = ("changes", "quarantine")
        return str([self.db.conn.execute(f"SELECT * FROM {table}").fetchall() for table in tables])


def exchange(one: Laptop, other: Laptop) -> None:
    one.receive(other.changes())
    other.receive(one.changes())
