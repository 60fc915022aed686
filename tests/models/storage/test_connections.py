"""What SQLite reports becomes our own errors, and every connection is as careful as the first."""

from pathlib import Path

import pytest

from models import errors
from models.storage import cipher, vault


def test_every_connection_writes_through_and_leaves_nothing_behind(tmp_path: Path):
    key = vault.new_key()
    db = cipher.connect(tmp_path / "a.db", key)
    wanted = {
        "journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "secure_delete": 1, "trusted_schema": 0,
        "cache_size": -16_384, "busy_timeout": 10_000,
    }  # fmt: skip
    assert {name: db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    db.conn.execute("CREATE TABLE secrets (a)")
    db.close()
    assert b"secrets" not in (tmp_path / "a.db").read_bytes()
    again = cipher.connect(tmp_path / "a.db", key)
    assert again.table_names() == ["secrets"]
    again.close()


def test_a_wrong_key_is_told_as_damage_and_holds_nothing_open(tmp_path: Path):
    cipher.connect(tmp_path / "a.db", vault.new_key()).close()
    (tmp_path / "a.db").write_bytes(b"x" * 4096)
    with pytest.raises(errors.RegisterDamaged) as caught:
        cipher.connect(tmp_path / "a.db", vault.new_key())
    assert caught.value.values["path"] == str(tmp_path / "a.db")
