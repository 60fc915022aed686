"""Two lists of certificates: to sign for when they are handed over, and the register of all numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.grid import Column, Row
from documents.listing import Listing
from documents.page import A4_LANDSCAPE
from documents.text.layout import isolate
from resources.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCertificate:
    """All texts in the language of the list."""

    number: str
    name: str
    institution: str = ""
    kind: str = ""
    state: str = ""
    issued: str = ""
    handed_over: str = ""
    note: str = ""


def collection(training: str, listed: Sequence[ListedCertificate], words: Words) -> Listing:
    """Who takes which certificate, with room to sign."""
    return Listing(
        title=words.say("Collection of certificates"),
        training=training,
        lead=words.say("Everybody signs for the certificate that they take with them."),
        columns=(
            Column(words.say("No."), 10, is_centred=True),
            Column(words.say("Name"), 56),
            Column(words.say("Institution"), 44),
            Column(words.say("Certificate number"), 38),
            Column(words.say("Signature"), 42),
        ),
        rows=tuple(
            Row((words.number(place), one.name, one.institution, isolate(one.number, ltr=True), ""))
            for place, one in enumerate(listed, start=1)
        ),
        row_height=11.0,
    )


def register(training: str, listed: Sequence[ListedCertificate], words: Words) -> Listing:
    """Every number that was given, and what became of it."""
    return Listing(
        title=words.say("Register of certificates"),
        training=training,
        columns=(
            Column(words.say("Certificate number"), 40),
            Column(words.say("Name"), 64),
            Column(words.say("Kind"), 26),
            Column(words.say("State"), 30),
            Column(words.say("Issued on"), 28),
            Column(words.say("Handed over on"), 28),
            Column(words.say("Note"), 61),
        ),
        rows=tuple(
            Row((isolate(one.number, ltr=True), one.name, one.kind, one.state, one.issued, one.handed_over, one.note))
            for one in listed
        ),
        size=A4_LANDSCAPE,
    )
