"""The clock of the history: always forward, and not led astray by a wrong one elsewhere."""

from datetime import UTC, datetime, timedelta

from models.history.clock import is_credible, next_reading, reading

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_reading_is_milliseconds_and_room_for_a_counter():
    assert reading(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)) == 1_000 << 10
    assert reading(NOW) == 1_767_225_600_000 << 10


def test_it_goes_forward_also_when_the_wall_clock_goes_back():
    assert next_reading(0, NOW) == reading(NOW)
    assert next_reading(reading(NOW), NOW) == reading(NOW) + 1
    assert next_reading(reading(NOW) + 5, NOW - timedelta(days=1)) == reading(NOW) + 6


def test_a_clock_more_than_two_days_ahead_is_not_followed():
    assert is_credible(reading(NOW + timedelta(hours=48)), NOW)
    assert not is_credible(reading(NOW + timedelta(hours=48)) + 1, NOW)
