"""The desk: whom does somebody mean by what is typed so far, and which session is it now."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jobs.desk.registering import check_in, newly_here, put_mark, register, walk_in
from jobs.people.directory import fit
from models.badges import badge_number
from models.errors import ChangedMeanwhile, SeveralPeople
from models.names.keyboards import on_the_other_keyboard
from models.names.letters import folded, tidy
from models.people.entries import look_alikes
from models.phones import normalise
from models.records import Enrolment, Participant, Session
from models.records.codes import EnrolmentState, MarkState
from models.records.enrolments import enrolment_id
from models.store import Store
from models.training.roster import Attendee, Roster, sorting_key
from models.training.taking_part import whole_enrolment

_MOST = 40
_LEAST_LETTERS_OF_A_NAME = 3


class MatchKind(StrEnum):
    EXPECTED = "expected"
    """Enrolled, not yet here."""
    HERE = "here"
    """Registered already."""
    ON_FILE = "on_file"
    """Known from another training."""
    ALIKE = "alike"
    """Perhaps the person typed, spelled otherwise."""
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    kind: MatchKind
    participant: Participant
    attendee: Attendee | None = None


_ON_FILE = (MatchKind.EXPECTED, MatchKind.HERE, MatchKind.ON_FILE)


def session_now(found: Roster, now: datetime) -> Session | None:
    """Today's session that runs or comes next; on other days the first that nobody was marked in.

    :param now: local time where the training is held
    """
    held = [session for session in found.sessions if not session.cancelled]
    clock = now.replace(tzinfo=None, second=0, microsecond=0)
    today = [session for session in held if session.day == now.date() or runs_on(session, clock)]
    if today:
        return next((one for one in today if not one.end or (one.finishes and clock <= one.finishes)), today[-1])
    marked = {session_id for one in found.attendees for session_id, state in one.marks.items() if state}
    return next((session for session in held if session.id not in marked), held[-1] if held else None)


def runs_on(session: Session, clock: datetime) -> bool:
    """Whether it goes on past midnight, and has not ended."""
    if session.begins is None or session.finishes is None:
        return False
    return session.is_past_midnight and session.begins <= clock <= session.finishes


def training_day(found: Roster, now: datetime) -> date:
    """Today at a training; while a session runs past midnight, the day on which it began."""
    clock = now.replace(tzinfo=None, second=0, microsecond=0)
    running = [one.day for one in found.sessions if one.day and not one.cancelled and runs_on(one, clock)]
    return min((now.date(), *running))


def matches(store: Store, found: Roster, text: str, language: str, *, quick: bool = False) -> list[Match]:
    """People of this training first, then everybody on file, then a new person.

    Within the training, whoever is called as typed comes before those whose father or ministry is, here
    already or not: Enter on somebody who is here does no harm, Enter on a stranger would.

    :param language: of the window; whoever is expected is sorted by the name in its script
    :param quick: without those who may be meant by another spelling, who take longer to find than a key to press
    """
    typed = tidy(text)
    if not typed:
        return [_of_attendee(one) for one in _by_name(found, language) if one.enrolment.state.is_expected]
    known = store.identities
    attendees = {known.canonical(one.participant.id): one for one in found.attendees}
    here: list[Match] = []
    elsewhere: list[Match] = []
    seen: set[str] = set()
    people = store.people.find(typed, _MOST)
    meant = typed
    if not people:
        meant = on_the_other_keyboard(typed) or typed
        people = store.people.find(meant, _MOST)
    for person in people:
        own_id = known.canonical(person.id)
        if own_id not in seen:
            seen.add(own_id)
            if attendee := attendees.get(own_id):
                here.append(_of_attendee(attendee))
            else:
                elsewhere.append(Match(kind=MatchKind.ON_FILE, participant=person))
    here.sort(key=lambda one: (fit(one.participant, meant), one.kind is MatchKind.HERE))
    elsewhere.sort(key=lambda one: fit(one.participant, meant))
    return [*here, *elsewhere, *_new(store, typed, attendees, seen, quick=quick)]


def _new(store: Store, typed: str, attendees: dict[str, Attendee], seen: set[str], *, quick: bool) -> list[Match]:
    """A new person of the name typed, after those who may be meant by another spelling."""
    if sum(letter.isalpha() for letter in typed) < _LEAST_LETTERS_OF_A_NAME:
        return []
    new = walk_in(typed)
    known = store.identities
    others = () if quick else look_alikes(store, new)
    alike = [other for other, _ in others if known.canonical(other.id) not in seen]
    return [
        *(
            Match(kind=MatchKind.ALIKE, participant=one, attendee=attendees.get(known.canonical(one.id)))
            for one in alike
        ),
        Match(kind=MatchKind.NEW, participant=new),
    ]


def badge_owner(found: Roster, number: str) -> Attendee | None:
    """Whose badge it is; None when it is of another training."""
    return next((one for one in found.attendees if number in map(badge_number, one.enrolment_ids)), None)


def send_deputy(store: Store, training_id: str, absent: Attendee, name: str, session_id: str) -> Enrolment:
    """Somebody comes instead of a nominee: registered and present, with the nominee's institution and governorate.

    Marks and certificate will belong to the person who came.

    :raises ChangedMeanwhile, RecordMissing: when the nominee has come or sent somebody else, or is gone, or the session
    """
    person = walk_in(name)
    own_id = enrolment_id(person.id, training_id)
    with store.step("register") as step:
        known = store.enrolments.still(absent.enrolment.id)
        whole = whole_enrolment(store, known.id)
        if whole is None or not whole.is_expected:
            raise ChangedMeanwhile()
        made = Enrolment(
            id=own_id,
            participant_id=person.id,
            training_id=training_id,
            state=newly_here(session_id),
            institution_id=known.institution_id,
            governorate=known.governorate,
        )
        step.add(person, made)
        step.change(Enrolment, known.id, {"state": EnrolmentState.REPLACED, "replaced_by": own_id})
        if session_id:
            store.sessions.still(session_id)
            put_mark(step, own_id, session_id, MarkState.PRESENT)
    return made


def named(store: Store, found: Roster, text: str) -> Match:
    """The one person who is called exactly so, or has this phone number; else somebody new.

    :raises SeveralPeople: when more than one is
    """
    typed = tidy(text)
    wanted, phone = folded(typed), normalise(typed)
    known = [one for one in matches(store, found, typed, "en") if one.kind in _ON_FILE]
    exact = [one for one in known if _is(one.participant, wanted, phone)]
    if len(exact) > 1:
        raise SeveralPeople(name=typed)
    return exact[0] if exact else Match(kind=MatchKind.NEW, participant=walk_in(typed))


def _is(person: Participant, wanted: str, phone: str) -> bool:
    return wanted in {folded(person.name_latin), folded(person.name_arabic)} or bool(phone and person.phone == phone)


def take_in(store: Store, training_id: str, match: Match, session_id: str) -> None:
    """Register a person and mark them present in a session (if one is given)."""
    if match.attendee is not None:
        check_in(store, match.attendee, session_id)
    else:
        register(store, match.participant, training_id, session_id)


def _by_name(found: Roster, language: str) -> list[Attendee]:
    return sorted(found.attendees, key=lambda one: sorting_key(one.participant.name_in(language)))


def _of_attendee(attendee: Attendee) -> Match:
    kind = MatchKind.EXPECTED if attendee.enrolment.state.is_expected else MatchKind.HERE
    return Match(kind=kind, participant=attendee.participant, attendee=attendee)
