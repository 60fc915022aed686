"""Everybody in a training, once, with their marks, scores and certificate."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from models.errors import UnknownTraining
from models.people.identities import Identities
from models.records import (
    Certificate,
    CustomAnswer,
    Enrolment,
    Institution,
    Participant,
    Programme,
    Score,
    Session,
    Training,
)
from models.records.codes import EnrolmentState, MarkState, Role, ScoreKind
from models.sorting import natural_key
from models.store import Store
from models.training.taking_part import merged_enrolment
from models.training.verdicts import Verdict, judge

_STRONGEST_FIRST = (
    MarkState.PRESENT,
    MarkState.LATE,
    MarkState.EXCUSED,
    MarkState.ABSENT,
    MarkState.UNMARKED,
)
_MARK = ("enrolment_id", "session_id", "state", "unread")
_STATES = {state.value: state for state in MarkState}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One person in one training; entries joined as one person are folded into one."""

    participant: Participant
    enrolment: Enrolment
    institution: Institution | None
    marks: dict[str, MarkState]
    """Session id -> mark, of the sessions that are held: in a cancelled one nobody was."""
    scores: dict[ScoreKind, int]
    certificate: Certificate | None
    """The valid one; of several that which the person holds (``valid_of``)."""
    other_valid: tuple[Certificate, ...]
    """Where two desks issued, or two entries were joined: until somebody ends them."""
    past_certificates: tuple[Certificate, ...]
    """Replaced, revoked, void."""
    verdict: Verdict
    enrolment_ids: tuple[str, ...]
    answers: dict[str, str]
    """Id of a programme's own question -> what was answered."""
    unread_marks: frozenset[str] = frozenset()
    """The sessions in which a newer version marked the person as this one does not understand."""

    @property
    def counts(self) -> bool:
        return self.enrolment.role.counts

    @property
    def has_come(self) -> bool:
        return self.enrolment.state is EnrolmentState.CAME

    @property
    def is_gone(self) -> bool:
        """Declined, or sent a deputy, and was never there."""
        return self.enrolment.state.is_gone

    @property
    def valid_certificates(self) -> tuple[Certificate, ...]:
        return (self.certificate, *self.other_valid) if self.certificate else ()

    @property
    def numbers(self) -> str:
        """Of what is valid; empty when nothing is."""
        return " · ".join(one.number for one in self.valid_certificates)

    def mark_in(self, session_id: str) -> MarkState:
        return self.marks.get(session_id, MarkState.UNMARKED)

    def is_open_in(self, session_id: str) -> bool:
        """Whether nobody marked them there; what a newer version said is an answer too."""
        return not self.mark_in(session_id) and session_id not in self.unread_marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    training: Training
    programme: Programme
    sessions: tuple[Session, ...]
    attendees: tuple[Attendee, ...]

    @property
    def participants(self) -> tuple[Attendee, ...]:
        """Those whose role counts."""
        return tuple(attendee for attendee in self.attendees if attendee.counts)

    @property
    def held_sessions(self) -> tuple[Session, ...]:
        return tuple(one for one in self.sessions if not one.cancelled)

    def in_role(self, role: Role) -> tuple[Attendee, ...]:
        return tuple(attendee for attendee in self.attendees if attendee.enrolment.role is role)

    def attendee(self, enrolment_id: str) -> Attendee | None:
        return next((found for found in self.attendees if enrolment_id in found.enrolment_ids), None)


def find_training(store: Store, name: str) -> Training:
    """A training by its code or id.

    :raises UnknownTraining: when there is none
    """
    for training in store.trainings.all():
        if training.id == name or training.code.casefold() == name.casefold():
            return training
    raise UnknownTraining(training=name)


def sessions_of(store: Store, training_id: str) -> tuple[Session, ...]:
    """In the order in which they are held."""
    found = store.sessions.where(training_id=training_id)
    return tuple(sorted(found, key=lambda session: (str(session.day), session.start, session.id)))


def load(store: Store, training_id: str) -> Roster:
    """The whole roster of a training, in the order of the register."""
    training = store.trainings.get(training_id)
    programme = store.programmes.find(training.programme_id) or Programme(id="")
    sessions = sessions_of(store, training_id)
    enrolments = store.enrolments.where(training_id=training_id)
    attendees = attendees_of(store, programme, sessions, enrolments, store.identities)
    return Roster(training=training, programme=programme, sessions=sessions, attendees=attendees)


def again(store: Store, known: Roster, enrolment_ids: Iterable[str]) -> tuple[Attendee, ...]:
    """Some people of a roster as they are by now, for a step that is about to write."""
    programme = store.programmes.find(known.training.programme_id) or Programme(id="")
    enrolments = list(store.enrolments.among("id", enrolment_ids))
    return attendees_of(store, programme, sessions_of(store, known.training.id), enrolments, store.identities)


