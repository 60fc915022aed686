"""Trying a design: how it looks with somebody's certificate, with the longest name, in each second language."""

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from documents.certificates import drawing, values
from documents.certificates.drawing import Looks
from documents.certificates.values import CertificateEntry, CertificateFrame
from exchange.pictures import small_png
from jobs.certificates.entitlement import has_name, kind_for
from jobs.certificates.frames import certificate_frame
from jobs.certificates.issuing import saying_all
from jobs.certificates.printing import entry_of
from models.certificates.designs import Element
from models.paper import Orientation, PaperSize, page_size
from models.records.codes import CertificateKind
from models.store import Store
from models.training.roster import Attendee, Roster
from models.wall_clock import today_at
from resources.words import LANGUAGES, Words, words_for


class Trial(StrEnum):
    """Whose certificate a design is tried with, when nobody is named."""

    ARABIC = "arabic"
    SORANI = "sorani"
    LONGEST_ARABIC = "longest_arabic"
    LONGEST_SORANI = "longest_sorani"


def trials_for(words: Words) -> list[Trial]:
    """Those in the language of somebody who reads these words first."""
    return sorted(Trial, key=lambda one: ("sorani" in one) is not (words.language == "ckb"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """All that a certificate says, ready to be drawn by one design after the other."""

    frame: CertificateFrame
    entry: CertificateEntry
    words: dict[str, Words]

    def pdf(
        self, elements: Sequence[Element], paper: PaperSize, orientation: Orientation, *, as_designed: bool = False
    ) -> bytes:
        """
        :param as_designed: every element where the design has it
        :raises MissingGlyph: when a text has a letter that no font draws
        """
        stream = io.BytesIO()
        looks = Looks(
            elements=tuple(elements), size=page_size(paper, orientation), frame=self.frame, as_designed=as_designed
        )
        drawing.render(stream, [(looks, self.entry)], self.words)
        return stream.getvalue()


def specimen(store: Store, found: Roster, who: str, kind: CertificateKind | None = None) -> Specimen:
    """
    :param who: the id of an enrolment, or a ``Trial``
    """
    words = {language: words_for(language) for language in LANGUAGES}
    frame = certificate_frame(store, found, words)
    entry = _entry(found, frame, who)
    usual = values.sample(frame, entry.second_language)
    entry = replace(
        entry,
        kind=kind or entry.kind,
        number=entry.number or usual.number,
        issued_on=entry.issued_on or today_at(found.training.zone),
        proof=entry.proof or usual.proof,
        key_print=entry.key_print or usual.key_print,
    )
    return Specimen(frame=frame, entry=entry, words=words)


def _entry(found: Roster, frame: CertificateFrame, who: str) -> CertificateEntry:
    attendee = found.attendee(who)
    if attendee is not None and has_name(attendee):
        return _of_person(found, attendee)
    made = values.sample(frame, "ckb" if who in {Trial.SORANI, Trial.LONGEST_SORANI} else "ar")
    made = replace(made, kind=found.training.certificate_kind)
    return values.with_longest_name(made) if who in {Trial.LONGEST_ARABIC, Trial.LONGEST_SORANI} else made


def _of_person(found: Roster, attendee: Attendee) -> CertificateEntry:
    """With all that a design can print, whatever the certificate of now keeps."""
    has = attendee.certificate
    said = saying_all(attendee, has.kind if has else kind_for(found, attendee), values.BY_KEY)
    if has:
        said = replace(said, number=has.number, issued_on=has.issued_on, proof=has.proof)
    return entry_of(said)


def printables(words: Words) -> list[tuple[str, str]]:
    """Every value that a text can hold: its key, and what it is."""
    return [(one.key, words.say(one.label)) for one in values.PRINTABLES]


def unknown_values(text: str) -> list[str]:
    """What stands in braces and is no value."""
    return values.unknown_keys(text)


def own_picture(path: Path) -> str:
    """A picture as a design holds it.

    :raises NotReadable, PictureUnsuitable: as they say
    """
    return base64.b64encode(small_png(path)).decode("ascii")
