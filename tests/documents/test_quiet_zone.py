"""Four modules of white stand around every QR code, on every paper and design, as ISO/IEC 18004 asks."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL.Image import Image

from jobs.certificates.designs import READY, ready
from jobs.certificates.trying import Trial, specimen
from jobs.papers.badges import BadgeFormat, BadgeOptions
from jobs.papers.printing import preview_paper
from models.certificates.designs import CodeElement, FrameElement, FrameStyle, TextElement
from models.paper import Orientation, PaperSize
from models.records import Issuer, Programme, Training
from models.texts import Text
from models.training import roster
from resources.words import words_for
from tests.jobs.certificates.test_issuing import attend

DOTS = 400
QUIET = 4
DARK, WHITE = 100, 230


def codes_in(pdf: bytes) -> Iterator[tuple[Image, tuple[int, int, int, int], float]]:
    """Of every code its page, its box in dots, and how large a module is."""
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=DOTS / 72, grayscale=True).to_pil()
        for code in zxingcpp.read_barcodes(picture):
            start, end = code.position.top_left, code.position.bottom_right
            box = (start.x - 3, start.y - 3, end.x + 3, end.y + 3)  # a little more than what the reader says
            left, top, right, below = picture.crop(box).point(lambda value: 255 * (value < DARK)).getbbox()
            dark = (box[0] + left, box[1] + top, box[0] + right, box[1] + below)
            yield picture, dark, module_of(picture, dark)


def module_of(picture: Image, dark: tuple[int, int, int, int]) -> float:
    """The upper side of the finder in the corner is seven modules long."""
    x, y = dark[0], dark[1] + 3
    while picture.getpixel((x, y)) < DARK:
        x += 1
    return (x - dark[0]) / 7


def assert_quiet(pdf: bytes, codes: int = 1) -> None:
    found = list(codes_in(pdf))
    assert len(found) == codes
    for picture, (left, top, right, below), module in found:
        assert module > 3
        gap = round(QUIET * module) - 2
        box = (left - gap, top - gap, right + gap, below + gap)
        assert min(box) >= 0
        assert box[2] <= picture.width
        assert box[3] <= picture.height
        ring = picture.copy()
        ring.paste(255, (left - 2, top - 2, right + 2, below + 2))
        assert ring.crop(box).getextrema()[0] > WHITE


@pytest.fixture
def found(store, training):
    attend(store, training, "Abdulrahman Mohammed-Ameen Abdulwahab Al-Shahrastani", 4)
    with store.step() as step:
        step.add(Issuer(id="i1", name=Text(en="Ministry of Planning", ar="وزارة التخطيط")))
        step.change(Programme, "p1", {"issuer_id": "i1"})
        step.change(Training, "t1", {"code": "ERBIL-COORDINATION-2015-09", "place": "IQG06"})
    return roster.load(store, training.id)


@pytest.mark.parametrize("key", READY)
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("paper", list(PaperSize))
def test_on_every_design(store, found, key: str, orientation, paper):
    tried = specimen(store, found, Trial.LONGEST_SORANI)
    assert_quiet(tried.pdf(ready(key).on(paper, orientation), paper, orientation))


def test_on_a_design_of_ones_own_whatever_stands_there(store, found):
    paper, orientation = PaperSize.A4, Orientation.LANDSCAPE
    elements = ready("plain").on(paper, orientation)
    (code,) = [one for one in elements if isinstance(one, CodeElement)]
    ground = FrameElement(
        x=code.x - 10, y=code.y - 10, width=60, height=60, style=FrameStyle.FILL, colour="#335577", second="#000000"
    )
    across = [
        replace(one, x=code.x, y=code.y + 29) if isinstance(one, TextElement) and one.text == "{number}" else one
        for one in elements
    ]
    assert_quiet(specimen(store, found, Trial.ARABIC).pdf((ground, *across), paper, orientation))


@pytest.mark.parametrize("badge_format", list(BadgeFormat))
def test_on_every_badge(store, found, badge_format: BadgeFormat):
    options = BadgeOptions(badge_format=badge_format)
    assert_quiet(preview_paper(store, found, "badges", words_for("en"), options))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("key", "codes"), [("sheet", 2), ("poster", 1)])
def test_on_sheets_and_posters(store, found, key: str, codes: int, language: str):
    assert_quiet(preview_paper(store, found, key, words_for(language)), codes)
