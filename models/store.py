"""Store: the open register. The only place that writes rows."""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from models.fields import Record, Value, said_in, stored_of
from models.history.changes import Change
from models.history.clock import Wall
from models.history.fold import REMOVED
from models.history.journal import Journal, Receipt, new_step
from models.history.undo import Undoable
from models.people.search import PeopleSearch
from models.record_table import RecordTable
from models.records import (
    ALL,
    BY_KIND,
    AgreedStep,
    AttendanceMark,
    Certificate,
    CertificateDesign,
    CertificateWording,
    CustomAnswer,
    CustomField,
    Device,
    Enrolment,
    ErasureRequest,
    Feedback,
    Institution,
    Issuer,
    Nomination,
    Participant,
    PaymentRate,
    Photo,
    Picture,
    PrintedPaper,
    Programme,
    SamePerson,
    Scan,
    Score,
    Session,
    Signatory,
    Signature,
    SigningKey,
    Training,
)
from models.records.devices import desk_letters
from models.safekeeping import Safekeeping
from models.storage import cipher, record_tables, schema
from models.storage.folder import DATABASE_NAME
from models.storage.local import Local
from models.storage.lock import RegisterLock

News = Mapping[str, Set[str]]
"""Which records were written: kind -> ids."""
Listener = Callable[[News], None]


class Step:
    """One action of a user: everything put here is saved together or not at all."""

    def __init__(self, journal: Journal, step_id: str, reindex: Callable[[], None]) -> None:
        self.id = step_id
        self.reindex = reindex
        """Lets people put so far be found before the step ends."""
        self._journal = journal
        self.is_empty = True

    def put(self, *records: Record) -> None:
        """Save what differs from what is on file."""
        for record in records:
            if self._journal.put(self.id, record) is not None:
                self.is_empty = False

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

    def _write(self, record_type: type[Record], record_id: str, sets: dict[str, Value]) -> None:
        if self._journal.change(self.id, record_type, record_id, sets) is not None:
            self.is_empty = False

    def settle(self, kind: str, record_id: str, field: str, value: Value) -> None:
        """Answer a conflict: this value replaces all that were listed."""
        known = self._journal.changes_of(record_id)
        view = self._journal.view(record_id)
        self._journal.write(self.id, kind, record_id, {field: value}, known, view)
        self.is_empty = False

    def erase(self, kind: str, record_id: str, fields: Set[str]) -> None:
        """Take away for good what is known of some fields of a record."""
        self._journal.erase(self.id, kind, record_id, fields)
        self.is_empty = False


