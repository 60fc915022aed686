"""Undo: a new step that restores what an earlier step replaced."""

from typing import TYPE_CHECKING

from models.errors import NothingToUndo, NumberStays, OverriddenSince
from models.fields import Value, defaults_of
from models.history.changes import Change
from models.history.fold import REMOVED
from models.history.journal import Deed, Journal
from models.records import BY_KIND, Certificate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set


class Undoable:
    """The steps of this program's run that can be taken back, the last first."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, str, Mapping[str, Set[str]]]] = []
        self._cancelled: set[str] = set()
        """Steps undone before, and the ones that undid them: as if they had never been."""

    @property
    def action(self) -> str:
        """The action code of what Undo would take back; empty when there is nothing."""
        return self._steps[-1][1] if self._steps else ""

    @property
    def written(self) -> "Mapping[str, Set[str]]":
        """What that step wrote: kind of record -> ids."""
        return self._steps[-1][2] if self._steps else {}

    def add(self, step: str, action: str, written: "Mapping[str, Set[str]]") -> None:
        self._steps.append((step, action, written))

    def forget(self) -> None:
        """What was done so far stays; Undo begins anew."""
        self._steps.clear()

    def write_opposite(self, journal: Journal, deed: Deed) -> None:
        """
        :raises NothingToUndo: when there is none
        :raises OverriddenSince, NumberStays: as they say
        """
        if not self._steps:
            raise NothingToUndo()
        _undo_step(journal, deed, self._steps[-1][0], self._cancelled)

    def drop_last(self, undoing: str) -> str:
        """After its opposite is on the disk; the action code."""
        step, action, _ = self._steps.pop()
        self._cancelled.update((step, undoing))
        return action


def _undo_step(journal: Journal, deed: Deed, undone: str, cancelled: set[str]) -> None:
    """Write the opposite of step ``undone``.

    :raises OverriddenSince: when somebody has changed the same field since
    :raises NumberStays: when the step issued a certificate
    """
    changes = journal.changes.of_step(undone)
    if any(change.kind == Certificate.KIND and "number" in change.sets for change in changes):
        raise NumberStays()  # it may be on paper already, and a number is never given twice
    for kind, record_id in dict.fromkeys((change.kind, change.record) for change in reversed(changes)):
        ours = [change for change in changes if (change.kind, change.record) == (kind, record_id)]
        _undo_record(journal, deed, ours, cancelled)


def _undo_record(journal: Journal, deed: Deed, ours: "Sequence[Change]", cancelled: set[str]) -> None:
    kind, record_id = ours[0].kind, ours[0].record
    known = journal.changes.of_record(kind, record_id)
    view = journal.view_of(known)
    void = {change.id for change in known if change.step in cancelled} | {change.id for change in ours}
    touched = {name for change in ours for name in change.sets}
    began = next(place for place, change in enumerate(known) if change.step == ours[0].step)
    before = [change for change in known[:began] if change.id not in void]
    watched = touched if before else set(view.heads)  # what the step made goes whole: nobody may have touched it
    for name in watched:
        if not set(view.ids(name)) <= void:
            raise OverriddenSince(kind=kind, field=name)
    sets: dict[str, Value] = {REMOVED: True}
    if before:
        old = defaults_of(BY_KIND[kind]) | journal.view_of(before).values
        sets = {name: old[name] for name in touched}
    journal.write(deed, kind, record_id, sets, known, view)
