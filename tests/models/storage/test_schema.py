"""The tables of a register: as strict as the first day, and found quickly."""

import pytest

from models.errors import RegisterTooNew
from models.fields import fields_of
from models.history.authority import DECISIONS
from models.history.changes import Verb
from models.record_table import RecordTable
from models.records import ALL, Participant, Training
from models.storage import cipher, record_tables, schema


@pytest.fixture
def db():
    made = cipher.memory()
    schema.migrate(made, "memory")
    record_tables.follow(made.conn, ALL)
    return made


def test_every_kind_has_a_strict_table_with_exactly_its_fields(db):
    for record_type in ALL:
        table = db[record_type.TABLE]
        assert table.exists(), record_type.KIND
        assert "STRICT" in table.schema
        assert table.pks == ["id"]
        stored = {"id", "erased", "unread", *(one.name for one in fields_of(record_type))}
        assert stored == {column.name for column in table.columns}, record_type.KIND


def test_only_what_may_be_nothing_may_be_empty(db):
    for record_type in ALL:
        empty = {one.name for one in fields_of(record_type) if one.default is None}
        assert {one.name for one in db[record_type.TABLE].columns if not one.notnull} == empty, record_type.KIND


def test_the_history_is_never_without_what_proves_it(db):
    columns = {one.name: one for one in db["changes"].columns}
    assert {name for name, one in columns.items() if not one.notnull} == set()
    assert {name for name, one in columns.items() if one.type == "INTEGER"} == {"seq", "clock", "format"}
    assert sorted(tuple(one.columns) for one in db["changes"].indexes) == [
        ("device", "seq"), ("id",), ("record",), ("record",), ("step",),
    ]  # fmt: skip
    assert all(repr(str(one)) in schema.DECISIVE for one in {Verb.ERASE, *DECISIONS})
    assert [one.unique for one in db["changes"].indexes if one.columns == ["id"]] == [1]
    assert db["local"].pks == ["key"]
    assert db["conflicts"].pks == ["record", "kind", "field"]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("sessions", "training_id"), ("enrolments", "training_id role removed"), ("enrolments", "participant_id"),
        ("enrolments", "institution_id"), ("marks", "enrolment_id"), ("marks", "session_id"),
        ("scores", "enrolment_id"),
        ("certificates", "enrolment_id"), ("certificates", "number"), ("participants", "phone"),
        ("participants", "email"),
        ("same_people", "answer"), ("papers", "training_id"), ("papers", "code"), ("scans", "training_id"),
        ("nominations", "training_id"), ("rates", "training_id"), ("agreed_steps", "training_id"),
        ("feedback", "training_id"), ("custom_fields", "programme_id"), ("custom_answers", "enrolment_id"),
        ("signatures", "enrolment_id"), ("photos", "participant_id"), ("name_keys", "key"),
        ("blob_names", "change"),
    ],
)  # fmt: skip
def test_what_is_asked_for_often_has_an_index(db, table: str, columns: str):
    assert columns.split() in [one.columns for one in db[table].indexes]


def test_open_names_have_an_index_of_their_own(db):
    plan = db.execute(f"EXPLAIN QUERY PLAN SELECT id FROM participants WHERE {record_tables.HAS_OPEN_NAME}").fetchall()
    assert "idx_participants_open_name" in str(plan)


def test_the_search_finds_beginnings(db):
    db.execute("INSERT INTO people_search (rowid, own) VALUES (7, 'karwan ~krwn')")
    sql = "SELECT rowid FROM people_search WHERE people_search MATCH ?"
    for typed in ("k", "ka", "kar", "karw", "~kr"):
        assert db.execute(sql, (f'"{typed}"*',)).fetchall() == [(7,)]
    assert db.execute(sql, ("krwn",)).fetchall() == []


def test_rows_that_were_there_before_an_upgrade_hold_what_is_usual(db):
    """As SQLite fills them."""
    db.execute("INSERT INTO trainings (id) VALUES ('t')")
    db.execute("INSERT INTO programmes (id) VALUES ('p')")
    db.execute("INSERT INTO certificates (id) VALUES ('c')")
    db.execute("INSERT INTO same_people (id) VALUES ('s')")
    db.execute("INSERT INTO enrolments (id) VALUES ('x')")
    training, programme, certificate, same, enrolment = (
        next(db[name].rows) for name in ("trainings", "programmes", "certificates", "same_people", "enrolments")
    )
    usual = {
        "certificate_kind": "attendance", "design": "formal", "paper": "A4", "orientation": "landscape",
        "currency": "IQD", "published_note": "", "takes_photos": 0, "target_women": None,
    }  # fmt: skip
    assert {name: training[name] for name in usual} == usual
    assert (programme["proof_profile"], programme["number_pattern"]) == ("named", "")
    usual = {"kind": "attendance", "printed_on": None, "handed_over_on": None, "replaced_by": ""}
    assert {name: certificate[name] for name in usual} == usual
    assert same["choices"] == "[]"
    assert (enrolment["consent_photo"], enrolment["consent_on"], enrolment["consent_share"]) == ("", None, "")


def test_a_newer_register_is_not_touched(db):
    assert not schema.has_pending(db)
    assert schema.has_pending(cipher.memory())
    assert not schema.is_too_new(db)
    db.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('sijil', 'm999', 'x')")
    assert schema.is_too_new(db)
    with pytest.raises(RegisterTooNew) as caught:
        schema.migrate(db, "here")
    assert caught.value.values == {"path": "here"}


def test_migrations_keep_their_names():
    assert [one.name for one in schema.migrations.pending(cipher.memory())][:2] == ["m001_history", "m002_search"]


def test_a_column_that_is_declared_later_is_added_and_holds_what_is_usual():
    made = cipher.memory()
    made.execute(
        "CREATE TABLE trainings (id TEXT PRIMARY KEY, erased INTEGER, unread TEXT, removed INTEGER, code TEXT) STRICT"
    )
    made.execute("INSERT INTO trainings VALUES ('t', 0, '', 0, 'ERB')")
    record_tables.follow(made.conn, [Training, Participant])
    record_tables.follow(made.conn, [Training, Participant])
    (found,) = RecordTable(made.conn, Training).where(code="ERB")
    assert (found.code, found.design, found.signatory_ids, found.capacity) == ("ERB", "formal", (), None)
