"""Files are whole or not there; what the system says becomes our own errors."""

import errno
import os
from pathlib import Path

import pytest

from models.errors import DiskFull, NotWritable
from models.storage import files
from models.storage.files import whole_file, write_whole, writing_failures


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path):
    path = tmp_path / "new" / "folder" / "a.txt"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["a.txt"]


def test_a_failure_leaves_what_was_there(tmp_path: Path):
    path = tmp_path / "a.txt"
    write_whole(path, b"one")

    def fail() -> None:
        with whole_file(path) as part:
            part.write_bytes(b"half")
            assert part.parent == path.parent
            assert part.name.startswith(".a.txt-")
            assert part.name.endswith(".part")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_bytes() == b"one"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_long_name_makes_no_longer_one(tmp_path: Path):
    path = tmp_path / ("x" * 240 + ".txt")
    with whole_file(path) as part:
        assert part.name.startswith("." + "x" * 40 + "-")
    assert path.exists()


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EACCES, NotWritable), (errno.EIO, NotWritable)],
)
def test_what_the_system_says(tmp_path: Path, number: int, error: type[Exception]):
    def fail() -> None:
        with writing_failures(tmp_path):
            raise OSError(number, os.strerror(number))

    with pytest.raises(error) as caught:
        fail()
    assert caught.value.values == {"path": str(tmp_path)}


def test_where_nothing_can_be_written(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotWritable) as caught:
        write_whole(tmp_path / "file" / "a.txt", b"x")
    assert caught.value.values == {"path": str(tmp_path / "file" / "a.txt")}


def test_content_and_name_reach_the_disk_in_this_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A rename that is on the disk before the content would leave an empty file after a power cut."""
    seen: list[str] = []
    monkeypatch.setattr(files, "flush", lambda path: seen.append(f"content {path.suffix}"))
    monkeypatch.setattr(files, "flush_folder", lambda folder: seen.append(f"name {(tmp_path / 'a.txt').exists()}"))
    write_whole(tmp_path / "a.txt", b"x")
    assert seen == ["content .part", "name True"]


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be flushed there")
def test_the_system_is_asked_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    real, asked = os.fsync, []
    monkeypatch.setattr(os, "fsync", lambda handle: (asked.append(handle), real(handle)))
    write_whole(tmp_path / "a.txt", b"x")
    assert len(asked) == 2


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux lists open files")
def test_no_file_stays_open(tmp_path: Path):
    before = len(os.listdir("/proc/self/fd"))
    for number in range(5):
        write_whole(tmp_path / str(number), b"x")
    assert len(os.listdir("/proc/self/fd")) == before
