"""The sessions of a training: days added and copied, sessions removed, moved and shifted."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from models.errors import TimesBeyondTheDay
from models.ids import new_id
from models.records import Session, Training
from models.step import Step
from models.store import Store
from models.times import minute_of_day, of_minute
from models.training.roster import sessions_of
from resources.words.calendar import WEEKEND

_USUAL_HOURS = (("09:00", "12:00"), ("13:00", "16:00"))


def add_day(store: Store, training_id: str) -> list[Session]:
    """One more day after the last, with the same hours; the training ends then at the earliest.

    Friday and Saturday are left out unless the training is held on one of them already.
    """
    with store.step("plan") as step:
        known = sessions_of(store, training_id)
        training = store.trainings.get(training_id)
        days = [one.day for one in known if one.day]
        day = _next_day(days) if days else training.start or training.end
        if day is None:
            return []
        pattern = tuple(one for one in known if days and one.day == max(days))
        added = sessions_on(training_id, day, pattern)
        _add_sessions(step, training, day, added)
    return added


def copy_day(store: Store, training_id: str, session_id: str) -> list[Session]:
    """The day of a session once more after the last, with its topics and trainers; the training grows with it."""
    with store.step("plan") as step:
        known = sessions_of(store, training_id)
        day = store.sessions.still(session_id).day
        days = [one.day for one in known if one.day]
        if day is None or not days:
            return []
        new_day = _next_day(days)
        added = [replace(one, id=new_id(), day=new_day) for one in known if one.day == day and not one.cancelled]
        _add_sessions(step, store.trainings.get(training_id), new_day, added)
    return added


def _add_sessions(step: Step, training: Training, day: date, added: list[Session]) -> None:
    """And the training does not end before them."""
    step.add(*added)
    if training.end is None or training.end < day:
        step.change(Training, training.id, {"end": day})


def _next_day(days: list[date]) -> date:
    day = max(days) + timedelta(days=1)
    if not any(one.weekday() in WEEKEND for one in days):
        while day.weekday() in WEEKEND:
            day += timedelta(days=1)
    return day


def sessions_on(training_id: str, day: date, pattern: tuple[Session, ...]) -> list[Session]:
    """Sessions of one day, at the hours of the pattern or, without one, in the morning and the afternoon."""
    hours = tuple((one.start, one.end) for one in pattern) or _USUAL_HOURS
    return [Session(id=new_id(), training_id=training_id, day=day, start=start, end=end) for start, end in hours]


def remove_session(store: Store, session_id: str) -> None:
    """Undo brings it back, and with it its marks.

    :raises RecordMissing: when somebody else has removed it
    """
    with store.step("plan") as step:
        store.sessions.still(session_id)
        step.change(Session, session_id, {"removed": True})


def move_session(store: Store, training_id: str, session_id: str, place: int) -> None:
    """Put a session at another place of the agenda; days and times stay, whoever stood there moves along.

    Marks belong to the session and go with it.

    :param place: from 0, among all sessions of the training
    :raises RecordMissing: when somebody else has removed it
    """
    with store.step("plan") as step:
        held = list(sessions_of(store, training_id))
        slots = [(one.day, one.start, one.end) for one in held]
        moved = store.sessions.still(session_id)
        held.remove(moved)
        held.insert(max(0, min(place, len(held))), moved)
        for one, (day, start, end) in zip(held, slots, strict=True):
            step.change(Session, one.id, {"day": day, "start": start, "end": end})


def shift_times(store: Store, training_id: str, minutes: int) -> int:
    """Begin and end all sessions earlier or later, as in Ramadan; how many were moved. Undo takes it back.

    A session of the night goes on to the next day where it then begins after midnight, and back.

    :raises TimesBeyondTheDay: when one by day would begin on another; nothing is changed
    """
    with store.step("plan") as step:
        moved = [one for one in sessions_of(store, training_id) if one.start or one.end]
        for one in moved:
            step.change(Session, one.id, _shifted(one, minutes))
    return len(moved)


def _shifted(one: Session, minutes: int) -> dict[str, Any]:
    """Its times, and the day on which it then begins."""
    days, start = _later(one.start, minutes) if one.start else (0, "")
    ends, end = _later(one.end, minutes) if one.end else (0, "")
    if not one.start:
        days = ends
    is_by_night = one.is_past_midnight or (bool(start and end) and end < start)
    if days and (one.day is None or not is_by_night):
        raise TimesBeyondTheDay(time=one.start or one.end)
    return {"start": start, "end": end, "day": one.day + timedelta(days=days) if one.day else None}


def _later(time: str, minutes: int) -> tuple[int, str]:
    return of_minute(minute_of_day(time) + minutes)
