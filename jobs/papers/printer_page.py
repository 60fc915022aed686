"""The page that shows by how much a printer is off."""

from typing import BinaryIO

from documents import printer_page as page
from models.paper import Orientation, PaperSize, page_size
from resources.words import Words

LINE, LENGTH = page.LINE, page.LENGTH


def write_test_page(stream: BinaryIO, paper: PaperSize, orientation: Orientation, printer: str, words: Words) -> None:
    page.render(stream, page_size(paper, orientation), printer, words)
