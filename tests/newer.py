"""What a laptop with a newer version, or somebody hostile, may send."""

from datetime import UTC, datetime

from models.fields import Value
from models.history.changes import Change, Replaces, Sets, completed
from models.history.clock import reading
from models.history.device_keys import DeviceKey
from models.store import Store

_DEVICE = DeviceKey(bytes(32)).device


def say(store: Store, kind: str, record: str, **sets: Value) -> Change:
    """A change from elsewhere that replaces what is current here; it is received, and nobody checked its values."""
    view = store.view(kind, record)
    return _received(store, kind, record, sets, {name: ids for name in sets if (ids := view.ids(name))})


def say_beside(store: Store, kind: str, record: str, **sets: Value) -> Change:
    """The same from a laptop that saw nothing of what is current here."""
    return _received(store, kind, record, sets, {})


def _received(store: Store, kind: str, record: str, sets: Sets, replaces: Replaces) -> Change:
    now = datetime.now(UTC)
    change = completed(
        Change(
            id="",
            step=f"step {now.timestamp()}",
            device=_DEVICE,
            seq=sum(one.device == _DEVICE for one in store.changes()) + 1,
            clock=reading(now),
            wall=now.isoformat(timespec="milliseconds"),
            kind=kind,
            record=record,
            sets=sets,
            replaces=replaces,
        )
    )
    assert store.receive([change]).new == 1
    return change
