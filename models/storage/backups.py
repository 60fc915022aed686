"""A backup is one file with database and vault; it is only called a backup once it was read back."""

import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from sqlite_utils import Database

from models.errors import BackupNotVerified, BackupUnreadable, RegisterDamaged, SijilError
from models.storage import cipher, vault
from models.storage.backup_shelf import Maker, listed, new_name, to_drop
from models.storage.files import whole_file, write_whole, writing_failures
from models.storage.local import Local
from models.wall_clock import utc_now

_DATABASE, _VAULT = "register.db", "vault.json"
_MOST_BYTES = 8 << 30


GoOn = Callable[[], None]
"""Asked now and then; what it raises ends the backup, of which nothing stays."""


def on_and_on() -> None:
    return


def make(
    db: Database, vault_path: Path, key: bytes, folder: Path, maker: Maker, whether_to_go_on: GoOn = on_and_on
) -> Path:
    """Write, read back, and only then give it its name; thin one's own.

    :raises DiskFull, NotWritable: and no half-written backup stays
    :raises BackupNotVerified: when what was written cannot be read back
    """
    with writing_failures(folder):
        folder.mkdir(parents=True, exist_ok=True)
    target = new_name(folder, maker, change_count(db))
    with writing_failures(folder), _scratch(folder, maker) as scratch, whole_file(target) as part:
        copy = scratch / _DATABASE
        with cipher.known_failures(copy), cipher.asking(db.conn, whether_to_go_on):
            # One moment of the records, also while others write; encrypted with the same key.
            db.conn.execute("VACUUM INTO ?", (str(copy),))
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:  # what is encrypted does not shrink
            archive.write(copy, _DATABASE)
            archive.write(vault_path, _VAULT)
        copy.unlink()
        try:
            verify(part, key, scratch, whether_to_go_on)
        except SijilError as problem:
            raise BackupNotVerified(path=str(target)) from problem
    thin(folder, maker)
    return target


@contextmanager
def _scratch(folder: Path, maker: Maker) -> Iterator[Path]:
    """Room beside the backups, where there is as much as they need; what an interrupted backup left there goes."""
    prefix = f".{maker.beginning}-"
    for left in folder.glob(f"{prefix}*"):
        if left.is_dir():
            rmtree(left, ignore_errors=True)
        else:
            with suppress(OSError):
                left.unlink()
    with tempfile.TemporaryDirectory(prefix=prefix, dir=folder) as made:
        yield Path(made)


def change_count(db: Database) -> int:
    """Grows with every change and everything that is received; tells whether a backup is due."""
    (made,) = db.conn.execute("SELECT coalesce(max(rowid), 0) FROM changes").fetchone()
    return int(made) + Local(db.conn).times_received


def is_due(db: Database, folder: Path, maker: Maker) -> bool:
    """Whether anything changed since one's newest backup in a folder."""
    found = listed(folder, maker)
    return not found or found[-1].count != change_count(db)


def verify(path: Path, key: bytes, scratch: Path, whether_to_go_on: GoOn = on_and_on) -> int:
    """Open the database inside a backup with its key; the number of changes.

    :param scratch: a folder with room for the database
    :raises BackupUnreadable: when anything is not as it was written
    """
    copy = scratch / _DATABASE
    try:
        copy.write_bytes(_member(path, _DATABASE))
        whether_to_go_on()
        return _count_verified(copy, key, path, whether_to_go_on)
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)


def _count_verified(database: Path, key: bytes, path: Path, whether_to_go_on: GoOn = on_and_on) -> int:
    try:
        db = cipher.connect(database, key)
    except RegisterDamaged as problem:
        raise BackupUnreadable(path=str(path)) from problem
    try:
        with cipher.asking(db.conn, whether_to_go_on):
            problems = integrity_problems(db.conn)
        if problems:
            raise BackupUnreadable(path=str(path))
        return int(db.conn.execute("SELECT count(*) FROM changes").fetchone()[0])
    finally:
        db.close()


def integrity_problems(connection: object) -> list[str]:
    """What SQLite and SQLCipher say about the pages: nothing, if all is well.

    The check of the cipher reads the database without its log: pages that were half written when the power failed,
    and that lie whole in the log, are put right first.
    """
    execute = connection.execute  # type: ignore[attr-defined]
    cipher.empty_log(connection)
    problems = [str(row[0]) for row in execute("PRAGMA cipher_integrity_check")]
    try:
        problems += [str(row[0]) for row in execute("PRAGMA quick_check") if row[0] != "ok"]
    except cipher.DatabaseError as problem:
        problems.append(str(problem))
    return problems


def _member(path: Path, name: str) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(name).file_size > _MOST_BYTES:
                raise BackupUnreadable(path=str(path))
            return archive.read(name)
    except (OSError, zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError) as problem:
        raise BackupUnreadable(path=str(path)) from problem


def restore(path: Path, database: Path, vault_path: Path, secret: str | None) -> None:
    """Put a backup into an empty place. It has forgotten which device it was.

    :raises BackupUnreadable: when it is none, or damaged
    :raises PassphraseNeeded, WrongPassphrase: when the secret does not fit
    :raises DiskFull, NotWritable: and nothing half-written stays
    """
    vault_bytes = _member(path, _VAULT)
    key = vault.unlock(vault.parse(vault_bytes, path), secret, path)
    content = _member(path, _DATABASE)
    with whole_file(database) as part:
        part.write_bytes(content)
        _count_verified(part, key, path)
        _forget_the_device(part, key)
        write_whole(vault_path, vault_bytes)
        cipher.drop_logs(database)


def _forget_the_device(database: Path, key: bytes) -> None:
    """What it would write next under that name, it may have written already after the backup was made."""
    db = cipher.connect(database, key)
    try:
        Local(db.conn).forget_place()
    finally:
        db.close()


def thin(folder: Path, maker: Maker, now: datetime | None = None) -> None:
    """Only one's own: a stick may serve several laptops."""
    for one in to_drop(listed(folder, maker), now or utc_now()):
        with suppress(OSError):
            one.path.unlink()
