"""Large content, once by its digest, and which changes name it."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from models.blobs import MOST_BYTES, Blob, blob_of
from models.errors import BlobMissing

_NAMED = "EXISTS (SELECT 1 FROM blob_names WHERE blob_names.digest = blobs.digest)"


class Blobs:
    """Reading at any time; writing within a transaction that the caller holds.

    What nobody names when the transaction ends is dropped: an erasure takes the content with the last name.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._loose: set[str] = set()
        """What perhaps nobody names any more, or not yet."""

    def content(self, blob: Blob) -> bytes:
        """
        :raises BlobMissing: when it has not come yet
        """
        row = self._connection.execute("SELECT content FROM blobs WHERE digest = ?", (blob.digest,)).fetchone()
        if row is None:
            raise BlobMissing(digest=blob.digest)
        return bytes(row[0])

    def find(self, blob: Blob | None) -> bytes:
        """Nothing where there is none, or it has not come yet."""
        try:
            return self.content(blob) if blob else b""
        except BlobMissing:
            return b""

    def missing(self) -> list[Blob]:
        """Named here, and not come yet."""
        sql = (
            "SELECT DISTINCT digest, length, kind FROM blob_names "
            "WHERE digest NOT IN (SELECT digest FROM blobs) ORDER BY digest, length, kind"
        )
        return [Blob(*row) for row in self._connection.execute(sql)]

    def unnamed(self) -> list[str]:
        """Digests of what nobody names: there should be none."""
        return [row[0] for row in self._connection.execute(f"SELECT digest FROM blobs WHERE NOT {_NAMED}")]

    def unfit(self) -> list[str]:
        """Digests that are not those of the content."""
        rows = self._connection.execute("SELECT digest, content FROM blobs")
        return [digest for digest, content in rows if sha256(content).hexdigest() != digest]

    def names(self) -> set[tuple[str, Blob]]:
        """Every id of a change with a blob that it names."""
        rows = self._connection.execute("SELECT change, digest, length, kind FROM blob_names")
        return {(change, Blob(*blob)) for change, *blob in rows}

    def records_naming(self, digest: str) -> list[tuple[str, str]]:
        """Kind and id of the records whose changes name it."""
        sql = "SELECT DISTINCT kind, record FROM changes WHERE id IN (SELECT change FROM blob_names WHERE digest = ?)"
        return [(kind, record) for kind, record in self._connection.execute(sql, (digest,))]

    def keep(self, content: bytes, kind: str) -> Blob:
        """Content that a change of this transaction will name."""
        if len(content) > MOST_BYTES:
            raise ValueError(f"{len(content)} bytes: no other laptop would take it")
        blob = blob_of(content, kind)
        self._put(blob.digest, content)
        self._loose.add(blob.digest)
        return blob

    def accept(self, digest: str, content: bytes) -> bool:
        """Take content from another laptop, if it is what a change here names."""
        if len(content) > MOST_BYTES or sha256(content).hexdigest() != digest:
            return False
        sql = "SELECT 1 FROM blob_names WHERE digest = ? AND length = ?"
        if self._connection.execute(sql, (digest, len(content))).fetchone() is None:
            return False
        self._put(digest, content)
        return True

    def _put(self, digest: str, content: bytes) -> None:
        sql = "INSERT INTO blobs (digest, content) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING"
        self._connection.execute(sql, (digest, content))

    def name(self, names: Iterable[tuple[str, Blob]]) -> None:
        """Changes, by their ids, have come that name these."""
        self._connection.executemany(
            "INSERT INTO blob_names (change, digest, length, kind) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            ((change_id, blob.digest, blob.length, blob.kind) for change_id, blob in names),
        )

    def forget(self, change_id: str) -> None:
        """A change no longer says what it said."""
        named = self._connection.execute("SELECT digest FROM blob_names WHERE change = ?", (change_id,)).fetchall()
        self._loose.update(digest for (digest,) in named)
        self._connection.execute("DELETE FROM blob_names WHERE change = ?", (change_id,))

    def drop_unnamed(self) -> None:
        """Before the transaction ends."""
        for digest in self._loose:
            self._connection.execute(f"DELETE FROM blobs WHERE digest = ? AND NOT {_NAMED}", (digest,))
        self._loose.clear()
