"""Names every problem of a register and repairs nothing silently."""

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum

from models.blobs import Blob
from models.fields import fields_of
from models.history.changes import blobs_of, is_genuine
from models.history.rows import row_values
from models.records import (
    ALL,
    BY_KIND,
    CustomField,
    Enrolment,
    Institution,
    Issuer,
    Participant,
    Programme,
    Session,
    Training,
)
from models.records.certificates import STILL_VALID
from models.sorting import natural_key
from models.storage import backups, cipher
from models.storage.backups import GoOn, on_and_on
from models.storage.folder import is_synced
from models.storage.record_tables import OUTCOMES
from models.store import Store
from models.training.outside import outside
from models.training.roster import sessions_of


class ProblemKind(StrEnum):
    PAGES = "pages"
    CHANGE_ALTERED = "change_altered"
    ROW_DIFFERS = "row_differs"
    WITHOUT_PARENT = "without_parent"
    BLOB_ALTERED = "blob_altered"
    BLOB_UNNAMED = "blob_unnamed"
    BLOB_MISSING = "blob_missing"
    CONFLICT = "conflict"
    NUMBER_TWICE = "number_twice"
    CERTIFICATE_TWICE = "certificate_twice"
    NEWER_VERSION = "newer_version"
    SESSION_OUTSIDE = "session_outside"
    NO_BACKUP = "no_backup"
    NO_PASSPHRASE = "no_passphrase"  # noqa: S105  the name of a problem
    SYNCED = "synced"

    @property
    def is_advice(self) -> bool:
        """Worth knowing, but nothing is wrong."""
        return self in {
            ProblemKind.BLOB_MISSING,
            ProblemKind.CONFLICT,
            ProblemKind.CERTIFICATE_TWICE,
            ProblemKind.NEWER_VERSION,
            ProblemKind.SESSION_OUTSIDE,
            ProblemKind.NO_BACKUP,
            ProblemKind.NO_PASSPHRASE,
            ProblemKind.SYNCED,
        }


@dataclass(frozen=True, slots=True)
class Problem:
    kind: ProblemKind
    detail: str = ""


_PARENTS = {
    one.KIND: one.TABLE
    for one in (Participant, Training, Session, Enrolment, Institution, Programme, Issuer, CustomField)
}
_NAMED_OTHERWISE = {"parent_id": Institution.KIND, "field_id": CustomField.KIND}
_LEAVES = {"erasure_requests.participant_id"}
"""What it names may have left this laptop with a training."""


def _links() -> Iterator[tuple[str, str, str]]:
    """Table, column, and the table in which what it names must be."""
    for record_type in ALL:
        for field in fields_of(record_type):
            parent = _PARENTS.get(_NAMED_OTHERWISE.get(field.name, field.name.removesuffix("_id")))
            if field.name.endswith("_id") and parent and f"{record_type.TABLE}.{field.name}" not in _LEAVES:
                yield record_type.TABLE, field.name, parent


def check(store: Store, whether_to_go_on: GoOn = on_and_on) -> list[Problem]:
    """Read everything once; what is wrong and what is worth knowing.

    :param whether_to_go_on: called now and then; what it raises ends the check
    """
    with cipher.asking(store.connection, whether_to_go_on):
        return _problems(store)


def _problems(store: Store) -> list[Problem]:
    problems = [Problem(ProblemKind.PAGES, text) for text in backups.integrity_problems(store.connection)]
    if problems:
        return problems  # rows of damaged pages say nothing more
    problems += _history_problems(store)
    problems += _blob_problems(store)
    problems += _orphans(store)
    problems += [Problem(ProblemKind.CONFLICT, f"{kind}.{field}") for kind, _, field in store.conflicts()]
    problems += [Problem(ProblemKind.NUMBER_TWICE, number) for number in numbers_given_twice(store)]
    problems += [Problem(ProblemKind.CERTIFICATE_TWICE, numbers) for numbers in people_with_two(store)]
    problems += [Problem(ProblemKind.SESSION_OUTSIDE, said) for said in sessions_outside(store)]
    if not store.safekeeping.backups:
        problems.append(Problem(ProblemKind.NO_BACKUP))
    if not store.safekeeping.has_passphrase:
        problems.append(Problem(ProblemKind.NO_PASSPHRASE))
    if is_synced(store.folder):
        problems.append(Problem(ProblemKind.SYNCED))
    return problems


