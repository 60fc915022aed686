"""Registration against the machine's own durable append; search against the same SQL; growth."""

import os
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import Figure, interleaved, seconds
from jobs.desk.registering import register
from models import opening
from models.ids import new_id
from models.people.expressions import match_expression
from models.people.search import FIND_SQL
from models.records import Participant, Session, Training
from models.store import Store

_FIRST = ("Karwan", "Layla", "Hiwa", "Ahmed", "Sara", "Omar", "Zainab", "Rebin", "Chnar", "Mustafa", "Nasrin", "Azad")
_QUERIES = ("k", "ka", "kar", "karw", "layla om", "0750", "zai a", "reb", "mus 77", "sara")
_REGISTRATIONS, _SEARCHES, _MORE = 300, 20, 10_000
_LARGE = 100_000


def _person(number: int) -> Participant:
    parts = [_FIRST[number // step % len(_FIRST)] for step in (1, 12, 144)]
    return Participant(id=new_id(), name_latin=f"{' '.join(parts)} {number}", phone=f"+96475{number:08}")


def _fill(store: Store, first: int, count: int) -> None:
    with store.step() as step:
        for number in range(first, first + count):
            step.add(_person(number))


def _register(store: Store, number: int) -> None:
    register(store, _person(number), "t", "s")


def _append(file: int) -> None:
    os.write(file, b"x" * 4096)
    os.fdatasync(file) if hasattr(os, "fdatasync") else os.fsync(file)


def _registrations(store: Store, first: int) -> float:
    found = [seconds(partial(_register, store, number)) for number in range(first, first + _REGISTRATIONS)]
    return statistics.median(found)


def _searches(store: Store) -> float:
    return statistics.median(seconds(partial(store.people.find, query)) for _ in range(_SEARCHES) for query in _QUERIES)


def _appending(file: int) -> Callable[[], None]:
    return partial(_append, file)


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        store, _ = opening.create(Path(folder) / "r")
        with store, (Path(folder) / "append").open("wb") as file:
            with store.step() as step:
                step.add(Training(id="t", code="T"), Session(id="s", training_id="t"))
            _fill(store, 0, _LARGE - _MORE)
            counter = iter(range(1_000_000, 2_000_000))
            append = _appending(file.fileno())
            durable = interleaved(lambda: _register(store, next(counter)), append, _REGISTRATIONS)
            registering, searching = _registrations(store, 3_000_000), _searches(store)
            _fill(store, _LARGE - _MORE, _MORE)
            growth = (_registrations(store, 4_000_000) / registering, _searches(store) / searching)
            search = _worst_search(store)
    return [
        Figure("a durable registration : 4 KiB append + fdatasync", durable, 8.0),
        Figure("search among 100,000, p99 : the same SQL", search, 2.0),
        Figure("registration among 100,000 people : among 90,000", growth[0], 1.2),
        Figure("search among 100,000 people : among 90,000", growth[1], 1.2),
    ]


def _worst_search(store: Store) -> float:
    """The ratio of 99th percentiles, both run in turns."""
    sql = FIND_SQL.format(columns=store.participants.columns)
    ours, peer = [], []
    for _ in range(_SEARCHES):
        for query in _QUERIES:
            expression = match_expression(query)
            ours.append(seconds(partial(store.people.find, query)))
            peer.append(seconds(partial(_same_sql, store, sql, expression)))
    return statistics.quantiles(ours, n=100)[98] / statistics.quantiles(peer, n=100)[98]


def _same_sql(store: Store, sql: str, expression: str) -> None:
    store.connection.execute(sql, (expression, 50)).fetchall()
