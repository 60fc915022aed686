"""The tables, version by version. A migration is never edited once it has been released."""

from sqlite_utils import Migrations
from sqlite_utils.db import Database, Table

from models.errors import RegisterTooNew
from models.storage.cipher import memory

migrations = Migrations("sijil")

_TEXT, _NUMBER = str, int

# Tables of version 1: name -> text columns, number columns.
_VERSION_1: dict[str, tuple[str, str]] = {
    "programmes": (
        "code title_en title_ar title_ckb contract_number donor_en donor_ar donor_ckb partners funding_en"
        " funding_ar funding_ckb emblem_id issuer_id rules",
        "",
    ),
    "trainings": (
        "programme_id code title_en title_ar title_ckb venue_en venue_ar venue_ckb place start end zone signatory_ids",
        "hours capacity headcount_women headcount_men",
    ),
    "sessions": ("training_id day start end title_en title_ar title_ckb trainer_ids", "cancelled"),
    "institutions": ("name_en name_ar name_ckb kind parent_id reference", "incomplete"),
    "participants": (
        "title name_latin name_arabic fourth_latin fourth_arabic name_language sex phone email",
        "latin_proposed arabic_proposed birth_year",
    ),
    "enrolments": (
        "participant_id training_id state role institution_id position governorate replaced_by note",
        "",
    ),
    "marks": ("enrolment_id session_id state", ""),
    "scores": ("enrolment_id kind", "points"),
    "certificates": (
        "enrolment_id number state issued_on name_latin name_arabic second_language reason proof",
        "",
    ),
    "issuers": ("name_en name_ar name_ckb logo_id", ""),
    "signatories": ("issuer_id name_latin name_arabic position_en position_ar position_ckb", ""),
    "pictures": ("png", ""),
    "devices": ("label letter", ""),
    "same_people": ("first_id second_id answer because", "likeness"),
}
# A name made by rule that waits for a person's yes. The index and the queries must say it in the same words.
HAS_OPEN_NAME = "((latin_proposed = 1 AND name_latin <> '') OR (arabic_proposed = 1 AND name_arabic <> ''))"

_INDEXES_1 = (
    ("sessions", ("training_id",)),
    ("enrolments", ("training_id", "role", "removed")),
    ("enrolments", ("participant_id",)),
    ("enrolments", ("institution_id",)),
    ("marks", ("enrolment_id",)),
    ("marks", ("session_id",)),
    ("scores", ("enrolment_id",)),
    ("certificates", ("enrolment_id",)),
    ("certificates", ("number",)),
    ("participants", ("phone",)),
    ("participants", ("email",)),
    ("same_people", ("answer",)),
)


def _table(db: Database, name: str) -> Table:
    table = db[name]
    assert isinstance(table, Table)
    return table


def _create(db: Database, tables: dict[str, tuple[str, str]]) -> None:
    """A strict table per kind of record: name -> text columns, number columns."""
    for name, (texts, numbers) in tables.items():
        columns = {"id": _TEXT, "erased": _NUMBER, "removed": _NUMBER}
        columns |= dict.fromkeys(texts.split(), _TEXT) | dict.fromkeys(numbers.split(), _NUMBER)
        _table(db, name).create(columns, pk="id", strict=True)


@migrations()
def m001_history(db: Database) -> None:
    """The changes, and what is known about them on this laptop only."""
    texts = ("id", "step", "device", "wall", "who", "action", "kind", "record", "body", "salt", "digest")
    columns = dict.fromkeys(texts, _TEXT) | dict.fromkeys(("seq", "clock", "schema"), _NUMBER)
    changes = _table(db, "changes")
    changes.create(columns, not_null=set(columns) - {"body"}, strict=True)
    changes.create_index(["id"], unique=True)
    for columns_of_index in (["record"], ["device", "seq"], ["step"]):
        changes.create_index(columns_of_index)
    _table(db, "local").create({"key": _TEXT, "value": _TEXT}, pk="key", strict=True)
    conflicts = _table(db, "conflicts")
    conflicts.create({"record": _TEXT, "kind": _TEXT, "field": _TEXT}, pk=("record", "field"), strict=True)


@migrations()
def m002_records(db: Database) -> None:
    """One table per kind of record."""
    _create(db, _VERSION_1)
    for name, columns_of_index in _INDEXES_1:
        _table(db, name).create_index(list(columns_of_index))
    db.execute(f"CREATE INDEX idx_participants_open_name ON participants (id) WHERE {HAS_OPEN_NAME}")


