"""Certificates: who gets a number, and what becomes of it. A number is never used again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from jobs.certificates.proofs import Proofs
from jobs.certificates.signing_keys import key_to_sign
from models.certificates.numbers import NumberPattern, pattern_of
from models.errors import AlreadyHandedOver, NotEarned, NotHandedOver, UnknownCertificate
from models.records import Certificate
from models.records.codes import CertificateKind, CertificateState, NameLanguage, Role
from models.records.enrolments import derived_id
from models.store import Step, Store
from models.training.roster import Attendee, Roster

_SAID = ("kind", "name_latin", "name_arabic", "second_language")  # of the person, on paper


def prepare(
    store: Store, found: Roster, day: date, *, early: bool = False, enrolment_ids: Iterable[str] | None = None
) -> list[Certificate]:
    """Number what is earned and has no number yet; the new ones. Reprinting never comes here twice.

    :param early: also for those who will have earned it if they stay to the end
    :param enrolment_ids: only these people, in whatever role; none given: all participants, except those
        whose certificate was revoked
    """
    wanted = [one for one in _wanted(found, enrolment_ids) if one.certificate is None and has_name(one)]
    wanted = [one for one in wanted if is_due(one, early=early)]
    if not wanted:
        return []
    with store.step("certificates") as step:
        issuing = _Issuing(store, step, found, day)
        new = [issuing.made_for(attendee) for attendee in wanted]
        step.add(*new)
    return new


def _wanted(found: Roster, enrolment_ids: Iterable[str] | None) -> list[Attendee]:
    if enrolment_ids is not None:
        ids = set(enrolment_ids)
        return [one for one in found.attendees if ids & set(one.enrolment_ids)]
    return [one for one in found.participants if not was_revoked(one)]


def was_revoked(attendee: Attendee) -> bool:
    """Then another one is issued only when somebody asks for it."""
    return any(one.state is CertificateState.REVOKED for one in attendee.past_certificates)


def is_due(attendee: Attendee, *, early: bool = False) -> bool:
    """Participants by the rule or an exception; other roles whenever somebody asks for it."""
    verdict = attendee.verdict
    return not attendee.counts or verdict.earned or (early and verdict.may_still_be_earned)


def has_name(attendee: Attendee) -> bool:
    return bool(attendee.participant.printed_latin or attendee.participant.printed_arabic)


class _Issuing:
    """Gives the next numbers of this desk within a step, and signs."""

    def __init__(self, store: Store, step: Step, found: Roster, day: date) -> None:
        self._found = found
        self._day = day
        self._proofs = Proofs(store, found.training, found.programme)
        self._key = key_to_sign(store, step, found.programme.issuer_id)
        self._pattern: NumberPattern = pattern_of(found.programme.number_pattern)
        self._values = {
            "training": found.training.code,
            "programme": found.programme.code or found.training.code,
            "year": str((found.training.start or day).year),
            "desk": store.device().letter,
        }
        rows = store.connection.execute("SELECT number FROM certificates")  # removed ones included
        self._last = self._pattern.last(self._values, (number for (number,) in rows))

    def made_for(self, attendee: Attendee) -> Certificate:
        self._last += 1
        number = self._pattern.number(self._values, self._last)
        own_id = derived_id("certificate", attendee.enrolment.id, number)
        made = replace(unnumbered(self._found, attendee), id=own_id, number=number, issued_on=self._day)
        return replace(made, proof=self._proofs.signed(made, self._key))


def unnumbered(found: Roster, attendee: Attendee) -> Certificate:
    """What a person's certificate would say, before it is issued."""
    person = attendee.participant
    return Certificate(
        id="",
        enrolment_id=attendee.enrolment.id,
        kind=kind_for(found, attendee),
        name_latin=person.printed_latin,
        name_arabic=person.printed_arabic,
        second_language=(person.name_language or NameLanguage.ARABIC).value,
    )


def kind_for(found: Roster, attendee: Attendee) -> CertificateKind:
    """Participants get the training's kind, trainers theirs, everybody else thanks."""
    if attendee.counts:
        return found.training.certificate_kind
    return CertificateKind.TRAINER if attendee.enrolment.role is Role.TRAINER else CertificateKind.APPRECIATION


