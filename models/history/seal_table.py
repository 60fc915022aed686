"""The seals that are known here, to be forwarded with the changes that they are about."""

from collections.abc import Iterator
from typing import Any

import orjson

from models.history.merkle import Nodes, Span
from models.history.seals import Seal

_NAMES = "device, first, last, root, signature, nodes"


class SealTable:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def all(self) -> Iterator[Seal]:
        return self._where("1")

    def about(self, device: str, first: int, last: int) -> list[Seal]:
        """Those that reach into this range."""
        return list(self._where("device = ? AND first <= ? AND last >= ?", device, last, first))

    def last_of(self, device: str) -> int:
        """The last ``seq`` that a device has sealed; 0 when none."""
        (last,) = self._connection.execute("SELECT max(last) FROM seals WHERE device = ?", (device,)).fetchone()
        return last or 0

    def keep(self, seal: Seal) -> None:
        """With what came before of its tree."""
        known = next(self._where("device = ? AND first = ? AND last = ? AND root = ?", *_key(seal)), None)
        nodes = {**(known.nodes if known else {}), **seal.nodes}
        sql = (
            f"INSERT INTO seals ({_NAMES}) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (device, first, last, root) DO UPDATE SET nodes = excluded.nodes"
        )
        self._connection.execute(sql, (*_key(seal), seal.signature, _stored(nodes)))

    def _where(self, condition: str, *values: str | int) -> Iterator[Seal]:
        sql = f"SELECT {_NAMES} FROM seals WHERE {condition} ORDER BY device, first"
        for device, first, last, root, signature, nodes in self._connection.execute(sql, values).fetchall():
            found = {(start, end): digest for start, end, digest in orjson.loads(nodes)}
            yield Seal(device=device, first=first, last=last, root=root, signature=signature, nodes=found)


def _key(seal: Seal) -> tuple[str, int, int, str]:
    return seal.device, seal.first, seal.last, seal.root


def _stored(nodes: Nodes) -> str:
    listed: list[tuple[Span, str]] = sorted(nodes.items())
    return orjson.dumps([[*span, digest] for span, digest in listed]).decode()
