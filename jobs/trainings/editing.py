"""A training and its programme, begun and changed."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from jobs.trainings.agenda import sessions_on
from models.certificates.numbers import pattern_of
from models.errors import EndsBeforeStart
from models.ids import new_id
from models.records import Programme, Signatory, Training
from models.store import Store


def new_training(store: Store, day: date) -> Training:
    """An empty training in the programme used last, or in a new one, with two sessions on its first day."""
    with store.step("plan") as step:
        programme = _programme_used_last(store)
        if programme is None:
            issuers = store.issuers.all()
            programme = Programme(id=new_id(), issuer_id=issuers[-1].id if issuers else "")
            step.add(programme)
        codes = {one.code for one in store.trainings.all()}
        stem = f"T-{day:%Y-%m}"
        code = next(name for n in count(1) if (name := stem if n == 1 else f"{stem}-{n}") not in codes)
        training = Training(id=new_id(), programme_id=programme.id, code=code, start=day, end=day)
        step.add(training, *sessions_on(training.id, day, ()))
    return training


def _programme_used_last(store: Store) -> Programme | None:
    trainings = store.trainings.all()
    return store.programmes.find(trainings[-1].programme_id) if trainings else None


def edit_training(store: Store, training_id: str, name: str, value: Any) -> None:
    """Moving the first day beyond the last moves the last along.

    :raises EndsBeforeStart: when the last day would come before the first; nothing is changed
    """
    with store.step("plan") as step:
        training = store.trainings.get(training_id)
        changes = {name: value}
        if name == "start" and value and training.end and value > training.end:
            length = training.end - training.start if training.start else timedelta(0)
            changes["end"] = value + length
        elif name == "end" and value and training.start and value < training.start:
            raise EndsBeforeStart(start=training.start.isoformat(), end=value.isoformat())
        step.change(Training, training_id, changes)


def edit_programme(store: Store, programme_id: str, name: str, value: Any) -> None:
    """
    :raises NumberPatternInvalid: when a pattern makes no numbers; nothing is changed
    """
    if name == "number_pattern" and value:
        pattern_of(value)
    with store.step("plan") as step:
        step.change(Programme, programme_id, {name: value})


def begin_programme(store: Store, training_id: str) -> Programme:
    """A new programme, to which the training belongs from now on."""
    made = Programme(id=new_id())
    with store.step("plan") as step:
        step.add(made)
        step.change(Training, training_id, {"programme_id": made.id})
    return made


def add_signatory(store: Store, training_id: str) -> Signatory:
    """One more person who signs, last."""
    with store.step("plan") as step:
        training = store.trainings.get(training_id)
        programme = store.programmes.find(training.programme_id)
        made = Signatory(id=new_id(), issuer_id=programme.issuer_id if programme else "")
        step.add(made)
        step.change(Training, training_id, {"signatory_ids": (*training.signatory_ids, made.id)})
    return made


def remove_signatory(store: Store, training_id: str, signatory_id: str) -> None:
    """This person does not sign for this training; for others they may."""
    with store.step("plan") as step:
        left = tuple(one for one in store.trainings.get(training_id).signatory_ids if one != signatory_id)
        step.change(Training, training_id, {"signatory_ids": left})
