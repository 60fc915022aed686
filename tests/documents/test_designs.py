"""Designs are data: every ready one prints in every language on every paper, and a bad one is refused by its place."""

import dataclasses
import io
import json
import unicodedata
from datetime import date

import pypdfium2
import pytest

import resources
from documents.certificates.drawing import Looks, render
from documents.certificates.values import (
    PRINTABLES,
    CertificateFrame,
    Signature,
    filled,
    sample,
    unknown_keys,
    with_longest_name,
    wordings,
)
from jobs.certificates.designs import READY, all_designs, duplicate, hand_out, load, load_or_usual, ready, save, take_in
from models import errors
from models.certificates import designs
from models.certificates.designs import CodeElement, TextElement
from models.paper import Orientation, PaperSize, page_size
from resources.words import LANGUAGES, words_for
from tests.conftest import ROOT

WORDS = {language: words_for(language) for language in LANGUAGES}
TEXTS = {"en": "Migration crisis management", "ar": "إدارة أزمات الهجرة", "ckb": "بەڕێوەبردنی قەیرانی کۆچ"}
KINDS = ("attendance", "completion", "trainer", "appreciation")


@pytest.fixture(scope="module")
def frame() -> CertificateFrame:
    signature = Signature(name=TEXTS, position=TEXTS)
    return CertificateFrame(
        title=TEXTS, programme=TEXTS, place=TEXTS, venue=TEXTS, donor=TEXTS, issuer=TEXTS, funding=TEXTS,
        first_day=date(2015, 9, 13), last_day=date(2015, 9, 16), hours=24, signatures=(signature, signature),
        wordings={kind: {one: wordings(WORDS[one])[kind] for one in LANGUAGES} for kind in KINDS},
        pictures={"logo": resources.path("sample", "logo.png").read_bytes()},
    )  # fmt: skip


def drawn(key: str, paper: PaperSize, orientation: Orientation, frame, entries) -> pypdfium2.PdfDocument:
    stream = io.BytesIO()
    looks = Looks(elements=ready(key).on(paper, orientation), size=page_size(paper, orientation), frame=frame)
    render(stream, [(looks, one) for one in entries], WORDS)
    return pypdfium2.PdfDocument(stream.getvalue())


@pytest.mark.parametrize("key", READY)
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("paper", list(PaperSize))
def test_every_ready_design_prints_on_every_paper(key: str, orientation, paper, frame):
    entries = [sample(frame, "ar"), with_longest_name(sample(frame, "ckb"))]
    document = drawn(key, paper, orientation, frame, entries)
    width, height = page_size(paper, orientation)
    for page, entry in zip(document, entries, strict=True):
        assert (round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4)) == (
            round(width), round(height),
        )  # fmt: skip
        text = " ".join(page.get_textpage().get_text_range().split())
        assert entry.number in text
        assert entry.name_latin.split()[0] in text
    document.close()


@pytest.mark.parametrize("key", READY)
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("paper", list(PaperSize))
def test_nothing_of_a_ready_design_leaves_the_paper_or_covers_the_code(key: str, orientation, paper):
    width, height = page_size(paper, orientation)
    elements = ready(key).on(paper, orientation)
    (code,) = [one for one in elements if isinstance(one, CodeElement)]
    assert min(code.width, code.height) == 32
    for one in elements:
        assert one.x >= 0, one
        assert one.y >= 0, one
        assert one.x + one.width <= width, one
        assert one.y + one.height <= height, one
        if isinstance(one, TextElement):
            apart = (
                one.x + one.width <= code.x or one.x >= code.x + code.width
                or one.y + one.height <= code.y or one.y >= code.y + code.height
            )  # fmt: skip
            assert apart, one


@pytest.mark.parametrize("key", READY)
def test_ready_designs_name_only_values_that_exist(key: str):
    for orientation in Orientation:
        for one in ready(key).page(orientation):
            assert not isinstance(one, TextElement) or unknown_keys(one.text) == []


def test_every_printable_value_has_a_sample(frame):
    entry = sample(frame, "ar")
    for one in PRINTABLES:
        if one.key not in {"person_title", "contract", "key", "training_code"}:
            assert one.compute(frame, entry, WORDS["ar"]).strip(), one.key


def test_a_line_without_a_value_leaves_no_gap(frame):
    entry = sample(frame, "ar")
    bare = type(entry)(name_latin="", name_arabic=entry.name_arabic, number="1", second_language="ar")
    assert filled("{name_latin}\n{name_arabic}", frame, bare, WORDS["en"]) == entry.name_arabic
    assert filled("{nothing} {name_arabic.__class__}", frame, bare, WORDS["en"]).startswith("{nothing}")


