"""Certificates on paper: gathers plain data for documents/certificates and writes whole files."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from documents.certificates import drawing
from documents.certificates.drawing import Looks
from documents.certificates.values import SAMPLE_KEY_PRINT, SAMPLE_PROOF, CertificateEntry
from documents.page import Progress, no_progress
from jobs.certificates.afterwards import note_printed
from jobs.certificates.entitlement import has_name, is_due, kind_for, was_revoked
from jobs.certificates.forms import Forms, looks_of
from jobs.certificates.issuing import as_on_file, correct, prepare, unnumbered
from jobs.certificates.left_out import LeftOut, has_long_name, somebody_left, undrawn_of
from jobs.certificates.proofs import Proofs
from jobs.certificates.signing_keys import would_sign
from models.certificates.proof_codes import key_id_of_own
from models.certificates.states import CertificateState
from models.errors import NothingToPrint
from models.paper import STRAIGHT, Orientation, PaperSize, Placing
from models.records import Certificate
from models.sorting import natural_key
from models.storage.files import whole_file
from models.store import Store
from models.training import roster
from models.training.roster import Attendee, Roster
from models.wall_clock import today_at
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
    left_out: tuple[LeftOut, ...] = ()
    """Who got no number and no page, as something about them cannot be printed."""
    outdated: tuple[Certificate, ...] = ()
    """Their sheets do not hold: ended or corrected by somebody while they were printed."""


def print_certificates(
    store: Store, training_id: str, path: Path, progress: Progress = no_progress, order: PrintOrder = EVERYBODY
) -> Printed:
    """Number what is due and has no number yet, then print all into one PDF; numbers stay as they are.

    :raises NothingToPrint: when nobody has earned one
    :raises NobodyPrintable, MissingGlyph: before any number is given
    :raises DiskFull, NotWritable: and no half-written file stays
    """
    batch = gather(store, training_id, order, progress)
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

    :raises NothingToPrint, NobodyPrintable, MissingGlyph, DiskFull, NotWritable: files written before stay, each whole
    """
    batch = gather(store, training_id, order, progress)
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
    looks: dict[str, Looks]
    """Id of a form -> what it says."""
    placing: Placing
    words: dict[str, Words]
    zone: str
    """Of the training."""
    left_out: tuple[LeftOut, ...] = ()

    def write(self, stream: BinaryIO, progress: Progress) -> None:
        pages = [(self.looks[one.form_id], entry_of(one)) for one in self.certificates]
        drawing.render(stream, pages, self.words, progress, placing=self.placing)

    def pdf(self, progress: Progress = no_progress) -> bytes:
        stream = io.BytesIO()
        self.write(stream, progress)
        return stream.getvalue()

    def as_if_issued(self) -> "Batch":
        """With a code that proves nothing where a real one will stand."""
        return replace(self, certificates=tuple(replace(one, proof=SAMPLE_PROOF) for one in self.certificates))

    def note(self, store: Store, certificates: Iterable[Certificate]) -> tuple[Certificate, ...]:
        """Of these, today, as ``note_printed`` says."""
        return note_printed(store, certificates, today_at(self.zone))

    def done(self, store: Store) -> Printed:
        """They are on paper, or in a file for it."""
        outdated = self.note(store, self.certificates)
        has_codes = all(one.proof for one in self.certificates)
        return Printed(certificates=self.certificates, has_codes=has_codes, outdated=outdated, left_out=self.left_out)


def gather(
    store: Store, training_id: str, order: PrintOrder = EVERYBODY, progress: Progress = no_progress
) -> Batch:  # fmt: skip
    """Number what is due, put right what was not handed over yet, and make everything ready to be drawn.

    :raises NothingToPrint: when there is nobody
    Whoever cannot be printed is left out; the others get theirs.

    :raises NobodyPrintable: when that leaves nobody; nothing is numbered
    :raises MissingGlyph: when a text that all share has a letter that no font draws; nothing is numbered
    :raises BlobMissing: when a picture that belongs on them has not come to this laptop yet; nothing is numbered
    """
    found = roster.load(store, training_id)
    today = today_at(found.training.zone)
    forms = _forms(store, found, order)
    forms.check_pictures()
    left_out = _unprintable(store, found, order, forms)
    found = _without(found, left_out)
    somebody_left(left_out, is_anybody=bool(due(found, order)))
    forms.check_letters({kind_for(found, one) for one in due(found, order)})
    prepare(store, found, today, forms=forms, progress=progress, early=order.early, enrolment_ids=order.enrolment_ids)
    certificates = sorted(correct(store, found, _wanted(found, order), forms), key=lambda one: natural_key(one.number))
    if not certificates:
        raise NothingToPrint()
    return replace(_batch(store, found, order, certificates, forms), left_out=left_out)