def attendees_of(
    store: Store, programme: Programme, sessions: tuple[Session, ...], enrolments: list[Enrolment], known: Identities
) -> tuple[Attendee, ...]:
    """The people of these enrolments, each once, in the order of the first enrolment."""
    reading = _Reading(store, programme, sessions, enrolments, known)
    return tuple(reading.attendee(group) for group in reading.groups())


class _Reading:
    """Everything that is asked of the register for some enrolments, read at once."""

    def __init__(
        self,
        store: Store,
        programme: Programme,
        sessions: tuple[Session, ...],
        enrolments: list[Enrolment],
        known: Identities,
    ) -> None:
        ids = [enrolment.id for enrolment in enrolments]
        self._programme = programme
        self._sessions = sessions
        self._enrolments = enrolments
        self._known = known
        self._participants = {
            found.id: found
            for found in store.participants.among("id", {enrolment.participant_id for enrolment in enrolments})
        }
        wanted = {enrolment.institution_id for enrolment in enrolments}
        self._institutions = {found.id: found for found in store.institutions.among("id", wanted)}
        self._marks: dict[str, list[tuple[str, MarkState]]] = {}
        self._unread_marks: dict[str, set[str]] = {}
        held = {session.id for session in sessions if not session.cancelled}
        for enrolment, session, state, unread in store.marks.picked(_MARK, "enrolment_id", ids):
            if session not in held:
                continue
            if unread:
                self._unread_marks.setdefault(enrolment, set()).add(session)
            self._marks.setdefault(enrolment, []).append((session, _STATES[state]))
        self._scores = _grouped(store.scores.among("enrolment_id", ids))
        self._answers = _grouped(store.custom_answers.among("enrolment_id", ids))
        self._certificates = _grouped(store.certificates.among("enrolment_id", ids))

    def groups(self) -> list[list[Enrolment]]:
        """The enrolments of each person."""
        found: dict[str, list[Enrolment]] = {}
        for enrolment in self._enrolments:
            if enrolment.participant_id in self._participants:
                found.setdefault(self._known.canonical(enrolment.participant_id), []).append(enrolment)
        return list(found.values())

    def attendee(self, group: list[Enrolment]) -> Attendee:
        participant = self._known.merged([self._participants[enrolment.participant_id] for enrolment in group])
        marks = _merged_marks([self._marks.get(one.id, []) for one in group])
        enrolment = merged_enrolment(group, marks.values())
        scores = {
            score.kind: score.points
            for one in group
            for score in self._scores.get(one.id, ())
            if score.points is not None
        }
        certificates = [found for one in group for found in self._certificates.get(one.id, ())]
        valid = valid_of(certificates)
        return Attendee(
            participant=participant,
            enrolment=enrolment,
            institution=self._institutions.get(enrolment.institution_id),
            marks=marks,
            unread_marks=self._unread_in(group, marks),
            scores=scores,
            certificate=valid[0] if valid else None,
            other_valid=tuple(valid[1:]),
            past_certificates=tuple(found for found in certificates if not found.state.is_valid),
            verdict=judge(
                self._programme.judged_by,
                self._sessions,
                marks,
                scores,
                has_exception=bool(enrolment.exception_by),
            ),
            enrolment_ids=tuple(one.id for one in group),
            answers={
                found.field_id: found.answer for one in group for found in self._answers.get(one.id, ()) if found.answer
            },
        )

    def _unread_in(self, group: list[Enrolment], marks: dict[str, MarkState]) -> frozenset[str]:
        """Where no other entry of the person has a mark that is understood."""
        unread = {session for one in group for session in self._unread_marks.get(one.id, ())}
        return frozenset(session for session in unread if not marks.get(session))


def valid_of(certificates: Iterable[Certificate]) -> list[Certificate]:
    """The valid ones: first what the person holds, then what is on paper, then the earliest; alike on every laptop."""
    valid = [one for one in certificates if one.state.is_valid]
    valid.sort(key=lambda one: natural_key(one.number))
    return sorted(valid, key=lambda one: (not one.handed_over_on, not one.printed_on, str(one.issued_on)))


_Child = Score | Certificate | CustomAnswer


def _grouped(records: Iterable[_Child]) -> dict[str, list]:  # type: ignore[type-arg]
    groups: dict[str, list[_Child]] = {}
    for record in records:
        groups.setdefault(record.enrolment_id, []).append(record)
    return groups


def _merged_marks(entries: list[list[tuple[str, MarkState]]]) -> dict[str, MarkState]:
    """Two witnesses: whoever saw the person present is right.

    :param entries: of each entry of a person, session ids and marks
    """
    found = dict(entries[0])
    for session, state in chain.from_iterable(entries[1:]):
        found[session] = min(found.get(session, MarkState.UNMARKED), state, key=_STRONGEST_FIRST.index)
    return found
