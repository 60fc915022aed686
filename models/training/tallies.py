"""Counts that lists show of all trainings at once, by SQL alone: quick with 100,000 people on file.

They mean what ``counts.py`` says of one training.
"""

from collections.abc import Iterable, Iterator

from models.people.identities import Identities
from models.records.certificates import STILL_VALID
from models.records.codes import EnrolmentState, MarkState, Role
from models.storage.record_tables import HAS_OPEN_NAME
from models.store import Store

_ENROLMENT = ("id", "participant_id", "training_id", "role", "state")


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"'{one}'" for one in codes)


_GONE = tuple(one.value for one in EnrolmentState if one.is_gone)
_WAS_THERE = (
    "SELECT marks.enrolment_id FROM marks JOIN sessions ON sessions.id = marks.session_id "
    f"WHERE marks.state IN ({_listed(one.value for one in MarkState if one.was_there)}) "
    "AND marks.removed = 0 AND sessions.removed = 0 AND sessions.cancelled = 0 AND marks.enrolment_id = "
)
_TAKES_PART = f"(state NOT IN ({_listed(_GONE)}) OR EXISTS ({_WAS_THERE}enrolments.id))"


def people_per_training(store: Store) -> dict[str, int]:
    """Training id -> participants who came or may still come; entries joined as one person count once."""
    rows = store.connection.execute(
        f"SELECT training_id, count(*) FROM enrolments WHERE role = ? AND removed = 0 AND {_TAKES_PART} "
        "GROUP BY training_id",
        (Role.PARTICIPANT.value,),
    )
    counts: dict[str, int] = dict(rows.fetchall())
    for training_id, surplus in _counted_too_often(store):
        counts[training_id] = counts.get(training_id, 0) - surplus
    left = {one.training_id: one.participants for one in store.departures.all()}
    return counts | {training: count for training, count in left.items() if not _is_here(store, training)}


def _counted_too_often(store: Store) -> Iterator[tuple[str, int]]:
    """Of joined entries: training id, and how many more of a person were counted than the person is.

    The role of the first entry holds, as in a roster.
    """
    known = store.identities
    joined = (entry for members in known.groups() for entry in members)
    groups: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    for own_id, entry, training_id, role, state in store.enrolments.picked(_ENROLMENT, "participant_id", joined):
        takes_part = state not in _GONE or _was_there(store, own_id)
        groups.setdefault((known.canonical(entry), training_id), []).append((role, takes_part))
    for (_, training_id), entries in groups.items():
        counted = sum(role == Role.PARTICIPANT and takes_part for role, takes_part in entries)
        is_one = entries[0][0] == Role.PARTICIPANT and any(takes_part for _, takes_part in entries)
        if counted != is_one:
            yield training_id, counted - is_one


def _was_there(store: Store, enrolment_id: str) -> bool:
    return store.connection.execute(f"{_WAS_THERE}?", (enrolment_id,)).fetchone() is not None


def certificates_per_training(store: Store) -> dict[str, int]:
    """Training id -> valid certificates."""
    rows = store.connection.execute(
        "SELECT enrolments.training_id, count(*) FROM certificates "
        "JOIN enrolments ON enrolments.id = certificates.enrolment_id "
        f"WHERE {STILL_VALID} AND certificates.removed = 0 GROUP BY enrolments.training_id"
    )
    here = dict(rows.fetchall())
    left = {one.training_id: one.certificates for one in store.departures.all()}
    return here | {training: count for training, count in left.items() if not _is_here(store, training)}


def _is_here(store: Store, training_id: str) -> bool:
    """Whether people of a training are on this laptop; else what was counted when they left it holds."""
    sql = "SELECT EXISTS (SELECT 1 FROM enrolments WHERE training_id = ?)"
    return bool(store.connection.execute(sql, (training_id,)).fetchone()[0])


def open_name_ids(store: Store, known: Identities) -> tuple[set[str], set[str]]:
    """Entries with a name made by rule that waits for a yes: of people with one entry, and of others."""
    rows = store.connection.execute(
        f"SELECT id FROM participants WHERE {HAS_OPEN_NAME} AND removed = 0 AND erased = 0 ORDER BY rowid"
    )
    ids = {row[0] for row in rows}
    joined = {one for one in ids if known.is_joined(one)}
    return ids - joined, joined
