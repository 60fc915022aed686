"""Certificates on paper: gathers plain data for documents/certificates and writes whole files."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from documents.certificates import drawing
from documents.certificates.values import SAMPLE_KEY_PRINT, SAMPLE_PROOF, CertificateEntry, CertificateFrame, Signature
from documents.page import Progress, no_progress
from jobs.certificates import designs
from jobs.certificates.afterwards import note_printed
from jobs.certificates.entitlement import has_name, is_due, was_revoked
from jobs.certificates.issuing import correct, prepare, unnumbered
from jobs.certificates.pictures import check_all_here, pngs_of
from jobs.certificates.signing_keys import key_print, own_key, would_sign
from jobs.certificates.wordings import wordings_of
from jobs.trainings.place import place_name
from models.certificates.designs import Element
from models.certificates.states import CertificateState
from models.errors import NothingToPrint
from models.paper import STRAIGHT, Orientation, PaperSize, Placing, page_size
from models.records import Certificate, Issuer
from models.storage.files import whole_file
from models.store import Store
from models.training import roster
from models.training.roster import Attendee, Roster
from resources.words import LANGUAGES, Words, words_for


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """What somebody wants printed."""

    enrolment_ids: tuple[str, ...] | None = None
    """Only these people; none given: all participants who have earned it."""
    early: bool = False
    """Also for those who will have earned it if they stay to the end."""
    design: str = ""
    """Instead of the training's own."""
    paper: PaperSize | None = None
    orientation: Orientation | None = None
    placing: Placing = STRAIGHT


EVERYBODY = PrintOrder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    certificates: tuple[Certificate, ...]
    has_codes: bool
    """False where this laptop has no signing key."""
    outdated: tuple[Certificate, ...] = ()
    """Their sheets do not hold: ended or corrected by somebody while they were printed."""


def print_certificates(
    store: Store, training_id: str, path: Path, progress: Progress = no_progress, order: PrintOrder = EVERYBODY
) -> Printed:
    """Number what is due and has no number yet, then print all into one PDF; numbers stay as they are.

    :raises NothingToPrint: when nobody has earned one
    :raises MissingGlyph, DiskFull, NotWritable: and no half-written file stays
    """
    batch = gather(store, training_id, order)
    with whole_file(path) as part, part.open("wb") as stream:
        batch.write(stream, progress)
    return batch.done(store)


def print_one_by_one(
    store: Store,
    training_id: str,
    folder: Path,
    progress: Progress = no_progress,
    order: PrintOrder = EVERYBODY,
    *,
    with_names: bool = False,
) -> Printed:
    """One PDF per person, named by the number: no file's name says who it is, unless asked for.

    :raises NothingToPrint, MissingGlyph, DiskFull, NotWritable: files written before stay, each whole
    """
    batch = gather(store, training_id, order)
    for done, one in enumerate(batch.certificates):
        progress(done, len(batch.certificates))
        with whole_file(folder / f"{file_name(one, with_name=with_names)}.pdf") as part, part.open("wb") as stream:
            replace(batch, certificates=(one,)).write(stream, no_progress)
    progress(len(batch.certificates), len(batch.certificates))
    return batch.done(store)


