"""A computer whose date lies before the last change is said to be wrong when the records are opened."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobs.wrong_date import wrong_date
from models import opening, wall_clock
from models.records import Training
from resources.words import words_for

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Changed last at ``NOW``."""
    made, _ = opening.create(tmp_path / "register", wall=lambda: NOW)
    with made, made.step() as step:
        step.add(Training(id="t", code="T"))
    return tmp_path / "register"


def said_at(monkeypatch, records: Path, moment: datetime) -> str:
    monkeypatch.setattr(wall_clock, "utc_now", lambda: moment)
    with opening.open_register(records, wall=lambda: moment) as opened:
        return wrong_date(opened, words_for("en"))


def test_a_battery_that_died_is_told(monkeypatch, records: Path):
    said = said_at(monkeypatch, records, datetime(2019, 1, 1, tzinfo=UTC))
    assert "1 January 2019" in said
    assert "25 November 2026" in said


def test_yesterday_is_told_and_an_hour_back_is_not(monkeypatch, records: Path):
    assert said_at(monkeypatch, records, NOW - timedelta(days=1))
    assert not said_at(monkeypatch, records, NOW - timedelta(hours=1))
    assert not said_at(monkeypatch, records, NOW + timedelta(days=400))


def test_new_records_have_no_last_change(tmp_path: Path):
    made, _ = opening.create(tmp_path / "new")
    with made:
        assert not wrong_date(made, words_for("en"))


def test_records_that_were_copied_know_it_too(monkeypatch, records: Path, tmp_path: Path):
    copied = records.rename(tmp_path / "elsewhere")
    assert said_at(monkeypatch, copied, datetime(2019, 1, 1, tzinfo=UTC))
