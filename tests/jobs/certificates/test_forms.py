"""What was handed over is printed again as it was, whatever changed since; before, it says what is on file now."""

import json
from datetime import date

import pypdfium2
import pytest

from jobs.certificates import designs
from jobs.certificates.afterwards import hand_over
from jobs.certificates.forms import Forms
from jobs.certificates.issuing import prepare, reissue
from jobs.certificates.printing import PrintOrder, gather, preview_certificate
from jobs.certificates.wordings import edit_wording
from jobs.people.erasing import erase, note_request
from jobs.trainings.pictures import set_picture
from models import opening
from models.certificates.designs import Design, TextElement, dump
from models.certificates.states import CertificateState
from models.paper import Orientation, PaperSize
from models.records import (
    CertificateDesign,
    Enrolment,
    Institution,
    Issuer,
    Participant,
    Programme,
    Signatory,
    Training,
)
from models.records.codes import CertificateKind, MarkState
from models.store import Store
from models.texts import Text
from models.training import roster
from tests.conftest import SAMPLE
from tests.jobs.certificates.test_issuing import attend, put_marks

DAY = date(2015, 9, 16)
PRINTED = ("heading", "name_latin", "person_title", "institution", "position", "attended", "held", "title", "programme",
           "dates", "signer_1", "signer_1_position", "issuer", "number", "key")  # fmt: skip


def design(*keys: str) -> str:
    """One that prints these values, each on a line."""
    rows = tuple(TextElement(text=f"{{{key}}}", x=20, y=10 + 9 * place, width=200) for place, key in enumerate(keys))
    picture = designs.ready("formal").landscape
    logos = tuple(one for one in picture if one.KIND == "picture")
    return dump(Design(landscape=rows + logos, portrait=rows))


@pytest.fixture
def person(store: Store, training):
    """Somebody in a training whose design prints everything that can change."""
    with store.step() as step:
        step.add(
            Issuer(id="i", name=Text(en="Academy")), Institution(id="n", name=Text(en="Ministry of Health")),
            Signatory(id="g", issuer_id="i", name_latin="Maryam Nabil", position=Text(en="Director")),
            CertificateDesign(id="d", name="own", content=design(*PRINTED)),
        )  # fmt: skip
        step.change(Programme, "p1", {"issuer_id": "i"})
        step.change(Training, "t1", {"design": "d", "signatory_ids": ("g",)})
    set_picture(store, store.issuers.get("i"), "logo_id", SAMPLE / "logo.png")
    found, enrolment = attend(store, training, "Karwan Ahmed Omar", 4)
    with store.step() as step:
        step.change(Participant, found.id, {"title": "Dr."})
        step.change(Enrolment, enrolment.id, {"institution_id": "n", "position": "Head of unit"})
    return enrolment


def write(store: Store, record_type, own_id: str, **values) -> None:
    with store.step() as step:
        step.change(record_type, own_id, values)


