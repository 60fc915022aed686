"""Signed sheets that come back: scans and photographs, with the codes on them, made small and put upright."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import zxingcpp
from PIL import Image, ImageFilter, ImageOps

from exchange.codes import pages_in
from models.storage.backups import GoOn, on_and_on

MOST_BYTES = 400 << 10
_SIDES = (1800, 1500, 1200, 900)
_QUALITIES = (62, 48, 36)
_READ_AT = (2400, 4400)  # pixels; most photographs are read faster when they are smaller


@dataclass(frozen=True, slots=True)
class ScannedPage:
    page: int
    texts: tuple[str, ...]
    """Of the codes on it; more than one when two sheets lie in one picture."""
    jpeg: bytes = field(repr=False)


def scanned_pages(path: Path, prefix: str, whether_to_go_on: GoOn = on_and_on) -> Iterator[ScannedPage]:
    """
    :param prefix: what the codes of sheets begin with
    :param whether_to_go_on: called before each try to read a page; what it raises ends the reading
    :raises NotReadable: when there is no such file
    :raises NoCodeFound: when it is no PDF or picture
    """
    for page, image in pages_in(path):
        found = _read(image, prefix, whether_to_go_on)
        texts = tuple(dict.fromkeys(one.text for one in found))
        turn = _turn(found[0].orientation) if found else 0
        yield ScannedPage(page, texts, _jpeg(image.rotate(turn, expand=True) if turn else image))


def _read(image: Image.Image, prefix: str, whether_to_go_on: GoOn) -> list[Any]:
    """As it is; then as somebody would look again: calmer, sharper, larger, with more contrast."""
    tries: tuple[Callable[[Image.Image], Image.Image], ...] = (
        lambda one: one,
        lambda one: one.filter(ImageFilter.MedianFilter(3)),
        lambda one: ImageOps.autocontrast(one.filter(ImageFilter.GaussianBlur(1.2)), cutoff=2),
        lambda one: one.resize((one.width // 2, one.height // 2), Image.Resampling.BOX),
        lambda one: ImageOps.autocontrast(one, cutoff=4).resize((one.width * 3 // 2, one.height * 3 // 2)),
        lambda one: one.filter(ImageFilter.UnsharpMask(3, 220, 2)),
        lambda one: one.filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.UnsharpMask(4, 250, 0)),
    )
    for side in _READ_AT:
        base = image.copy()
        base.thumbnail((side, side))
        for prepare in tries:
            whether_to_go_on()
            read = [
                one
                for one in zxingcpp.read_barcodes(
                    prepare(base), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
                )
                if one.text.startswith(prefix)
            ]
            if read:
                return read
        if base.size == image.size:
            break
    return []


def _turn(orientation: int) -> int:
    """Degrees against the clock to put a page upright whose code lies so; a little askew is upright."""
    return round(orientation / 90) % 4 * 90


def _jpeg(image: Image.Image) -> bytes:
    """As large as 400 KiB allow."""
    content = b""
    for side in _SIDES:
        smaller = image.copy()
        smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
        for quality in _QUALITIES:
            stream = io.BytesIO()
            smaller.save(stream, "JPEG", quality=quality, optimize=True)
            content = stream.getvalue()
            if len(content) <= MOST_BYTES:
                return content
    return content
