"""Backups: made whole or not at all, under a name only when read back, one's own thinned by a rule."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models import errors, opening
from models.records import Participant
from models.records.devices import desk_letters
from models.storage import backups, cipher, vault
from models.storage.backup_shelf import read_name
from models.store import Store
from tests.models.history.laptops import Laptop


def put(store: Store, name: str) -> None:
    with store.step() as step:
        step.add(Participant(id=name, name_latin=name))


def test_a_backup_is_named_by_register_laptop_moment_and_what_it_holds(store: Store):
    before = datetime.now(UTC).replace(microsecond=0)
    path = store.safekeeping.backup()
    made = read_name(path)
    assert made is not None
    assert before <= made.moment <= datetime.now(UTC)
    whose = f"{store.folder.name}-{desk_letters(store.device_id)}-{store.device_id[:8]}"
    assert path == store.safekeeping.backups_folder / f"sijil-{whose}-{made.moment:%Y%m%d-%H%M%S}-1.sijilbackup"
    assert store.safekeeping.last_backup == made.moment
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


def test_a_backup_holds_its_changes(store: Store, tmp_path: Path):
    put(store, "a")
    put(store, "b")
    path = store.safekeeping.backup()
    assert backups.verify(path, store.key, tmp_path) == len(list(store.changes())) == 3
    with pytest.raises(errors.BackupUnreadable) as caught:
        backups.verify(path, vault.new_key(), tmp_path)
    assert list(tmp_path.iterdir()) == [store.folder]
    assert caught.value.values == {"path": str(path)}


FAILURES = {
    "damaged": (errors.BackupUnreadable(path=""), errors.BackupNotVerified),
    "no room to read it back": (OSError(28, "No space left on device"), errors.DiskFull),
    "gone": (OSError(5, "Input/output error"), errors.NotWritable),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_what_cannot_be_read_back_never_had_the_name_of_a_backup(
    store: Store, monkeypatch: pytest.MonkeyPatch, failure: str
):
    raised, told = FAILURES[failure]

    def fails(*_: object) -> int:
        assert store.safekeeping.backups == []
        raise raised

    monkeypatch.setattr(backups, "verify", fails)
    with pytest.raises(told) as caught:
        store.safekeeping.backup()
    assert list(store.safekeeping.backups_folder.iterdir()) == []
    assert str(store.safekeeping.backups_folder) in str(caught.value.values["path"])


def test_what_an_interrupted_backup_left_is_swept_by_the_next_of_the_same_laptop(store: Store):
    made = store.safekeeping.backup()
    folder, beginning = made.parent, made.name[:30]
    (folder / f".{beginning}-abc").mkdir()
    (folder / f".{beginning}-abc" / "register.db").write_bytes(b"x")
    (folder / f".{made.name[:40]}-abc.part").write_bytes(b"x")
    (folder / ".sijil-other-ABC-00000000-abc.part").write_bytes(b"x")
    again = store.safekeeping.backup()
    assert {one.name for one in folder.iterdir()} == {
        made.name, again.name, ".sijil-other-ABC-00000000-abc.part"
    }  # fmt: skip


def test_a_renamed_copy_beside_them_is_nobodys_business(store: Store):
    made = store.safekeeping.backup()
    copy = made.with_name(made.name.replace(".sijilbackup", " - Copy.sijilbackup"))
    copy.write_bytes(made.read_bytes())
    assert store.safekeeping.last_backup is not None
    assert [one.path for one in store.safekeeping.backups] == [made]
    assert store.safekeeping.backup_if_due() is None


def test_another_place_has_a_backup_due_of_its_own(store: Store, tmp_path: Path):
    assert store.safekeeping.backup_if_due() is not None
    made = store.safekeeping.backup_if_due(tmp_path / "stick")
    assert made is not None
    assert made.parent == tmp_path / "stick"
    assert store.safekeeping.backup_if_due(tmp_path / "stick") is None


def test_what_is_only_received_makes_a_backup_due(store: Store):
    store.safekeeping.backup()
    other = Laptop("other")
    change = other.write("p", name_latin="Karwan")
    assert change is not None
    store.receive([change])
    assert store.safekeeping.backup_if_due() is not None
    store.accept([("0" * 64, b"x")])
    assert store.safekeeping.backup_if_due() is not None
    assert store.safekeeping.backup_if_due() is None


def test_a_log_of_a_database_that_lay_there_before_goes_with_it(store: Store, tmp_path: Path):
    put(store, "a")
    made = store.safekeeping.backup()
    folder = tmp_path / "again"
    folder.mkdir()
    (folder / "register.db-wal").write_bytes(b"pages of another database" * 500)
    (folder / "register.db-shm").write_bytes(b"x" * 32_768)
    opening.restore(made, folder)
    with opening.open_register(folder) as opened:
        assert opened.participants.count() == 1


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
        backups.verify(tmp_path / "none", store.key, tmp_path)


def test_a_part_beyond_all_measure_is_not_unpacked(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    path = store.safekeeping.backup()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("register.db").file_size
    monkeypatch.setattr(backups, "_MOST_BYTES", size)
    assert backups.verify(path, store.key, tmp_path) == 1
    monkeypatch.setattr(backups, "_MOST_BYTES", size - 1)
    with pytest.raises(errors.BackupUnreadable):
        backups.verify(path, store.key, tmp_path)


def test_what_sqlite_says_of_sound_pages_is_nothing(store: Store):
    assert backups.integrity_problems(store.connection) == []


def test_a_database_in_memory_lives_as_long_as_its_connection():
    db = cipher.memory()
    db.conn.execute("CREATE TABLE t (a)")
    assert cipher.memory().table_names() == []
    assert db.table_names() == ["t"]


class GivenUp(Exception):
    pass


def test_a_backup_can_be_given_up_at_any_moment_and_nothing_of_it_stays(store: Store, tmp_path: Path):
    with store.step() as step:
        step.add(*(Participant(id=f"p{n}", name_latin=f"Karwan {n}") for n in range(300)))
    times, last = 0, 0

    def whether_to_go_on() -> None:
        nonlocal times
        times += 1
        if times == last:
            raise GivenUp

    store.safekeeping.backup(tmp_path / "usb", whether_to_go_on)
    assert times > 1
    for last in range(1, times + 1):  # noqa: B007  told to whom is asked
        times = 0
        with pytest.raises(GivenUp):
            store.safekeeping.backup(whether_to_go_on=whether_to_go_on)
        assert list(store.safekeeping.backups_folder.iterdir()) == []
    assert store.safekeeping.backup().exists(), "and the next one is made"
