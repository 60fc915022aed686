"""A training and its programme, begun and changed."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from jobs.trainings.agenda import sessions_on
from jobs.trainings.issuer import issuer_of
from models.certificates.numbers import pattern_of
from models.errors import EndsBeforeStart
from models.ids import new_id
from models.records import Programme, Session, Signatory, Training
from models.store import Store
from models.training.outside import outside
from models.training.roster import sessions_of


def new_training(store: Store, day: date) -> Training:
    """An empty training in the programme used last, or in a new one, with two sessions on its first day."""
    with store.step("plan") as step:
        programme = _programme_used_last(store)
        if programme is None:
            programme = Programme(id=new_id(), issuer_id=issuer_of(store).id)
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


def edit_training(
    store: Store, training_id: str, name: str, value: Any, *, sessions_by: timedelta = timedelta(0)
) -> None:
    """Moving the first day beyond the last moves the last along.

    :param sessions_by: what ``left_behind`` said, where the sessions move along in the same step
    :raises EndsBeforeStart: when the last day would come before the first; nothing is changed
    """
    with store.step("plan") as step:
        training = store.trainings.get(training_id)
        step.change(Training, training_id, _changes(training, name, value, is_whole=bool(sessions_by)))
        for one in sessions_of(store, training_id) if sessions_by else ():
            if one.day:
                step.change(Session, one.id, {"day": one.day + sessions_by})


def left_behind(store: Store, training_id: str, name: str, value: Any) -> timedelta:
    """By how much the sessions would move along with a day of the training; nothing where all stay within its days.

    :raises EndsBeforeStart: as ``edit_training``
    """
    training = store.trainings.get(training_id)
    if name not in {"start", "end"} or not value:
        return timedelta(0)
    new = replace(training, **_changes(training, name, value))
    lost = outside(new, sessions_of(store, training_id))
    if not lost or new.start is None:
        return timedelta(0)
    first = training.start if name == "start" else None
    days = [one.day for one in sessions_of(store, training_id) if one.day]
    return new.start - (first or min(days))


def _changes(training: Training, name: str, value: Any, *, is_whole: bool = False) -> dict[str, Any]:
    """
    :param is_whole: the training is as long as before
    :raises EndsBeforeStart: as ``edit_training``
    """
    changes = {name: value}
    if name == "start" and value and training.end and (is_whole or value > training.end):
        changes["end"] = value + (training.end - training.start if training.start else timedelta(0))
    elif name == "end" and value and training.start and value < training.start:
        raise EndsBeforeStart(start=training.start.isoformat(), end=value.isoformat())
    return changes


def edit_programme(store: Store, programme_id: str, name: str, value: Any) -> None:
    """
    :raises NumberPatternInvalid: when a pattern makes no numbers; nothing is changed
    """
    if name == "number_pattern" and value:
        pattern_of(value)
    with store.step("plan") as step:
        step.change(Programme, programme_id, {name: value})


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
