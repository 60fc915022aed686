"""Connections to the encrypted database.

``sqlcipher3`` stands in for ``pysqlite3`` *before* sqlite-utils is imported, else sqlite-utils
catches the exceptions of another module.
"""

import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

from sqlite_utils import Database  # noqa: E402  see above

from models.errors import DiskFull, RegisterDamaged, RegisterLocked, RegisterReadOnly, SijilError  # noqa: E402

DatabaseError = sqlcipher3.DatabaseError
BUSY_SECONDS = 10
_CACHE_KIB = 16_384
_ASKED_EVERY = 20_000  # steps of SQLite: some milliseconds
_LEAST_ROOM = 32_768  # bytes that SQLite takes beside the file at opening; without them it speaks of an I/O error

_REASONS: dict[int, type[SijilError]] = {
    dbapi2.SQLITE_FULL: DiskFull,
    dbapi2.SQLITE_READONLY: RegisterReadOnly,
    dbapi2.SQLITE_CANTOPEN: RegisterReadOnly,
    dbapi2.SQLITE_BUSY: RegisterLocked,
    dbapi2.SQLITE_CORRUPT: RegisterDamaged,
    dbapi2.SQLITE_NOTADB: RegisterDamaged,
    dbapi2.SQLITE_IOERR: RegisterDamaged,
}


@contextmanager
def known_failures(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the disk or the file into our own errors."""
    try:
        yield
    except DatabaseError as problem:
        reason = _reason(problem, path)
        if reason is None:
            raise
        raise reason(path=str(path), holder=platform.node()) from problem


def _reason(problem: Exception, path: Path) -> type[SijilError] | None:
    """None for a bug of ours."""
    code = getattr(problem, "sqlite_errorcode", None)  # a closed connection has none: SQLite was not asked
    if code == dbapi2.SQLITE_ERROR:  # any statement that cannot be run: only its text tells a missing table
        return RegisterDamaged if str(problem).startswith("no such table") else None
    if code == dbapi2.SQLITE_IOERR and shutil.disk_usage(path.parent).free < _LEAST_ROOM:
        return DiskFull
    return _REASONS.get(code) if code is not None else None


def connect(path: Path, key: bytes) -> Database:
    """Open or create the database with its raw key (data key and salt, 48 bytes).

    :raises RegisterDamaged: when the key does not fit or the file is no database
    """
    with known_failures(path):
        # isolation_level: transactions are begun by the Store, not by the driver before some statements.
        connection = sqlcipher3.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(connection, key)
        except DatabaseError:
            connection.close()
            raise
    return Database(connection, execute_plugins=False, strict=True)


def memory() -> Database:
    """A database that lives as long as its connection; for trying things."""
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    return Database(connection, execute_plugins=False, strict=True)


def empty_log(connection: Any) -> bool:
    """Move all pages into the database and empty the write-ahead log; False when somebody else reads or writes."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except DatabaseError:  # a cursor of our own is open, or the disk is full: nothing is lost, the log stays
        return False
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    return not is_busy


def drop_logs(path: Path) -> None:
    """What a database that lay here before left beside itself; another one would be read with its pages."""
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


@contextmanager
def asking(connection: Any, whether_to_go_on: Callable[[], None]) -> Iterator[None]:
    """Ask now and then, also within one long statement; what is raised then ends it, and is raised here."""
    raised: list[BaseException] = []

    def ask() -> int:
        try:
            whether_to_go_on()
        except BaseException as problem:
            raised.append(problem)
        return len(raised)

    connection.set_progress_handler(ask, _ASKED_EVERY)
    try:
        yield
    except DatabaseError:
        if not raised:
            raise
    finally:
        connection.set_progress_handler(None, 0)
    if raised:
        raise raised[0]


def _prepare(connection: Any, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes a log file into the current folder
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")  # raw: the stretching was done in the vault
    connection.execute("PRAGMA cipher_memory_security = OFF")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # only the first read tells a wrong key
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # NORMAL loses acknowledged records in a power cut
    connection.execute("PRAGMA fullfsync = ON")  # macOS
    connection.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten, not only unlinked
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
