"""Backups: named by time and content, verified, thinned by a rule that can be told to people."""

import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from models import errors
from models.records import Participant
from models.storage import backups, cipher, vault
from models.store import Store

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


def put(store: Store, name: str) -> None:
    with store.step() as step:
        step.add(Participant(id=name, name_latin=name))


def touched(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).touch()
    return backups.listed(folder)


def test_a_backup_is_named_by_its_moment_and_its_changes(store: Store):
    before = datetime.now(UTC).replace(microsecond=0)
    path = store.safekeeping.backup()
    moment = backups.taken_at(path)
    assert moment is not None
    assert before <= moment <= datetime.now(UTC)
    assert path == store.safekeeping.backups_folder / f"sijil-{moment:%Y%m%d-%H%M%S}-1.sijilbackup"
    assert store.safekeeping.last_backup == moment
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["register.db", "vault.json"]
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
        assert b"SQLite" not in archive.read("register.db")[:64]
        assert archive.read("vault.json") == (store.folder / "vault.json").read_bytes()
    beside = [one.name for one in store.safekeeping.backups_folder.iterdir()]
    assert beside == [path.name], "nothing half-written beside it"


def test_several_in_one_second_have_names_of_their_own(store: Store):
    paths = [store.safekeeping.backup() for _ in range(4)]
    assert len(set(paths)) == 4
    assert all(path.exists() for path in paths)


def test_a_backup_is_due_when_anything_changed_since(store: Store):
    assert store.safekeeping.last_backup is None
    made = store.safekeeping.backup_if_due()
    assert made is not None
    assert store.safekeeping.backup_if_due() is None
    put(store, "a")
    assert store.safekeeping.backup_if_due() not in {None, made}
    assert store.safekeeping.backup_if_due() is None


def test_a_backup_holds_its_changes(store: Store):
    put(store, "a")
    put(store, "b")
    path = store.safekeeping.backup()
    assert backups.verify(path, store.key) == len(list(store.changes())) == 3
    with pytest.raises(errors.BackupUnreadable) as caught:
        backups.verify(path, vault.new_key())
    assert caught.value.values == {"path": str(path)}


def test_what_cannot_be_read_back_is_no_backup(store: Store, monkeypatch: pytest.MonkeyPatch):
    def damaged(path: Path, key: bytes) -> int:
        raise errors.BackupUnreadable(path=str(path))

    monkeypatch.setattr(backups, "verify", damaged)
    with pytest.raises(errors.BackupNotVerified) as caught:
        store.safekeeping.backup()
    assert list(store.safekeeping.backups_folder.iterdir()) == []
    assert Path(str(caught.value.values["path"])).parent == store.safekeeping.backups_folder


def test_a_backup_without_one_of_its_parts_is_refused(store: Store, tmp_path: Path):
    path = store.safekeeping.backup()
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    for missing in parts:
        with zipfile.ZipFile(tmp_path / "a", "w") as archive:
            for name in parts.keys() - {missing}:
                archive.writestr(name, parts[name])
        with pytest.raises(errors.BackupUnreadable):
            backups.restore(tmp_path / "a", tmp_path / "r" / "register.db", tmp_path / "r" / "vault.json", None)
        assert not (tmp_path / "r").exists()
    for content in (b"", b"hello", b"PK\x03\x04"):
        (tmp_path / "a").write_bytes(content)
        with pytest.raises(errors.BackupUnreadable):
            backups.restore(tmp_path / "a", tmp_path / "r" / "register.db", tmp_path / "r" / "vault.json", None)
    with pytest.raises(errors.BackupUnreadable):
        backups.verify(tmp_path / "none", store.key)


def test_a_part_beyond_all_measure_is_not_unpacked(store: Store, monkeypatch: pytest.MonkeyPatch):
    path = store.safekeeping.backup()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("register.db").file_size
    monkeypatch.setattr(backups, "_MOST_BYTES", size)
    assert backups.verify(path, store.key) == 1
    monkeypatch.setattr(backups, "_MOST_BYTES", size - 1)
    with pytest.raises(errors.BackupUnreadable):
        backups.verify(path, store.key)


def test_they_are_listed_by_time_then_by_changes(tmp_path: Path):
    times = ["20260102-000000-5", "20260102-000000-10", "20260101-235959-99", "20260102-000000-x", "20260102-000001-1"]
    names = [f"sijil-{one}.sijilbackup" for one in times]
    found = touched(tmp_path, *names, "other.sijilbackup", "sijil-20260101-000000-1.zip")
    assert [path.name[6:-12] for path in found] == [
        "20260101-235959-99", "20260102-000000-x", "20260102-000000-5", "20260102-000000-10", "20260102-000001-1",
    ]  # fmt: skip
    assert backups.listed(tmp_path / "nowhere") == []


def test_the_moment_is_read_from_the_name():
    path = Path("x") / "sijil-20260102-030405-5.sijilbackup"
    assert backups.taken_at(path) == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert backups.taken_at(Path("sijil-today.sijilbackup")) is None
    assert backups.gone_by(path) == date(2026, 10, 8)
    assert backups.gone_by(Path("sijil-today.sijilbackup")) is None


def kept(moments: list[datetime]) -> set[datetime]:
    found = [(moment, Path(str(moment))) for moment in moments]
    dropped = set(backups.to_drop(found, NOW))
    return {moment for moment, path in found if path not in dropped}


def test_all_of_two_days_are_kept():
    hours = [NOW - timedelta(hours=hour) for hour in range(48)]
    assert kept([*hours, NOW - timedelta(days=2)]) >= {*hours, NOW - timedelta(days=2)}


def test_twelve_days_ten_weeks_and_nine_months_are_kept_and_the_newest_of_each():
    moments = [NOW - timedelta(hours=6 * n) for n in range(4 * 400)]
    stays = kept(moments) - {one for one in moments if NOW - one <= timedelta(days=2)}
    days = {max(one for one in moments if one.date() == NOW.date() - timedelta(days=n)) for n in range(3, 12)}
    assert days <= stays
    sundays = {datetime(2026, 6, 28, 18, tzinfo=UTC) - timedelta(weeks=n) for n in range(1, 9)}
    assert sundays <= stays
    months = {datetime(year, month, last, 18, tzinfo=UTC) for year, month, last in (
        (2025, 10, 31), (2025, 11, 30), (2025, 12, 31), (2026, 1, 31), (2026, 2, 28), (2026, 3, 31), (2026, 4, 30),
        (2026, 5, 31),
    )}  # fmt: skip
    assert stays == days | sundays | months


def test_thinning_drops_files_and_leaves_what_is_not_ours(tmp_path: Path):
    old = [f"sijil-20200101-{hour:02}0000-1.sijilbackup" for hour in range(3)]
    touched(tmp_path, *old, "sijil-mine.sijilbackup")
    backups.thin(tmp_path, NOW)
    assert {path.name for path in tmp_path.iterdir()} == {old[-1], "sijil-mine.sijilbackup"}


def test_what_sqlite_says_of_sound_pages_is_nothing(store: Store):
    assert backups.integrity_problems(store.connection) == []


def test_a_database_in_memory_lives_as_long_as_its_connection():
    db = cipher.memory()
    db.conn.execute("CREATE TABLE t (a)")
    assert cipher.memory().table_names() == []
    assert db.table_names() == ["t"]
