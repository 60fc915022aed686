"""What a training still lacks: of its people, and of its days. Nothing of it holds up a queue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jobs.attendance.scans import sheet_pages
from models.people import proposals
from models.records import Session
from models.records.codes import MarkState, Sex
from models.store import Store
from models.training.roster import Attendee, Roster


class Gap(StrEnum):
    """What is missing of a person."""

    NAME_LATIN = "name_latin"
    NAME_ARABIC = "name_arabic"
    SEX = "sex"
    INSTITUTION = "institution"
    GOVERNORATE = "governorate"
    CONTACT = "contact"


def gaps_of(one: Attendee) -> tuple[Gap, ...]:
    """What has to be asked some time; an unconfirmed name counts as missing."""
    person = one.participant
    if person.erased:
        return ()
    missing = {
        Gap.NAME_LATIN: not person.printed_latin,
        Gap.NAME_ARABIC: not person.printed_arabic,
        Gap.SEX: person.sex is Sex.UNKNOWN,
        Gap.INSTITUTION: not one.enrolment.institution_id,
        Gap.GOVERNORATE: not one.enrolment.governorate,
        Gap.CONTACT: not (person.phone or person.email),
    }
    return tuple(gap for gap, is_missing in missing.items() if is_missing)


def incomplete(people: Iterable[Attendee]) -> list[Attendee]:
    """Participants of whom something is still to be asked; those who do not come are not asked."""
    return [one for one in people if one.counts and not one.enrolment.state.is_gone and gaps_of(one)]


def missing_in(found: Roster, session: Session) -> list[Attendee]:
    """Participants who are expected and neither there nor excused: to be called."""
    missing = {MarkState.UNMARKED, MarkState.ABSENT}
    return [one for one in found.participants if not one.enrolment.state.is_gone and one.mark_in(session.id) in missing]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEnd:
    """What a day leaves open."""

    day: date
    unmarked: int
    """Marks of participants in the sessions of the day."""
    pages_out: int
    """Pages of the latest printed sheet of the day that did not come back as scans."""
    names_open: int
    questions: int
    incomplete: int


def end_of_day(store: Store, found: Roster, day: date) -> DayEnd:
    sessions = [one for one in found.sessions if one.day == day and not one.cancelled]
    expected = [one for one in found.participants if not one.enrolment.state.is_gone]
    return DayEnd(
        day=day,
        unmarked=sum(not one.mark_in(session.id) for one in expected for session in sessions),
        pages_out=_pages_out(store, found, {one.id for one in sessions}),
        names_open=sum(one.participant.has_open_name for one in expected),
        questions=proposals.count_waiting(store, found.training.id),
        incomplete=len(incomplete(found.participants)),
    )


def _pages_out(store: Store, found: Roster, session_ids: set[str]) -> int:
    pages = [page for page in sheet_pages(store, found) if session_ids & {one.id for one in page.sessions}]
    latest = max((page.paper.version for page in pages), default=0)
    return sum(not page.scans for page in pages if page.paper.version == latest and page.attendees)


def next_day(found: Roster, after: date) -> date | None:
    """The first day with sessions after this one."""
    days = sorted({one.day for one in found.sessions if one.day and not one.cancelled})
    return next((day for day in days if day > after), None)
