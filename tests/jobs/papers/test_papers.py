"""Everything a training has on paper: in every language, right in what it says, and remembered."""

import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from jobs import demo
from jobs.desk.registering import mark
from jobs.papers.badges import BadgeFormat, BadgeOptions, formats
from jobs.papers.kinds import PersonColumn
from jobs.papers.letters import AttestationOptions, ConfirmationOptions
from jobs.papers.lists import ListOptions
from jobs.papers.options import described, dump_options, load_options, read_options
from jobs.papers.payments import changed_since
from jobs.papers.printing import papers_of, preview_paper, print_paper
from jobs.papers.registry import KINDS
from jobs.papers.reports import ReportOptions
from jobs.papers.sheets import SheetOptions, SheetSpan
from models import errors, opening
from models.badges import badge_number, is_badge_number
from models.ids import new_id
from models.money import amount, rounded
from models.paper import Orientation
from models.records import AgreedStep, Enrolment, Institution, Nomination, Participant, PaymentRate, Training
from models.records.codes import MarkState
from models.store import Store
from models.texts import Text
from models.training import roster
from resources.words import LANGUAGES, words_for
from tests.conftest import tool
from tests.jobs.certificates.test_issuing import attend

EN = words_for("en")


@pytest.fixture(scope="module")
def erbil(tmp_path_factory: pytest.TempPathFactory):
    """The Erbil training after its last day, with rates, a letter, a step and targets."""
    folder = tmp_path_factory.mktemp("erbil")
    demo.run(folder, lambda text: None)
    with opening.open_register(folder / demo.REGISTER_NAME) as opened:
        training = opened.trainings.all()[0]
        institution = next(one for one in opened.institutions.all() if one.name["en"] == "Ministry of Health")
        with opened.step() as step:
            step.add(
                PaymentRate(id=new_id(), training_id=training.id, per_day="75000", transport="25000"),
                PaymentRate(id=new_id(), training_id=training.id, origin="IQG06", per_day="75000", transport="60000"),
                Nomination(
                    id=new_id(),
                    training_id=training.id,
                    institution_id=institution.id,
                    number="MoH/77",
                    letter_date=date(2015, 9, 1),
                ),
                AgreedStep(id=new_id(), training_id=training.id, text="Draft the procedure", due=date(2015, 12, 1)),
            )
            step.change(
                Training,
                training.id,
                {
                    "target_participants": 40,
                    "target_women": 15,
                    "published_participants": 29,
                    "published_note": "The published report says 29 + 6.",
                },
            )
        yield opened


@pytest.fixture
def training_id(erbil: Store) -> str:
    return erbil.trainings.all()[0].id


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def text_of(store: Store, training_id: str, key: str, options=None, language: str = "en") -> str:
    return " ".join(pages(preview_paper(store, roster.load(store, training_id), key, words_for(language), options)))


# All of them


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_in_every_language(erbil, training_id, kind, language: str, tmp_path: Path):
    words = words_for(language)
    paper = print_paper(
        erbil, training_id, kind.key, tmp_path / "a.pdf", words, recipient="Finance", purpose="audit"
    ).paper
    first = (tmp_path / "a.pdf").read_bytes()
    assert pages(first)[0]
    assert f"/Lang ({'en' if language == 'en' else language}".encode() in first
    assert b"/Title" in first
    assert erbil.papers.get(paper.id).recipient == "Finance"
    assert papers_of(erbil, training_id)[0].id == paper.id
    width = pypdfium2.PdfDocument(first)[0].get_width()
    for page in pypdfium2.PdfDocument(first):
        found = page.get_textpage()
        boxes = [found.get_charbox(place) for place in range(found.count_chars())]
        assert all(box[0] > 0 and box[2] < width for box in boxes if box[2] > box[0]), "nothing over the edge"


