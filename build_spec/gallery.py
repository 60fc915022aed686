"""The gallery of certificate designs in docs/pictures: every ready design, in every language, and without colours."""

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from jobs import demo, designs
from jobs.designing import Specimen, Trial, specimen
from models import store as stores
from models.paper import Orientation, PaperSize

_WIDE = 560  # pixels of a landscape page
_GAP = 14
_GROUND = "#e4e8ee"
_COLOURS = 128


def draw_gallery(folder: Path) -> int:
    """How many pictures were written."""
    with tempfile.TemporaryDirectory() as scratch, stores.create(Path(scratch) / "register")[0] as opened:
        training = demo.sample_training(opened)
        shown = [specimen(opened, training.id, who) for who in (Trial.ARABIC, Trial.SORANI)]
        longest = specimen(opened, training.id, Trial.LONGEST_SORANI)
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
