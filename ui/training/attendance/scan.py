"""The picture of a signed page."""

from PySide6.QtGui import QImage

from jobs.attendance.scans import jpeg_of
from models.records import Scan
from ui.widgets.preview import Preview
from ui.workplace import Workplace


def show_scan(preview: Preview, workplace: Workplace, scan: Scan) -> None:
    jpeg = jpeg_of(workplace.store, scan)
    if jpeg:
        preview.show_page(QImage.fromData(jpeg))
    else:
        words = workplace.words
        preview.show_text(words.say("This page has come back; its scan lies on the laptop that took it in."))
