"""One letter that no font draws stops nobody else: who is left out is named before any number is given."""

from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from jobs.certificates.left_out import left_out_words
from jobs.certificates.printing import print_certificates, print_one_by_one
from jobs.papers.printing import preview_paper, print_paper
from jobs.papers.reports import ReportOptions
from main import cli
from models import errors
from models.records import Enrolment, Institution, Participant, Training
from models.store import Store
from models.texts import Text
from models.training import roster
from resources.words import words_for
from tests.jobs.certificates.test_issuing import attend

ODD = {"emoji": "Layla 😀 Saman", "hebrew": "Layla א Saman", "chinese": "Layla 漢 Saman"}
EN = words_for("en")


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


@pytest.mark.parametrize("name", ODD.values(), ids=ODD)
def test_the_others_get_their_certificates_and_the_one_gets_no_number(store: Store, training, tmp_path, name: str):
    for other in ("Karwan Ahmed Omar", "Sara Azad Ali"):
        attend(store, training, other, 4)
    attend(store, training, name, 4)
    printed = print_certificates(store, training.id, tmp_path / "c.pdf")
    assert [one.name_latin for one in printed.certificates] == ["Karwan Ahmed Omar", "Sara Azad Ali"]
    assert [one.number[-3:] for one in store.certificates.all()] == ["001", "002"]
    (line,) = left_out_words(printed.left_out, EN)
    assert name in line
    assert f"({chr(0x2068)}{name[6]}" in line


def test_a_name_of_a_thousand_letters_is_left_out_and_shown_short(store: Store, training, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 4)
    person, _ = attend(store, training, "Sara", 4)
    with store.step() as step:
        step.change(Participant, person.id, {"name_latin": "S" * 1_000})
    printed = print_one_by_one(store, training.id, tmp_path / "each")
    assert [one.name_latin for one in printed.certificates] == ["Karwan Ahmed Omar"]
    (line,) = left_out_words(printed.left_out, EN)
    assert "too long" in line
    assert len(line) < 300


def test_with_nobody_left_nothing_is_numbered_and_the_person_is_named(store: Store, training, tmp_path):
    attend(store, training, ODD["chinese"], 4)
    with pytest.raises(errors.NobodyPrintable) as found:
        print_certificates(store, training.id, tmp_path / "c.pdf")
    assert "Layla 漢 Saman" in found.value.values["people"]
    assert store.certificates.all() == []
    assert list(tmp_path.glob("*.p*")) == []


def test_a_letter_in_what_all_share_is_told_before_any_number_is_given(store: Store, training, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 4)
    with store.step() as step:
        step.change(Training, training.id, {"title": Text(en="Training 😀")})
    with pytest.raises(errors.MissingGlyph):
        print_certificates(store, training.id, tmp_path / "c.pdf")
    assert store.certificates.all() == []


@pytest.mark.parametrize("key", ["sheet", "names", "participants", "badges", "signs", "attestations", "overview"])
def test_every_paper_of_many_people_prints_the_others(store: Store, training, tmp_path, key: str):
    attend(store, training, "Karwan Ahmed Omar", 4)
    attend(store, training, ODD["hebrew"], 4)
    outcome = print_paper(store, training.id, key, tmp_path / "p.pdf", EN)
    assert [(one.person.name_latin, one.letter) for one in outcome.left_out] == [(ODD["hebrew"], "א")]
    text = text_of(tmp_path / "p.pdf")
    assert "Karwan" in text
    assert "Layla" not in text


def test_a_letter_to_an_institution_with_such_a_name_keeps_nobody_else_waiting(store: Store, training, tmp_path):
    own = [Institution(id=f"i{n}", name=Text(en=name)) for n, name in enumerate(("Ministry", "Office 😀"))]
    enrolments = [attend(store, training, name, 4)[1] for name in ("Karwan Ahmed Omar", "Sara Azad Ali")]
    with store.step() as step:
        step.add(*own)
        for one, enrolment in zip(own, enrolments, strict=True):
            step.change(Enrolment, enrolment.id, {"institution_id": one.id})
    outcome = print_paper(store, training.id, "confirmations", tmp_path / "p.pdf", EN)
    assert [one.person.name_latin for one in outcome.left_out] == ["Sara Azad Ali"]
    assert "Karwan" in text_of(tmp_path / "p.pdf")


def test_a_report_goes_on_counting_who_cannot_be_printed(store: Store, training):
    attend(store, training, "Karwan Ahmed Omar", 4)
    before = preview_paper(store, roster.load(store, training.id), "report", EN, ReportOptions(with_people=True))
    attend(store, training, ODD["emoji"], 4)
    after = preview_paper(store, roster.load(store, training.id), "report", EN, ReportOptions(with_people=True))
    texts = [
        " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(one)) for one in (before, after)
    ]
    assert "Layla \ufffd Saman" in texts[1]
    assert "2" in texts[1].split("participants")[0].split()[-1]
    assert "1" in texts[0].split("participants")[0].split()[-1]


def test_the_commands_name_the_person_and_end_with_one(store: Store, training, tmp_path):
    attend(store, training, "Karwan Ahmed Omar", 4)
    attend(store, training, ODD["emoji"], 4)
    store.close()
    for asked in (("certificates", "T-1"), ("sheet", "T-1")):
        command = [*("--register", str(store.folder)), *asked, "-o", str(tmp_path / f"{asked[0]}.pdf")]
        result = CliRunner().invoke(cli, command)
        assert result.exit_code == 1
        assert ODD["emoji"] in result.output
        assert (tmp_path / f"{asked[0]}.pdf").exists()
