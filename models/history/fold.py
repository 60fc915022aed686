"""What a set of changes says about one record. Pure: the order of arrival does not matter.

docs/change-format.md, "Folding".
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from models.fields import Value
from models.history.canonical import canonical
from models.history.changes import Change, Verb, without

REMOVED = "removed"

Counts = Callable[[Change], bool]
"""Whether a change has any effect: decisions need the signature of somebody who may decide."""


@dataclass(frozen=True, slots=True)
class View:
    """One record as its history tells it."""

    values: dict[str, Value]
    heads: dict[str, tuple[Change, ...]]
    """Per field the changes that nobody replaced, the one shown first at the front."""
    erased: frozenset[str] = frozenset()
    """The fields that were taken away for good."""
    is_away: bool = False
    """Known here and held elsewhere: what is here of it is not the whole."""

    def ids(self, field: str) -> tuple[str, ...]:
        return tuple(sorted(change.id for change in self.heads.get(field, ())))

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The fields with more than one distinct current value."""
        return tuple(sorted(field for field, heads in self.heads.items() if _is_conflict(field, heads)))

    def answers(self, field: str) -> dict[bytes, Change]:
        """Each distinct current value, as bytes, with the change that says it; the one shown at the front."""
        found: dict[bytes, Change] = {}
        for head in self.heads.get(field, ()):
            found.setdefault(canonical(said_by(head, field)), head)
        return found


def everything(_: Change) -> bool:
    return True


def fold(changes: Iterable[Change], counts: Counts = everything) -> View:
    """The view of one record.

    :param changes: all known changes of that record, in any order, each once
    """
    counted = tuple(change for change in changes if counts(change))
    if len(counted) == 1 and counted[0].verb == Verb.SET:  # most records, and all that is received at first
        (only,) = counted
        return View(dict(only.sets), dict.fromkeys(only.sets, counted), is_away=not only.is_here)
    erased = erased_fields(counted)
    writers = tuple(without(change, erased) for change in counted if change.verb == Verb.SET)
    heads = current_heads(writers)
    _keep_edited_records(heads)
    values = {field: shown_value(field, found) for field, found in heads.items()}
    return View(values, heads, erased, is_away=not all(change.is_here for change in counted))


def erased_fields(changes: Iterable[Change]) -> frozenset[str]:
    return frozenset(name for change in changes if change.verb == Verb.ERASE for name in change.sets)


def current_heads(changes: tuple[Change, ...]) -> dict[str, tuple[Change, ...]]:
    """Per field the changes that set it and that no other setter of it names as replaced."""
    replaced: set[tuple[str, str]] = set()
    for change in changes:
        for field in change.sets:
            replaced.update((field, old) for old in change.replaces.get(field, ()))
    heads: dict[str, list[Change]] = {}
    for change in changes:
        for field in change.sets:
            if (field, change.id) not in replaced:
                heads.setdefault(field, []).append(change)
    return {field: tuple(sorted(found, key=rank, reverse=True)) for field, found in heads.items()}


def rank(change: Change) -> tuple[int, str, str]:
    return change.order


def shown_value(field: str, heads: tuple[Change, ...]) -> Value:
    return said_by(heads[0], field)


def _is_conflict(field: str, heads: tuple[Change, ...]) -> bool:
    return len({canonical(said_by(head, field)) for head in heads}) > 1


def said_by(head: Change, field: str) -> Value:
    """Of an edit that stands beside a removal: that the record stays."""
    return head.sets.get(field, False)


def _keep_edited_records(heads: dict[str, tuple[Change, ...]]) -> None:
    """A removal that did not see an edit leaves the record visible, with both as answers.

    A removal names, under every field, the changes that it saw; an edit of a removed record
    names the removal. An edit that neither saw is listed beside the removal.
    """
    removals = [change for change in heads.get(REMOVED, ()) if change.sets[REMOVED] is True]
    if not removals:
        return
    unseen = {
        edit.id: edit
        for field, found in heads.items()
        if field != REMOVED
        for edit in found
        if any(is_unseen(edit, field, removal) for removal in removals)
    }
    if unseen:
        edits = sorted(unseen.values(), key=rank, reverse=True)
        heads[REMOVED] = (*edits, *heads[REMOVED])


def is_unseen(edit: Change, field: str, removal: Change) -> bool:
    return (
        edit.id != removal.id
        and edit.id not in removal.replaces.get(field, ())
        and removal.id not in edit.replaces.get(REMOVED, ())
    )
