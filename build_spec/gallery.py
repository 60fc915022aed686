"""The galleries in docs/pictures: every ready design and every document, in every language."""

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from jobs import demo
from jobs.certificates import designs
from jobs.certificates.trying import Specimen, Trial, specimen
from jobs.papers.printing import preview_paper
from jobs.papers.registry import KINDS
from models import opening
from models.ids import new_id
from models.paper import Orientation, PaperSize
from models.records import PaymentRate
from models.store import Store
from models.training import roster
from models.training.roster import Roster
from resources.words import LANGUAGES, words_for

_WIDE = 560  # pixels of a landscape page
_GAP = 14
_DOCUMENT_HIGH = 330
_IN_A_ROW = 5
_GROUND = "#e4e8ee"
_COLOURS = 128


def draw_gallery(folder: Path) -> int:
    """How many pictures were written."""
    with tempfile.TemporaryDirectory() as scratch, opening.create(Path(scratch) / "register")[0] as opened:
        training = demo.sample_training(opened)
        found = roster.load(opened, training.id)
        shown = [specimen(opened, found, who) for who in (Trial.ARABIC, Trial.SORANI)]
        longest = specimen(opened, found, Trial.LONGEST_SORANI)
    for key in designs.READY:
        _save(folder / f"design-{key}.png", _sheet(key, shown))
    grey = [_page(key, shown[place % 2], Orientation.LANDSCAPE).convert("L") for place, key in enumerate(designs.READY)]
    grey.append(_page(designs.READY[0], longest, Orientation.LANDSCAPE).convert("L"))
    _save(folder / "designs-grey.png", _beside([grey[:3], grey[3:]]))
    return len(designs.READY) + 1


def _sheet(key: str, shown: Sequence[Specimen]) -> Image.Image:
    """Landscape above, portrait below; Arabic beside Sorani."""
    return _beside([[_page(key, one, orientation) for one in shown] for orientation in Orientation])


def _page(key: str, shown: Specimen, orientation: Orientation) -> Image.Image:
    pdf = shown.pdf(designs.ready(key).on(PaperSize.A4, orientation), PaperSize.A4, orientation)
    page: Any = pypdfium2.PdfDocument(io.BytesIO(pdf))[0]
    made: Image.Image = page.render(scale=_WIDE / 297 * 25.4 / 72).to_pil()
    return made


def _beside(rows: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """Rows of pictures on one ground, each row in the middle."""
    wide = max(sum(one.width + _GAP for one in row) for row in rows) + _GAP
    high = sum(max(one.height for one in row) + _GAP for row in rows) + _GAP
    sheet = Image.new("RGB", (wide, high), _GROUND)
    top = _GAP
    for row in rows:
        left = (wide - sum(one.width + _GAP for one in row) + _GAP) // 2
        for one in row:
            sheet.paste(one, (left, top))
            left += one.width + _GAP
        top += max(one.height for one in row) + _GAP
    return sheet


def _save(path: Path, picture: Image.Image) -> None:
    picture.quantize(_COLOURS).save(path, optimize=True)


def draw_documents(folder: Path) -> int:
    """The first page of every document in every language."""
    with tempfile.TemporaryDirectory() as scratch:
        demo.run(Path(scratch), lambda text: None)
        with opening.open_register(Path(scratch) / demo.REGISTER_NAME) as opened:
            training = opened.trainings.all()[0]
            with opened.step() as step:
                step.add(PaymentRate(id=new_id(), training_id=training.id, per_day="75000", transport="25000"))
            found = roster.load(opened, training.id)
            for language in LANGUAGES:
                pages = [_first_page(opened, found, kind.key, language) for kind in KINDS]
                rows = [pages[start : start + _IN_A_ROW] for start in range(0, len(pages), _IN_A_ROW)]
                _save(folder / f"documents-{language}.png", _beside(rows))
    return len(LANGUAGES)


def _first_page(opened: Store, found: Roster, key: str, language: str) -> Image.Image:
    page: Any = pypdfium2.PdfDocument(preview_paper(opened, found, key, words_for(language)))[0]
    made: Image.Image = page.render(scale=_DOCUMENT_HIGH / page.get_height()).to_pil()
    return made
