"""Store: the open register. The only place that writes rows."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from models.fields import Record, Value, said_in
from models.history.authority import VOUCHED_AS
from models.history.changes import Change
from models.history.clock import Wall
from models.history.device_keys import DeviceKey
from models.history.fold import View
from models.history.journal import Journal, new_deed
from models.history.quarantine import Reason
from models.history.receiving import Receipt, Receiving
from models.history.seals import Seal
from models.history.undo import Undoable
from models.ids import new_id
from models.people.identities import Identities, JoinedPeople
from models.people.search import PeopleSearch
from models.record_table import RecordTable
from models.records import (
    ALL,
    BY_KIND,
    AgreedStep,
    AttendanceMark,
    Certificate,
    CertificateDesign,
    CertificateForm,
    CertificateWording,
    CustomAnswer,
    CustomField,
    Departure,
    Device,
    DeviceDecision,
    Enrolment,
    ErasureRequest,
    Feedback,
    Following,
    Institution,
    Issuer,
    KeyDecision,
    Membership,
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
    Worker,
)
from models.records.decisions import following_id
from models.records.devices import desk_letters
from models.safekeeping import Safekeeping
from models.step import Step
from models.storage import cipher, record_tables, schema
from models.storage.folder import DATABASE_NAME
from models.storage.local import Local
from models.storage.lock import RegisterLock

News = Mapping[str, Set[str]]
"""Which records were written: kind -> ids."""
Listener = Callable[[News], None]


class Store:
    """One connection to a register; one Store per thread.

    Made by ``models/opening.py``; ``another`` gives a second one to another thread.
    """

    # One for each kind of record, under the name of its table.
    programmes: RecordTable[Programme]
    trainings: RecordTable[Training]
    memberships: RecordTable[Membership]
    sessions: RecordTable[Session]
    institutions: RecordTable[Institution]
    participants: RecordTable[Participant]
    enrolments: RecordTable[Enrolment]
    marks: RecordTable[AttendanceMark]
    scores: RecordTable[Score]
    certificates: RecordTable[Certificate]
    certificate_forms: RecordTable[CertificateForm]
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
    workers: RecordTable[Worker]
    device_decisions: RecordTable[DeviceDecision]
    key_decisions: RecordTable[KeyDecision]
    followings: RecordTable[Following]
    departures: RecordTable[Departure]

    def __init__(self, folder: Path, key: bytes, lock: RegisterLock | None, wall: Wall) -> None:
        self.folder = folder
        self.key = key
        self.who = ""
        """Who works at this desk today."""
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
        is_known = bool(self.local.device_at(self.folder))
        self._device_key = DeviceKey(self.local.device_key) if is_known else DeviceKey.new()
        self.device_id = self._device_key.device
        self._journal = Journal(connection, self._device_key, self._wall, self._on_fold, self._on_leave)
        self.blobs = self._journal.changes.blobs
        before = self.local.device_key
        self.last_change_before = self._journal.changes.last_moment_of(DeviceKey(before).device) if before else None
        """The last that was changed here before the register was opened now."""
        self._touched: dict[str, set[str]] = {}
        self._stale_people: set[str] = set()
        self._stale_enrolments: set[str] = set()
        self._has_left = False
        self.undoable = Undoable()
        self.listeners: list[Listener] = []
        for record_type in ALL:
            setattr(self, record_type.TABLE, RecordTable(connection, record_type))
        self.people = PeopleSearch(connection, self.participants)
        self._joined_people = JoinedPeople(self.same_people, self.local)
        self._catch_up()
        if not is_known:
            self._become_a_device()

    @property
    def identities(self) -> Identities:
        """Which entries are one person, as it is now; asking again costs nothing."""
        return self._joined_people.now()

    @contextmanager
    def step(self, action: str = "") -> Iterator[Step]:
        """One transaction; when it returns, it is on the disk.

        :param action: a code for the undo button (see resources/words/codes.py); empty: not to be undone
        """
        step = Step(self._journal, new_deed(action), self._worker, self._index_stale_people)
        with self._transaction():
            yield step
        if not step.is_empty and action:
            self.undoable.add(step.id, action, {kind: frozenset(ids) for kind, ids in self._touched.items()})
        self._tell_touched()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._touched.clear()
        self._stale_people.clear()
        self._stale_enrolments.clear()
        self._journal.read_anew()
        with cipher.known_failures(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._index_stale_people()
                self.blobs.drop_unnamed()
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
        self._forget_old_pages()

    def _forget_old_pages(self) -> None:
        """Out of the write-ahead log, where an erased name or face would lie on; while somebody reads, later."""
        changes = self._journal.changes
        if changes.has_rewritten:
            changes.has_rewritten = not cipher.empty_log(self.connection)

    def _index_stale_people(self) -> None:
        if self._stale_enrolments:
            people = self.enrolments.picked(["participant_id"], "id", self._stale_enrolments, with_removed=True)
            self._stale_people.update(person for (person,) in people)
        if self.people.index(self._stale_people) or self._has_left:
            self.people.forget()
        self._stale_people.clear()
        self._stale_enrolments.clear()
        self._has_left = False

    def _on_fold(self, kind: str, record_id: str) -> None:
        self._touched.setdefault(kind, set()).add(record_id)
        if kind == Participant.KIND:
            self._stale_people.add(record_id)
        elif kind == Enrolment.KIND:
            self._stale_enrolments.add(record_id)
        elif kind == Institution.KIND:
            self._stale_people.update(self.people.workplaces.note(record_id))
        elif kind == SamePerson.KIND:
            self._joined_people.note_link()

    def _on_leave(self, kind: str, record_id: str) -> None:
        if kind == Participant.KIND:
            self.people.drop(record_id)
            self._has_left = True
        elif kind == Enrolment.KIND and (found := self.enrolments.find(record_id)):
            self._stale_people.add(found.participant_id)

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
            undoing = new_deed("undo", self._worker())
            self.undoable.write_opposite(self._journal, undoing)
        action = self.undoable.drop_last(undoing.step)
        self._tell_touched()
        return action

    def receive(self, changes: Iterable[Change], seals: Iterable[Seal] = ()) -> Receipt:
        """Take in the changes of another laptop: all or nothing, in any order, any number of times."""
        with self._transaction():
            receipt = Receiving(self._journal, self._wall).take(changes, seals)
            self.local.note_received()
        self._tell_touched()
        return receipt

    def accept(self, contents: Iterable[tuple[str, bytes]]) -> list[str]:
        """Take in large content from another laptop, by its digest, after the changes that name it.

        :returns: the digests of what was refused: nobody names it here, or it is something else
        """
        refused = []
        with self._transaction():
            for digest, content in contents:
                if not self.blobs.accept(digest, content):
                    refused.append(digest)
                    continue
                for kind, record_id in self.blobs.records_naming(digest):
                    self._touched.setdefault(kind, set()).add(record_id)
            self.local.note_received()
        self._tell_touched()
        return refused

    def changes(self) -> Iterator[Change]:
        """Everything, to hand over."""
        return self._journal.changes.all()

    def seals(self) -> Iterator[Seal]:
        """What proves whose the changes are, to hand over with them."""
        return self._journal.seals.all()

    def seal(self) -> None:
        """Before something leaves this laptop: say by signature which changes are its own."""
        with self._transaction():
            self._journal.seal()

    def history(self, record_id: str) -> list[Change]:
        """What happened to one record, in the order of arrival."""
        return self._journal.changes.about(record_id)

    def view(self, kind: str, record_id: str) -> View:
        """One record as its history tells it, with everything that is said differently."""
        return self._journal.view(kind, record_id)

    def quarantined(self) -> list[tuple[Change, Reason]]:
        """What came and was not taken in, and why."""
        return self._journal.quarantine.all()

    def worker_name(self, worker_id: str) -> str:
        """As somebody called themselves at their desk; empty when nobody did, or it was erased."""
        found = self.workers.find(worker_id) if worker_id else None
        return found.name if found else ""

    def conflicts(self) -> list[tuple[str, str, str]]:
        """(kind, record id, field) of everything with two answers."""
        rows = self.connection.execute("SELECT kind, record, field FROM conflicts ORDER BY kind, record, field")
        return [(kind, record, field) for kind, record, field in rows]

    def record(self, kind: str, record_id: str) -> Record | None:
        """A record of any kind, by the name of its kind."""
        return RecordTable(self.connection, BY_KIND[kind]).find(record_id)

    @property
    def is_sample(self) -> bool:
        """Whether its people are invented."""
        return bool(self.local.get("sample"))

    def mark_as_sample(self) -> None:
        with self._transaction():
            self.local.set("sample", "yes")

    def device(self) -> Device:
        return self.devices.get(self.device_id)

    def _catch_up(self) -> None:
        """After an upgrade, make the tables as records are declared now, and fold what newer laptops had sent:
        of fields that were not known, and values that were not understood.
        """
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
            for kind, fields in declared.items() if before else ():
                old = known.get(kind, {})
                self._journal.refold_saying(kind, [name for name, held in fields.items() if held != old.get(name)])
            self.local.set("declared", text)

    def _become_a_device(self) -> None:
        """A new one, also where a register was restored or copied: then the one before vouches for it."""
        before = self.local.device_key
        deed, own = new_deed(), self.device_id
        with self._transaction():
            self.local.become(own, self._device_key.secret, self.folder)
            self._journal.change(deed, Device, own, {"letter": desk_letters(own)})
            if before:
                leader = DeviceKey(before)
                said: dict[str, Value] = {
                    "leader_id": leader.device,
                    "voucher": leader.sign(VOUCHED_AS, own.encode()),
                }
                self._journal.change(deed, Following, following_id(own), said)

    def _worker(self) -> str:
        """The id of who works at this desk; a new one within the running step."""
        if not self.who:
            return ""
        known = self.workers.where(name=self.who, device_id=self.device_id)
        if known:
            return known[0].id
        made = Worker(id=new_id(), name=self.who, device_id=self.device_id)
        self._journal.change(new_deed(worker=made.id), Worker, made.id, said_in(made))
        return made.id

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
