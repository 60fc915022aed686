"""What only this laptop knows about its register: it is never handed over."""

import platform
from pathlib import Path
from typing import Any


class Local:
    """Keys and values beside the history. Writing is done within a transaction that the caller holds."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def get(self, key: str) -> str:
        """Empty when nothing was kept."""
        row = self._connection.execute("SELECT value FROM local WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def set(self, key: str, value: str) -> None:
        sql = "INSERT INTO local (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        self._connection.execute(sql, (key, value))

    def device_at(self, folder: Path) -> str:
        """The id of this device; empty when the register was restored, copied or moved since."""
        return self.get("device") if self.get("place") == _place(folder) else ""

    def become(self, device: str, key: bytes, folder: Path) -> None:
        self.set("device", device)
        self.set("device_key", key.hex())
        self.set("place", _place(folder))

    @property
    def times_received(self) -> int:
        """How often something came from elsewhere: not all of it adds a change."""
        return int(self.get("received") or 0)

    def note_received(self) -> None:
        self.set("received", str(self.times_received + 1))

    def forget_place(self) -> None:
        """Whoever opens it next is another device."""
        self._connection.execute("DELETE FROM local WHERE key = 'place'")

    @property
    def device_key(self) -> bytes:
        """The secret of this device, or of the one whose register this is a copy of; empty at first."""
        return bytes.fromhex(self.get("device_key"))

    @property
    def signing_key(self) -> bytes:
        """The 32 secret bytes that sign certificates on this laptop; empty when it has none."""
        return bytes.fromhex(self.get("signing_key"))


def _place(folder: Path) -> str:
    return f"{platform.node()} {folder.resolve()}"
