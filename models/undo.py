"""Undo: a new step that restores what an earlier step replaced."""

from typing import TYPE_CHECKING

from models.errors import NumberStays, OverriddenSince
from models.fields import Value, defaults_of
from models.history.changes import Change
from models.history.fold import fold
from models.history.journal import Journal
from models.records import BY_KIND, Certificate

if TYPE_CHECKING:
    from collections.abc import Sequence


def undo_step(journal: Journal, step: str, undone: str) -> None:
    """Write, as step ``step``, the opposite of step ``undone``.

    :raises OverriddenSince: when somebody has changed the same field since
    :raises NumberStays: when the step issued a certificate
    """
    changes = journal.changes_of_step(undone)
    if any(change.kind == Certificate.KIND and "number" in change.sets for change in changes):
        raise NumberStays()
    for record_id in dict.fromkeys(change.record for change in reversed(changes)):
        ours = [change for change in changes if change.record == record_id]
        _undo_record(journal, step, record_id, ours)


def _undo_record(journal: Journal, step: str, record_id: str, ours: "Sequence[Change]") -> None:
    known = journal.changes_of(record_id)
    view = fold(known)
    kind = ours[0].kind
    own_ids = {change.id for change in ours}
    touched = {name for change in ours for name in change.sets}
    for name in touched:
        if not set(view.ids(name)) <= own_ids:
            raise OverriddenSince(kind=kind, field=name)
    before = [change for change in known if change.id not in own_ids]
    sets: dict[str, Value]
    if before:
        old = defaults_of(BY_KIND[kind]) | fold(before).values
        sets = {name: old[name] for name in touched}
    else:
        sets = {"removed": True}
        if any(name not in touched for name in view.heads):
            raise OverriddenSince(kind=kind, field="")
    journal.write(step, kind, record_id, sets, known, view)