def correct(store: Store, found: Roster, attendees: Iterable[Attendee]) -> list[Certificate]:
    """What these have and was not handed over yet says what is on file now, under the same number; what changed."""
    proofs = Proofs(store, found.training, found.programme)
    stale = [one for attendee in attendees if (one := _stale(found, attendee, proofs)) is not None]
    if not stale:
        return []
    with store.step() as step:
        key = key_to_sign(store, step, found.programme.issuer_id)
        changed = [replace(one, proof=proofs.signed(one, key), state=CertificateState.PREPARED) for one in stale]
        step.put(*changed)
    return changed


def _stale(found: Roster, attendee: Attendee, proofs: Proofs) -> Certificate | None:
    """What somebody's certificate should say, if that is not what it says."""
    old = attendee.certificate
    if old is None or old.state is CertificateState.HANDED_OVER or not has_name(attendee):
        return None
    fresh = unnumbered(found, attendee)
    said: dict[str, Any] = {name: getattr(fresh, name) for name in _SAID}
    new = replace(old, **said)
    return new if new != old or not proofs.is_current(new) else None


def note_printed(store: Store, certificates: Iterable[Certificate], day: date) -> None:
    with store.step() as step:
        for one in certificates:
            if one.state is CertificateState.PREPARED:
                step.put(replace(one, state=CertificateState.PRINTED, printed_on=day))


def hand_over(store: Store, found: Roster, certificate_ids: Iterable[str], day: date) -> None:
    """The people have them in their hands. Undo takes it back.

    :raises NotEarned: when it was printed early and the person did not stay; nothing is changed
    """
    ids = set(certificate_ids)
    attendees = [one for one in found.attendees if one.certificate is not None and one.certificate.id in ids]
    with store.step("hand_over") as step:
        for one in attendees:
            if not is_due(one):
                raise NotEarned(name=one.participant.name)
            if one.certificate is not None and one.certificate.state is not CertificateState.HANDED_OVER:
                step.put(replace(one.certificate, state=CertificateState.HANDED_OVER, handed_over_on=day))


def reissue(store: Store, found: Roster, certificate_id: str, day: date) -> Certificate:
    """A new one with a new number in the place of one that was handed over, which is marked replaced.

    :raises NotHandedOver: before, a correction is printed under the same number
    """
    old = store.certificates.get(certificate_id)
    if old.state is not CertificateState.HANDED_OVER:
        raise NotHandedOver(number=old.number)
    attendee = found.attendee(old.enrolment_id)
    if attendee is None:
        raise UnknownCertificate(number=old.number)
    with store.step("certificates") as step:
        made = _Issuing(store, step, found, day).made_for(attendee)
        step.put(replace(old, state=CertificateState.REPLACED, replaced_by=made.id), made)
    return made


def revoke(store: Store, certificate_id: str, reason: str) -> Certificate:
    """It is not valid any more; its number is never used again. Undo takes the revocation back."""
    return _end(store, store.certificates.get(certificate_id), CertificateState.REVOKED, reason)


def void(store: Store, certificate_id: str, reason: str) -> Certificate:
    """It was prepared or printed, and nobody gets it.

    :raises AlreadyHandedOver: then it can only be revoked
    """
    found = store.certificates.get(certificate_id)
    if found.state is CertificateState.HANDED_OVER:
        raise AlreadyHandedOver(number=found.number)
    return _end(store, found, CertificateState.VOID, reason)


def _end(store: Store, found: Certificate, state: CertificateState, reason: str) -> Certificate:
    ended = replace(found, state=state, reason=reason)
    with store.step("revoke") as step:
        step.put(ended)
    return ended


def allow(store: Store, enrolment_id: str, by: str, reason: str) -> None:
    """Somebody decides that a person gets a certificate against the rule; an empty name takes it back."""
    with store.step("exception") as step:
        step.put(replace(store.enrolments.get(enrolment_id), exception_by=by, exception_reason=reason))


def certificate_of(store: Store, number: str) -> Certificate:
    """
    :raises UnknownCertificate: when there is none with this number
    """
    found = store.certificates.where(number=number)
    if not found:
        raise UnknownCertificate(number=number)
    return found[0]