class Store:
    """One connection to a register; one Store per thread.

    Made by ``models/opening.py``; ``another`` gives a second one to another thread.
    """

    # One for each kind of record, under the name of its table.
    programmes: RecordTable[Programme]
    trainings: RecordTable[Training]
    sessions: RecordTable[Session]
    institutions: RecordTable[Institution]
    participants: RecordTable[Participant]
    enrolments: RecordTable[Enrolment]
    marks: RecordTable[AttendanceMark]
    scores: RecordTable[Score]
    certificates: RecordTable[Certificate]
    issuers: RecordTable[Issuer]
    signatories: RecordTable[Signatory]
    pictures: RecordTable[Picture]
    signing_keys: RecordTable[SigningKey]
    wordings: RecordTable[CertificateWording]
    designs: RecordTable[CertificateDesign]
    papers: RecordTable[PrintedPaper]
    scans: RecordTable[Scan]
    nominations: RecordTable[Nomination]
    rates: RecordTable[PaymentRate]
    agreed_steps: RecordTable[AgreedStep]
    feedback: RecordTable[Feedback]
    custom_fields: RecordTable[CustomField]
    custom_answers: RecordTable[CustomAnswer]
    signatures: RecordTable[Signature]
    photos: RecordTable[Photo]
    erasure_requests: RecordTable[ErasureRequest]
    devices: RecordTable[Device]
    same_people: RecordTable[SamePerson]

    def __init__(self, folder: Path, key: bytes, lock: RegisterLock | None, wall: Wall) -> None:
        self.folder = folder
        self.key = key
        self.path = folder / DATABASE_NAME
        self._lock = lock
        self._wall = wall
        self._db = cipher.connect(self.path, key)
        self.safekeeping = Safekeeping(self._db, folder, key)
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def _prepare(self) -> None:
        with cipher.known_failures(self.path):
            if schema.has_pending(self._db) and self._db["changes"].exists():
                self.safekeeping.backup()
            schema.migrate(self._db, str(self.folder))
        connection: Any = self._db.conn
        self.connection = connection
        self.local = Local(connection)
        known_device = self.local.device_at(self.folder)
        self.device_id = known_device or uuid.uuid4().hex
        self._journal = Journal(connection, self.device_id, self._wall, self._on_fold)
        self._touched: dict[str, set[str]] = {}
        self._stale_people: set[str] = set()
        self.undoable = Undoable()
        self.listeners: list[Listener] = []
        for record_type in ALL:
            setattr(self, record_type.TABLE, RecordTable(connection, record_type))
        self.people = PeopleSearch(connection, self.participants)
        self._catch_up()
        if not known_device:
            self._become_a_device()

    # Who works at this desk today; stands in the history.
    @property
    def who(self) -> str:
        return self._journal.who

    @who.setter
    def who(self, name: str) -> None:
        self._journal.who = name

    @contextmanager
    def step(self, action: str = "") -> Iterator[Step]:
        """One transaction; when it returns, it is on the disk.

        :param action: a code for the undo button (see resources/words/codes.py); empty: not to be undone
        """
        step = Step(self._journal, new_step(), self._index_stale_people)
        with self._transaction():
            yield step
        if not step.is_empty and action:
            self.undoable.add(step.id, action)
        self._tell_touched()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._touched.clear()
        self._stale_people.clear()
        with cipher.known_failures(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._index_stale_people()
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def _index_stale_people(self) -> None:
        erased = [one for one in self._stale_people if self.people.index(one)]
        if erased:
            self.people.forget()
        self._stale_people.clear()

    def _on_fold(self, kind: str, record_id: str) -> None:
        self._touched.setdefault(kind, set()).add(record_id)
        if kind == Participant.KIND:
            self._stale_people.add(record_id)
        elif kind == Enrolment.KIND:
            found = self.enrolments.find(record_id)
            if found is not None and found.institution_id:
                self._stale_people.add(found.participant_id)
        elif kind == Institution.KIND:
            for enrolment in self.enrolments.where(institution_id=record_id):
                self._stale_people.add(enrolment.participant_id)

    def _tell_touched(self) -> None:
        self.tell({kind: frozenset(ids) for kind, ids in self._touched.items()})

    def tell(self, news: News) -> None:
        """Let the listeners know which records changed, here or through another Store."""
        if news:
            for listener in self.listeners:
                listener(news)

    def undo(self) -> str:
        """Take back the last step that this Store made; its action code.

        :raises NothingToUndo: when there is none
        :raises OverriddenSince: when somebody has changed the same since
        :raises NumberStays: when a certificate number was issued
        """
        with self._transaction():
            undoing = new_step()
            self.undoable.write_opposite(self._journal, undoing)
        action = self.undoable.drop_last(undoing)
        self._tell_touched()
        return action

    def receive(self, changes: Iterable[Change]) -> Receipt:
        """Take in the changes of another laptop: all or nothing, in any order, any number of times."""
        with self._transaction():
            receipt = self._journal.receive(changes)
        self._tell_touched()
        return receipt

    def changes(self) -> Iterator[Change]:
        """Everything, to hand over."""
        return self._journal.all_changes()

    def history(self, record_id: str) -> list[Change]:
        """What happened to one record, in the order of arrival."""
        return self._journal.changes_of(record_id)

    def conflicts(self) -> list[tuple[str, str, str]]:
        """(kind, record id, field) of everything with two answers."""
        rows = self.connection.execute("SELECT kind, record, field FROM conflicts ORDER BY kind, record, field")
        return [(kind, record, field) for kind, record, field in rows]

    def record(self, kind: str, record_id: str) -> Record | None:
        """A record of any kind, by the name of its kind."""
        return RecordTable(self.connection, BY_KIND[kind]).find(record_id)

    def device(self) -> Device:
        return self.devices.get(self.device_id)

    def keep_signing_key(self, key: bytes) -> None:
        with self._transaction():
            self.local.set("signing_key", key.hex())

    def _catch_up(self) -> None:
        """After an upgrade, make the tables as records are declared now, and fold what newer laptops had sent."""
        declared = record_tables.declared_fields(ALL)
        text = json.dumps(declared)
        before = self.local.get("declared")
        if before == text:
            return
        known = json.loads(before) if before else {}
        if before:
            self.safekeeping.backup()
        with self._transaction():
            record_tables.follow(self.connection, ALL)
            for kind, names in declared.items() if before else ():
                self._journal.refold_saying(kind, [name for name in names if name not in known.get(kind, ())])
            self.local.set("declared", text)

    def _become_a_device(self) -> None:
        with self._transaction():
            self.local.become(self.device_id, self.folder)
            self._journal.put(new_step(), Device(id=self.device_id, letter=desk_letters(self.device_id)))

    def another(self) -> "Store":
        """A second connection for another thread of this program; what it does is undone here."""
        other = Store(self.folder, self.key, None, self._wall)
        other.who = self.who
        other.undoable = self.undoable
        return other

    def close(self) -> None:
        self._db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
