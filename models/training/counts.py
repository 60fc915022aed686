"""What each number of a training means, here and nowhere else: the people behind it, so that they can be listed.

Of participants only: roles say who counts (``Role.counts``). Entries joined as one person are one already. What the
lists show of many trainings at once is counted by SQL (``tallies.py``) and means the same.
"""

from collections.abc import Iterable
from datetime import date

from models.records import Session
from models.records.codes import MarkState
from models.training.roster import Attendee, Roster

_People = tuple[Attendee, ...]
_MISSED = (MarkState.UNMARKED, MarkState.ABSENT)


def nominated(found: Roster) -> _People:
    """Everybody who was ever put on the list, whatever became of them."""
    return found.participants


def taking_part(found: Roster) -> _People:
    """Who came or may still come: nobody who declined or was replaced, unless they were there all the same."""
    return tuple(one for one in nominated(found) if not one.is_gone)


def expected(found: Roster) -> _People:
    """Who has not come and still may."""
    return tuple(one for one in nominated(found) if one.enrolment.is_expected)


def came(found: Roster) -> _People:
    """Who was in at least one session that is held, or was registered and is not marked otherwise."""
    return tuple(one for one in nominated(found) if one.has_come)


def present_in(found: Roster, session: Session) -> _People:
    """Who was in one session, on time or late; in a cancelled one nobody was."""
    return tuple(one for one in nominated(found) if one.mark_in(session.id).was_there)


def missing_in(found: Roster, session: Session) -> _People:
    """Of those taking part, who is neither there nor excused."""
    return tuple(one for one in taking_part(found) if one.mark_in(session.id) in _MISSED)


def open_marks(found: Roster, until: date) -> int:
    """The marks of those taking part that nobody gave yet, in sessions up to this day; a future one is not open."""
    begun = begun_sessions(found, until)
    return sum(one.is_open_in(session.id) for one in taking_part(found) for session in begun)


def begun_sessions(found: Roster, until: date) -> list[Session]:
    """Those that are held up to a day; a session without a day counts as one of them."""
    return [one for one in found.held_sessions if one.day is None or one.day <= until]


def earned(found: Roster) -> _People:
    """Of those taking part, who met the rule or was let through by somebody."""
    return tuple(one for one in taking_part(found) if one.verdict.earned)


def certified(people: Iterable[Attendee]) -> _People:
    """Who holds a valid certificate; somebody with two of them is one person."""
    return tuple(one for one in people if one.certificate is not None)
