"""What becomes of a certificate: printed, handed over, ended. What allows it is read while it is written."""

from collections.abc import Iterable
from datetime import date

from jobs.certificates.entitlement import is_due
from models.certificates.states import Act, CertificateState, may
from models.errors import AlreadyHandedOver, CertificateEnded, NotEarned, NotHandedOver, UnknownCertificate
from models.records import Certificate
from models.records.codes import CertificateEnding
from models.store import Store
from models.training.roster import Roster, again
from models.wall_clock import today_at


def allowed(store: Store, certificate_id: str, act: Act) -> Certificate:
    """The certificate as it is now, if this may be done with it.

    :raises CertificateEnded, AlreadyHandedOver, NotHandedOver: when it may not, or not any more
    """
    found = store.certificates.get(certificate_id)
    if may(found.state, act):
        return found
    if not found.state.is_valid:
        raise CertificateEnded(number=found.number)
    if found.state is CertificateState.HANDED_OVER:
        raise AlreadyHandedOver(number=found.number)
    raise NotHandedOver(number=found.number)


def note_printed(store: Store, certificates: Iterable[Certificate], day: date) -> tuple[Certificate, ...]:
    """They are on paper. Of these, the sheets that do not hold: ended or corrected meanwhile, so nothing is noted."""
    sheets = {one.id: one for one in certificates}
    with store.step() as step:
        current = {one.id: one for one in store.certificates.among("id", sheets)}
        holding = [one for one in current.values() if may(one.state, Act.PRINT) and one.says_as(sheets[one.id])]
        for one in holding:
            if one.printed_on is None:
                step.change(Certificate, one.id, {"printed_on": day})
    held = {one.id for one in holding}
    return tuple(current.get(own_id, sheet) for own_id, sheet in sheets.items() if own_id not in held)


def hand_over(store: Store, found: Roster, certificate_ids: Iterable[str], day: date) -> None:
    """The people have them in their hands. Undo takes it back.

    :raises NotEarned: when it was printed early and the person did not stay; nothing is changed
    :raises CertificateEnded, AlreadyHandedOver: when another desk was first; nothing is changed
    """
    with store.step("hand_over") as step:
        wanted = [allowed(store, one, Act.HAND_OVER) for one in certificate_ids]
        people = again(store, found, {one.enrolment_id for one in wanted})
        for one in people:
            if not is_due(one):
                raise NotEarned(name=one.participant.name)
        for certificate in wanted:
            step.change(Certificate, certificate.id, {"handed_over_on": day})


def revoke(store: Store, certificate_id: str, reason: str) -> Certificate:
    """It is not valid any more; its number is never used again. Undo takes the revocation back.

    :raises CertificateEnded: when it ended before
    """
    return _end(store, certificate_id, Act.REVOKE, CertificateEnding.REVOKED, reason)


def void(store: Store, certificate_id: str, reason: str) -> Certificate:
    """It was prepared or printed, and nobody gets it.

    :raises AlreadyHandedOver: then it can only be revoked
    :raises CertificateEnded: when it ended before
    """
    return _end(store, certificate_id, Act.VOID, CertificateEnding.VOID, reason)


def _end(store: Store, certificate_id: str, act: Act, ending: CertificateEnding, reason: str) -> Certificate:
    with store.step("revoke") as step:
        found = allowed(store, certificate_id, act)
        today = today_at(_zone(store, found))
        step.change(Certificate, found.id, {"ended_on": today, "ending": ending, "reason": reason})
    return store.certificates.get(certificate_id)


def _zone(store: Store, certificate: Certificate) -> str:
    enrolment = store.enrolments.get(certificate.enrolment_id)
    return store.trainings.get(enrolment.training_id).zone


def certificate_of(store: Store, number: str) -> Certificate:
    """
    :raises UnknownCertificate: when there is none with this number
    """
    found = store.certificates.where(number=number)
    if not found:
        raise UnknownCertificate(number=number)
    return found[0]
