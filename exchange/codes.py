"""Certificates' codes out of files: a PDF, a scan, a photograph."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image, ImageOps, UnidentifiedImageError

from models.errors import NoCodeFound, NotReadable
from models.storage.backups import GoOn, on_and_on

_DPI = 300
_MOST_SIDE = 6_000  # pixels
_MOST_PIXELS = 120_000_000
_MOST_BYTES = 200 << 20
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif")


@dataclass(frozen=True, slots=True)
class FoundCode:
    page: int
    """Counted from 1; a picture is one page."""
    text: str


def codes_in(path: Path, prefix: str, whether_to_go_on: GoOn = on_and_on) -> list[FoundCode]:
    """The codes that begin so, in the order of the pages.

    :param whether_to_go_on: called before each page; what it raises ends the reading
    :raises NotReadable: when there is no such file
    :raises NoCodeFound: when it holds no such code, or is no PDF or picture
    """
    found = []
    for page, image in pages_in(path):
        whether_to_go_on()
        found += [FoundCode(page, text) for text in _texts(image) if text.startswith(prefix)]
    if not found:
        raise NoCodeFound(path=str(path))
    return found


def pages_in(path: Path) -> Iterator[tuple[int, Image.Image]]:
    """The pages of a PDF, or the one picture; grey, from page 1.

    :raises NotReadable: when there is no such file
    :raises NoCodeFound: when it is no PDF or picture
    """
    try:
        with path.open("rb") as file:
            is_pdf = file.read(1024).lstrip().startswith(b"%PDF")
        if path.stat().st_size > _MOST_BYTES:
            raise NoCodeFound(path=str(path))
    except OSError as problem:
        raise NotReadable(path=str(path)) from problem
    return _pages_of_pdf(path) if is_pdf else _picture(path)


def _texts(image: Image.Image) -> list[str]:
    """From the picture as it is, then from a smaller one: blurred photographs are read better so."""
    for scale in (1.0, 0.5):
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        shown = image.resize(size) if scale < 1 else image
        read = zxingcpp.read_barcodes(shown, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
        if read:
            return [one.text for one in read]
    return []


def _pages_of_pdf(path: Path) -> Iterator[tuple[int, Image.Image]]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as problem:
        raise NoCodeFound(path=str(path)) from problem
    try:
        for place in range(len(document)):
            page: Any = document[place]
            longest = max(page.get_width(), page.get_height(), 1)
            scale = min(_DPI / 72, _MOST_SIDE / longest)
            yield place + 1, page.render(scale=scale, grayscale=True).to_pil()
            page.close()
    except pypdfium2.PdfiumError as problem:
        raise NoCodeFound(path=str(path)) from problem
    finally:
        document.close()


def _picture(path: Path) -> Iterator[tuple[int, Image.Image]]:
    try:
        with Image.open(path) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise NoCodeFound(path=str(path))
            opened.draft("L", (_MOST_SIDE, _MOST_SIDE))
            image = ImageOps.exif_transpose(opened)
            image.thumbnail((_MOST_SIDE, _MOST_SIDE))
            yield 1, _on_white(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise NoCodeFound(path=str(path)) from problem


def _on_white(image: Image.Image) -> Image.Image:
    """Grey; what is transparent is white."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        image = Image.alpha_composite(ground, layer)
    return image.convert("L")
