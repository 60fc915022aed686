"""What a laptop with a newer version, or somebody hostile, may send."""

from datetime import UTC, datetime

from models.fields import Value
from models.history.changes import Change, Replaces, Sets, Verb, sealed
from models.history.clock import reading
from models.history.fold import fold
from models.history.journal import SCHEMA
from models.store import Store

_DEVICE = "a newer version"


def say(store: Store, kind: str, record: str, **sets: Value) -> Change:
    """A change from elsewhere that replaces what is current here; it is received, and nobody checked its values."""
    view = fold(store.history(record))
    return _received(store, kind, record, sets, {name: ids for name in sets if (ids := view.ids(name))})


def say_beside(store: Store, kind: str, record: str, **sets: Value) -> Change:
    """The same from a laptop that saw nothing of what is current here."""
    return _received(store, kind, record, sets, {})


def _received(store: Store, kind: str, record: str, sets: Sets, replaces: Replaces) -> Change:
    now = datetime.now(UTC)
    change = sealed(
        Change(
            id="",
            step=f"step {now.timestamp()}",
            device=_DEVICE,
            seq=sum(one.device == _DEVICE for one in store.changes()) + 1,
            clock=reading(now),
            wall=now.isoformat(timespec="milliseconds"),
            who="Head office",
            verb=Verb.SET,
            kind=kind,
            record=record,
            schema=SCHEMA,
            sets=sets,
            replaces=replaces,
            salt="",
            digest="",
        )
    )
    assert store.receive([change]).new == 1
    return change
