"""A training that follows another."""

from dataclasses import replace
from datetime import date, timedelta

from models.ids import new_id
from models.records import Training
from models.store import Store
from models.training.roster import sessions_of


def add_follow_up(store: Store, training_id: str, start: date) -> Training:
    """A new training with the same programme, titles, sessions, rule and papers, and nobody in it yet."""
    with store.step("plan") as step:
        old = store.trainings.get(training_id)
        by = start - old.start if old.start else timedelta(0)
        codes = {one.code for one in store.trainings.all()}
        code = next(name for n in range(2, 1000) if (name := f"{old.code}-{n}") not in codes)
        new = replace(
            old,
            id=new_id(),
            code=code,
            start=start,
            end=old.end + by if old.end else None,
            headcount_women=None,
            headcount_men=None,
            published_participants=None,
            published_note="",
        )
        sessions = [
            replace(
                one,
                id=new_id(),
                training_id=new.id,
                day=one.day + by if one.day else None,
                cancelled=False,
                trainer_ids=(),
            )
            for one in sessions_of(store, training_id)
        ]
        step.add(new, *sessions)
    return new
