"""Documents of a training: gathers plain data for documents/ and writes whole files."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from documents import attendance_sheet, certificate, name_check, recovery_code
from documents.attendance_sheet import AttendanceSheet, SheetDay, SheetRow, SheetSession
from documents.certificate import CertificateEntry, CertificateFrame, Signature
from documents.name_check import CheckedName
from documents.page import Progress, no_progress
from jobs.issuing import issue, unnumbered
from jobs.planning import place_name
from models import roster
from models.errors import NothingToPrint
from models.records import Certificate, Issuer, Session
from models.records.certificates import png_bytes
from models.records.codes import Role
from models.roster import Attendee, Roster, sorting_key
from models.storage.files import whole_file
from models.store import Store
from resources.words import LANGUAGES, Words, words_for

Write = Callable[[BinaryIO], None]


def _write(path: Path, write: Write) -> None:
    with whole_file(path) as part, part.open("wb") as stream:
        write(stream)


def print_certificates(
    store: Store, training_id: str, path: Path, progress: Progress = no_progress
) -> list[Certificate]:
    """Issue what is earned and not yet issued, then print all valid ones; numbers stay as they are.

    :raises NothingToPrint: when nobody has earned one
    :raises MissingGlyph, DiskFull, NotWritable: and no half-written file stays
    """
    issue(store, training_id, datetime.now(UTC).date())
    found = roster.load(store, training_id)
    certificates = [one.certificate for one in found.participants if one.certificate is not None]
    if not certificates:
        raise NothingToPrint()
    certificates.sort(key=lambda one: one.number)
    _write(path, _certificates(store, found, certificates, progress))
    return certificates


def preview_certificate(store: Store, training_id: str, enrolment_id: str) -> bytes:
    """The PDF of one person's certificate as it is, or would be if it were issued now. Nothing is issued.

    :raises NothingToPrint: when the person is not enrolled
    """
    found = roster.load(store, training_id)
    attendee = found.attendee(enrolment_id)
    if attendee is None:
        raise NothingToPrint()
    stream = io.BytesIO()
    _certificates(store, found, [attendee.certificate or unnumbered(attendee)], no_progress)(stream)
    return stream.getvalue()


def _certificates(store: Store, found: Roster, certificates: list[Certificate], progress: Progress) -> Write:
    words = {language: words_for(language) for language in LANGUAGES}
    frame = certificate_frame(store, found, words)
    entries = [_entry(one) for one in certificates]
    return partial(certificate.render, frame=frame, entries=entries, words=words, progress=progress)


def _entry(issued: Certificate) -> CertificateEntry:
    return CertificateEntry(
        name_latin=issued.name_latin,
        name_arabic=issued.name_arabic,
        number=issued.number,
        second_language=issued.second_language,
        proof=issued.proof,
    )


def certificate_frame(store: Store, found: Roster, words: dict[str, Words]) -> CertificateFrame:
    """What the certificates of a training share."""
    training, programme = found.training, found.programme
    issuer = store.issuers.find(programme.issuer_id) or Issuer(id="")
    today = datetime.now(UTC).date()
    signers = [store.signatories.get(signatory) for signatory in training.signatory_ids]

    def each(record: object, field: str = "name") -> dict[str, str]:
        return {language: words[language].of(record, field) for language in words}

    signatures = tuple(
        Signature(
            name={
                language: (one.name_latin if language == "en" else one.name_arabic) or one.name_latin
                for language in words
            },
            position=each(one, "position"),
        )
        for one in signers
    )
    return CertificateFrame(
        title=each(training, "title"),
        place={language: place_name(training, words[language]) for language in words},
        first_day=training.start or today,
        last_day=training.end or training.start or today,
        hours=training.hours,
        issuer=each(issuer),
        funding=each(programme, "funding"),
        signatures=signatures,
        logos=tuple(filter(None, [_picture(store, issuer.logo_id)])),
        emblem=_picture(store, programme.emblem_id),
    )


def _picture(store: Store, picture_id: str) -> bytes:
    found = store.pictures.find(picture_id) if picture_id else None
    return png_bytes(found) if found else b""


def name_in(attendee: Attendee, words: Words) -> str:
    """The confirmed form that fits a language, else the other confirmed one."""
    person = attendee.participant
    forms = (person.printed_latin, person.printed_arabic)
    return (forms[0] or forms[1]) if words.language == "en" else (forms[1] or forms[0])


def _sheet_row(attendee: Attendee, words: Words) -> SheetRow:
    institution = words.of(attendee.institution) if attendee.institution else ""
    return SheetRow(name_in(attendee, words), institution, attendee.enrolment.position)


def print_sheet(store: Store, training_id: str, path: Path, words: Words, progress: Progress = no_progress) -> None:
    """The attendance sheet, one set of pages per day.

    :raises NothingToPrint: when the training has no sessions
    """
    found = roster.load(store, training_id)
    sheet = attendance_sheet_of(found, words)
    if not sheet.days:
        raise NothingToPrint()
    _write(path, partial(attendance_sheet.render, sheet=sheet, words=words, progress=progress))


def attendance_sheet_of(found: Roster, words: Words) -> AttendanceSheet:
    trainers = found.in_role(Role.TRAINER)
    others = [one for one in found.attendees if not one.counts and one not in trainers]
    return AttendanceSheet(
        programme=words.of(found.programme, "title"),
        contract_number=found.programme.contract_number,
        title=words.of(found.training, "title"),
        place=", ".join(filter(None, [words.of(found.training, "venue"), place_name(found.training, words)])),
        funding=words.of(found.programme, "funding"),
        days=tuple(_days(found.sessions, words)),
        participants=tuple(
            _sheet_row(one, words) for one in sorted(found.participants, key=lambda one: _order(one, words))
        ),
        trainers=tuple(_sheet_row(one, words) for one in trainers),
        others=tuple(_sheet_row(one, words) for one in others),
    )


def _order(attendee: Attendee, words: Words) -> tuple[str, str]:
    institution = words.of(attendee.institution) if attendee.institution else ""
    return sorting_key(institution), sorting_key(name_in(attendee, words))


def _days(sessions: tuple[Session, ...], words: Words) -> list[SheetDay]:
    held = [session for session in sessions if not session.cancelled and session.day]
    return [
        SheetDay(
            day=day,
            sessions=tuple(
                SheetSession(words.number(f"{one.start}–{one.end}"), words.of(one, "title"))
                for one in held
                if one.day == day
            ),
        )
        for day in sorted({session.day for session in held if session.day})
    ]


def print_name_check(store: Store, training_id: str, path: Path, words: Words) -> None:
    """Names as they will be printed, for correction by the people themselves.

    :raises NothingToPrint: when nobody is enrolled
    """
    found = roster.load(store, training_id)
    if not found.participants:
        raise NothingToPrint()
    ordered = sorted(found.participants, key=lambda one: _order(one, words))
    names = tuple(
        CheckedName(
            one.participant.printed_latin,
            one.participant.printed_arabic,
            words.of(one.institution) if one.institution else "",
        )
        for one in ordered
    )
    title = words.of(found.training, "title")
    _write(path, partial(name_check.render, title=title, names=names, words=words))


def print_recovery_code(store: Store, code: str, path: Path, words: Words) -> None:
    """The page that opens the records when the passphrase is forgotten."""
    issuers = store.issuers.all()
    owner = words.of(issuers[-1]) if issuers else ""
    made = datetime.now(UTC).date()
    _write(path, partial(recovery_code.render, code=code, owner=owner, made=made, words=words))
