"""An institution of 3,000 people is renamed, and they are found by its new name as quickly as by the one before."""

import statistics
import tempfile
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path

from benchmarks import Figure, interleaved, seconds
from benchmarks.people import enrolled, person
from models import opening
from models.records import Institution, Training
from models.store import Store
from models.texts import Text

_PEOPLE, _ROUNDS = 3_000, 20
_NAMES = cycle(("Directorate of Roads", "Directorate of Bridges"))
_TYPED = ("d", "di", "directorate", "karwan dir", "k", "layla om")


def _fill(store: Store) -> None:
    training = Training(id="t", code="T")
    people = [person(number) for number in range(_PEOPLE)]
    with store.step() as step:
        step.add(Institution(id="i", name=Text(en="Directorate of Water")), training, *people)
        step.add(*(replace(enrolled(one, training), institution_id="i") for one in people))


def _rename(store: Store) -> None:
    with store.step("edit") as step:
        step.change(Institution, "i", {"name": Text(en=next(_NAMES))})


def _search(store: Store) -> None:
    for text in _TYPED:
        store.people.find(text)


def run() -> list[Figure]:
    with (
        tempfile.TemporaryDirectory() as scratch,
        opening.create(Path(scratch) / "renamed")[0] as renamed,
        opening.create(Path(scratch) / "as_it_was")[0] as as_it_was,
    ):
        for store in (renamed, as_it_was):
            _fill(store)
        renaming = statistics.median(seconds(partial(_rename, renamed)) for _ in range(_ROUNDS))
        searching = interleaved(partial(_search, renamed), partial(_search, as_it_was), _ROUNDS)
    return [
        Figure("an institution of 3,000 people renamed : 50 ms", renaming / 0.05, 1.0),
        Figure("letters typed where it was renamed : where it was not", searching, 1.2),
    ]
