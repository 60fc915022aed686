"""People of whom 4,000 have two entries: finding them and counting them, against a register in which nobody has."""

import statistics
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import Figure, interleaved, seconds
from benchmarks.people import enrolled, person
from jobs.people import directory
from models import opening
from models.records import SamePerson, Training
from models.records.codes import Sameness
from models.records.devices import same_person_id
from models.store import Store
from models.training.tallies import people_per_training

_JOINED = 4_000
_TYPED = ("k", "ka", "karwan", "layla om", "0750", "zai a", "rebin mus")
_SHOWN, _ROUNDS = 200, 15


def _fill(store: Store) -> list[str]:
    training = Training(id="t", code="T")
    people = [person(number) for number in range(2 * _JOINED)]
    with store.step() as step:
        step.add(training, *people, *(enrolled(one, training) for one in people))
    return [one.id for one in people]


def _join(store: Store, ids: list[str]) -> None:
    pairs = zip(ids[:_JOINED], ids[_JOINED:], strict=True)
    with store.step() as step:
        for one, two in pairs:
            link = SamePerson(id=same_person_id(one, two), first_id=one, second_id=two, answer=Sameness.SAME)
            step.add(link)


def _search(store: Store) -> None:
    for text in _TYPED:
        directory.search(store, text, _SHOWN, "en")


def run() -> list[Figure]:
    with (
        tempfile.TemporaryDirectory() as scratch,
        opening.create(Path(scratch) / "joined")[0] as joined,
        opening.create(Path(scratch) / "single")[0] as single,
    ):
        _join(joined, _fill(joined))
        _fill(single)
        searching = interleaved(partial(_search, joined), partial(_search, single), _ROUNDS)
        counting = statistics.median(seconds(partial(people_per_training, joined)) for _ in range(_ROUNDS))
    return [
        Figure("letters typed in People, 4,000 joined : nobody joined", searching, 2.5),
        Figure("people counted per training, 4,000 joined : 100 ms", counting / 0.1, 1.0),
    ]
