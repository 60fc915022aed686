"""Counts that lists show, by SQL alone: quick with 100,000 people on file."""

from models.people.identities import Identities
from models.records.certificates import STILL_VALID
from models.records.codes import Role
from models.storage.record_tables import HAS_OPEN_NAME
from models.store import Store

_ENROLMENT = ("participant_id", "training_id", "role")


def people_per_training(store: Store) -> dict[str, int]:
    """Training id -> participants; entries joined as one person count once."""
    rows = store.connection.execute(
        "SELECT training_id, count(*) FROM enrolments WHERE role = ? AND removed = 0 GROUP BY training_id",
        (Role.PARTICIPANT.value,),
    )
    counts = dict(rows.fetchall())
    known = store.identities
    joined = (entry for members in known.groups() for entry in members)
    seen = set()
    for entry, training_id, role in store.enrolments.picked(_ENROLMENT, "participant_id", joined):
        if role == Role.PARTICIPANT:
            line = (known.canonical(entry), training_id)
            counts[training_id] -= line in seen
            seen.add(line)
    left = {one.training_id: one.participants for one in store.departures.all()}
    return counts | {training: count for training, count in left.items() if not _is_here(store, training)}


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
