"""Certificates: earned by the rule, numbered once, printed right."""

from datetime import date

import pypdfium2
import pytest
import zxingcpp

from jobs.certificates.issuing import prepare
from jobs.certificates.printing import gather, print_certificates
from jobs.desk.registering import mark, register, walk_in
from jobs.papers.printing import print_paper
from models import errors
from models.people.proposals import confirmed
from models.records import Participant, Programme, Rule, Score, Session
from models.records.codes import MarkState, Role, ScoreKind
from models.records.enrolments import score_id
from models.storage.files import whole_file
from models.training import roster
from resources.words import LANGUAGES, words_for


def put_marks(store, training, enrolment, states: dict[str, MarkState]) -> None:
    attendee = roster.load(store, training.id).attendee(enrolment.id)
    mark(store, [(attendee, session, state) for session, state in states.items()])


def attend(store, training, name: str, sessions: int, role: Role = Role.PARTICIPANT):
    person = confirmed(walk_in(name))
    enrolment = register(store, person, training.id, "", role=role)
    put_marks(store, training, enrolment, {f"s{n}": MarkState.PRESENT for n in range(sessions)})
    return person, enrolment


def test_the_rule_decides_and_reprinting_issues_nothing_new(store, training, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 3)
    attend(store, training, "Sara Azad Ali", 2)
    attend(store, training, "Observer Without Count", 4, Role.OBSERVER)
    first = print_certificates(store, training.id, tmp_path / "a.pdf").certificates
    again = print_certificates(store, training.id, tmp_path / "b.pdf").certificates
    assert [one.number for one in first] == [one.number for one in again] == [f"T-1-{store.device().letter}-001"]
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    with pytest.raises(errors.NumberStays):
        store.undo()


def test_one_reading_of_the_roster_and_the_batch_is_what_is_on_file(store, training, monkeypatch):
    corrected, _ = attend(store, training, "Karwan Ahmed Omar", 4)
    gather(store, training.id)
    attend(store, training, "Sara Azad Ali", 4)
    with store.step() as step:
        step.change(Participant, corrected.id, {"name_latin": "Karwan Ahmad Omar"})
    readings, load = [], roster.load
    monkeypatch.setattr(roster, "load", lambda *asked: readings.append(asked) or load(*asked))
    batch = gather(store, training.id)
    assert len(readings) == 1
    assert [one.name_latin for one in batch.certificates] == ["Karwan Ahmad Omar", "Sara Azad Ali"]
    assert list(batch.certificates) == sorted(store.certificates.all(), key=lambda one: one.number)


def test_unmarked_is_not_absent_and_a_cancelled_session_leaves_the_total(store, training):
    attend(store, training, "Karwan Ahmed Omar", 2)
    (one,) = roster.load(store, training.id).participants
    assert (one.verdict.earned, one.verdict.unmarked, one.verdict.held) == (False, 2, 4)
    with store.step() as step:
        for n in (2, 3):
            step.change(Session, f"s{n}", {"cancelled": True})
    (one,) = roster.load(store, training.id).participants
    assert (one.verdict.earned, one.verdict.held, one.verdict.standings[0].needed) == (True, 2, 2)


def test_late_counts_and_leave_only_if_the_rule_says_so(store, training):
    _, enrolment = attend(store, training, "Karwan Ahmed Omar", 1)
    put_marks(store, training, enrolment, {"s1": MarkState.LATE, "s2": MarkState.EXCUSED})
    assert not roster.load(store, training.id).participants[0].verdict.earned
    with store.step() as step:
        step.change(Programme, "p1", {"rules": (Rule("sessions_or_leave", 3),)})
    assert roster.load(store, training.id).participants[0].verdict.earned


def test_a_test_result_may_be_part_of_the_rule(store, training):
    _, enrolment = attend(store, training, "Karwan Ahmed Omar", 4)
    with store.step() as step:
        step.change(Programme, "p1", {"rules": (Rule("sessions", 3), Rule("score", 60))})
    assert not roster.load(store, training.id).participants[0].verdict.earned
    for points, earned in ((59, False), (60, True)):
        with store.step() as step:
            own_id = score_id(enrolment.id, ScoreKind.POST)
            step.change(Score, own_id, {"enrolment_id": enrolment.id, "kind": ScoreKind.POST, "points": points})
        assert roster.load(store, training.id).participants[0].verdict.earned is earned


def test_the_page_carries_both_names_number_and_a_readable_code(store, training, tmp_path):
    person, _ = attend(store, training, "Karwan Ahmed Omar", 4)
    (issued,) = print_certificates(store, training.id, tmp_path / "c.pdf").certificates
    document = pypdfium2.PdfDocument(tmp_path / "c.pdf")
    text = document[0].get_textpage().get_text_range()
    image = document[0].render(scale=300 / 72).to_pil().convert("L")
    document.close()
    for wanted in (person.name_latin, issued.number, "Certificate of Attendance", "12 hours"):
        assert wanted in text
    assert [one.text for one in zxingcpp.read_barcodes(image)] == [issued.proof]
    assert issued.proof.startswith("TC1:")


def test_an_unconfirmed_form_is_not_printed(store, training):
    person = walk_in("شوان زيرك هوكر")
    enrolment = register(store, person, training.id, "s0")
    put_marks(store, training, enrolment, {f"s{n}": MarkState.PRESENT for n in range(4)})
    (issued,) = prepare(store, roster.load(store, training.id), date(2015, 9, 16))
    assert (issued.name_latin, issued.name_arabic) == ("", "شوان زيرك هوكر")


def test_nobody_and_odd_names(store, training, tmp_path):
    with pytest.raises(errors.NothingToPrint):
        print_certificates(store, training.id, tmp_path / "c.pdf")
    for name in ("A" * 120, "Karwan " * 17, "بَرنامَجٌ مُهِمٌّ جِدًّا", "ئه‌حمه‌د علی", "أحمد Ahmed ١٢٣"):
        attend(store, training, name, 4)
    assert len(print_certificates(store, training.id, tmp_path / "c.pdf").certificates) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_in_every_language_have_one_page_set_per_day(store, training, tmp_path, language: str):
    for number in range(30):
        attend(store, training, f"Karwan Ahmed Omar {number}", 0)
    attend(store, training, "Faris Akram Latif", 0, Role.TRAINER)
    words = words_for(language)
    print_paper(store, training.id, "sheet", tmp_path / "s.pdf", words)
    print_paper(store, training.id, "names", tmp_path / "n.pdf", words)
    document = pypdfium2.PdfDocument(tmp_path / "s.pdf")
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(texts) == 6
    assert sum("Faris Akram Latif" in text or "فارس" in text for text in texts) == 2
    if language == "en":
        assert "Page 3 of 3" in texts[2]
        assert "13 September 2015" in texts[0]


def test_a_training_without_sessions_prints_no_sheet(store, training, tmp_path):
    with store.step() as step:
        for n in range(4):
            step.change(Session, f"s{n}", {"removed": True})
    with pytest.raises(errors.NothingToPrint):
        print_paper(store, training.id, "sheet", tmp_path / "s.pdf", words_for("en"))


def test_a_full_disk_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def fail() -> None:
        with whole_file(target) as part:
            part.write_bytes(b"half")
            raise OSError(28, "No space left on device")

    with pytest.raises(errors.DiskFull):
        fail()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
