"""A training and its programme, begun and changed."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from jobs.trainings.agenda import sessions_on
from models.certificates.numbers import pattern_of
from models.errors import EndsBeforeStart
from models.fields import with_value
from models.ids import new_id
from models.records import Programme, Training
from models.store import Store


def new_training(store: Store, day: date) -> Training:
    """An empty training in the programme used last, or in a new one, with two sessions on its first day."""
    with store.step("plan") as step:
        programme = _programme_used_last(store)
        if programme is None:
            issuers = store.issuers.all()
            programme = Programme(id=new_id(), issuer_id=issuers[-1].id if issuers else "")
            step.put(programme)
        codes = {one.code for one in store.trainings.all()}
        stem = f"T-{day:%Y-%m}"
        code = next(name for n in count(1) if (name := stem if n == 1 else f"{stem}-{n}") not in codes)
        training = Training(id=new_id(), programme_id=programme.id, code=code, start=day, end=day)
        step.put(training, *sessions_on(training.id, day, ()))
    return training


def _programme_used_last(store: Store) -> Programme | None:
    trainings = store.trainings.all()
    return store.programmes.find(trainings[-1].programme_id) if trainings else None


def edit_training(store: Store, training_id: str, name: str, value: Any) -> None:
    """Moving the first day beyond the last moves the last along.

    :raises EndsBeforeStart: when the last day would come before the first; nothing is changed
    """
    training = store.trainings.get(training_id)
    changed = with_value(training, name, value)
    if name == "start" and value and training.end and value > training.end:
        length = training.end - training.start if training.start else timedelta(0)
        changed = replace(changed, end=value + length)
    elif name == "end" and value and training.start and value < training.start:
        raise EndsBeforeStart(start=training.start.isoformat(), end=value.isoformat())
    with store.step("plan") as step:
        step.put(changed)


def edit_programme(store: Store, programme_id: str, name: str, value: Any) -> None:
    """
    :raises NumberPatternInvalid: when a pattern makes no numbers; nothing is changed
    """
    if name == "number_pattern" and value:
        pattern_of(value)
    with store.step("plan") as step:
        step.put(with_value(store.programmes.get(programme_id), name, value))