GOOD = {"format": "sijil-design", "version": 1, "landscape": [{"kind": "text", "text": "x"}]}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"format": "other"}, "format"),
        ({"version": 2}, "version"),
        ({"landscape": {}}, "landscape"),
        ({"landscape": [{"kind": "virus"}]}, "landscape.0.kind"),
        ({"landscape": [{"kind": "text", "size": 900}]}, "landscape.0.size"),
        ({"landscape": [{"kind": "text", "size": "12"}]}, "landscape.0.size"),
        ({"landscape": [{"kind": "text", "language": 4}]}, "landscape.0.language"),
        ({"landscape": [{"kind": "text", "colour": "red"}]}, "landscape.0.colour"),
        ({"landscape": [{"kind": "text", "script": "x"}]}, "landscape.0.script"),
        ({"landscape": [{"kind": "text", "x": float("nan")}]}, "landscape.0.x"),
        ({"landscape": [{"kind": "code", "width": 20, "height": 20}]}, "landscape.0.width"),
        ({"landscape": [{"kind": "picture", "source": "own", "png": "!!"}]}, "landscape.0.png"),
        ({"portrait": [{"kind": "line", "weight": -1}]}, "portrait.0.weight"),
        ({"name_en": 5}, "name_en"),
    ],
)
def test_a_design_that_does_not_fit_the_schema_is_refused_by_its_place(change: dict, where: str):
    with pytest.raises(errors.DesignInvalid) as found:
        designs.parse(json.dumps(GOOD | change))
    assert found.value.values["where"] == where


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff\xfe\x00", b'"text"', b" " * (5 << 20)])
def test_what_is_no_design_at_all_is_refused(content: bytes):
    with pytest.raises(errors.DesignInvalid):
        designs.parse(content)


def test_a_design_is_duplicated_changed_handed_out_and_taken_in(store, tmp_path):
    made = duplicate(store, "modern", "Ours")
    changed = load(store, made.id).with_page(Orientation.LANDSCAPE, (TextElement(text="{name}"),))
    save(store, made.id, changed)
    hand_out(store, made.id, tmp_path / "ours.sijildesign")
    taken = take_in(store, tmp_path / "ours.sijildesign")
    assert load(store, taken.id).landscape == changed.landscape
    assert [one.name for one in all_designs(store, WORDS["en"])][-2:] == ["Ours", "Ours"]
    store.undo()
    assert len(store.designs.all()) == 1
    with pytest.raises(errors.UnknownDesign):
        load(store, "nothing")
    assert load_or_usual(store, "nothing") == ready("formal")


def test_the_page_about_designs_names_every_value_and_every_field():
    page = (ROOT / "docs" / "certificate-design.md").read_text(encoding="utf-8")
    assert not [one.key for one in PRINTABLES if f"`{{{one.key}}}`" not in page]
    fields = {field.name for one in designs.ELEMENT_TYPES.values() for field in dataclasses.fields(one)}
    assert not [name for name in fields if f"`{name}`" not in page]


ODD_NAMES = {
    "120 letters": "Abdulrahman Mohammed-Ameen " * 4 + "Al-Sulaimani",
    "120 Arabic letters": "عبد الرحمن محمد أمين " * 5 + "السليماني",
    "vowel marks": "مُحَمَّد عَبْدُ ٱلرَّحْمٰن",
    "zero-width non-joiner": "دڵ\u200cنیا نەوە\u200cزاد",
    "two scripts": "Karwan كاروان (ABC) 2015",
    "hyphens and quotes": "Jean-Luc O’Neill “Abu Ali”",
}


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("key", READY)
def test_odd_names_are_printed_whole_and_within_the_page(key: str, name: str, frame):
    odd = ODD_NAMES[name]
    is_latin = odd[0].isascii()
    given = dataclasses.replace(
        sample(frame, "ckb"), name_latin=odd if is_latin else "", name_arabic="" if is_latin else odd
    )
    page = drawn(key, PaperSize.A4, Orientation.LANDSCAPE, frame, [given])[0]
    found = page.get_textpage()
    text = unicodedata.normalize("NFKC", found.get_text_range())
    letters = [letter for letter in unicodedata.normalize("NFKC", odd) if letter.isalpha()]
    assert not [letter for letter in set(letters) if text.count(letter) < letters.count(letter)]
    boxes = [found.get_charbox(place) for place in range(found.count_chars())]
    assert min(box[0] for box in boxes) > 0
    assert max(box[2] for box in boxes) < page.get_width()


def test_a_letter_that_no_font_draws_is_named_and_nothing_is_printed(frame):
    with pytest.raises(errors.MissingGlyph) as found:
        drawn("formal", PaperSize.A4, Orientation.LANDSCAPE, frame,
              [dataclasses.replace(sample(frame, "ar"), name_latin="Layla 😀")])  # fmt: skip
    assert found.value.values == {"letter": "😀"}
