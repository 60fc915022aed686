"""Who may have a certificate, and of which kind: by the rule, by somebody's exception, or on request."""

from models.certificates.states import CertificateState
from models.errors import AlreadyExcepted
from models.records import Enrolment
from models.records.codes import CertificateKind, Role
from models.store import Store
from models.training.roster import Attendee, Roster


def is_due(attendee: Attendee, *, early: bool = False) -> bool:
    """Participants by the rule or an exception; other roles whenever somebody asks for it."""
    verdict = attendee.verdict
    return not attendee.counts or verdict.earned or (early and verdict.may_still_be_earned)


def has_name(attendee: Attendee) -> bool:
    return bool(attendee.participant.printed_latin or attendee.participant.printed_arabic)


def was_revoked(attendee: Attendee) -> bool:
    """Then another one is issued only when somebody asks for it."""
    return any(one.state is CertificateState.REVOKED for one in attendee.past_certificates)


def kind_for(found: Roster, attendee: Attendee) -> CertificateKind:
    """Participants get the training's kind, trainers theirs, everybody else thanks."""
    if attendee.counts:
        return found.training.certificate_kind
    return CertificateKind.TRAINER if attendee.enrolment.role is Role.TRAINER else CertificateKind.APPRECIATION


def allow(store: Store, enrolment_id: str, by: str, reason: str) -> None:
    """Somebody decides that a person gets a certificate against the rule; an empty name takes it back.

    :raises AlreadyExcepted: when somebody else decided so before; their name and reason stay
    """
    with store.step("exception") as step:
        known = store.enrolments.get(enrolment_id)
        if by and known.exception_by and (known.exception_by, known.exception_reason) != (by, reason):
            raise AlreadyExcepted(by=known.exception_by)
        step.change(Enrolment, enrolment_id, {"exception_by": by, "exception_reason": reason})
