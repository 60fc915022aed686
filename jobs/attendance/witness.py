"""Who marked somebody in a session, and when."""

from dataclasses import dataclass
from datetime import datetime

from models.records.enrolments import mark_id
from models.store import Store
from models.training.roster import Attendee
from models.wall_clock import at


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    who: str
    """The name chosen at that desk, or empty."""
    when: datetime
    """Local time where the training is held."""


def last_witness(store: Store, attendee: Attendee, session_id: str, zone: str) -> Witness | None:
    """Of the mark as it stands; None when nobody ever marked it."""
    marks = [mark_id(enrolment, session_id) for enrolment in attendee.enrolment_ids]
    changes = [change for one in marks for change in store.history(one) if "state" in change.sets]
    if not changes:
        return None
    last = max(changes, key=lambda change: change.order)
    return Witness(who=store.worker_name(last.worker), when=at(zone, datetime.fromisoformat(last.wall)))
