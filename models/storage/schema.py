"""The tables of the history and of search, version by version. A released migration is never edited.

The tables of the records follow from their declarations: ``models/storage/record_tables.py``.
"""

from sqlite_utils import Migrations
from sqlite_utils.db import Database, Table

from models.errors import RegisterTooNew
from models.storage.cipher import memory

migrations = Migrations("sijil")

DECISIVE = "(verb = 'erase' OR kind IN ('device_decision', 'following', 'key_decision'))"
"""Changes that need the signature of somebody who may decide. Index and queries must say it in the same words."""

_TEXT, _NUMBER = str, int


def _table(db: Database, name: str) -> Table:
    table = db[name]
    assert isinstance(table, Table)
    return table


@migrations()
def m001_history(db: Database) -> None:
    """The changes, and what is known about them on this laptop only."""
    texts = (
        "id", "step", "device", "wall", "worker", "action", "verb", "kind", "record", "salt", "digest", "body",
    )  # fmt: skip
    columns = dict.fromkeys(texts, _TEXT) | dict.fromkeys(("seq", "clock", "format"), _NUMBER)
    changes = _table(db, "changes")
    changes.create(columns, not_null=set(columns), strict=True)
    changes.create_index(["id"], unique=True)
    for columns_of_index in (["record"], ["device", "seq"], ["step"]):
        changes.create_index(columns_of_index)
    db.execute(f"CREATE INDEX idx_changes_decisive ON changes (record) WHERE {DECISIVE}")
    seals = {"device": _TEXT, "first": _NUMBER, "last": _NUMBER, "root": _TEXT, "signature": _TEXT, "nodes": _TEXT}
    _table(db, "seals").create(seals, pk=("device", "first", "last", "root"), not_null=set(seals), strict=True)
    quarantine = dict.fromkeys(("id", "reason", "device", "record", "encoded"), _TEXT) | {"seq": _NUMBER}
    _table(db, "quarantine").create(quarantine, pk="id", not_null=set(quarantine), strict=True)
    _table(db, "quarantine").create_index(["record"])
    _table(db, "local").create({"key": _TEXT, "value": _TEXT}, pk="key", strict=True)
    conflicts = _table(db, "conflicts")
    conflicts.create({"record": _TEXT, "kind": _TEXT, "field": _TEXT}, pk=("record", "kind", "field"), strict=True)


@migrations()
def m002_search(db: Database) -> None:
    """Words of people and of where they come from for search, and keys of names for finding the same person twice.

    One-, two- and three-letter prefixes have their own index: 270 times faster than sqlite-utils'
    own full-text search for the first letters typed.
    """
    db.execute(
        "CREATE VIRTUAL TABLE people_search USING fts5 (own, work, content='', contentless_delete=1, "
        "prefix='1 2 3 4', detail='column', tokenize=\"unicode61 remove_diacritics 0 tokenchars '~@'\")"
    )
    db.execute(
        "CREATE TABLE institution_words "
        "(number INTEGER PRIMARY KEY, institution TEXT UNIQUE, now TEXT, former TEXT) STRICT"
    )
    db.execute("CREATE INDEX idx_renamed ON institution_words (number) WHERE former <> ''")
    db.execute(
        "CREATE TABLE name_keys (participant_id TEXT, key TEXT, PRIMARY KEY (participant_id, key)) "
        "STRICT, WITHOUT ROWID"
    )
    _table(db, "name_keys").create_index(["key"])


@migrations()
def m003_blobs(db: Database) -> None:
    """Pictures and other large content, and the names that changes have for it."""
    db.execute("CREATE TABLE blobs (digest TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT")
    db.execute(
        "CREATE TABLE blob_names (digest TEXT, length INTEGER, kind TEXT, change TEXT, "
        "PRIMARY KEY (digest, length, kind, change)) STRICT, WITHOUT ROWID"
    )
    _table(db, "blob_names").create_index(["change"])


def is_too_new(db: Database) -> bool:
    """Whether a newer version has changed the tables in a way that we do not know."""
    return bool({migration.name for migration in migrations.applied(db)} - set(_known()))


def _known() -> list[str]:
    return [migration.name for migration in migrations.pending(memory())]


def has_pending(db: Database) -> bool:
    return bool(migrations.pending(db))


def migrate(db: Database, path: str) -> None:
    """Bring the tables up to date.

    :raises RegisterTooNew: when a newer version wrote them
    """
    if is_too_new(db):
        raise RegisterTooNew(path=path)
    migrations.apply(db)
    db.execute("PRAGMA foreign_keys = ON")
