"""What is wrong with a register is named, and what is only worth knowing is not called wrong."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import opening
from models.blobs import PNG
from models.checks import Problem, ProblemKind, check, numbers_given_twice
from models.records import Certificate, Enrolment, Participant, Photo, Training
from models.records.codes import CertificateEnding
from models.storage import backups, cipher
from models.store import Store

K = ProblemKind


@pytest.fixture
def sound(store: Store) -> Store:
    """Nothing to say: a passphrase, a backup, no cloud."""
    with store.step() as step:
        step.add(Participant(id="p", name_latin="Sara"), Training(id="t"),
                 Enrolment(id="e", participant_id="p", training_id="t"))  # fmt: skip
    store.safekeeping.set_passphrase("eight or more")
    store.safekeeping.backup()
    return store


def test_a_sound_register_has_no_problem(sound: Store):
    assert check(sound) == []


def test_a_check_can_be_given_up(sound: Store, monkeypatch):
    monkeypatch.setattr(cipher, "_ASKED_EVERY", 10)

    def give_up() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        check(sound, give_up)
    assert check(sound) == []


def test_what_is_worth_knowing(store: Store, tmp_path: Path):
    assert [(one.kind, one.detail) for one in check(store)] == [(K.NO_BACKUP, ""), (K.NO_PASSPHRASE, "")]
    with opening.create(tmp_path / "Dropbox" / "r")[0] as synced:
        assert Problem(K.SYNCED) in check(synced)


def test_only_these_are_advice():
    assert [one.value for one in K if one.is_advice] == [
        "blob_missing", "conflict", "certificate_twice", "newer_version", "session_outside", "no_backup",
        "no_passphrase", "synced",
    ]  # fmt: skip
    assert [one.value for one in K if not one.is_advice] == [
        "pages", "change_altered", "row_differs", "without_parent", "blob_altered", "blob_unnamed",
        "number_twice",
    ]  # fmt: skip


def test_damaged_pages_are_all_that_is_said(sound: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(backups, "integrity_problems", lambda connection: ["page 3"])
    assert check(sound) == [Problem(K.PAGES, "page 3")]


def pages_in_log(log: bytes) -> Iterator[int]:
    """From 1, as SQLite's write-ahead log has them."""
    size = int.from_bytes(log[8:12])
    for at in range(32, len(log), 24 + size):
        yield int.from_bytes(log[at : at + 4])


def test_pages_that_were_half_written_when_the_power_failed_and_lie_whole_in_the_log_are_no_damage(
    sound: Store, tmp_path: Path
):
    with sound.step() as step:
        step.change(Participant, "p", {"phone": "+9647501234567"})
    torn = tmp_path / "torn"
    shutil.copytree(sound.folder, torn)
    log, size = (torn / "register.db-wal").read_bytes(), 4096
    assert int.from_bytes(log[8:12]) == size
    with (torn / "register.db").open("r+b") as file:
        for page in {*pages_in_log(log)} - {1}:
            file.seek((page - 1) * size + 100)
            file.write(b"torn")
    with opening.open_register(torn, "eight or more") as opened:
        assert [one for one in check(opened) if not one.kind.is_advice] == []
        assert opened.participants.get("p").phone == "+9647501234567"


def test_an_altered_change_and_a_row_that_differs(sound: Store):
    (change,) = sound.history("p")
    sound.connection.execute("UPDATE changes SET action = 'other' WHERE record = 'p'")
    assert check(sound) == [Problem(K.CHANGE_ALTERED, change.id[:12])]
    sound.connection.execute("UPDATE changes SET action = '' WHERE record = 'p'")
    sound.connection.execute("UPDATE participants SET name_latin = 'Other'")
    assert check(sound) == [Problem(K.ROW_DIFFERS, "participant p")]
    sound.connection.execute("DELETE FROM participants")
    assert check(sound) == [Problem(K.ROW_DIFFERS, "participant p"), Problem(K.WITHOUT_PARENT, "enrolments: 1")]


def test_a_row_without_a_history(sound: Store):
    sound.connection.execute("INSERT INTO participants (id, erased, removed) VALUES ('x', 0, 0)")
    assert check(sound) == [Problem(K.ROW_DIFFERS, "participant x")]


@pytest.mark.parametrize(
    ("table", "columns", "count"),
    [
        ("enrolments", "participant_id training_id", 2), ("sessions", "training_id", 1),
        ("marks", "enrolment_id session_id", 2), ("certificates", "enrolment_id", 1), ("scores", "enrolment_id", 1),
        ("signatures", "enrolment_id", 1), ("photos", "participant_id", 1), ("trainings", "programme_id", 1),
        ("custom_answers", "enrolment_id field_id", 2), ("institutions", "parent_id", 1),
    ],
)  # fmt: skip
def test_rows_whose_parent_is_missing(sound: Store, table: str, columns: str, count: int):
    names = ", ".join(columns.split())
    marks = ", ".join("'none'" for _ in columns.split())
    sound.connection.execute(f"INSERT INTO {table} (id, removed, erased, {names}) VALUES ('x', 0, 0, {marks})")
    assert [one.detail for one in check(sound) if one.kind is K.WITHOUT_PARENT] == [f"{table}: 1"] * count
    sound.connection.execute(f"UPDATE {table} SET removed = 1 WHERE id = 'x'")
    assert not [one for one in check(sound) if one.kind is K.WITHOUT_PARENT]


def test_a_record_of_a_newer_version(sound: Store):
    sound.connection.execute("UPDATE changes SET kind = 'robot' WHERE record = 'p'")
    assert Problem(K.NEWER_VERSION, "robot") in check(sound)


def test_two_answers_are_named_by_their_field(sound: Store, tmp_path: Path):
    with opening.create(tmp_path / "other")[0] as other:
        other.receive(sound.changes())
        for store, name in ((sound, "Sarah"), (other, "Zara")):
            with store.step() as step:
                step.change(Participant, "p", {"name_latin": name})
        sound.receive(other.changes())
    assert check(sound) == [Problem(K.CONFLICT, "participant.name_latin")]


def test_a_picture_that_is_altered_or_not_here_or_that_nobody_has(sound: Store):
    with sound.step() as step:
        image = step.keep(b"a face", PNG)
        step.add(Photo(id="f", participant_id="p", image=image))
    assert check(sound) == []
    sound.connection.execute("UPDATE blobs SET content = x'00'")
    assert check(sound) == [Problem(K.BLOB_ALTERED, image.digest[:12])]
    sound.connection.execute("DELETE FROM blobs")
    assert check(sound) == [Problem(K.BLOB_MISSING, f"image/png {image.digest[:12]}")]
    sound.accept([(image.digest, b"a face")])
    sound.connection.execute("DELETE FROM blob_names")
    change = sound.history("f")[0].id[:12]
    assert check(sound) == [Problem(K.ROW_DIFFERS, f"blob_names {change}"), Problem(K.BLOB_UNNAMED, image.digest[:12])]


def test_a_number_that_was_given_twice(sound: Store):
    given = (("2", ""), ("2", ""), ("1", ""), ("1", "void"), ("3", "revoked"), ("3", "revoked"))
    with sound.step() as step:
        for place, (number, ending) in enumerate(given):
            step.add(Certificate(id=str(place), enrolment_id="e", number=number, ending=CertificateEnding(ending)))
    assert numbers_given_twice(sound) == ["2"]
    assert check(sound) == [Problem(K.NUMBER_TWICE, "2"), Problem(K.CERTIFICATE_TWICE, "1 · 2 · 2")]
