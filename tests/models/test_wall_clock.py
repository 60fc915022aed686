"""A day is a day somewhere: at the training, or at this desk."""

import time
from datetime import UTC, date, datetime
from datetime import time as clock

import pytest

from models import wall_clock

JUST_AFTER_MIDNIGHT_IN_BAGHDAD = datetime(2025, 11, 4, 21, 30, tzinfo=UTC)


@pytest.fixture
def _after_midnight(monkeypatch):
    monkeypatch.setattr(wall_clock, "utc_now", lambda: JUST_AFTER_MIDNIGHT_IN_BAGHDAD)
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


pytestmark = pytest.mark.usefixtures("_after_midnight")


def test_today_at_a_training_is_the_date_there():
    assert wall_clock.today_at("Asia/Baghdad") == date(2025, 11, 5)
    assert f"{wall_clock.now_at('Asia/Baghdad'):%H:%M}" == "00:30"


def test_what_belongs_to_no_training_has_the_date_of_this_computer():
    assert wall_clock.today_here() == date(2025, 11, 4)


@pytest.mark.parametrize("zone", ["", "Asia/Nowhere", "/etc/passwd"])
def test_a_zone_that_nobody_knows_is_that_of_this_computer(zone: str):
    assert f"{wall_clock.now_at(zone):%H:%M}" == "16:30"
    assert wall_clock.moment_at(zone, date(2025, 11, 4), clock(16, 30)) == JUST_AFTER_MIDNIGHT_IN_BAGHDAD


def test_a_moment_is_where_the_clock_at_the_training_shows_it():
    assert wall_clock.moment_at("Asia/Baghdad", date(2025, 11, 5), clock(0, 30)) == JUST_AFTER_MIDNIGHT_IN_BAGHDAD
