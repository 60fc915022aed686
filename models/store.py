"""Store: the open register. The only place that writes rows."""

import json
import platform
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from models.errors import NotARegister, NothingToUndo, PassphraseNeeded, RegisterExists, WrongPassphrase
from models.fields import Record, Value
from models.history.changes import Change
from models.history.clock import Wall, utc_now
from models.history.journal import Journal, Receipt, new_step
from models.history.undo import undo_step
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
from models.storage import backups, cipher, record_tables, schema, vault
from models.storage.files import writing_failures
from models.storage.folder import BACKUPS_NAME, DATABASE_NAME, VAULT_NAME, exists, register_folder
from models.storage.lock import RegisterLock

_DESK_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so that they make no words
_DESK_MARK = 3

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

    Made by :func:`create` and :func:`open_register`; ``another`` gives a second one to another thread.
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
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def _prepare(self) -> None:
        with cipher.known_failures(self.path):
            if schema.has_pending(self._db) and self._db["changes"].exists():
                backups.make(self._db, self.vault_path, self.key, self.backups_folder)
            schema.migrate(self._db, str(self.folder))
        connection: Any = self._db.conn
        self.connection = connection
        known_device = self._device_of_this_place()
        self.device_id = known_device or uuid.uuid4().hex
        self._journal = Journal(connection, self.device_id, self._wall, self._on_fold)
        self._touched: dict[str, set[str]] = {}
        self._stale_people: set[str] = set()
        self._undoable: list[tuple[str, str]] = []
        self._cancelled: set[str] = set()
        self.listeners: list[Listener] = []
        for record_type in ALL:
            setattr(self, record_type.TABLE, RecordTable(connection, record_type))
        self._search = PeopleSearch(connection, self.participants)
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
            self._undoable.append((step.id, action))
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
        erased = [one for one in self._stale_people if self._search.index(one)]
        if erased:
            self._search.forget()
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

    @property
    def undoable(self) -> str:
        """The action code of what Undo would take back; empty when there is nothing."""
        return self._undoable[-1][1] if self._undoable else ""

    def forget_undo(self) -> None:
        """What was done so far stays; Undo begins anew."""
        self._undoable.clear()

    def undo(self) -> str:
        """Take back the last step that this Store made; its action code.

        :raises NothingToUndo: when there is none
        :raises OverriddenSince: when somebody has changed the same since
        :raises NumberStays: when a certificate number was issued
        """
        if not self._undoable:
            raise NothingToUndo()
        step_id, action = self._undoable[-1]
        with self._transaction():
            undoing = new_step()
            undo_step(self._journal, undoing, step_id, self._cancelled)
        self._cancelled.update((step_id, undoing))
        self._undoable.pop()
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

    def search(self, text: str, limit: int = 50) -> list[Participant]:
        """People of whom every word of the text begins a name, institution, phone or e-mail."""
        return self._search.find(text, limit)

    def ids_sharing_keys(self, keys: set[str], least: int, limit: int) -> set[str]:
        """People whose names share at least so many of these keys."""
        if not keys:
            return set()
        marks = ", ".join("?" * len(keys))
        rows = self.connection.execute(
            f"SELECT participant_id FROM name_keys WHERE key IN ({marks}) "
            "GROUP BY participant_id HAVING count(*) >= ? ORDER BY count(*) DESC LIMIT ?",
            (*sorted(keys), least, limit),
        )
        return {row[0] for row in rows}

    def ids_with_contact(self, phone: str, email: str) -> set[str]:
        """People with this phone number or e-mail address."""
        found = self.participants.where(phone=phone) if phone else []
        found += self.participants.where(email=email) if email else []
        return {participant.id for participant in found}

    def device(self) -> Device:
        return self.devices.get(self.device_id)

    def signing_key(self) -> bytes:
        """The 32 secret bytes that sign certificates on this laptop; empty when it has none."""
        return bytes.fromhex(self._local("signing_key"))

    def keep_signing_key(self, key: bytes) -> None:
        with self._transaction():
            self._set_local("signing_key", key.hex())

    def _local(self, key: str) -> str:
        row = self._db.conn.execute("SELECT value FROM local WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def _set_local(self, key: str, value: str) -> None:
        sql = "INSERT INTO local (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        self._db.conn.execute(sql, (key, value))

    def _device_of_this_place(self) -> str:
        """The device id, unless the register was restored, copied or moved."""
        return self._local("device") if self._local("place") == self._place() else ""

    def _place(self) -> str:
        return f"{platform.node()} {self.folder.resolve()}"

    def _catch_up(self) -> None:
        """After an upgrade, make the tables as records are declared now, and fold what newer laptops had sent."""
        declared = record_tables.declared_fields(ALL)
        text = json.dumps(declared)
        before = self._local("declared")
        if before == text:
            return
        known = json.loads(before) if before else {}
        with self._transaction():
            record_tables.follow(self.connection, ALL)
            for kind, names in declared.items() if before else ():
                self._journal.refold_saying(kind, [name for name in names if name not in known.get(kind, ())])
            self._set_local("declared", text)

    def _become_a_device(self) -> None:
        with self._transaction():
            self._set_local("device", self.device_id)
            self._set_local("place", self._place())
            self._journal.put(new_step(), Device(id=self.device_id, letter=_desk_letters(self.device_id)))

    def backup(self, folder: Path | None = None) -> Path:
        """A verified backup, in the register's own folder or elsewhere.

        :raises DiskFull, NotWritable, BackupNotVerified: and no half-written backup stays
        """
        return backups.make(self._db, self.vault_path, self.key, folder or self.backups_folder)

    def backup_if_due(self) -> Path | None:
        """A backup when anything changed since the last one."""
        return self.backup() if backups.is_due(self._db, self.backups_folder) else None

    @property
    def last_backup(self) -> datetime | None:
        """When the newest backup in the register's own folder was made (UTC)."""
        found = backups.listed(self.backups_folder)
        return backups.taken_at(found[-1]) if found else None

    @property
    def vault_path(self) -> Path:
        return self.folder / VAULT_NAME

    @property
    def backups_folder(self) -> Path:
        return self.folder / BACKUPS_NAME

    @property
    def has_passphrase(self) -> bool:
        return not vault.load(self.vault_path).is_open

    def is_secret(self, secret: str) -> bool:
        """Whether this is the passphrase, or the recovery code."""
        try:
            vault.unlock(vault.load(self.vault_path), secret, self.folder)
        except (WrongPassphrase, PassphraseNeeded):
            return False
        return True

    def set_passphrase(self, passphrase: str) -> str:
        """Protect the register; the new recovery code, which is shown once.

        :raises PassphraseTooShort: and nothing is changed
        """
        closed, code = vault.closed_vault(self.key, passphrase)
        vault.save(closed, self.vault_path)
        return code

    def another(self) -> "Store":
        """A second connection for another thread of this program; what it does is undone here."""
        other = Store(self.folder, self.key, None, self._wall)
        other.who = self.who
        other._undoable, other._cancelled = self._undoable, self._cancelled
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


def _desk_letters(device_id: str) -> str:
    """Three letters of 8,000, from the device's random id: two laptops that never met rarely agree."""
    number, letters = int(device_id, 16), ""
    for _ in range(_DESK_MARK):
        number, place = divmod(number, len(_DESK_LETTERS))
        letters += _DESK_LETTERS[place]
    return letters


def create(path: Path, passphrase: str | None = None, wall: Wall = utc_now) -> tuple[Store, str]:
    """A new register in a folder, and its recovery code (empty without passphrase).

    :raises RegisterExists: when there is one already
    :raises PassphraseTooShort: and nothing is made
    """
    folder = register_folder(path)
    if exists(folder):
        raise RegisterExists(path=str(folder))
    key = vault.new_key()
    made, code = vault.closed_vault(key, passphrase) if passphrase else (vault.open_vault(key), "")
    with writing_failures(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = RegisterLock(folder)
    lock.take()
    try:
        vault.save(made, folder / VAULT_NAME)
        store = Store(folder, key, lock, wall)
    except BaseException:
        lock.release()
        raise
    return store, code


def restore(backup: Path, path: Path, secret: str | None = None) -> Path:
    """Put a backup into an empty place; the folder of the register. It is another device from now on.

    :raises RegisterExists: when there is a register already; nothing is touched
    :raises BackupUnreadable, PassphraseNeeded, WrongPassphrase: as they say
    """
    folder = register_folder(path)
    if exists(folder):
        raise RegisterExists(path=str(folder))
    backups.restore(backup, folder / DATABASE_NAME, folder / VAULT_NAME, secret)
    return folder


def open_register(path: Path, secret: str | None = None, wall: Wall = utc_now) -> Store:
    """Open a register with its passphrase or recovery code.

    :raises NotARegister: when there is none
    :raises RegisterLocked: when another process has it open
    :raises RegisterTooNew, RegisterDamaged, RegisterReadOnly, VaultDamaged: as they say
    :raises PassphraseNeeded, WrongPassphrase, WeakVault: as they say
    """
    folder = register_folder(path)
    if not (folder / DATABASE_NAME).is_file() or not (folder / VAULT_NAME).is_file():
        raise NotARegister(path=str(path))
    key = vault.unlock(vault.load(folder / VAULT_NAME), secret, folder)
    lock = RegisterLock(folder)
    lock.take()
    try:
        return Store(folder, key, lock, wall)
    except BaseException:
        lock.release()
        raise
