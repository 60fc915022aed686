"""Files are written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import DiskFull, NotWritable

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


@contextmanager
def writing_failures(path: Path) -> Iterator[None]:
    """Turn what the system reports about a target file into our own errors."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL:
            raise DiskFull(path=str(path)) from problem
        raise NotWritable(path=str(path)) from problem


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary neighbour to write to; it takes the place of ``path`` when all went well.

    :raises DiskFull: and the old file, if any, is untouched
    :raises NotWritable: likewise
    """
    with writing_failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # In the same folder: only within one file system one file takes the place of another at once.
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".part", dir=path.parent)
        os.close(handle)  # Windows replaces no file that is open
    part = Path(name)
    try:
        with writing_failures(path):
            yield part
            flush(part)
            part.replace(path)
            flush_folder(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file by this content, durably."""
    with whole_file(path) as part:
        part.write_bytes(content)


def flush(path: Path) -> None:
    """Wait until the file's content is on the disk."""
    with path.open("rb+") as file:  # Windows flushes only what is open for writing
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until a rename is on the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