def file_name(certificate: Certificate, *, with_name: bool = False) -> str:
    """Its number, without what a file's name cannot have."""
    name = certificate.name_latin or certificate.name_arabic
    text = f"{certificate.number} {name}" if with_name else certificate.number
    return "".join(letter if letter.isalnum() or letter in "-_. \u200c" else "_" for letter in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Certificates that are numbered and ready to be drawn."""

    certificates: tuple[Certificate, ...]
    people: dict[str, Attendee]
    """Enrolment id -> who."""
    frame: CertificateFrame
    elements: tuple[Element, ...]
    size: tuple[float, float]
    placing: Placing
    words: dict[str, Words]

    def write(self, stream: BinaryIO, progress: Progress) -> None:
        entries = [entry_of(one, self.people[one.enrolment_id], self.words) for one in self.certificates]
        drawing.render(
            stream, self.elements, self.size, self.frame, entries, self.words, progress, placing=self.placing
        )  # fmt: skip

    def pdf(self, progress: Progress = no_progress) -> bytes:
        stream = io.BytesIO()
        self.write(stream, progress)
        return stream.getvalue()

    def as_if_issued(self) -> "Batch":
        """With a code that proves nothing where a real one will stand."""
        return replace(self, certificates=tuple(replace(one, proof=SAMPLE_PROOF) for one in self.certificates))

    def done(self, store: Store) -> Printed:
        """They are on paper, or in a file for it."""
        outdated = note_printed(store, self.certificates, datetime.now(UTC).date())
        has_codes = all(one.proof for one in self.certificates)
        return Printed(certificates=self.certificates, has_codes=has_codes, outdated=outdated)


def gather(store: Store, training_id: str, order: PrintOrder = EVERYBODY) -> Batch:
    """Number what is due, put right what was not handed over yet, and make everything ready to be drawn.

    :raises NothingToPrint: when there is nobody
    :raises BlobMissing: when a picture that belongs on them has not come to this laptop yet; nothing is numbered
    """
    today = datetime.now(UTC).date()
    found = roster.load(store, training_id)
    check_all_here(store, found, _elements(store, found, order))
    prepare(store, found, today, early=order.early, enrolment_ids=order.enrolment_ids)
    certificates = sorted(correct(store, found, _wanted(found, order)), key=lambda one: one.number)
    if not certificates:
        raise NothingToPrint()
    return _batch(store, found, order, certificates)


def _wanted(found: Roster, order: PrintOrder) -> Iterable[Attendee]:
    """Never somebody whose name was erased: it would be a blank."""
    named = [one for one in found.attendees if not one.participant.erased]
    if order.enrolment_ids is not None:
        ids = set(order.enrolment_ids)
        return [one for one in named if ids & set(one.enrolment_ids)]
    return [one for one in named if one.counts and (is_due(one, early=order.early) or _was_handed_over(one))]


def due(found: Roster, order: PrintOrder = EVERYBODY) -> list[Attendee]:
    """Whom an order prints, in the order of the pages. Nothing is numbered."""
    wanted = [one for one in _wanted(found, order) if one.certificate or _may_be_issued(one, order)]
    return sorted(wanted, key=lambda one: one.certificate.number if one.certificate else "\uffff")


def may_be_printed(attendee: Attendee) -> bool:
    """Whether somebody has a certificate, or can be given one."""
    if attendee.participant.erased:
        return False
    return attendee.certificate is not None or (has_name(attendee) and is_due(attendee))


def _may_be_issued(attendee: Attendee, order: PrintOrder) -> bool:
    if order.enrolment_ids is None and was_revoked(attendee):
        return False
    return has_name(attendee) and is_due(attendee, early=order.early)


def _was_handed_over(attendee: Attendee) -> bool:
    return attendee.certificate is not None and attendee.certificate.state is CertificateState.HANDED_OVER


def _batch(store: Store, found: Roster, order: PrintOrder, certificates: Sequence[Certificate]) -> Batch:
    words = {language: words_for(language) for language in LANGUAGES}
    return Batch(
        certificates=tuple(certificates),
        people={own_id: one for one in found.attendees for own_id in one.enrolment_ids},
        frame=certificate_frame(store, found, words),
        elements=_elements(store, found, order),
        size=page_size(*_format(found, order)),
        placing=order.placing,
        words=words,
    )


def _elements(store: Store, found: Roster, order: PrintOrder) -> tuple[Element, ...]:
    chosen = designs.load(store, order.design) if order.design else designs.load_or_usual(store, found.training.design)
    return chosen.on(*_format(found, order))


def _format(found: Roster, order: PrintOrder) -> tuple[PaperSize, Orientation]:
    return order.paper or found.training.paper, order.orientation or found.training.orientation


def preview_certificate(store: Store, found: Roster, enrolment_id: str, order: PrintOrder = EVERYBODY) -> bytes:
    """The PDF of one person's certificate as it is, or would be if it were issued now. Nothing is issued.

    :raises NothingToPrint: when the person is not enrolled, or was erased
    """
    attendee = found.attendee(enrolment_id)
    if attendee is None or attendee.participant.erased:
        raise NothingToPrint()
    batch = _batch(store, found, order, [attendee.certificate or unnumbered(found, attendee)])
    is_sample = not attendee.certificate and would_sign(store, found.programme.issuer_id)
    return batch.as_if_issued().pdf() if is_sample else batch.pdf()


def entry_of(certificate: Certificate, attendee: Attendee, words: dict[str, Words]) -> CertificateEntry:
    institution = attendee.institution
    return CertificateEntry(
        name_latin=certificate.name_latin,
        name_arabic=certificate.name_arabic,
        number=certificate.number,
        second_language=certificate.second_language,
        kind=certificate.kind.value,
        title=attendee.participant.title,
        institution={one: words[one].of(institution) for one in words} if institution else {},
        position=attendee.enrolment.position,
        sessions=(attendee.verdict.attended, attendee.verdict.held),
        issued_on=certificate.issued_on,
        proof=certificate.proof,
    )


def certificate_frame(store: Store, found: Roster, words: dict[str, Words]) -> CertificateFrame:
    """What the certificates of a training share."""
    training, programme = found.training, found.programme
    issuer = store.issuers.find(programme.issuer_id) or Issuer(id="")
    today = datetime.now(UTC).date()

    def each(record: object, field: str = "name") -> dict[str, str]:
        return {language: words[language].of(record, field) for language in words}

    return CertificateFrame(
        title=each(training, "title"),
        programme=each(programme, "title"),
        place={language: place_name(training, words[language]) for language in words},
        venue=each(training, "venue"),
        first_day=training.start or today,
        last_day=training.end or training.start or today,
        hours=training.hours,
        issuer=each(issuer),
        donor=each(programme, "donor"),
        funding=each(programme, "funding"),
        contract_number=programme.contract_number,
        training_code=training.code,
        wordings=wordings_of(store, programme, words),
        signatures=_signatures(store, found, words),
        pictures=pngs_of(store, found),
        key_print=_key_print(store, programme.issuer_id),
    )


def _key_print(store: Store, issuer_id: str) -> str:
    """Where the first certificate makes the key, that of no key."""
    sample = SAMPLE_KEY_PRINT if would_sign(store, issuer_id) else ""
    return key_print(own_key(store, issuer_id)) or sample


def _signatures(store: Store, found: Roster, words: dict[str, Words]) -> tuple[Signature, ...]:
    signers = [store.signatories.get(signatory) for signatory in found.training.signatory_ids]
    return tuple(
        Signature(
            name={language: words[language].fitting(one.name_latin, one.name_arabic) for language in words},
            position={language: words[language].of(one, "position") for language in words},
        )
        for one in signers
    )
