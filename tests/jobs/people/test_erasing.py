"""Erasure on request: what goes, what stays counted, what is answered; and everything on file, handed over."""

import base64
import json
import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from jobs.attendance.signatures import photos, sign, signatures, take_photo
from jobs.certificates.afterwards import note_printed
from jobs.certificates.printing import print_certificates
from jobs.desk.registering import mark, register, walk_in
from jobs.papers.printing import print_paper
from jobs.people import directory, editing, erasing, on_file
from jobs.trainings.own_questions import answer
from models import checks, opening
from models.errors import NothingToPrint, NothingToUndo, RecordErased, UnknownFormat
from models.people.proposals import confirmed
from models.records import CustomField, Participant
from models.records.codes import ErasureState, MarkState, Sex
from models.texts import Text
from models.training import roster
from resources.words import LANGUAGES, words_for
from tests import decrypted
from tests.ink import lines_of

TODAY = date(2015, 9, 17)
NAME, PHONE = "Karwan Ahmed Omar", "+9647501234567"


@pytest.fixture
def karwan(store, training) -> Participant:
    """Somebody with everything that can be known of a person, and a certificate."""
    person = confirmed(walk_in(NAME))
    enrolment = register(store, person, training.id, "s0")
    for field, value in (("phone", PHONE), ("sex", Sex.MALE), ("birth_year", 1980)):
        editing.edit_participant(store, person.id, field, value)
    editing.edit_enrolment(store, enrolment.id, "position", "Director of Waterworks")
    with store.step() as step:
        step.add(CustomField(id="q", programme_id="p1", label=Text(en="Diet")))
    answer(store, enrolment.id, "q", "Vegetarian")
    found = roster.load(store, training.id)
    mark(store, [(found.attendees[0], session.id, MarkState.PRESENT) for session in found.sessions])
    return store.participants.get(person.id)


