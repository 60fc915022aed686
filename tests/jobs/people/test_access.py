"""The paper for somebody who asks what is on file: derived from the declarations, so that nothing is left out."""

import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from jobs.attendance.signatures import sign, take_photo
from jobs.certificates.printing import gather
from jobs.people import on_file
from models.content import Table
from models.fields import Record, Use, fields_of
from models.records import ALL, CustomAnswer, CustomField, Participant, SamePerson, Score
from models.records.codes import Consent, NameLanguage, Sameness, ScoreKind, Sex
from models.records.custom import custom_answer_id
from models.records.devices import same_person_id
from models.records.enrolments import score_id
from models.texts import Text
from resources.words import LANGUAGES, words_for
from resources.words.codes import code_word
from tests.jobs.certificates.test_issuing import attend

NOT_ABOUT_PEOPLE_TRAINED = {"workers"}
SHOWN: dict[type, str] = {Sex: "sex", Consent: "consent", NameLanguage: "name_language"}


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def value_for(field) -> object:
    """A value of the field's kind that stands out on the page."""
    kind = field.annotation
    if kind is str:
        return "a@b.org" if field.name == "email" else f"Q{field.name.replace('_', '')}Q"
    if kind is bool:
        return True
    if kind in {int, int | None}:
        return 73
    if kind == date | None:
        return date(2015, 9, 14)
    return list(kind)[1]


def shown(field, value: object, words) -> str:
    if isinstance(value, bool):
        return words.say("yes")
    if isinstance(value, date):
        return words.date(value)
    return code_word(words, SHOWN[type(value)], value) if type(value) in SHOWN else str(value)


@pytest.fixture
def everything(store, training, tmp_path):
    """Somebody of whom every field is filled that is declared to be about a person."""
    person, enrolment = attend(store, training, "Karwan Ahmed Omar", 4)
    gather(store, training.id)
    (certificate,) = store.certificates.all()
    with store.step() as step:
        step.add(CustomField(id="q", programme_id="p1", label=Text(en="Diet")))
        step.add(CustomAnswer(id=custom_answer_id(enrolment.id, "q"), enrolment_id=enrolment.id, field_id="q"))
        step.add(Score(id=score_id(enrolment.id, ScoreKind.POST), enrolment_id=enrolment.id, kind=ScoreKind.POST))
    own = [person, enrolment, certificate, *store.custom_answers.all(), *store.scores.all()]
    said: list[tuple[Record, object, object]] = []
    with store.step() as step:
        for one in own:
            for field in fields_of(type(one), Use.PERSONAL | Use.ACCESS):
                value = value_for(field)
                said.append((one, field, value))
                step.change(type(one), one.id, {field.name: value})
    sign(store, enrolment.id, [[(100, 100), (500, 300)]], date(2015, 9, 14))
    Image.new("RGB", (90, 120), "#123456").save(tmp_path / "face.png")
    take_photo(store, person.id, tmp_path / "face.png")
    return person, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_is_declared_to_be_about_a_person_is_on_it(store, everything, tmp_path, language: str):
    person, said = everything
    words = words_for(language)
    on_file.save_about(store, person.id, tmp_path / "a.docx", words)
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        text = parts.read("word/document.xml").decode()
    missing = [f"{one.KIND}.{field.name}" for one, field, value in said if shown(field, value, words) not in text]
    assert missing == []


def test_on_paper_too_with_photograph_and_signature(store, everything, tmp_path):
    person, _ = everything
    on_file.save_about(store, person.id, tmp_path / "a.pdf", words_for("en"))
    text = text_of(tmp_path / "a.pdf")
    for name in ("fourthlatin", "position", "note", "answer", "proof", "reason"):
        assert f"Q{name}Q" in text
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    images = [one for page in document for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    assert len(images) == 2


def test_every_kind_of_record_with_such_a_field_is_asked(store, everything):
    person, _ = everything
    asked = {name for name, found in on_file.related(store, person.id).items() if found}
    personal = {one.TABLE for one in ALL if fields_of(one, Use.PERSONAL)}
    assert personal - NOT_ABOUT_PEOPLE_TRAINED <= asked


def test_a_result_of_nothing_is_said(store, training, tmp_path):
    person, enrolment = attend(store, training, "Karwan Ahmed Omar", 4)
    with store.step() as step:
        own = score_id(enrolment.id, ScoreKind.PRE)
        step.add(Score(id=own, enrolment_id=enrolment.id, kind=ScoreKind.PRE, points=0))
    parts = on_file.content_about(store, person.id, words_for("en")).parts
    rows = [row for part in parts if isinstance(part, Table) for row in part.rows]
    assert ["Training", "Test before the training", "\u20660\u2069"] in [list(row) for row in rows]


def test_what_two_entries_say_differently_is_told_twice(store, training, tmp_path):
    first, _ = attend(store, training, "Karwan Ahmed Omar", 4)
    other = Participant(id="other", name_latin="Karwan Ahmed Omar", phone="+9647701234567")
    with store.step() as step:
        step.add(other)
        step.change(Participant, first.id, {"phone": "+9647501234567"})
        link = same_person_id(first.id, other.id)
        step.add(SamePerson(id=link, first_id=first.id, second_id=other.id, answer=Sameness.SAME))
    on_file.save_about(store, first.id, tmp_path / "a.pdf", words_for("en"))
    text = text_of(tmp_path / "a.pdf")
    assert "7501234567" in text
    assert "7701234567" in text
