"""What really goes wrong with a database's file or disk, and what it is called."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models import errors
from models.storage import cipher, vault
from tests.conftest import ROOT

KEY = vault.new_key()
_NOBODY = 65534


def filled(path: Path) -> Path:
    """A database of some fifty pages, closed."""
    db = cipher.connect(path, KEY)
    write_much(db)
    db.close()
    return path


def write_much(db) -> None:
    db.conn.execute("CREATE TABLE texts (text)")
    for _ in range(50):
        db.conn.execute("INSERT INTO texts VALUES (?)", (os.urandom(3000),))


@contextmanager
def failing(path: Path, error: type[errors.SijilError], code: str) -> Iterator[None]:
    """What is done here fails with SQLite's code, and is told as our error."""
    with pytest.raises(error) as caught, cipher.known_failures(path):
        yield
    assert caught.value.values["path"] == str(path)
    assert caught.value.__cause__.sqlite_errorname == code


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder with a database that we may not write: as root we would, so not as root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("NOT TESTED HERE: folders have no rights of this kind")
    folder = Path(tempfile.mkdtemp())  # not in pytest's, where nobody else may look
    filled(folder / "r.db")
    folder.chmod(0o555)
    own = os.geteuid()
    try:
        if own == 0:
            os.seteuid(_NOBODY)
        yield folder
    finally:
        os.seteuid(own)
        folder.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED HERE: Windows has no such limit")
def test_a_disk_that_does_not_write(tmp_path: Path):
    import resource

    db = cipher.connect(tmp_path / "r.db", KEY)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with failing(tmp_path / "r.db", errors.RegisterDamaged, "SQLITE_IOERR"):
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
            write_much(db)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_no_page_more(tmp_path: Path):
    db = cipher.connect(tmp_path / "r.db", KEY)
    db.conn.execute("PRAGMA max_page_count = 20")
    with failing(tmp_path / "r.db", errors.DiskFull, "SQLITE_FULL"):
        write_much(db)


def on_a_small_disk(folder: Path, script: str) -> str:
    """What a script prints, run where ``folder`` is a disk of 2 MiB."""
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "true"], check=False).returncode:
        pytest.skip("NOT TESTED HERE: no disk can be made")
    mounted = f'mount -t tmpfs -o size=2m tmpfs "{folder}" && exec "$0" -c "$1" "{folder}"'
    command = ["unshare", "-rm", "sh", "-c", mounted, sys.executable, script]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


_FILL = """
import sys
from pathlib import Path
from models import errors
from models.storage import cipher
from tests.models.storage.test_cipher import KEY, failing, write_much
path = Path(sys.argv[1]) / "r.db"
with failing(path, errors.DiskFull, "SQLITE_FULL"):
    db = cipher.connect(path, KEY)
    write_much(db)
    for _ in range(5):
        db.conn.execute("INSERT INTO texts SELECT text FROM texts")
print("full")
"""


def test_a_full_disk(tmp_path: Path):
    assert on_a_small_disk(tmp_path, _FILL) == "full\n"


_OPEN = """
import shutil, sys
from pathlib import Path
from models import errors
from models.storage import cipher
from tests.models.storage.test_cipher import KEY, failing, filled
folder = Path(sys.argv[1])
filled(folder / "r.db")
(folder / "films").write_bytes(bytes(shutil.disk_usage(folder).free))
with failing(folder / "r.db", errors.DiskFull, "SQLITE_IOERR"):
    cipher.connect(folder / "r.db", KEY)
print("full")
"""


def test_a_disk_too_full_to_open_it_is_no_damage(tmp_path: Path):
    assert on_a_small_disk(tmp_path, _OPEN) == "full\n"


def test_a_file_that_may_not_be_written(read_only: Path):
    with failing(read_only / "r.db", errors.RegisterReadOnly, "SQLITE_READONLY"):
        cipher.connect(read_only / "r.db", KEY)


def test_a_folder_that_may_not_be_written(read_only: Path):
    with failing(read_only / "new.db", errors.RegisterReadOnly, "SQLITE_CANTOPEN"):
        cipher.connect(read_only / "new.db", KEY)


def test_somebody_else_writes(tmp_path: Path):
    path = filled(tmp_path / "r.db")
    one, other = cipher.connect(path, KEY), cipher.connect(path, KEY)
    one.conn.execute("BEGIN IMMEDIATE")
    other.conn.execute("PRAGMA busy_timeout = 0")
    with failing(path, errors.RegisterLocked, "SQLITE_BUSY"):
        other.conn.execute("BEGIN IMMEDIATE")


@pytest.mark.parametrize("key", [KEY, vault.new_key()], ids=["no database", "another key"])
def test_a_file_that_cannot_be_decrypted(tmp_path: Path, key: bytes):
    path = filled(tmp_path / "r.db")
    if key == KEY:
        path.write_bytes(b"not a database" * 1000)
    with failing(path, errors.RegisterDamaged, "SQLITE_NOTADB"):
        cipher.connect(path, key)


def test_a_damaged_page(tmp_path: Path):
    path = filled(tmp_path / "r.db")
    content = bytearray(path.read_bytes())
    content[20_000] ^= 1
    path.write_bytes(content)
    db = cipher.connect(path, KEY)
    with failing(path, errors.RegisterDamaged, "SQLITE_CORRUPT"):
        db.conn.execute("SELECT sum(length(text)) FROM texts").fetchone()


def test_a_missing_table(tmp_path: Path):
    db = cipher.connect(tmp_path / "r.db", KEY)
    with failing(tmp_path / "r.db", errors.RegisterDamaged, "SQLITE_ERROR"):
        db.conn.execute("SELECT * FROM texts")


@pytest.mark.parametrize("statement", ["SELEKT", "SELECT no_such_column"])
def test_a_bug_of_ours_is_not_told_as_a_damage(tmp_path: Path, statement: str):
    db = cipher.connect(tmp_path / "r.db", KEY)
    with pytest.raises(cipher.DatabaseError), cipher.known_failures(tmp_path):
        db.conn.execute(statement)
    db.close()
    with pytest.raises(cipher.DatabaseError), cipher.known_failures(tmp_path):
        db.conn.execute("SELECT 1")
