"""The desk: register a person and mark them present, in one step."""

from collections.abc import Iterable
from dataclasses import replace

from models.ids import new_id
from models.names.letters import is_arabic_script, looks_sorani, tidy
from models.names.spelling import propose_arabic, propose_latin
from models.records import AttendanceMark, Enrolment, Participant
from models.records.codes import EnrolmentState, MarkState, NameLanguage, Role
from models.records.enrolments import enrolment_id, mark_id
from models.store import Store
from models.training.roster import Attendee


def walk_in(name: str) -> Participant:
    """A new person from what was typed; the other form of the name is proposed."""
    typed = tidy(name)
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
    """Put the person on file if new, note that they came, and mark them present in a session (if one is given)."""
    own_id = enrolment_id(participant.id, training_id)
    known = store.enrolments.find(own_id)
    enrolment = known or Enrolment(
        id=own_id,
        participant_id=participant.id,
        training_id=training_id,
        role=role,
        institution_id=institution_id,
    )
    enrolment = replace(enrolment, state=EnrolmentState.CAME, removed=False)
    with store.step("register") as step:
        step.put(participant, enrolment)
        if session_id:
            step.put(_mark(own_id, session_id, MarkState.PRESENT))
    return enrolment


def check_in(store: Store, attendee: Attendee, session_id: str) -> None:
    """Somebody enrolled is here: note that they came, and mark them present in a session (if one is given)."""
    with store.step("register") as step:
        step.put(replace(store.enrolments.get(attendee.enrolment.id), state=EnrolmentState.CAME))
        if session_id:
            step.put(*_marks(attendee, session_id, MarkState.PRESENT))


def mark(store: Store, marks: Iterable[tuple[Attendee, str, MarkState]]) -> None:
    """Write marks (who, session id, state) in one step. Whoever was there at all came to the training."""
    with store.step("mark") as step:
        for attendee, session_id, state in marks:
            step.put(*_marks(attendee, session_id, state))
            if state.was_there and attendee.enrolment.state.is_expected:
                step.put(replace(store.enrolments.get(attendee.enrolment.id), state=EnrolmentState.CAME))


def _marks(attendee: Attendee, session_id: str, state: MarkState) -> list[AttendanceMark]:
    """One in every entry of the person: of two, the one that says most would win."""
    return [_mark(enrolment, session_id, state) for enrolment in attendee.enrolment_ids]


def _mark(enrolment: str, session: str, state: MarkState) -> AttendanceMark:
    return AttendanceMark(id=mark_id(enrolment, session), enrolment_id=enrolment, session_id=session, state=state)
