"""A backup is one file with database and vault; it is only called a backup once it was read back."""

import tempfile
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from models.errors import BackupNotVerified, BackupUnreadable, RegisterDamaged, SijilError
from models.storage import cipher, vault
from models.storage.files import whole_file, write_whole, writing_failures
from models.storage.local import Local

SUFFIX = ".sijilbackup"
_DATABASE, _VAULT = "register.db", "vault.json"
_STAMP = "%Y%m%d-%H%M%S"
_KEEP_ALL = timedelta(days=2)
_KEEP_DAYS, _KEEP_WEEKS, _KEEP_MONTHS = 12, 10, 9
_MOST_BYTES = 8 << 30


def make(db: Database, vault_path: Path, key: bytes, folder: Path) -> Path:
    """Write, read back and thin.

    :raises DiskFull, NotWritable: and no half-written backup stays
    :raises BackupNotVerified: when what was written cannot be read back
    """
    with writing_failures(folder):
        folder.mkdir(parents=True, exist_ok=True)
    target = _free_name(folder, change_count(db))
    with (
        writing_failures(folder),
        tempfile.TemporaryDirectory(dir=folder) as scratch,
        whole_file(target) as part,
    ):
        copy = Path(scratch) / _DATABASE
        with cipher.known_failures(copy):
            # One moment of the records, also while others write; encrypted with the same key.
            db.conn.execute("VACUUM INTO ?", (str(copy),))
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:  # what is encrypted does not shrink
            archive.write(copy, _DATABASE)
            archive.write(vault_path, _VAULT)
    try:
        verify(target, key)
    except SijilError as problem:
        target.unlink(missing_ok=True)
        raise BackupNotVerified(path=str(target)) from problem
    thin(folder)
    return target


def change_count(db: Database) -> int:
    """Grows with every change; tells whether a backup is due."""
    return int(db.conn.execute("SELECT coalesce(max(rowid), 0) FROM changes").fetchone()[0])


def _free_name(folder: Path, count: int) -> Path:
    stamp = datetime.now(UTC).strftime(_STAMP)
    name = folder / f"sijil-{stamp}-{count}{SUFFIX}"
    number = 1
    while name.exists():
        number += 1
        name = folder / f"sijil-{stamp}-{count}-{number}{SUFFIX}"
    return name


def is_due(db: Database, folder: Path) -> bool:
    """Whether anything changed since the newest backup in a folder."""
    found = listed(folder)
    return not found or _count_of(found[-1]) != change_count(db)


def listed(folder: Path) -> list[Path]:
    """The backups in a folder, the oldest first."""
    return sorted(folder.glob(f"sijil-*{SUFFIX}"), key=lambda path: (path.name[:21], _count_of(path)))


def _count_of(path: Path) -> int:
    with suppress(IndexError, ValueError):
        return int(path.name.removesuffix(SUFFIX).split("-")[3])
    return -1


def taken_at(path: Path) -> datetime | None:
    """When a backup was made, by its name."""
    try:
        return datetime.strptime(path.name[6:21], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def verify(path: Path, key: bytes) -> int:
    """Open the database inside a backup with its key; the number of changes.

    :raises BackupUnreadable: when anything is not as it was written
    """
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / _DATABASE
        copy.write_bytes(_member(path, _DATABASE))
        try:
            db = cipher.connect(copy, key)
        except RegisterDamaged as problem:
            raise BackupUnreadable(path=str(path)) from problem
        try:
            problems = integrity_problems(db.conn)
            count = db.conn.execute("SELECT count(*) FROM changes").fetchone()[0]
        finally:
            db.close()
    if problems:
        raise BackupUnreadable(path=str(path))
    return int(count)


def integrity_problems(connection: object) -> list[str]:
    """What SQLite and SQLCipher say about the pages: nothing, if all is well."""
    execute = connection.execute  # type: ignore[attr-defined]
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
    """
    vault_bytes = _member(path, _VAULT)
    key = vault.unlock(vault.parse(vault_bytes, path), secret, path)
    verify(path, key)
    write_whole(vault_path, vault_bytes)
    with whole_file(database) as part:
        part.write_bytes(_member(path, _DATABASE))
        _forget_the_device(part, key)


def _forget_the_device(database: Path, key: bytes) -> None:
    """What it would write next under that name, it may have written already after the backup was made."""
    db = cipher.connect(database, key)
    try:
        Local(db.conn).forget_place()
    finally:
        db.close()


def thin(folder: Path, now: datetime | None = None) -> None:
    """Keep all of two days, then 12 daily, 10 weekly and 9 monthly ones."""
    found = [(moment, path) for path in listed(folder) if (moment := taken_at(path))]
    for path in to_drop(found, now or datetime.now(UTC)):
        with suppress(OSError):
            path.unlink()


def gone_by(path: Path) -> date | None:
    """The day by which this rule will have dropped a backup, in a register that is used each month."""
    moment = taken_at(path)
    return (moment + timedelta(days=31) * _KEEP_MONTHS).date() if moment else None


def to_drop(found: Iterable[tuple[datetime, Path]], now: datetime) -> list[Path]:
    """The backups that the rule no longer keeps; the newest of each period stays."""
    kept: set[Path] = set()
    newest_first = sorted(found, reverse=True)
    periods: tuple[tuple[int, str], ...] = (
        (_KEEP_DAYS, "%Y%m%d"),
        (_KEEP_WEEKS, "%G%V"),
        (_KEEP_MONTHS, "%Y%m"),
    )
    for keep, form in periods:
        seen: list[str] = []
        for moment, path in newest_first:
            period = moment.strftime(form)
            if period not in seen and len(seen) < keep:
                seen.append(period)
                kept.add(path)
    kept |= {path for moment, path in newest_first if now - moment <= _KEEP_ALL}
    return [path for _, path in newest_first if path not in kept]
