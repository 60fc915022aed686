"""Logos, signatures and stamps in: whatever somebody has becomes a small clean PNG."""

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

from models.errors import NotReadable, PictureUnsuitable
from models.strokes import HIGH, WIDE, Strokes

MOST_BYTES = 256 << 10
_MOST_IN = 50 << 20
_MOST_PIXELS = 60_000_000
_SIDES = (1200, 900, 700, 500, 350, 200)
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")  # by content; no format that can run anything


def small_png(path: Path) -> bytes:
    """The picture as a PNG of at most 256 KiB: turned upright, first frame only, nothing hidden in it.

    :raises NotReadable: when there is no such file
    :raises PictureUnsuitable: when it is no such picture, damaged, or beyond all measure
    """
    try:
        if path.stat().st_size > _MOST_IN:
            raise PictureUnsuitable(path=str(path))
        content = path.read_bytes()
    except OSError as problem:
        raise NotReadable(path=str(path)) from problem
    try:
        return _fitting(_opened(content, path))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise PictureUnsuitable(path=str(path)) from problem


def png_of_strokes(strokes: Strokes) -> bytes:
    """What was signed on a screen, as a picture."""
    image = Image.new("L", (WIDE, HIGH), 255)
    pen = ImageDraw.Draw(image)
    for stroke in strokes:
        pen.line(stroke, fill=0, width=6, joint="curve")
        pen.circle(stroke[0], 3, fill=0)
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _opened(content: bytes, path: Path) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
        if opened.width * opened.height > _MOST_PIXELS or min(opened.size) < 2:
            raise PictureUnsuitable(path=str(path))
        opened.draft("RGB", (2 * _SIDES[0], 2 * _SIDES[0]))
        upright = ImageOps.exif_transpose(opened)
        return upright.convert("RGBA")


def _fitting(image: Image.Image) -> bytes:
    """As large as 256 KiB allow; a picture that covers everything needs no transparency."""
    if image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    for side in _SIDES:
        smaller = image.copy()
        smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
        stream = io.BytesIO()
        smaller.save(stream, "PNG", optimize=True)
        if stream.tell() <= MOST_BYTES:
            break
    return stream.getvalue()
