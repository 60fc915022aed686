"""Certificates: who gets a number, and what it says until it is handed over. A number is never used again."""

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from documents.page import Progress, no_progress
from jobs.certificates.afterwards import allowed
from jobs.certificates.entitlement import has_name, is_due, kind_for, was_revoked
from jobs.certificates.forms import Forms
from jobs.certificates.proofs import Proofs
from jobs.certificates.signing_keys import key_to_sign
from jobs.trainings.leaving import given_numbers
from models.certificates.numbers import NumberPattern, pattern_of
from models.certificates.states import Act, may
from models.errors import UnknownCertificate
from models.records import Certificate
from models.records.certificates import SAID
from models.records.codes import CertificateEnding, CertificateKind, NameLanguage
from models.records.enrolments import derived_id
from models.step import Step
from models.store import Store
from models.texts import NOTHING, Text
from models.training.roster import Attendee, Roster, again, valid_of
from resources.words import LANGUAGES, words_for


def prepare(
    store: Store,
    found: Roster,
    day: date,
    *,
    early: bool = False,
    enrolment_ids: Iterable[str] | None = None,
    forms: Forms | None = None,
    progress: Progress = no_progress,
) -> list[Certificate]:
    """Number what is earned and has no number yet; the new ones. Reprinting never comes here twice.

    :param early: also for those who will have earned it if they stay to the end
    :param enrolment_ids: only these people, in whatever role; none given: all participants, except those
        whose certificate was revoked
    :param forms: instead of the training's own
    """
    wanted = [one for one in _wanted(found, enrolment_ids) if _is_missing(one, early=early)]
    if not wanted:
        return []
    with store.step("certificates") as step:
        people = again(store, found, {own_id for one in wanted for own_id in one.enrolment_ids})
        issuing = _Issuing(store, step, found, day, forms or Forms(store, found))
        new = []
        for one in people:
            progress(0, len(people))  # they are counted when they are drawn
            if _is_missing(one, early=early):
                new.append(issuing.made_for(one))
        _put_on_file(step, new, issuing.forms)
    return new


def _is_missing(attendee: Attendee, *, early: bool) -> bool:
    return attendee.certificate is None and has_name(attendee) and is_due(attendee, early=early)


def _wanted(found: Roster, enrolment_ids: Iterable[str] | None) -> list[Attendee]:
    if enrolment_ids is not None:
        ids = set(enrolment_ids)
        return [one for one in found.attendees if ids & set(one.enrolment_ids)]
    return [one for one in found.participants if not was_revoked(one)]


class _Issuing:
    """Gives the next numbers of this desk within a step, and signs."""

    def __init__(self, store: Store, step: Step, found: Roster, day: date, forms: Forms) -> None:
        self.forms = forms
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
        self._last = self._pattern.last(self._values, given_numbers(store))

    def made_for(self, attendee: Attendee) -> Certificate:
        self._last += 1
        number = self._pattern.number(self._values, self._last)
        own_id = derived_id("certificate", attendee.enrolment.id, number)
        made = replace(unnumbered(self._found, attendee, self.forms), id=own_id, number=number, issued_on=self._day)
        return replace(made, proof=self._proofs.signed(made, self._key))


def _put_on_file(step: Step, new: Iterable[Certificate], forms: Forms) -> None:
    for kind in {one.kind for one in new}:
        step.add(forms.of(kind).record)
    step.add(*new)


def unnumbered(found: Roster, attendee: Attendee, forms: Forms) -> Certificate:
    """What a person's certificate would say, before it is issued: of the person, what its form prints."""
    kind = kind_for(found, attendee)
    form = forms.of(kind)
    return replace(saying_all(attendee, kind, form.keys), form_id=form.record.id)


def saying_all(attendee: Attendee, kind: CertificateKind, keys: Container[str]) -> Certificate:
    """
    :param keys: the values that are printed
    """
    person, verdict, institution = attendee.participant, attendee.verdict, attendee.institution
    names = {one: words_for(one).of(institution) for one in LANGUAGES} if institution else {}
    return Certificate(
        id="",
        enrolment_id=attendee.enrolment.id,
        kind=kind,
        title=person.title if "person_title" in keys else "",
        institution=Text(**names) if "institution" in keys else NOTHING,
        position=attendee.enrolment.position if "position" in keys else "",
        attended=verdict.attended if "attended" in keys else None,
        held=verdict.held if "held" in keys else None,
        name_latin=person.printed_latin,
        name_arabic=person.printed_arabic,
        second_language=(person.name_language or NameLanguage.ARABIC).value,
    )


def correct(store: Store, found: Roster, attendees: Iterable[Attendee], forms: Forms) -> list[Certificate]:
    """The valid certificates of these people; under the same number, what was not handed over yet is put right."""
    proofs = Proofs(store, found.training, found.programme)
    with store.step() as step:
        held = _held_by(store, attendees)
        said = [as_on_file(found, attendee, one, forms) for attendee, one in held]
        stale = [new for new, (_, old) in zip(said, held, strict=True) if new != old or not proofs.is_current(new)]
        stale = [one for one in stale if may(one.state, Act.CORRECT)]
        key = key_to_sign(store, step, found.programme.issuer_id) if stale else b""
        corrected = {one.id: _rewritten(step, one, proofs.renewed(one, key), forms) for one in stale}
    return [corrected.get(one.id, one) for _, one in held]


def _held_by(store: Store, attendees: Iterable[Attendee]) -> list[tuple[Attendee, Certificate]]:
    """Who has a valid one, as it is by now."""
    people = {own_id: one for one in attendees for own_id in one.enrolment_ids}
    found: dict[str, list[Certificate]] = {}
    for certificate in store.certificates.among("enrolment_id", people):
        found.setdefault(people[certificate.enrolment_id].enrolment.id, []).append(certificate)
    return [(people[own_id], valid[0]) for own_id, every in found.items() if (valid := valid_of(every))]


def as_on_file(found: Roster, attendee: Attendee, old: Certificate, forms: Forms) -> Certificate:
    """What it should say by now; after handing over, what it says."""
    if not may(old.state, Act.CORRECT) or not has_name(attendee):
        return old
    fresh = unnumbered(found, attendee, forms)
    said: dict[str, Any] = {name: getattr(fresh, name) for name in SAID}
    return replace(old, **said)


def _rewritten(step: Step, said: Certificate, proof: str, forms: Forms) -> Certificate:
    """Of a sheet that was printed before, it is not known any more that it was."""
    new = replace(said, proof=proof, printed_on=None)
    step.add(forms.of(new.kind).record)
    step.change(Certificate, new.id, {name: getattr(new, name) for name in (*SAID, "proof", "printed_on")})
    return new


def reissue(store: Store, found: Roster, certificate_id: str, day: date) -> Certificate:
    """A new one with a new number in the place of one that was handed over, which is marked replaced.

    :raises NotHandedOver: before, a correction is printed under the same number
    :raises CertificateEnded: when it is not valid any more; nothing is issued
    """
    with store.step("certificates") as step:
        old = allowed(store, certificate_id, Act.REPLACE)
        people = again(store, found, {old.enrolment_id})
        if not people:
            raise UnknownCertificate(number=old.number)
        issuing = _Issuing(store, step, found, day, Forms(store, found))
        made = issuing.made_for(people[0])
        _put_on_file(step, [made], issuing.forms)
        ended = {"ended_on": day, "ending": CertificateEnding.REPLACED, "replaced_by": made.id}
        step.change(Certificate, old.id, ended)
    return made
