"""Undo: a new step that restores what an earlier step replaced."""

from typing import TYPE_CHECKING

from models.errors import NumberStays, OverriddenSince
from models.fields import Value, defaults_of
from models.history.changes import Change
from models.history.fold import REMOVED, fold
from models.history.journal import Journal
from models.records import BY_KIND, Certificate

if TYPE_CHECKING:
    from collections.abc import Sequence


def undo_step(journal: Journal, step: str, undone: str, cancelled: set[str]) -> None:
    """Write, as step ``step``, the opposite of step ``undone``.

    :param cancelled: steps undone before, and the ones that undid them: as if they had never been
    :raises OverriddenSince: when somebody has changed the same field since
    :raises NumberStays: when the step issued a certificate
    """
    changes = journal.changes_of_step(undone)
    if any(change.kind == Certificate.KIND and "number" in change.sets for change in changes):
        raise NumberStays()
    for record_id in dict.fromkeys(change.record for change in reversed(changes)):
        ours = [change for change in changes if change.record == record_id]
        _undo_record(journal, step, ours, cancelled)


def _undo_record(journal: Journal, step: str, ours: "Sequence[Change]", cancelled: set[str]) -> None:
    kind, record_id = ours[0].kind, ours[0].record
    known = journal.changes_of(record_id)
    view = fold(known)
    void = {change.id for change in known if change.step in cancelled} | {change.id for change in ours}
    touched = {name for change in ours for name in change.sets}
    before = [change for change in known if change.id not in void]
    watched = touched if before else set(view.heads)
    for name in watched:
        if not set(view.ids(name)) <= void:
            raise OverriddenSince(kind=kind, field=name)
    sets: dict[str, Value] = {REMOVED: True}
    if before:
        old = defaults_of(BY_KIND[kind]) | fold(before).values
        sets = {name: old[name] for name in touched}
    journal.write(step, kind, record_id, sets, known, view)
