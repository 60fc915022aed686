"""What a training still lacks: of its people, and of its days. Nothing of it holds up a queue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jobs.attendance.scans import sheet_pages
from models.people import proposals
from models.records.codes import Sex
from models.store import Store
from models.training import counts
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
    return [one for one in people if one.counts and not one.is_gone and gaps_of(one)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEnd:
    """What a day leaves open."""

    day: date
    unmarked: int
    """Marks that are open up to this day, of earlier days too."""
    pages_out: int
    """Pages of the latest printed sheet of the day that did not come back as scans."""
    questions: int
    """Names made by rule, and pairs that may be one person."""
    incomplete: int


def end_of_day(store: Store, found: Roster, day: date) -> DayEnd:
    sessions = [one for one in found.held_sessions if one.day == day]
    return DayEnd(
        day=day,
        unmarked=counts.open_marks(found, day),
        pages_out=_pages_out(store, found, {one.id for one in sessions}),
        questions=proposals.count_waiting(store, found.training.id),
        incomplete=len(incomplete(found.participants)),
    )


def _pages_out(store: Store, found: Roster, session_ids: set[str]) -> int:
    pages = [page for page in sheet_pages(store, found) if session_ids & {one.id for one in page.sessions}]
    latest = max((page.paper.version for page in pages), default=0)
    return sum(not page.scans for page in pages if page.paper.version == latest and page.attendees)


def next_day(found: Roster, after: date) -> date | None:
    """The first day with sessions after this one."""
    days = sorted({one.day for one in found.held_sessions if one.day})
    return next((day for day in days if day > after), None)
