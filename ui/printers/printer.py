"""Sending pages to a printer, and what is remembered of each printer."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from models.errors import PrinterGone
from models.sorting import natural_key
from ui.background import Progress
from ui.preferences import Preferences

_MOST_DOTS = 600  # per inch; more is not seen on a certificate
_BAND = 60.0  # millimetres that are drawn at a time, so that a page fits an old laptop's memory
_PART = 20  # pages, both sides of ten sheets
_MM = 25.4


class Sides(StrEnum):
    ONE = "one"
    LONG_EDGE = "long_edge"
    SHORT_EDGE = "short_edge"


_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """By how much pages are moved so that they lie right on this printer's sheets."""

    right: float = 0.0
    down: float = 0.0
    """Millimetres."""
    percent: float = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How pages go to a printer."""

    printer: str
    copies: int = 1
    sides: Sides = Sides.ONE


def printers() -> list[str]:
    """The usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, natural_key(name)))


def can_print_both_sides(printer: str) -> bool:
    return QPrinter.DuplexMode.DuplexLongSide in QPrinterInfo.printerInfo(printer).supportedDuplexModes()


def correction_of(preferences: Preferences, printer: str) -> Correction:
    """What was measured or written for this printer."""
    try:
        known = json.loads(preferences.get("printer_corrections") or "{}")
        return Correction(**{name: float(value) for name, value in known[printer].items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        return Correction()  # nothing is remembered, or somebody wrote into the file


def remember(preferences: Preferences, printer: str, correction: Correction) -> None:
    try:
        known = json.loads(preferences.get("printer_corrections") or "{}")
    except ValueError:
        known = {}
    preferences.set("printer_corrections", json.dumps({**known, printer: asdict(correction)}))


def send(pdf: bytes, sending: Sending, progress: Progress, sent: Callable[[range], object] = lambda _: None) -> None:
    """Beside the window, in parts, between which it can be cancelled. What a print job is called names nobody.

    :param sent: told the places of the pages, from 0, that the printer has taken
    :raises PrinterGone: when the printer takes no more
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        total = sending.copies * len(document)
        for start in range(0, total, _PART):
            progress(start, total)
            pages = [document[place % len(document)] for place in range(start, min(start + _PART, total))]
            _send_part(pages, sending)
            sent(range(start, min(start + _PART, len(document))))
        progress(total, total)
    finally:
        document.close()


def _send_part(pages: Sequence[Any], sending: Sending) -> None:
    if QPrinterInfo.printerInfo(sending.printer).isNull():
        raise PrinterGone(printer=sending.printer)
    printer = _printer(sending, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterGone(printer=sending.printer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    is_fine = True
    for place, page in enumerate(pages):
        is_fine = is_fine and (not place or printer.newPage())
        _draw(painter, printer, page)
    if not painter.end() or not is_fine or printer.printerState() == QPrinter.PrinterState.Error:
        raise PrinterGone(printer=sending.printer)


def _printer(sending: Sending, page: Any) -> QPrinter:
    """Set for sheets of the size of a page."""
    printer = QPrinter(QPrinterInfo.printerInfo(sending.printer), QPrinter.PrinterMode.HighResolution)
    width, height = _size(page)
    upright = QSizeF(min(width, height), max(width, height))
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Millimeter, "", match))
    is_wide = width > height
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)
    printer.setDuplex(_DUPLEX[sending.sides])
    printer.setDocName("Sijil")
    return printer


def _size(page: Any) -> tuple[float, float]:
    """Millimetres."""
    return page.get_width() / 72 * _MM, page.get_height() / 72 * _MM


def _draw(painter: QPainter, printer: QPrinter, page: Any) -> None:
    """The page as dots, one band after the other."""
    width, height = _size(page)
    dots = min(printer.resolution(), _MOST_DOTS)
    device = printer.resolution() / _MM
    top = 0.0
    while top < height:
        bottom = min(height, top + _BAND)
        bitmap = page.render(
            scale=dots / 72, crop=(0, (height - bottom) * 72 / _MM, 0, top * 72 / _MM), rev_byteorder=True
        )
        form = QImage.Format.Format_RGBX8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
        image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form)
        painter.drawImage(QRectF(0, top * device, width * device, (bottom - top) * device), image)
        top = bottom
