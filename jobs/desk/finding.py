"""The desk: whom does somebody mean by what is typed so far, and which session is it now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jobs.desk.newcomers import alike, check_new
from jobs.desk.registering import bring_back, check_in, newly_here, put_mark, register, walk_in
from jobs.people.finding import find_people
from models.badges import badge_number
from models.errors import ChangedMeanwhile, SeveralPeople
from models.names.letters import folded, tidy
from models.phones import normalise
from models.records import Enrolment, Participant, Session
from models.records.codes import EnrolmentState, MarkState
from models.records.enrolments import enrolment_id
from models.sorting import sorting_key
from models.step import Step
from models.store import Store
from models.training.roster import Attendee, Roster
from models.training.taking_part import whole_enrolment

_MOST = 40
_MOST_SIMILAR = 8
_LEAST_LETTERS_OF_A_NAME = 3


class MatchKind(StrEnum):
    EXPECTED = "expected"
    """Takes part, and is not here yet today."""
    HERE = "here"
    """Is here today already; where no session is chosen, came."""
    GONE = "gone"
    """Declined, or sent a deputy."""
    ON_FILE = "on_file"
    """Known from another training."""
    ALIKE = "alike"
    """Perhaps the person typed, spelled otherwise; never chosen without a hand."""
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    kind: MatchKind
    participant: Participant
    attendee: Attendee | None = None


NAMED = (MatchKind.EXPECTED, MatchKind.HERE, MatchKind.GONE, MatchKind.ON_FILE)
"""Those who are called as typed; only they are chosen without a hand."""


def session_now(found: Roster, now: datetime) -> Session | None:
    """Today's session that runs or comes next. On a day without one there is none: nobody is marked on another day.

    :param now: local time where the training is held
    """
    clock = now.replace(tzinfo=None, second=0, microsecond=0)
    today = [one for one in found.held_sessions if one.day == now.date() or runs_on(one, clock)]
    after = today[-1] if today else None
    return next((one for one in today if not one.end or (one.finishes and clock <= one.finishes)), after)


def runs_on(session: Session, clock: datetime) -> bool:
    """Whether it goes on past midnight, and has not ended."""
    if session.begins is None or session.finishes is None:
        return False
    return session.is_past_midnight and session.begins <= clock <= session.finishes


def training_day(found: Roster, now: datetime) -> date:
    """Today at a training; while a session runs past midnight, the day on which it began."""
    clock = now.replace(tzinfo=None, second=0, microsecond=0)
    running = [one.day for one in found.held_sessions if one.day and runs_on(one, clock)]
    return min((now.date(), *running))


def matches(
    store: Store, found: Roster, text: str, language: str, session: Session | None = None, *, quick: bool = False
) -> list[Match]:
    """People of this training first, then everybody on file, then a new person.

    Within the training, whoever is called as typed comes before those whose father or ministry is, here
    already or not: Enter on somebody who is here does no harm, Enter on a stranger would. Similar names stand
    behind all these and are chosen by hand.

    :param language: of the window; whoever is expected is sorted by the name in its script
    :param session: in which people are marked present; nothing typed lists who is expected and not here that day
    :param quick: without those who may be meant by another spelling, who take longer to find than a key to press
    """
    typed = tidy(text)
    here = _Day(found, session)
    if not typed:
        return [here.match(one) for one in _by_name(found, language) if here.is_awaited(one)]
    known = store.identities
    attendees = {known.canonical(one.participant.id): one for one in found.attendees}
    enrolled: list[tuple[int, Match]] = []
    elsewhere: list[Match] = []
    similar: list[Match] = []
    seen: set[str] = set()
    for hit in find_people(store, typed, _MOST, language, quick=quick):
        own_id = known.canonical(hit.participant.id)
        if own_id in seen:
            continue
        seen.add(own_id)
        attendee = attendees.get(own_id)
        if hit.is_similar:
            similar.append(Match(kind=MatchKind.ALIKE, participant=hit.participant, attendee=attendee))
        elif attendee:
            enrolled.append((hit.fit, here.match(attendee)))
        else:
            elsewhere.append(Match(kind=MatchKind.ON_FILE, participant=hit.participant))
    enrolled.sort(key=lambda found: (found[0], NAMED.index(found[1].kind)))
    similar.sort(key=lambda one: one.attendee is None)
    shown = [*(one for _, one in enrolled), *elsewhere, *similar[:_MOST_SIMILAR]]
    beside = {known.canonical(one.participant.id) for one in shown}
    return [*shown, *_new(store, typed, attendees, beside, quick=quick)]


def _new(store: Store, typed: str, attendees: dict[str, Attendee], seen: set[str], *, quick: bool) -> list[Match]:
    """A new person of the name typed, after those who may be meant by another spelling."""
    if sum(letter.isalpha() for letter in typed) < _LEAST_LETTERS_OF_A_NAME:
        return []
    new = walk_in(typed)
    known = store.identities
    others = [] if quick else [one for one in alike(store, new) if known.canonical(one.id) not in seen]
    return [
        *(
            Match(kind=MatchKind.ALIKE, participant=one, attendee=attendees.get(known.canonical(one.id)))
            for one in others
        ),
        Match(kind=MatchKind.NEW, participant=new),
    ]


def badge_owner(found: Roster, number: str) -> Attendee | None:
    """Whose badge it is; None when it is of another training."""
    return next((one for one in found.attendees if number in map(badge_number, one.enrolment_ids)), None)


def send_deputy(
    store: Store,
    training_id: str,
    absent: Attendee,
    person: Participant,
    session_id: str,
    *,
    seen: Collection[str] = (),
    is_all: bool = False,
) -> Enrolment:
    """Somebody comes instead of a nominee: registered and present, with the nominee's institution and governorate.

    Marks and certificate will belong to the person who came.

    :param person: on file, or new (see ``newcomers.check_new``)
    :raises NotWholeName, AlikeOnFile: and nothing is saved
    :raises ChangedMeanwhile, RecordMissing: when the nominee has come or sent somebody else, or is gone, or the session
    """
    is_new = store.participants.find(person.id) is None
    if is_new:
        check_new(store, person, seen, is_all=is_all)
    own_id = enrolment_id(person.id, training_id)
    with store.step("register") as step:
        known = store.enrolments.still(absent.enrolment.id)
        whole = whole_enrolment(store, known.id)
        if whole is None or not whole.is_expected:
            raise ChangedMeanwhile()
        if is_new:
            step.add(person)
        _enrol_instead(store, step, known, person, session_id)
        step.change(Enrolment, known.id, {"state": EnrolmentState.REPLACED, "replaced_by": own_id})
        if session_id:
            store.sessions.still(session_id)
            put_mark(step, own_id, session_id, MarkState.PRESENT)
    return store.enrolments.get(own_id)


def _enrol_instead(store: Store, step: Step, absent: Enrolment, person: Participant, session_id: str) -> None:
    """Who is on the list already keeps what is said of them there."""
    own_id = enrolment_id(person.id, absent.training_id)
    if store.enrolments.find(own_id) is not None:
        bring_back(step, own_id, session_id)
        return
    made = Enrolment(
        id=own_id,
        participant_id=person.id,
        training_id=absent.training_id,
        state=newly_here(session_id),
        institution_id=absent.institution_id,
        governorate=absent.governorate,
    )
    step.add(made)


def deputies(store: Store, found: Roster, new: Participant) -> list[Match]:
    """Who on file may be the deputy that was named, called so or alike."""
    return [one for one in matches(store, found, new.name, "en") if one.kind is not MatchKind.NEW]


def named(store: Store, found: Roster, text: str, session: Session | None = None) -> Match:
    """The one person who is called exactly so, or has this phone number; else somebody new.

    :raises SeveralPeople: when more than one is
    """
    typed = tidy(text)
    wanted, phone = folded(typed), normalise(typed)
    known = [one for one in matches(store, found, typed, "en", session) if one.kind in NAMED]
    exact = [one for one in known if _is(one.participant, wanted, phone)]
    if len(exact) > 1:
        raise SeveralPeople(name=typed)
    return exact[0] if exact else Match(kind=MatchKind.NEW, participant=walk_in(typed))


def _is(person: Participant, wanted: str, phone: str) -> bool:
    return wanted in {folded(person.name_latin), folded(person.name_arabic)} or bool(phone and person.phone == phone)


def take_in(
    store: Store,
    training_id: str,
    match: Match,
    session_id: str,
    *,
    seen: Collection[str] = (),
    is_all: bool = False,
) -> None:
    """Register a person and mark them present in a session (if one is given).

    :param seen, is_all: of somebody new, as ``newcomers.check_new`` asks
    :raises NotWholeName, AlikeOnFile: and nobody is registered
    """
    if match.kind is MatchKind.NEW:
        check_new(store, match.participant, seen, is_all=is_all)
    if match.attendee is not None:
        check_in(store, match.attendee, session_id)
    else:
        register(store, match.participant, training_id, session_id)


def _by_name(found: Roster, language: str) -> list[Attendee]:
    return sorted(found.attendees, key=lambda one: sorting_key(one.participant.name_in(language), language))


class _Day:
    """Who is here on the day of a session; without one, who came at all."""

    def __init__(self, found: Roster, session: Session | None) -> None:
        self._session = session
        self._sessions = [one for one in found.held_sessions if session and one.day == session.day]

    def match(self, one: Attendee) -> Match:
        return Match(kind=self._kind(one), participant=one.participant, attendee=one)

    def is_awaited(self, one: Attendee) -> bool:
        """Expected and not here yet; who is excused is not waited for."""
        is_excused = self._session is not None and one.mark_in(self._session.id) is MarkState.EXCUSED
        return self._kind(one) is MatchKind.EXPECTED and not is_excused

    def _kind(self, one: Attendee) -> MatchKind:
        if one.is_gone:
            return MatchKind.GONE
        return MatchKind.HERE if self._is_here(one) else MatchKind.EXPECTED

    def _is_here(self, one: Attendee) -> bool:
        if self._session is None or "state" in one.enrolment.unread:
            return not one.enrolment.is_expected
        return any(one.mark_in(session.id).was_there for session in self._sessions)
