"""Counts that lists show, by SQL alone: quick with 100,000 people on file."""

from models.people.identities import Identities, identities
from models.records.certificates import STILL_VALID
from models.records.codes import Role
from models.storage.record_tables import HAS_OPEN_NAME
from models.store import Store


def people_per_training(store: Store) -> dict[str, int]:
    """Training id -> participants; entries joined as one person count once."""
    rows = store.connection.execute(
        "SELECT training_id, count(*) FROM enrolments WHERE role = ? AND removed = 0 GROUP BY training_id",
        (Role.PARTICIPANT.value,),
    )
    counts = dict(rows.fetchall())
    known = identities(store)
    for members in known.groups():
        enrolments = [one for one in store.enrolments.among("participant_id", sorted(members)) if one.role.counts]
        trainings = [one.training_id for one in enrolments]
        for training_id in set(trainings):
            counts[training_id] -= trainings.count(training_id) - 1
    return counts


def certificates_per_training(store: Store) -> dict[str, int]:
    """Training id -> valid certificates."""
    rows = store.connection.execute(
        "SELECT enrolments.training_id, count(*) FROM certificates "
        "JOIN enrolments ON enrolments.id = certificates.enrolment_id "
        f"WHERE {STILL_VALID} AND certificates.removed = 0 GROUP BY enrolments.training_id"
    )
    return dict(rows.fetchall())


def open_name_ids(store: Store, known: Identities) -> tuple[set[str], set[str]]:
    """Entries with a name made by rule that waits for a yes: of people with one entry, and of others."""
    rows = store.connection.execute(
        f"SELECT id FROM participants WHERE {HAS_OPEN_NAME} AND removed = 0 AND erased = 0 ORDER BY rowid"
    )
    ids = {row[0] for row in rows}
    joined = {one for one in ids if known.is_joined(one)}
    return ids - joined, joined