@pytest.mark.parametrize("key", ["agenda", "confirmations", "attestations", "report"])
@pytest.mark.parametrize("language", ["ar", "ckb"])
def test_no_latin_comma_stands_in_arabic_script(erbil, training_id, key: str, language: str):
    text = text_of(erbil, training_id, key, language=language)
    assert "،" in text
    assert "," not in text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_files_are_sound_and_hold_each_font_once(erbil, training_id, kind, tmp_path: Path):
    made = preview_paper(erbil, roster.load(erbil, training_id), kind.key, words_for("ckb"))
    (tmp_path / "a.pdf").write_bytes(made)
    subprocess.run([tool("qpdf"), "--check", tmp_path / "a.pdf"], capture_output=True, check=True)
    fonts = re.findall(rb"/FontName /[A-Z]{6}\+([\w-]+)", made)
    assert len(fonts) == len(set(fonts))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_equal_input_gives_equal_bytes(erbil, training_id, kind):
    assert preview_paper(erbil, roster.load(erbil, training_id), kind.key, EN) == preview_paper(
        erbil, roster.load(erbil, training_id), kind.key, EN
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_training_without_anybody_prints_nothing_wrong(store: Store, training: Training, kind, tmp_path: Path):
    try:
        print_paper(store, training.id, kind.key, tmp_path / "a.pdf", EN)
    except errors.NothingToPrint:
        assert not list(tmp_path.glob("*.pdf"))
        assert not store.papers.all()
        return
    assert kind.key in {"sheet", "agenda", "poster", "form", "feedback"}


def test_what_is_no_document_and_no_file_of_ours_is_refused(store: Store, training, tmp_path: Path):
    with pytest.raises(errors.UnknownPaper):
        print_paper(store, training.id, "novel", tmp_path / "a.pdf", EN)
    with pytest.raises(errors.UnknownFormat):
        print_paper(store, training.id, "sheet", tmp_path / "a.exe", EN)
    assert not store.papers.all()


# Options


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_options_survive_being_written_down(kind):
    usual = kind.options()
    assert load_options(kind.options, dump_options(usual)) == usual
    assert load_options(kind.options, "{ no json") == usual
    assert load_options(kind.options, '{"no_such": 1, "skip": "x", "columns": 7}') == usual
    assert len(described(kind.options)) == len(dump_options(usual).split(":")) - 1


def test_options_are_read_as_people_write_them():
    chosen = read_options(SheetOptions, ["columns=name, phone", "by_institution=yes", "blank_rows=٣", "span=whole"])
    assert chosen == SheetOptions(
        columns=(PersonColumn.NAME, PersonColumn.PHONE), by_institution=True, blank_rows=3, span=SheetSpan.WHOLE
    )
    for wrong in ("colour=red", "span=sideways", "by_institution=perhaps", "blank_rows=many", "columns=shoe size"):
        with pytest.raises(errors.UnknownOption):
            read_options(SheetOptions, [wrong])


# The sheet


def test_a_sheet_has_the_columns_that_were_chosen(erbil, training_id):
    options = SheetOptions(columns=(PersonColumn.NAME, PersonColumn.PHONE), day="2015-09-14", one_signature=True)
    text = text_of(erbil, training_id, "sheet", options)
    assert "+9647" in text
    assert "14 September 2015" in text
    assert "13 September 2015" not in text
    assert "Signature" in text
    assert "Programme Officer" not in text


def test_a_sheet_of_the_whole_training_has_every_session(erbil, training_id):
    made = preview_paper(erbil, roster.load(erbil, training_id), "sheet", EN, SheetOptions(span=SheetSpan.WHOLE))
    assert all(f"{day}/9" in pages(made)[0] for day in (13, 14, 15, 16))
    portrait = preview_paper(
        erbil, roster.load(erbil, training_id), "sheet", EN, SheetOptions(orientation=Orientation.PORTRAIT)
    )
    page = pypdfium2.PdfDocument(portrait)[0]
    assert page.get_height() > page.get_width()


def test_groups_say_the_institution_once(erbil, training_id):
    text = text_of(erbil, training_id, "participants", ListOptions(by_institution=True))
    assert text.count("Al-Amal") == 1
    assert text_of(erbil, training_id, "participants").count("Al-Amal") == 3


def test_each_page_of_a_sheet_names_itself(erbil, training_id, tmp_path: Path):
    paper = print_paper(erbil, training_id, "sheet", tmp_path / "s.pdf", words_for("ar")).paper
    document = pypdfium2.PdfDocument(tmp_path / "s.pdf")
    read = [zxingcpp.read_barcodes(page.render(scale=300 / 72).to_pil())[0].text for page in document]
    assert read == [f"TS1:{paper.code}:{number}:ERB-2015-09" for number in range(1, len(document) + 1)]
    assert len(paper.page_rows) == len(document)
    assert sum(paper.page_rows) == 4 * len(paper.row_ids)


# Badges


@pytest.mark.parametrize("badge_format", list(BadgeFormat))
def test_badges_of_every_format_are_scanned(erbil, training_id, badge_format: BadgeFormat):
    made = preview_paper(
        erbil, roster.load(erbil, training_id), "badges", words_for("ckb"), BadgeOptions(badge_format=badge_format)
    )
    document = pypdfium2.PdfDocument(made)
    sheet = formats()[badge_format]
    people = roster.load(erbil, training_id).attendees
    on_first = min(sheet.columns * sheet.rows, len(people))
    picture = document[0].render(scale=300 / 72).to_pil()
    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    read = {one.text for one in zxingcpp.read_barcodes(picture, formats=only)}
    assert read <= {badge_number(one.enrolment.id) for one in people}
    assert len(read) == on_first
    assert all(map(is_badge_number, read))


def test_only_new_badges_are_printed_when_asked_for(erbil, training_id, tmp_path: Path):
    print_paper(erbil, training_id, "badges", tmp_path / "b.pdf", EN)
    with pytest.raises(errors.NothingToPrint):
        preview_paper(erbil, roster.load(erbil, training_id), "badges", EN, BadgeOptions(only_new=True))


@given(st.text(min_size=1, max_size=40), st.integers(0, 15), st.integers(1, 9))
def test_a_misread_digit_of_a_badge_is_noticed(enrolment_id: str, place: int, by: int):
    number = badge_number(enrolment_id)
    assert is_badge_number(number)
    other = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
    assert not is_badge_number(other)


# Letters


def test_a_letter_tells_an_institution_only_of_its_own_people(erbil, training_id):
    health = next(one.id for one in erbil.institutions.all() if one.name["en"] == "Ministry of Health")
    text = text_of(erbil, training_id, "confirmations", ConfirmationOptions(institution=health))
    assert "Your letter MoH/77 of 1 September 2015" in text
    own = [one for one in roster.load(erbil, training_id).participants if one.enrolment.institution_id == health]
    others = [one for one in roster.load(erbil, training_id).participants if one not in own]
    assert all(one.participant.name_latin in text for one in own)
    assert not any(one.participant.name_latin in text for one in others)


def test_an_attestation_says_the_days_and_hours_that_were_attended(erbil, training_id):
    one = next(one for one in roster.load(erbil, training_id).participants if one.verdict.attended == 5)
    text = text_of(erbil, training_id, "attestations", AttestationOptions(person=one.enrolment.id))
    assert one.participant.name_latin in text
    assert re.search(r"Hours attended: 1[45]\.", text)
    assert text.count("Attestation of attendance") == 1


# Money


def test_the_payment_sheet_adds_up(erbil, training_id, tmp_path: Path):
    text = text_of(erbil, training_id, "payments")
    print_paper(erbil, training_id, "payments", tmp_path / "p.xlsx", EN)
    rows = CalamineWorkbook.from_path(str(tmp_path / "p.xlsx")).get_sheet_by_index(0).to_python()[1:]
    assert all(row[8] == row[5] * row[6] + row[7] for row in rows)
    assert {row[7] for row in rows} == {25_000, 60_000}
    total = sum(row[8] for row in rows)
    assert f"{total:,.0f}" in text
    assert "Iraqi dinars" in text


def test_a_mark_corrected_after_printing_is_flagged(erbil, training_id, tmp_path: Path):
    print_paper(erbil, training_id, "payments", tmp_path / "p.pdf", EN)
    found = roster.load(erbil, training_id)
    assert changed_since(erbil, training_id, found.attendees) == []
    one = found.participants[7]
    before = one.marks[found.sessions[0].id]
    mark(erbil, [(one, found.sessions[0].id, MarkState.ABSENT)])
    again = roster.load(erbil, training_id)
    assert [who.participant.id for who in changed_since(erbil, training_id, again.attendees)] == [one.participant.id]
    mark(erbil, [(one, found.sessions[0].id, before)])


@pytest.mark.parametrize(
    ("written", "value"), [("75,000", "75000"), ("٧٥٬٠٠٠", "75000"), ("25٫50", "25.50"), ("", "0"), ("1 000", "1000")]
)
def test_amounts_are_read_as_people_write_them(written: str, value: str):
    assert str(amount(written)) == value


@pytest.mark.parametrize("wrong", ["many", "-5", "1e99", "NaN", "Infinity", "12.5.1"])
def test_what_is_no_amount_is_refused(wrong: str):
    with pytest.raises(ValueError, match=r".*"):
        amount(wrong)


def test_dinars_have_no_coins_and_dollars_have():
    assert str(rounded(amount("10.5"), "IQD")) == "11"
    assert str(rounded(amount("10.5"), "USD")) == "10.50"


# The report


def test_the_report_counts_and_compares(erbil, training_id):
    text = text_of(erbil, training_id, "report")
    for wanted in ("35", "17 (49 %)", "29", "Target", "40", "The published report says 29 + 6.", "Draft the procedure"):
        assert wanted in text
    names = [one.participant.name_latin for one in roster.load(erbil, training_id).participants]
    assert not [name for name in names if name in text], "no names outside of the annex"
    annex = text_of(erbil, training_id, "report", ReportOptions(with_people=True))
    assert all(name in annex for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_the_same_in_word(erbil, training_id, language: str, tmp_path: Path):
    print_paper(erbil, training_id, "report", tmp_path / "r.docx", words_for(language))
    document = Document(str(tmp_path / "r.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert words_for(language).say("women") in cells
    assert any("17" in cell or "١٧" in cell for cell in cells)
    with zipfile.ZipFile(tmp_path / "r.docx") as parts:
        body = parts.read("word/document.xml").decode()
    assert ("<w:bidi/>" in body) is (language != "en")


def test_odd_institutions_and_letters(store: Store, training: Training, tmp_path: Path):
    person, enrolment = attend(store, training, "Karwan Ahmed Omar", 3)
    long = Institution(id="i1", name=Text(en="Ministry of " + "Very Important Matters and " * 8, ar="وزارة " * 40))
    with store.step() as step:
        step.add(long)
        step.change(Enrolment, enrolment.id, {"institution_id": "i1"})
    for kind in KINDS:
        if kind.key not in {"register", "collection", "payments"}:
            assert pages(preview_paper(store, roster.load(store, training.id), kind.key, words_for("ar")))
    with store.step() as step:
        step.change(Participant, person.id, {"name_latin": "Karwan 😀"})
    with pytest.raises(errors.NobodyPrintable):
        print_paper(store, training.id, "sheet", tmp_path / "s.pdf", EN)
    assert not (tmp_path / "s.pdf").exists()
