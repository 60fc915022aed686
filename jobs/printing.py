"""Documents of a training: gathers plain data for documents/ and writes whole files."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from documents import attendance_sheet, name_check, recovery_code
from documents.attendance_sheet import AttendanceSheet, SheetDay, SheetRow, SheetSession
from documents.name_check import CheckedName
from documents.page import Progress, no_progress
from jobs.planning import place_name
from models import roster
from models.errors import NothingToPrint
from models.records import Session
from models.records.codes import Role
from models.roster import Attendee, Roster, sorting_key
from models.storage.files import whole_file
from models.store import Store
from resources.words import Words

Write = Callable[[BinaryIO], None]


def write_pdf(path: Path, write: Write) -> None:
    """The whole file or none."""
    with whole_file(path) as part, part.open("wb") as stream:
        write(stream)


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
    write_pdf(path, partial(attendance_sheet.render, sheet=sheet, words=words, progress=progress))


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
    write_pdf(path, partial(name_check.render, title=title, names=names, words=words))


def print_recovery_code(store: Store, code: str, path: Path, words: Words) -> None:
    """The page that opens the records when the passphrase is forgotten."""
    issuers = store.issuers.all()
    owner = words.of(issuers[-1]) if issuers else ""
    made = datetime.now(UTC).date()
    write_pdf(path, partial(recovery_code.render, code=code, owner=owner, made=made, words=words))