def _history_problems(store: Store) -> Iterator[Problem]:
    records: set[tuple[str, str]] = set()
    blobs: set[tuple[str, Blob]] = set()
    for change in store.changes():
        blobs.update((change.id, blob) for blob in blobs_of(change))
        records.add((change.kind, change.record))
        if not is_genuine(change):
            yield Problem(ProblemKind.CHANGE_ALTERED, change.id[:12])
    for kind, record_id in sorted(records):
        if kind not in BY_KIND:
            yield Problem(ProblemKind.NEWER_VERSION, kind)
        elif not _row_fits(store, kind, record_id):
            yield Problem(ProblemKind.ROW_DIFFERS, f"{kind} {record_id}")
    yield from _rows_without_history(store, records)
    for change_id in sorted({one for one, _ in blobs ^ store.blobs.names()}):
        yield Problem(ProblemKind.ROW_DIFFERS, f"blob_names {change_id[:12]}")


def _row_fits(store: Store, kind: str, record_id: str) -> bool:
    record_type = BY_KIND[kind]
    field_names = [field.name for field in fields_of(record_type)]
    view = store.view(kind, record_id)
    expected = None if view.is_away else row_values(record_type, record_id, view)
    names = [*OUTCOMES, *(f'"{name}"' for name in field_names)]
    row = store.connection.execute(
        f"SELECT {', '.join(names)} FROM {record_type.TABLE} WHERE id = ?", (record_id,)
    ).fetchone()
    return (list(row) if row else None) == expected


def _rows_without_history(store: Store, known: Set[tuple[str, str]]) -> Iterator[Problem]:
    for record_type in ALL:
        for (record_id,) in store.connection.execute(f"SELECT id FROM {record_type.TABLE}"):
            if (record_type.KIND, record_id) not in known:
                yield Problem(ProblemKind.ROW_DIFFERS, f"{record_type.KIND} {record_id}")


def _blob_problems(store: Store) -> Iterator[Problem]:
    for digest in store.blobs.unfit():
        yield Problem(ProblemKind.BLOB_ALTERED, digest[:12])
    for digest in store.blobs.unnamed():
        yield Problem(ProblemKind.BLOB_UNNAMED, digest[:12])
    for blob in store.blobs.missing():
        yield Problem(ProblemKind.BLOB_MISSING, f"{blob.kind} {blob.digest[:12]}")


def numbers_given_twice(store: Store) -> list[str]:
    """By two laptops with the same letters; of valid certificates."""
    given = Counter(one.number for one in store.certificates.all() if one.state.is_valid)
    return sorted((number for number, times in given.items() if times > 1), key=natural_key)


def people_with_two(store: Store) -> list[str]:
    """The numbers of those who have two valid certificates of one training, person by person."""
    rows = store.connection.execute(
        "SELECT enrolments.training_id, enrolments.participant_id, certificates.number FROM certificates "
        f"JOIN enrolments ON enrolments.id = certificates.enrolment_id WHERE {STILL_VALID} AND certificates.removed = 0"
    )
    known = store.identities
    numbers: dict[tuple[str, str], list[str]] = {}
    for training, participant, number in rows:
        numbers.setdefault((training, known.canonical(participant)), []).append(number)
    twice = (" · ".join(sorted(found, key=natural_key)) for found in numbers.values() if len(found) > 1)
    return sorted(twice, key=natural_key)


def sessions_outside(store: Store) -> list[str]:
    """Training, day and time of each that lies outside the days of its training."""
    found = [
        (training.code, one)
        for training in store.trainings.all()
        for one in outside(training, sessions_of(store, training.id))
    ]
    return [f"{code}: {one.day} {one.start}".strip() for code, one in found]


def _orphans(store: Store) -> Iterator[Problem]:
    for table, column, parent in _links():
        sql = (
            f"SELECT count(*) FROM {table} c WHERE c.removed = 0 AND c.{column} != '' AND NOT EXISTS "
            f"(SELECT 1 FROM {parent} p WHERE p.id = c.{column})"
        )
        (count,) = store.connection.execute(sql).fetchone()
        if count:
            yield Problem(ProblemKind.WITHOUT_PARENT, f"{table}: {count}")
