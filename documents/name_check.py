"""The name-check sheet: names as they will be printed, a line for a correction, initials."""

from dataclasses import dataclass
from typing import BinaryIO

from documents.grid import MARGIN, Column, Grid, GridPrinter, Row
from documents.page import A4_LANDSCAPE, BLACK, NAVY, Paper
from resources.words import Words


@dataclass(frozen=True, slots=True)
class CheckedName:
    """Confirmed forms only; a missing one is left empty for the person to write."""

    name_latin: str
    name_arabic: str
    institution: str


def render(stream: BinaryIO, title: str, names: tuple[CheckedName, ...], words: Words) -> None:
    """
    :raises MissingGlyph: when a name has a letter that no font draws
    """
    heading = words.say("Name check")
    paper = Paper(stream, A4_LANDSCAPE, title=f"{heading} – {title}", language=words.language)
    printer = GridPrinter(paper, words, size=10.5)
    columns = (
        Column(words.say("No."), 10, is_centred=True),
        Column(words.say("Name in Latin letters"), 66),
        Column(words.say("Name in Arabic letters"), 60),
        Column(words.say("Institution"), 50),
        Column(words.say("Correction"), 69),
        Column(words.say("Initials"), 22, is_centred=True),
    )
    rows = tuple(
        Row((words.number(number), name.name_latin, name.name_arabic, name.institution, "", ""))
        for number, name in enumerate(names, start=1)
    )
    grid = Grid(columns, rows, 11.0)
    top = paper.height - MARGIN
    pages = printer.pages(grid, top - 20, 0)
    for number, page in enumerate(pages, start=1):
        below = top
        if number == 1:
            paper.colour(NAVY)
            below = printer.text(f"{heading} – {title}", top, 14, bold=True, height=9)
            paper.colour(BLACK)
            below = printer.text(
                words.say(
                    "These names will stand on the certificates. Please correct them here and sign with your initials."
                ),
                below,
                9.5,
            )
        printer.page(grid, page, min(below - 2, top - 20) if number == 1 else below)
        printer.foot("", number, len(pages))
        paper.next_page()
    paper.save()
