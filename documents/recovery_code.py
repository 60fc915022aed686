"""The recovery code on paper: what opens the records when the passphrase is forgotten."""

from datetime import date
from typing import BinaryIO

from documents.grid import MARGIN, GridPrinter
from documents.page import A4_PORTRAIT, BLACK, NAVY, RULE, Paper
from documents.text import layout
from documents.text.fonts import text_face
from documents.text.pen import Align
from resources.words import Words

_BOX_HEIGHT = 26.0


def render(stream: BinaryIO, code: str, owner: str, made: date, words: Words) -> None:
    """
    :param owner: the name of the issuer, or empty
    """
    heading = words.say("Recovery code of the training records")
    paper = Paper(stream, A4_PORTRAIT, title=heading, language=words.language)
    printer = GridPrinter(paper, words, size=11)
    paper.colour(NAVY)
    below = printer.text(heading, paper.height - MARGIN - 10, 17, bold=True, height=12)
    paper.colour(BLACK)
    if owner:
        below = printer.text(owner, below - 2, 12, height=8)
    below = printer.text(words.date(made), below, 11, height=8) - 8
    paper.frame(MARGIN, below - _BOX_HEIGHT, paper.width - 2 * MARGIN, _BOX_HEIGHT, colour=RULE, weight=1)
    middle = below - _BOX_HEIGHT / 2 - 2
    paper.text(paper.width / 2, middle, code, text_face(bold=True), 15, align=Align.CENTRE, base=layout.LTR)
    below -= _BOX_HEIGHT + 10
    for line in (
        words.say(
            "This code opens the records on the laptop, and every backup of them, when the passphrase is forgotten."
        ),
        words.say(
            "Whoever has the laptop, or a backup, and this page can read all names. Keep them apart, the page locked."
        ),
        words.say("A new passphrase comes with a new code; then this page opens only backups that are older."),
    ):
        below = printer.text(line, below, 11, height=9)
    paper.next_page()
    paper.save()