@migrations()
def m003_search(db: Database) -> None:
    """Words of people for search, and keys of names for finding the same person twice.

    One-, two- and three-letter prefixes have their own index: 270 times faster than sqlite-utils'
    own full-text search for the first letters typed.
    """
    db.execute(
        "CREATE VIRTUAL TABLE people_search USING fts5 (words, content='', contentless_delete=1, "
        "prefix='1 2 3 4', detail='none', tokenize=\"unicode61 remove_diacritics 0 tokenchars '~'\")"
    )
    db.execute(
        "CREATE TABLE name_keys (participant_id TEXT, key TEXT, PRIMARY KEY (participant_id, key)) "
        "STRICT, WITHOUT ROWID"
    )
    _table(db, "name_keys").create_index(["key"])


_VERSION_2_TABLES: dict[str, tuple[str, str]] = {
    "signing_keys": ("issuer_id public made_on", "withdrawn"),
    "wordings": (
        "programme_id certificate_kind heading_en heading_ar heading_ckb lead_en lead_ar lead_ckb"
        " statement_en statement_ar statement_ckb",
        "",
    ),
    "designs": ("name content", ""),
}
_VERSION_2_COLUMNS: dict[str, dict[str, str]] = {  # table -> text column -> what rows that are there hold
    "certificates": {"kind": "attendance", "printed_on": "", "handed_over_on": "", "replaced_by": ""},
    "issuers": {"stamp_id": ""},
    "signatories": {"signature_id": ""},
    "programmes": {"number_pattern": "", "proof_profile": "named"},
    "trainings": {
        "certificate_kind": "attendance",
        "design": "formal",
        "paper": "A4",
        "orientation": "landscape",
    },
    "enrolments": {"exception_by": "", "exception_reason": ""},
}
_DATES = {"printed_on", "handed_over_on"}


@migrations()
def m004_certificates(db: Database) -> None:
    """Certificates with states, kinds, designs, wordings; keys that prove them; exceptions to the rule."""
    _create(db, _VERSION_2_TABLES)
    for name, columns in _VERSION_2_COLUMNS.items():
        for column, value in columns.items():
            default = "" if column in _DATES else f" DEFAULT '{value}'"
            db.execute(f"ALTER TABLE {name} ADD COLUMN {column} TEXT{default}")


_VERSION_3_TABLES: dict[str, tuple[str, str]] = {
    "papers": (
        "training_id document code language printed_on recipient purpose session_ids row_ids page_rows page_sessions",
        "version",
    ),
    "scans": ("training_id paper_id session_ids jpeg added_on note", "page"),
    "nominations": ("training_id institution_id number letter_date scan_id", ""),
    "rates": ("training_id origin per_day transport", ""),
    "agreed_steps": ("training_id text institution_id due", "done"),
    "feedback": ("training_id ratings comment", ""),
}


@migrations()
def m005_papers(db: Database) -> None:
    """Printed papers and what comes back of them; letters of nomination; payments; agreed steps; targets."""
    _create(db, _VERSION_3_TABLES)
    for name in _VERSION_3_TABLES:
        _table(db, name).create_index(["training_id"])
    _table(db, "papers").create_index(["code"])
    for column in ("target_participants", "target_women", "published_participants"):
        db.execute(f"ALTER TABLE trainings ADD COLUMN {column} INTEGER")
    db.execute("ALTER TABLE trainings ADD COLUMN published_note TEXT DEFAULT ''")
    db.execute("ALTER TABLE trainings ADD COLUMN currency TEXT DEFAULT 'IQD'")
    for column in ("consent_photo", "consent_invite"):
        db.execute(f"ALTER TABLE participants ADD COLUMN {column} TEXT DEFAULT ''")
    db.execute("ALTER TABLE participants ADD COLUMN consent_on TEXT")


_VERSION_4_TABLES: dict[str, tuple[str, str]] = {
    "erasure_requests": ("participant_id state asked_on noted_by decided_on decided_by reason", ""),
    "custom_fields": ("programme_id label_en label_ar label_ckb choices", ""),
    "custom_answers": ("enrolment_id field_id answer", ""),
    "signatures": ("enrolment_id strokes signed_on", ""),
    "photos": ("participant_id png", ""),
}
_VERSION_4_COLUMNS = (  # table, columns, what rows that are there hold
    ("participants", "consent_share consent_notice", "TEXT DEFAULT ''"),
    ("programmes", "notice_en notice_ar notice_ckb", "TEXT DEFAULT ''"),
    ("same_people", "choices", "TEXT DEFAULT '[]'"),
    ("trainings", "takes_signatures takes_photos has_kiosk", "INTEGER DEFAULT 0"),
)


@migrations()
def m006_people(db: Database) -> None:
    """Requests for erasure; fields of a programme's own; signatures and photographs; notices of privacy."""
    _create(db, _VERSION_4_TABLES)
    for table, column in (
        ("custom_fields", "programme_id"),
        ("custom_answers", "enrolment_id"),
        ("signatures", "enrolment_id"),
        ("photos", "participant_id"),
    ):
        _table(db, table).create_index([column])
    for table, columns, declaration in _VERSION_4_COLUMNS:
        for column in columns.split():
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {declaration}")


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
