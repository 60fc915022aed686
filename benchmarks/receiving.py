"""Changes of another laptop: receiving against inserting the same rows; sealing a change."""

import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import Figure, seconds
from models import opening
from models.history.changes import Change, completed
from models.ids import new_id
from models.records import ALL, AttendanceMark, Enrolment, Institution, Participant, Session, Training
from models.records.codes import EnrolmentState, MarkState
from models.records.enrolments import enrolment_id, mark_id
from models.step import Step
from models.storage import cipher, record_tables, schema
from models.store import Store

_CHANGES, _SEALED = 100_000, 2_000
_SEALING = 60e-6
"""Seconds."""
_FIRST = ("Karwan", "Layla", "Hiwa", "Ahmed", "Sara", "Omar", "Zainab", "Rebin", "Chnar", "Mustafa", "Nasrin", "Azad")
_TABLES = ("changes", *(record_type.TABLE for record_type in ALL), "institution_words", "name_keys")
_SESSIONS = [f"s{number}" for number in range(5)]
_TEN_FIELDS: dict[str, Any] = {
    "name_latin": "Karwan Ahmed Omar", "name_arabic": "كاروان أحمد عمر", "sex": "M", "phone": "+9647501234567",
    "email": "k@example.org", "birth_year": 1980, "title": "Dr", "fourth_latin": "Ali", "latin_proposed": True,
    "name_language": "ar",
}  # fmt: skip


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        here, _ = opening.create(Path(folder) / "here")
        there, _ = opening.create(Path(folder) / "there")
        with here, there:
            _fill(here)
            changes = list(here.changes())
            receiving = seconds(lambda: there.receive(changes))
            inserting = _seconds_to_insert(there, Path(folder) / "plain.db")
    return [
        Figure("receiving 100,000 changes : inserting the same rows, encrypted", receiving / inserting, 3.0),
        Figure("sealing a change of ten fields : 60 µs", _seconds_to_seal() / _SEALING, 1.0),
    ]


def _fill(store: Store) -> None:
    with store.step() as step:
        step.add(Training(id="t", code="T"), Institution(id="i"))
        step.add(*(Session(id=one, training_id="t", day=date(2015, 9, 13)) for one in _SESSIONS))
        for number in range(_CHANGES // (len(_SESSIONS) + 2)):
            _register(step, number)


def _register(step: Step, number: int) -> None:
    names = " ".join(_FIRST[number // by % len(_FIRST)] for by in (1, 12, 144))
    person = Participant(id=new_id(), name_latin=names, phone=f"+96475{number:08}", birth_year=1980)
    own_id = enrolment_id(person.id, "t")
    enrolment = Enrolment(
        id=own_id, participant_id=person.id, training_id="t", institution_id="i", state=EnrolmentState.CAME
    )
    step.add(person, enrolment)
    for session in _SESSIONS:
        step.add(
            AttendanceMark(
                id=mark_id(own_id, session), enrolment_id=own_id, session_id=session, state=MarkState.PRESENT
            )
        )


def _seconds_to_insert(store: Store, path: Path) -> float:
    """Of all rows that receiving wrote: changes, records and what search knows."""
    rows = {table: store.connection.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
    searched = [(number, *entry) for number, *entry in _search_entries(store)]
    plain = cipher.connect(path, b"k" * 32)
    schema.migrate(plain, str(path))
    record_tables.follow(plain.conn, ALL)
    taken = seconds(partial(_insert, plain.conn, rows, searched))
    plain.close()
    return taken


def _search_entries(store: Store) -> Iterator[tuple[int, str, str]]:
    """As long as the real ones: the index itself keeps no text."""
    for number, name, phone in store.connection.execute("SELECT rowid, name_latin, phone FROM participants"):
        yield number, f"~{name.lower().replace(' ', ' ~')} {name.lower()} {phone[1:]} {phone[4:]}", "@1"


def _insert(connection: Any, rows: dict[str, list[tuple[Any, ...]]], searched: list[tuple[Any, ...]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table, found in rows.items():
        if found:
            marks = ", ".join("?" * len(found[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
    connection.executemany("INSERT INTO people_search (rowid, own, work) VALUES (?, ?, ?)", searched)
    connection.execute("COMMIT")


def _seconds_to_seal() -> float:
    change = Change(
        id="", step="s", device="d" * 32, seq=1, clock=1, wall="2015-09-13T08:30:00.000Z", kind="participant",
        record="r" * 32, sets=_TEN_FIELDS, replaces={"phone": ("1" * 64,)},
    )  # fmt: skip
    return min(seconds(lambda: [completed(change) for _ in range(_SEALED)]) for _ in range(5)) / _SEALED
