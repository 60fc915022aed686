"""What happens just after midnight has the date of the training, whatever UTC says."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from jobs.attendance.scans import attach_letter
from jobs.certificates import afterwards, issuing
from jobs.certificates.printing import print_certificates
from jobs.desk.registering import register, walk_in
from jobs.papers.printing import papers_of, print_paper
from jobs.people.editing import edit_enrolment
from models import wall_clock
from models.records import AttendanceMark, Nomination, Training
from models.records.codes import Consent, MarkState
from models.records.enrolments import mark_id
from models.store import Store
from models.training import roster
from resources.words import words_for
from tests.conftest import SAMPLE

MIDNIGHT_IN_BAGHDAD = datetime(2025, 11, 4, 21, 30, tzinfo=UTC)
TODAY = date(2025, 11, 5)


@pytest.fixture(autouse=True)
def _after_midnight(monkeypatch):
    monkeypatch.setattr(wall_clock, "utc_now", lambda: MIDNIGHT_IN_BAGHDAD)


@pytest.fixture
def enrolment(store: Store, training: Training):
    made = register(store, walk_in("Maryam Nabil"), training.id, "")
    with store.step() as step:
        for session in ("s0", "s1", "s2"):
            own = mark_id(made.id, session)
            step.add(AttendanceMark(id=own, enrolment_id=made.id, session_id=session, state=MarkState.PRESENT))
    return made


def test_a_certificate_printed_at_half_past_midnight_is_dated_today(store, training, enrolment, tmp_path: Path):
    print_certificates(store, training.id, tmp_path / "certificates.pdf")
    (made,) = store.certificates.all()
    assert (made.issued_on, made.printed_on) == (TODAY, TODAY)
    afterwards.revoke(store, made.id, "wrong name")
    assert store.certificates.get(made.id).ended_on == TODAY
    assert {one.made_on for one in store.signing_keys.all()} <= {wall_clock.today_here()}


def test_a_paper_and_a_consent_of_the_night_have_its_date(store, training, enrolment, tmp_path: Path):
    print_paper(store, training.id, "sheet", tmp_path / "sheet.pdf", words_for("en"))
    assert [one.printed_on for one in papers_of(store, training.id)] == [TODAY]
    edit_enrolment(store, enrolment.id, "consent_photo", Consent.YES)
    assert store.enrolments.get(enrolment.id).consent_on == TODAY


def test_a_letter_that_came_in_the_night_has_its_date(store, training):
    with store.step() as step:
        step.add(Nomination(id="n", training_id=training.id))
    assert attach_letter(store, "n", SAMPLE / "logo.png").added_on == TODAY


def test_a_training_elsewhere_has_the_date_of_there(store, training, enrolment):
    with store.step() as step:
        step.change(Training, training.id, {"zone": "America/New_York"})
    (made,) = issuing.prepare(store, roster.load(store, training.id), wall_clock.today_at("America/New_York"))
    assert afterwards.void(store, made.id, "").ended_on == date(2025, 11, 4)
