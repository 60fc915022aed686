"""The desk: register a person and mark them present, in one step."""

from collections.abc import Iterable, Sequence

from documents.page import Progress, no_progress
from models.fields import field_of
from models.ids import new_id
from models.names.letters import is_arabic_script, looks_sorani, tidy
from models.names.spelling import propose_arabic, propose_latin
from models.records import AttendanceMark, Enrolment, Participant
from models.records.codes import EnrolmentState, MarkState, NameLanguage, Role
from models.records.enrolments import enrolment_id, mark_id
from models.step import Step
from models.store import Store
from models.training.roster import Attendee
from models.typed import checked_length


def walk_in(name: str) -> Participant:
    """A new person from what was typed; the other form of the name is proposed.

    :raises TextTooLong: when no name is so long
    """
    typed = checked_length(field_of(Participant, "name_latin"), tidy(name))
    if is_arabic_script(typed):
        language = NameLanguage.SORANI if looks_sorani(typed) else NameLanguage.ARABIC
        return Participant(
            id=new_id(),
            name_arabic=typed,
            name_latin=propose_latin(typed),
            latin_proposed=True,
            name_language=language,
        )
    return Participant(id=new_id(), name_latin=typed, name_arabic=propose_arabic(typed), arabic_proposed=True)


def register(
    store: Store,
    participant: Participant,
    training_id: str,
    session_id: str,
    *,
    role: Role = Role.PARTICIPANT,
    institution_id: str = "",
) -> Enrolment:
    """Put the person on file if new and on the list, and mark them present in a session; without one, note they came.

    :raises RecordMissing: when the session was removed; nothing is saved
    """
    own_id = enrolment_id(participant.id, training_id)
    new = Enrolment(
        id=own_id,
        participant_id=participant.id,
        training_id=training_id,
        role=role,
        institution_id=institution_id,
        state=newly_here(session_id),
    )
    with store.step("register") as step:
        _add_or_bring_back(store, step, participant)
        if store.enrolments.find(own_id) is None:
            step.add(new)
        else:
            bring_back(step, own_id, session_id)
        if session_id:
            store.sessions.still(session_id)
            put_mark(step, own_id, session_id, MarkState.PRESENT)
    return store.enrolments.get(own_id)


def newly_here(session_id: str) -> EnrolmentState:
    """Of somebody who comes unannounced: that they came is said only where no mark says it."""
    return EnrolmentState.CONFIRMED if session_id else EnrolmentState.CAME


def bring_back(step: Step, enrolment: str, session_id: str) -> None:
    came = {} if session_id else {"state": EnrolmentState.CAME}
    step.change(Enrolment, enrolment, {"removed": False, **came})


def _add_or_bring_back(store: Store, step: Step, participant: Participant) -> None:
    """Of somebody on file nothing else is written: what is shown of them may be old by now."""
    if store.participants.find(participant.id) is None:
        step.add(participant)
    else:
        step.change(Participant, participant.id, {"removed": False})


def check_in(store: Store, attendee: Attendee, session_id: str) -> None:
    """Somebody enrolled is here: mark them present in a session; without one, note that they came.

    :raises RecordMissing: when the session was removed; nothing is saved
    """
    with store.step("register") as step:
        bring_back(step, attendee.enrolment.id, session_id)
        if session_id:
            store.sessions.still(session_id)
            _put_marks(step, attendee, session_id, MarkState.PRESENT)


def mark(
    store: Store, marks: Iterable[tuple[Attendee, str, MarkState]], progress: Progress = no_progress
) -> None:  # fmt: skip
    """Write marks (who, session id, state) in one step; that somebody came follows from them.

    :raises RecordMissing: when a session was removed; nothing is saved
    """
    marks = list(marks)
    with store.step("mark") as step:
        for session_id in {session_id for _, session_id, _ in marks}:
            store.sessions.still(session_id)
        for done, (attendee, session_id, state) in enumerate(marks):
            progress(done, len(marks))
            _put_marks(step, attendee, session_id, state)


def mark_others(
    store: Store,
    attendees: Sequence[Attendee],
    session_id: str,
    state: MarkState,
    progress: Progress = no_progress,
) -> None:
    """The same for those of these people who have no mark in a session by now, whatever was shown."""
    with store.step("mark") as step:
        store.sessions.still(session_id)
        marked = {one.enrolment_id for one in store.marks.where(session_id=session_id) if one.state or one.unread}
        for done, attendee in enumerate(attendees):
            progress(done, len(attendees))
            if not marked.intersection(attendee.enrolment_ids):
                _put_marks(step, attendee, session_id, state)


def _put_marks(step: Step, attendee: Attendee, session_id: str, state: MarkState) -> None:
    """One in every entry of the person: of two, the one that says most would win."""
    for enrolment in attendee.enrolment_ids:
        put_mark(step, enrolment, session_id, state)


def put_mark(step: Step, enrolment: str, session: str, state: MarkState) -> None:
    """Written whole, as nobody may have marked there yet."""
    said = {"enrolment_id": enrolment, "session_id": session, "state": state, "removed": False}
    step.change(AttendanceMark, mark_id(enrolment, session), said)
