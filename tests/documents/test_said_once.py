"""A certificate says once what there is once: one signatory in the middle, an issuer of one language in one line."""

import re

import pypdfium2
import pytest

from jobs.certificates.designs import READY, ready
from jobs.certificates.printing import gather, print_certificates
from jobs.certificates.proofs import Proofs
from jobs.certificates.trying import Trial, specimen
from jobs.trainings.place import venue_and_place
from models.certificates.designs import CodeElement
from models.certificates.proof_codes import MOST_LETTERS, Claim, claims_of_own
from models.paper import Orientation, PaperSize, page_size
from models.records import Issuer, Programme, Signatory, Training
from models.texts import Text
from models.training import roster
from resources.words import words_for
from tests.jobs.certificates.test_issuing import attend

A4 = PaperSize.A4


@pytest.fixture
def found(store, training):
    attend(store, training, "Karwan Ahmed Omar", 4)
    signers = [Signatory(id=f"g{n}", name_latin=f"Signer{n} Aziz", position=Text(en="Head")) for n in (1, 2)]
    with store.step() as step:
        step.add(Issuer(id="i1", name=Text(en="Ministry of Planning")), *signers)
        step.change(Programme, "p1", {"issuer_id": "i1"})
        step.change(Training, "t1", {"signatory_ids": ("g1",), "place": "IQG11"})
    return lambda: roster.load(store, "t1")


def page_of(store, found, key: str, orientation: Orientation, **more: bool) -> pypdfium2.PdfPage:
    tried = specimen(store, found(), Trial.SORANI)
    return pypdfium2.PdfDocument(tried.pdf(ready(key).on(A4, orientation), A4, orientation, **more))[0]


def middle_of(page: pypdfium2.PdfPage, text: str) -> float:
    """Across, in millimetres."""
    texts = page.get_textpage()
    at = texts.get_text_range().replace("\r\n", "\n").index(text)
    texts.search(text)
    place, count = texts.search(text).get_next()
    left = min(texts.get_charbox(place + n)[0] for n in range(count))
    right = max(texts.get_charbox(place + n)[2] for n in range(count))
    assert at >= 0
    return (left + right) / 2 * 25.4 / 72


@pytest.mark.parametrize("key", READY)
@pytest.mark.parametrize("orientation", list(Orientation))
def test_a_single_signatory_stands_in_the_middle_of_the_page_and_apart_from_the_code(store, found, key, orientation):
    width, _ = page_size(A4, orientation)
    page = page_of(store, found, key, orientation)
    assert middle_of(page, "Signer1 Aziz") == pytest.approx(width / 2, abs=1)
    (code,) = [one for one in ready(key).on(A4, orientation) if isinstance(one, CodeElement)]
    assert code.x > width / 2


def test_two_stand_side_by_side_and_the_designer_shows_its_own_places(store, found):
    designed = page_of(store, found, "formal", Orientation.LANDSCAPE, as_designed=True)
    assert middle_of(designed, "Signer1 Aziz") == pytest.approx(57, abs=1)
    with store.step() as step:
        step.change(Training, "t1", {"signatory_ids": ("g1", "g2")})
    page = page_of(store, found, "formal", Orientation.LANDSCAPE)
    assert [middle_of(page, f"Signer{n} Aziz") for n in (1, 2)] == pytest.approx([57, 183], abs=1)


@pytest.mark.parametrize("key", READY)
@pytest.mark.parametrize("orientation", list(Orientation))
def test_what_exists_in_one_language_is_printed_once(store, found, key: str, orientation: Orientation):
    text = page_of(store, found, key, orientation).get_textpage().get_text_range()
    if "{issuer}" in "".join(getattr(one, "text", "") for one in ready(key).on(A4, orientation)):
        assert text.count("Ministry of Planning") == 1
    assert text.count("Signer1 Aziz") == 1


@pytest.mark.parametrize(
    ("venue", "language", "said"),
    [
        (Text(en="Erbil"), "en", "Erbil"),
        (Text(en="Divan Hotel, Erbil"), "en", "Divan Hotel, Erbil"),
        (Text(en="Erbil"), "ar", "Erbil"),
        (Text(ar="فندق ديفان، اربيل"), "ar", "فندق ديفان، اربيل"),
        (Text(en="Divan Hotel"), "en", "Divan Hotel, Erbil"),
        (Text(), "en", "Erbil"),
    ],
)
def test_a_place_is_said_once(venue: Text, language: str, said: str):
    training = Training(id="t", place="IQG11", venue=venue)
    assert venue_and_place(training, words_for(language)) == said


def test_a_long_issuer_leaves_a_readable_code_that_says_its_beginning(store, found, tmp_path):
    long = "مديرية " * 26 + "أربيل"
    with store.step() as step:
        step.change(Issuer, "i1", {"name": Text(ar=long)})
        step.change(Training, "t1", {"title": Text(ar="إدارة أزمات الهجرة " * 9)})
    printed = print_certificates(store, "t1", tmp_path / "c.pdf")
    (one,) = printed.certificates
    assert printed.left_out == ()
    assert 0 < len(one.proof) <= MOST_LETTERS
    said = claims_of_own(one.proof)[Claim.ISSUER]
    assert re.fullmatch(r"مديرية.*…", said)
    assert Proofs(store, found().training, found().programme).is_current(one)
    assert gather(store, "t1").certificates[0].proof == one.proof
