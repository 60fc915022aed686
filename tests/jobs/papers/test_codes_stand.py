"""Codes and numbers stand from left to right in every language: a part of one is never exchanged with another."""

from datetime import date

import pypdfium2
import pytest

from jobs.certificates.printing import gather
from jobs.papers.printing import preview_paper
from jobs.papers.registry import KINDS
from jobs.papers.reports import ReportOptions
from jobs.people import erasing, on_file
from models import errors
from models.ids import new_id
from models.records import Enrolment, Institution, Nomination, PaymentRate, Programme, Training
from models.texts import Text
from models.training import roster
from resources.words import words_for
from tests.ink import lines_of
from tests.jobs.certificates.test_issuing import attend

TRAINING, CONTRACT, LETTER = "15-315258", "7D/418203E1", "9F 602114A7"
PARTS = {"315258": TRAINING, "418203": CONTRACT, "602114": LETTER.replace(" ", "")}
IDS = ("0C315258", "315258C0", "12AB34CD", "0E000001", "99999999")


@pytest.fixture
def person(store, training):
    found, enrolment = attend(store, training, "كاروان احمد عمر", 4)
    texts = Text(ar="وزارة الصحة", ckb="وەزارەتی تەندروستی")
    with store.step() as step:
        step.add(Institution(id="i1", name=texts))
        step.add(PaymentRate(id=new_id(), training_id="t1", per_day="25000"))
        step.add(
            Nomination(id=new_id(), training_id="t1", institution_id="i1", number=LETTER, letter_date=date(2015, 9, 1))
        )
        step.change(Enrolment, enrolment.id, {"institution_id": "i1"})
        step.change(Training, "t1", {"code": TRAINING, "title": texts})
        step.change(Programme, "p1", {"contract_number": CONTRACT, "title": texts})
    return found


def assert_whole(pdf: bytes) -> int:
    """Wherever a part of a code stands, the whole stands; how often it does."""
    seen = 0
    for page in pypdfium2.PdfDocument(pdf):
        for line in lines_of(page):
            for part, code in PARTS.items():
                assert line.count(part) == line.count(code), line
                seen += line.count(code)
    return seen


@pytest.mark.parametrize("language", ["ar", "ckb"])
def test_on_every_document(store, person, language: str):
    numbered = assert_whole(gather(store, "t1").pdf())
    assert numbered
    found = roster.load(store, "t1")
    for kind in KINDS:
        options = ReportOptions(with_people=True) if kind.key == "report" else None
        try:
            numbered += assert_whole(preview_paper(store, found, kind.key, words_for(language), options))
        except errors.NothingToPrint:
            continue
    assert numbered > 6


@pytest.mark.parametrize("language", ["ar", "ckb"])
@pytest.mark.parametrize("key", ["register", "collection"])
def test_the_number_of_a_certificate_on_lists(store, person, key: str, language: str):
    (one,) = gather(store, "t1").certificates
    (page,) = pypdfium2.PdfDocument(preview_paper(store, roster.load(store, "t1"), key, words_for(language)))
    lines = lines_of(page)
    assert [line for line in lines if one.number in line], lines


@pytest.mark.parametrize("language", ["ar", "ckb"])
def test_on_what_is_on_file(store, person, tmp_path, language: str):
    gather(store, "t1")
    on_file.save_about(store, person.id, tmp_path / "a.pdf", words_for(language))
    assert assert_whole((tmp_path / "a.pdf").read_bytes())


@pytest.mark.parametrize("language", ["en", "ar", "ckb"])
@pytest.mark.parametrize("own", IDS)
def test_on_the_answer_to_a_request(store, person, tmp_path, monkeypatch, own: str, language: str):
    monkeypatch.setattr(erasing, "new_id", lambda: f"{new_id()[:-8]}{own.casefold()}")
    done = erasing.erase(store, erasing.note_request(store, person.id, date(2015, 9, 17)), date(2015, 9, 17))
    assert erasing.reference(done) == own
    erasing.save_answer(store, done, tmp_path / "a.pdf", words_for(language))
    lines = lines_of(pypdfium2.PdfDocument(tmp_path / "a.pdf")[0])
    assert [line for line in lines if own in line]