def everything_stored(store) -> str:
    """All rows of all tables, as text."""
    tables = [row[0] for row in store.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return "\n".join(str(store.connection.execute(f"SELECT * FROM {name}").fetchall()) for name in tables)


def erased(store, person: Participant):
    return erasing.erase(store, erasing.note_request(store, person.id, TODAY), TODAY)


def test_a_name_is_nowhere_in_the_register_after_its_erasure(store, training, karwan, tmp_path):
    print_certificates(store, training.id, tmp_path / "c.pdf")
    for secret in (NAME, "Karwan", PHONE, "Waterworks", "Vegetarian", "1980"):
        assert secret in everything_stored(store)
    erased(store, karwan)
    kept = everything_stored(store)
    for secret in (NAME, "Karwan", PHONE, "7501234567", "Waterworks", "Vegetarian", "کاروان"):
        assert secret not in kept
    assert not re.search(r"(?<![0-9a-f])1980(?![0-9a-f])", kept), "not within a digest, where any digits may stand"
    assert not directory.search(store, "karwan", 10, "en")
    assert not directory.newest(store, 10)
    assert [problem for problem in checks.check(store) if not problem.kind.is_advice] == []


@pytest.fixture
def face(tmp_path) -> Path:
    Image.effect_noise((300, 400), 90).save(tmp_path / "face.png")
    return tmp_path / "face.png"


def test_a_photograph_and_a_signature_leave_no_trace_in_the_files(store, training, karwan, face):
    take_photo(store, karwan.id, face)
    first = photos(store, [karwan.id])[karwan.id]
    Image.effect_noise((200, 300), 90).save(face)
    take_photo(store, karwan.id, face)
    enrolment = roster.load(store, training.id).attendees[0].enrolment
    sign(store, enrolment.id, [[(10 * x, (x * 37) % 400) for x in range(90)]], TODAY)
    ink = store.blobs.content(store.signatures.all()[0].strokes)
    traces = [
        first[2_000:2_040],
        photos(store, [karwan.id])[karwan.id][2_000:2_040],
        ink[:40],
        b"Director of Waterworks",
    ]
    there = decrypted.content(store)
    assert all(trace in there for trace in traces)
    erased(store, karwan)
    left = decrypted.content(store)
    assert not [trace for trace in traces if trace in left]
    assert b"CREATE TABLE blobs" in left, "read with the right key"
    assert (photos(store, [karwan.id]), signatures(store, [enrolment.id])) == ({}, {})
    assert [one for one in checks.check(store) if not one.kind.is_advice] == []


def test_the_same_photograph_of_two_people_goes_with_the_second(store, training, karwan, face):
    twin = confirmed(walk_in("Karwan Ahmad Omar"))
    register(store, twin, training.id, "")
    for one in (karwan, twin):
        take_photo(store, one.id, face)
    png = photos(store, [twin.id])[twin.id]
    erased(store, karwan)
    assert photos(store, [karwan.id, twin.id]) == {twin.id: png}
    erased(store, twin)
    assert store.connection.execute("SELECT count(*) FROM blobs").fetchone() == (0,)


def test_a_counted_row_without_a_name_and_the_number_stay(store, training, karwan, tmp_path):
    number = print_certificates(store, training.id, tmp_path / "c.pdf").certificates[0].number
    erased(store, karwan)
    (one,) = roster.load(store, training.id).participants
    assert (one.participant.sex, one.participant.name, one.verdict.attended) == (Sex.MALE, "—", 4)
    assert one.certificate is not None
    assert one.certificate.number == number
    print_paper(store, training.id, "report", tmp_path / "report.pdf", words_for("en"))
    print_paper(store, training.id, "sheet", tmp_path / "sheet.pdf", words_for("ar"))


def test_the_certificate_of_an_erased_person_is_not_printed_blank(store, training, karwan, tmp_path):
    print_certificates(store, training.id, tmp_path / "c.pdf")
    erased(store, karwan)
    with pytest.raises(NothingToPrint):
        print_certificates(store, training.id, tmp_path / "again.pdf")


def test_nothing_brings_an_erased_name_back(store, training, karwan):
    request = erasing.note_request(store, karwan.id, TODAY)
    erasing.erase(store, request, TODAY)
    with pytest.raises(NothingToUndo):
        store.undo()
    with pytest.raises(RecordErased):
        editing.edit_participant(store, karwan.id, "name_latin", NAME)


def test_another_laptop_erases_too_and_loses_nothing_else(store, training, karwan, tmp_path):
    with opening.create(tmp_path / "other")[0] as other:
        other.receive(store.changes())
        erased(store, karwan)
        editing.edit_participant(other, karwan.id, "email", "karwan@example.org")
        other.receive(store.changes())
        store.receive(other.changes())
        for one in (store, other):
            assert NAME not in everything_stored(one)
            assert "karwan@example.org" not in everything_stored(one)
            assert roster.load(one, training.id).participants[0].verdict.attended == 4


def test_both_entries_of_one_person_are_erased(store, training, karwan):
    from jobs.people.joining import join

    twin = confirmed(walk_in("Karwan A. Omar"))
    register(store, twin, training.id, "")
    join(store, karwan.id, twin.id, {})
    erased(store, twin)
    assert "Karwan" not in everything_stored(store)


def test_asking_twice_is_asking_once_and_a_refusal_says_why(store, karwan):
    first = erasing.note_request(store, karwan.id, TODAY)
    assert erasing.note_request(store, karwan.id, TODAY).id == first.id
    (waiting,) = erasing.open_requests(store)
    assert (waiting.participant.name, waiting.trainings) == (NAME, 1)
    erasing.refuse(store, first, "The donor's audit is not over.", TODAY)
    assert erasing.count_open(store) == 0
    refused = store.erasure_requests.get(first.id)
    assert refused.state is ErasureState.REFUSED
    content = erasing.answer(store, refused, words_for("en"))
    assert "audit" in str(content)
    assert store.participants.get(karwan.id).name == NAME


def test_the_answer_lists_what_remains_where_and_until_when(store, training, karwan, tmp_path):
    print_certificates(store, training.id, tmp_path / "c.pdf")
    note_printed(store, store.certificates.all(), TODAY)
    print_paper(store, training.id, "sheet", tmp_path / "s.pdf", words_for("en"), recipient="Ministry of Planning")
    store.safekeeping.backup()
    done = erased(store, karwan)
    rows = "\n".join(
        " | ".join(row) for row in erasing.remains_rows(erasing.remains(store, karwan.id), words_for("en"))
    )
    assert "given to Ministry of Planning | Attendance sheet" in rows
    assert erasing.remains(store, karwan.id).certificates[0].number in rows
    assert "1 backup since" in rows
    assert "must delete" in rows
    assert NAME not in rows
    assert done.decided_on == TODAY


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_a_page_without_a_name(store, training, karwan, tmp_path, language):
    done = erased(store, karwan)
    erasing.save_answer(store, done, tmp_path / "answer.pdf", words_for(language))
    document = pypdfium2.PdfDocument(tmp_path / "answer.pdf")
    assert len(document) == 1
    assert any(erasing.reference(done) in line for line in lines_of(document[0]))
    assert "Karwan" not in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_on_file_is_handed_over_to_read(store, training, karwan, tmp_path, language):
    on_file.save_about(store, karwan.id, tmp_path / "all.pdf", words_for(language))
    on_file.save_about(store, karwan.id, tmp_path / "all.docx", words_for(language))
    text = pypdfium2.PdfDocument(tmp_path / "all.pdf")[0].get_textpage().get_text_range()
    assert "Karwan" in text
    assert "7501234567" in text
    assert (tmp_path / "all.docx").stat().st_size > 10_000


def test_everything_on_file_is_handed_over_as_data(store, training, karwan, face, tmp_path):
    take_photo(store, karwan.id, face)
    on_file.save_about(store, karwan.id, tmp_path / "all.json", words_for("en"))
    data = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert data["participants"][0]["phone"] == PHONE
    assert len(data["marks"]) == 4
    assert data["custom_answers"][0]["answer"] == "Vegetarian"
    kind, _, content = data["photos"][0]["image"].partition(",")
    assert (kind, base64.b64decode(content)) == ("data:image/png;base64", photos(store, [karwan.id])[karwan.id])
    with pytest.raises(UnknownFormat):
        on_file.save_about(store, karwan.id, tmp_path / "all.exe", words_for("en"))
    assert not (tmp_path / "all.exe").exists()
