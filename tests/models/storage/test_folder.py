"""The folder of a register, and who holds it."""

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from models import errors, opening
from models.storage.folder import exists, free_folder_beside, is_synced, register_folder
from models.storage.lock import RegisterLock


def test_a_register_is_named_by_its_folder_or_its_database(tmp_path: Path):
    assert register_folder(tmp_path / "r" / "register.db") == register_folder(tmp_path / "r") == tmp_path / "r"
    assert not exists(tmp_path / "r")
    opening.create(tmp_path / "r" / "register.db")[0].close()
    assert exists(tmp_path / "r")
    assert exists(tmp_path / "r" / "register.db")
    assert {one.name for one in (tmp_path / "r").iterdir()} >= {"register.db", "vault.json"}


def test_a_free_name_beside_it(tmp_path: Path):
    assert free_folder_beside(tmp_path / "r") == tmp_path / "r-2"
    (tmp_path / "r-2").mkdir()
    assert free_folder_beside(tmp_path / "r" / "register.db") == tmp_path / "r-3"


@pytest.mark.parametrize(
    ("part", "synced"),
    [
        ("OneDrive - Ministry", True), ("Dropbox", True), ("Google Drive", True), ("GoogleDrive", True),
        ("iCloudDrive", True),
        ("Nextcloud", True), ("ownCloud", True), ("MEGA", True), ("pCloudDrive", True), ("Documents", False),
        ("my dropbox", False),
    ],
)  # fmt: skip
def test_folders_that_a_cloud_copies(tmp_path: Path, part: str, synced: bool):
    assert is_synced(tmp_path / part / "r") is synced


def test_one_process_at_a_time_and_it_says_who_it_is(tmp_path: Path):
    first, second = RegisterLock(tmp_path), RegisterLock(tmp_path)
    first.take()
    assert (tmp_path / "register.lock").exists(), "the same for every version, or two could hold one register"
    holder = json.loads((tmp_path / "register.holder").read_text(encoding="utf-8"))
    assert holder["process"] == os.getpid()
    assert holder["since"].endswith("+00:00")
    since = datetime.fromisoformat(holder["since"]).astimezone()
    with pytest.raises(errors.RegisterLocked) as caught:
        second.take()
    assert caught.value.values == {
        "path": str(tmp_path), "holder": f"{holder['computer']}, {since:%Y-%m-%d %H:%M}",
    }  # fmt: skip
    first.release()
    assert not (tmp_path / "register.holder").exists()
    second.take()
    second.release()


@pytest.mark.parametrize("content", ["", "{}", "[]", "7"])
def test_a_holder_that_cannot_be_read_is_not_guessed(tmp_path: Path, content: str):
    lock = RegisterLock(tmp_path)
    lock.take()
    (tmp_path / "register.holder").write_text(content)
    with pytest.raises(errors.RegisterLocked) as caught:
        RegisterLock(tmp_path).take()
    assert caught.value.values["holder"] == "?"
    lock.release()


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(errors.RegisterReadOnly) as caught:
        RegisterLock(tmp_path / "file").take()
    assert caught.value.values == {"path": str(tmp_path / "file")}
