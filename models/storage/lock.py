"""One process at a time holds a register, and says who it is."""

import json
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from models.errors import RegisterLocked, RegisterReadOnly
from models.wall_clock import here, utc_now

LOCK_NAME = "register.lock"
HOLDER_NAME = "register.holder"  # a file of its own: on Windows a locked one cannot be read by others


class RegisterLock:
    """Held from opening to closing; the system lets go of it when the process dies."""

    def __init__(self, folder: Path) -> None:
        self._holder = folder / HOLDER_NAME
        self._lock = FileLock(folder / LOCK_NAME, timeout=0)
        self._folder = folder

    def take(self) -> None:
        """
        :raises RegisterLocked: naming the holder
        :raises RegisterReadOnly: when the folder cannot be written
        """
        try:
            self._lock.acquire()
        except Timeout as problem:
            raise RegisterLocked(path=str(self._folder), holder=self._read_holder()) from problem
        except OSError as problem:
            raise RegisterReadOnly(path=str(self._folder)) from problem
        holder = {
            "computer": platform.node(),
            "process": os.getpid(),
            "since": utc_now().isoformat(timespec="seconds"),
        }
        with suppress(OSError):
            self._holder.write_text(json.dumps(holder), encoding="utf-8")

    def _read_holder(self) -> str:
        try:
            found = json.loads(self._holder.read_text(encoding="utf-8"))
            since = here(datetime.fromisoformat(found["since"]))
            return f"{found['computer']}, {since:%Y-%m-%d %H:%M}"
        except (OSError, ValueError, KeyError, TypeError):
            return "?"

    def release(self) -> None:
        with suppress(OSError):  # before letting go: afterwards the file may be somebody else's
            self._holder.unlink(missing_ok=True)
        self._lock.release()
