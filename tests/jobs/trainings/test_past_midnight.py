"""Sessions that end after midnight, and times that sort as they should."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from jobs.desk.finding import session_now, training_day
from jobs.papers.kinds import Material
from jobs.papers.reception import calendar_event
from jobs.trainings.agenda import shift_times
from jobs.trainings.calendar_file import save_calendar
from jobs.trainings.training_file import add_training
from models import errors
from models.records import Session, Training
from models.store import Store
from models.training import roster
from resources.words import words_for

DAY = date(2015, 9, 14)


@pytest.fixture
def night(store: Store, training: Training) -> Session:
    """On the last evening, from 23:30 to 01:30."""
    made = Session(id="night", training_id=training.id, day=DAY, start="23:30", end="01:30")
    with store.step() as step:
        step.add(made)
    return made


def test_it_lasts_two_hours(night: Session):
    assert night.minutes == 120
    assert (night.begins, night.finishes) == (datetime(2015, 9, 14, 23, 30), datetime(2015, 9, 15, 1, 30))


@pytest.mark.parametrize(("clock", "chosen"), [((14, 23, 0), "night"), ((15, 0, 15), "night"), ((15, 1, 30), "night")])
def test_the_desk_that_opens_after_midnight_chooses_it(store, training, night, clock, chosen: str):
    found = session_now(roster.load(store, training.id), datetime(2015, 9, *clock))
    assert found is not None
    assert found.id == chosen


def test_the_day_is_not_over_before_it_is(store, training, night):
    found = roster.load(store, training.id)
    assert training_day(found, datetime(2015, 9, 15, 0, 15)) == DAY
    assert training_day(found, datetime(2015, 9, 15, 2, 0)) == date(2015, 9, 15)


def test_calendars_end_it_after_it_begins(store, training, night, tmp_path: Path):
    save_calendar(store, training.id, tmp_path / "t.ics", words_for("en"))
    lines = (tmp_path / "t.ics").read_text().splitlines()
    begins = [line[8:] for line in lines if line.startswith("DTSTART:")]
    ends = [line[6:] for line in lines if line.startswith("DTEND:")]
    assert (begins[-1], ends[-1]) == ("20150914T203000Z", "20150914T223000Z")
    assert all(begin < end for begin, end in zip(begins, ends, strict=True))
    found = roster.load(store, training.id)
    event = calendar_event(Material(store=store, found=found, words=words_for("en"), code="", today=DAY))
    assert "DTEND:20150914T223000Z" in event


@pytest.mark.parametrize(
    ("minutes", "day", "start", "end"),
    [(-60, 14, "22:30", "00:30"), (-120, 14, "21:30", "23:30"), (60, 15, "00:30", "02:30")],
)
def test_shifting_all_times_shifts_it(store, training, night, minutes, day, start, end):
    assert shift_times(store, training.id, minutes) == 5
    moved = store.sessions.get("night")
    assert (moved.day, moved.start, moved.end) == (date(2015, 9, day), start, end)
    assert store.sessions.get("s0").day == date(2015, 9, 13)
    store.undo()
    assert store.sessions.get("night") == night


def test_a_session_by_day_is_not_thrown_into_the_night(store, training, night):
    with pytest.raises(errors.TimesBeyondTheDay):
        shift_times(store, training.id, 15 * 60)
    assert store.sessions.get("night") == night


def test_times_of_a_training_file_are_kept_so_that_they_sort(store, tmp_path: Path):
    file = tmp_path / "training.json"
    sessions = [{"day": "2015-09-13", "start": "10:00", "end": "٢:٣٠ م"}, {"day": "2015-09-13", "start": "9:00"}]
    file.write_text(json.dumps({"training": {"code": "T-9"}, "sessions": sessions}))
    held = roster.sessions_of(store, add_training(store, file).id)
    assert [(one.start, one.end) for one in held] == [("09:00", ""), ("10:00", "14:30")]


def test_a_time_of_a_training_file_that_is_none_is_named(store, tmp_path: Path):
    file = tmp_path / "training.json"
    file.write_text(json.dumps({"training": {"code": "T-9"}, "sessions": [{}, {"start": "in the morning"}]}))
    with pytest.raises(errors.TrainingFileInvalid) as found:
        add_training(store, file)
    assert found.value.values["where"] == "sessions.1.start"


def test_no_way_into_the_records_takes_a_time_that_would_sort_wrong(store, training):
    with pytest.raises((TypeError, ValueError)), store.step() as step:
        step.change(Session, "s0", {"start": "9:00"})
    with pytest.raises((TypeError, ValueError)), store.step() as step:
        step.add(Session(id="x", training_id=training.id, start="9:00"))
