"""The name-check sheet: names as they will be printed, a line for a correction, initials."""

from dataclasses import dataclass

from documents.grid import Column, Row
from documents.listing import Listing
from documents.page import A4_LANDSCAPE
from resources.words import Words


@dataclass(frozen=True, slots=True)
class CheckedName:
    """Confirmed forms only; a missing one is left empty for the person to write."""

    name_latin: str
    name_arabic: str
    institution: str


def name_check(training: str, names: tuple[CheckedName, ...], words: Words) -> Listing:
    return Listing(
        title=words.say("Name check"),
        training=training,
        lead=words.say(
            "These names will stand on the certificates. Please correct them here and sign with your initials."
        ),
        columns=(
            Column(words.say("No."), 10, is_centred=True),
            Column(words.say("Name in Latin letters"), 66),
            Column(words.say("Name in Arabic letters"), 60),
            Column(words.say("Institution"), 50),
            Column(words.say("Correction"), 69),
            Column(words.say("Initials"), 22, is_centred=True),
        ),
        rows=tuple(
            Row((words.number(number), name.name_latin, name.name_arabic, name.institution, "", ""))
            for number, name in enumerate(names, start=1)
        ),
        row_height=11.0,
        size=A4_LANDSCAPE,
        letters=10.5,
    )