def _unprintable(store: Store, found: Roster, order: PrintOrder, forms: Forms) -> tuple[LeftOut, ...]:
    proofs = Proofs(store, found.training, found.programme)
    is_signed = would_sign(store, found.programme.issuer_id)
    problems = []
    for one in due(found, order):
        said = _as_printed(found, one, forms)
        letter = undrawn_of(said)
        is_changing = said.handed_over_on is None
        if letter or (is_changing and (has_long_name(said) or (is_signed and not proofs.has_room_for(said)))):
            problems.append(LeftOut(person=one.participant, letter=letter))
    return tuple(problems)


def _without(found: Roster, left_out: Iterable[LeftOut]) -> Roster:
    gone = {one.person.id for one in left_out}
    return replace(found, attendees=tuple(one for one in found.attendees if one.participant.id not in gone))


def _as_printed(found: Roster, attendee: Attendee, forms: Forms) -> Certificate:
    """As it is, or would be if it were issued now."""
    has = attendee.certificate
    return as_on_file(found, attendee, has, forms) if has else unnumbered(found, attendee, forms)


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
    return sorted(wanted, key=_place_of_page)


def _place_of_page(one: Attendee) -> tuple[bool, str]:
    """By their numbers; who has none yet comes last."""
    return one.certificate is None, natural_key(one.certificate.number) if one.certificate else ""


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


def _forms(store: Store, found: Roster, order: PrintOrder) -> Forms:
    return Forms(store, found, design=order.design, paper=order.paper, orientation=order.orientation)


def _batch(store: Store, found: Roster, order: PrintOrder, certificates: Sequence[Certificate], forms: Forms) -> Batch:
    """Each by the form that it keeps; where that has not come from the other laptop yet, by that of now."""
    looks: dict[str, Looks] = {}
    for one in certificates:
        if one.form_id not in looks:
            kept, now = store.certificate_forms.find(one.form_id), forms.of(one.kind).record
            found_looks = (kept and looks_of(store, kept)) or looks_of(store, now)
            assert found_looks is not None
            looks[one.form_id] = found_looks
    words = {language: words_for(language) for language in LANGUAGES}
    return Batch(
        certificates=tuple(certificates), looks=looks, placing=order.placing, words=words, zone=found.training.zone
    )


def preview_certificate(store: Store, found: Roster, enrolment_id: str, order: PrintOrder = EVERYBODY) -> bytes:
    """The PDF of one person's certificate as it is, or would be if it were issued now. Nothing is issued.

    :raises NothingToPrint: when the person is not enrolled, or was erased
    """
    attendee = found.attendee(enrolment_id)
    if attendee is None or attendee.participant.erased:
        raise NothingToPrint()
    forms, has = _forms(store, found, order), attendee.certificate
    batch = _batch(store, found, order, [_as_printed(found, attendee, forms)], forms)
    return batch.pdf() if has or not would_sign(store, found.programme.issuer_id) else batch.as_if_issued().pdf()


def entry_of(certificate: Certificate) -> CertificateEntry:
    signed_by = key_id_of_own(certificate.proof).hex().upper()
    return CertificateEntry(
        name_latin=certificate.name_latin,
        name_arabic=certificate.name_arabic,
        number=certificate.number,
        second_language=certificate.second_language,
        kind=certificate.kind.value,
        title=certificate.title,
        institution={language: certificate.institution[language] for language in LANGUAGES},
        position=certificate.position,
        sessions=(certificate.attended or 0, certificate.held or 0),
        issued_on=certificate.issued_on,
        proof=certificate.proof,
        key_print=SAMPLE_KEY_PRINT if certificate.proof == SAMPLE_PROOF else signed_by,
    )