CHANGES = {
    "wording": lambda store, one: edit_wording(store, "p1", CertificateKind.ATTENDANCE, "heading_en", "Diploma"),
    "design": lambda store, one: write(store, CertificateDesign, "d", content=design("number", "name_latin")),
    "other design": lambda store, one: write(store, Training, "t1", design="plain"),
    "paper": lambda store, one: write(store, Training, "t1", orientation=Orientation.PORTRAIT, paper=PaperSize.LETTER),
    "title": lambda store, one: write(store, Training, "t1", title=Text(en="Another title")),
    "days": lambda store, one: write(store, Training, "t1", start=date(2016, 1, 2), end=date(2016, 1, 3)),
    "kind": lambda store, one: write(store, Training, "t1", certificate_kind=CertificateKind.COMPLETION),
    "programme": lambda store, one: write(store, Programme, "p1", title=Text(en="Another programme")),
    "issuer": lambda store, one: write(store, Issuer, "i", name=Text(en="Institute")),
    "signatory": lambda store, one: write(store, Signatory, "g", name_latin="Somebody Else"),
    "no signatory": lambda store, one: write(store, Training, "t1", signatory_ids=()),
    "logo": lambda store, one: set_picture(
        store, store.issuers.get("i"), "logo_id", SAMPLE.parent.parent / "docs" / "pictures" / "certificate-en-ar.png"
    ),
    "person's title": lambda store, one: write(store, Participant, one.participant_id, title="Prof."),
    "name": lambda store, one: write(store, Participant, one.participant_id, name_latin="Karwan Ahmad Omar"),
    "institution": lambda store, one: write(store, Institution, "n", name=Text(en="Ministry of Planning")),
    "position": lambda store, one: write(store, Enrolment, one.id, position="Adviser"),
    "sessions": lambda store, one: put_marks(store, store.trainings.get("t1"), one, {"s0": MarkState.ABSENT}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_handed_over_is_printed_as_it_was(store: Store, person, change: str):
    batch = gather(store, "t1")
    batch.done(store)
    before = batch.pdf()
    hand_over(store, roster.load(store, "t1"), [batch.certificates[0].id], DAY)
    CHANGES[change](store, person)
    changes = sum(1 for _ in store.changes())
    assert gather(store, "t1").pdf() == before
    assert preview_certificate(store, roster.load(store, "t1"), person.id) == before
    assert sum(1 for _ in store.changes()) == changes


@pytest.mark.parametrize("change", CHANGES)
def test_before_it_is_handed_over_it_says_what_is_on_file(store: Store, person, change: str):
    batch = gather(store, "t1")
    batch.done(store)
    before, number = batch.pdf(), batch.certificates[0].number
    CHANGES[change](store, person)
    preview = preview_certificate(store, roster.load(store, "t1"), person.id)
    again = gather(store, "t1")
    assert again.pdf() != before
    assert again.certificates[0].number == number
    assert again.certificates[0].state is CertificateState.PREPARED
    assert text_of(preview) == text_of(again.pdf())


def test_a_new_one_in_its_place_says_what_is_on_file(store: Store, person):
    (made,) = prepare(store, roster.load(store, "t1"), DAY)
    hand_over(store, roster.load(store, "t1"), [made.id], DAY)
    CHANGES["position"](store, person)
    new = reissue(store, roster.load(store, "t1"), made.id, DAY)
    assert (made.position, new.position) == ("Head of unit", "Adviser")
    assert new.form_id == made.form_id


def test_what_no_sheet_shows_makes_no_sheet_outdated(store: Store, person):
    write(store, CertificateDesign, "d", content=design("number", "name_latin", "title"))
    gather(store, "t1").done(store)
    for change in ("position", "person's title", "institution", "sessions", "programme", "signatory", "wording"):
        CHANGES[change](store, person)
    write(store, Programme, "p1", donor=Text(en="Donor"))
    (one,) = gather(store, "t1").certificates
    assert one.state is CertificateState.PRINTED
    assert (one.position, one.title, one.institution, one.attended) == ("", "", Text(), None)


def test_what_was_issued_at_different_times_stands_in_one_file(store: Store, person, training):
    (made,) = prepare(store, roster.load(store, "t1"), DAY)
    hand_over(store, roster.load(store, "t1"), [made.id], DAY)
    CHANGES["paper"](store, person)
    CHANGES["title"](store, person)
    attend(store, training, "Sara Azad Ali", 4)
    document = pypdfium2.PdfDocument(gather(store, "t1").pdf())
    sizes = [(round(page.get_width()), round(page.get_height())) for page in document]
    assert sizes == [(842, 595), (612, 792)]
    first, second = (page.get_textpage().get_text_range() for page in document)
    assert "Training" in first
    assert "Another title" in second
    assert "Another title" not in first


def test_two_laptops_make_one_form_and_it_names_nobody(store: Store, person, training, tmp_path):
    with opening.create(tmp_path / "other")[0] as other:
        other.receive(list(store.changes()))
        for register in (store, other):
            prepare(register, roster.load(register, "t1"), DAY)
        other.receive(list(store.changes()))
        (form,) = other.certificate_forms.all()
        assert other.conflicts() == []
        assert store.certificate_forms.get(form.id) == form
    assert json.loads(form.content)["orientation"] == "landscape"
    assert not any(word in form.content for word in ("Karwan", "Dr.", "Ministry", "Head of unit"))


def test_another_design_for_one_printing_is_kept_with_it(store: Store, person):
    (one,) = gather(store, "t1", PrintOrder(design="plain")).certificates
    hand_over(store, roster.load(store, "t1"), [one.id], DAY)
    assert gather(store, "t1").pdf() == gather(store, "t1", PrintOrder(design="modern")).pdf()
    assert store.certificates.get(one.id).form_id == Forms(
        store, roster.load(store, "t1"), design="plain"
    ).of(CertificateKind.ATTENDANCE).record.id  # fmt: skip


def test_a_form_that_has_not_come_yet_or_cannot_be_read_is_that_of_now(store: Store, person):
    (made,) = prepare(store, roster.load(store, "t1"), DAY)
    hand_over(store, roster.load(store, "t1"), [made.id], DAY)
    expected = gather(store, "t1").pdf()
    for sql in ("UPDATE certificate_forms SET content = '{\"version\": 9}'", "DELETE FROM certificate_forms"):
        store.connection.execute(sql)
        assert gather(store, "t1").pdf() == expected


def test_what_a_certificate_says_of_a_person_goes_with_their_data(store: Store, person):
    (made,) = prepare(store, roster.load(store, "t1"), DAY)
    erase(store, note_request(store, person.participant_id, DAY), DAY)
    found = store.certificates.get(made.id)
    assert (found.title, found.position, found.institution, found.attended, found.name_latin) == (
        "", "", Text(), None, "",
    )  # fmt: skip
    assert (found.number, found.form_id) == (made.number, made.form_id)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)
