"""Certificates: who has earned one gets a number, once."""

import re
from dataclasses import replace
from datetime import date

from models import roster
from models.records import Certificate, Training
from models.records.codes import CertificateState, NameLanguage
from models.records.enrolments import derived_id
from models.roster import Attendee
from models.signing import proof_text
from models.store import Store

_NUMBER, _TRAINING, _NAME, _ISSUED = 1, 2, 3, 4  # claims of the proof


def issue(store: Store, training_id: str, day: date) -> list[Certificate]:
    """Number what is earned and not yet issued; the new ones. Reprinting never comes here twice."""
    found = roster.load(store, training_id)
    earned = [one for one in found.participants if one.verdict.earned and one.certificate is None and _has_name(one)]
    if not earned:
        return []
    key, letter = store.signing_key(), store.device().letter
    number = _last_number(store, found.training, letter)
    new = []
    for attendee in earned:
        number += 1
        new.append(_certificate(attendee, found.training, f"{found.training.code}-{letter}-{number:03}", day, key))
    with store.step("certificates") as step:
        step.put(*new)
    return new


def revoke(store: Store, certificate_id: str, reason: str) -> Certificate:
    """It is not valid any more; its number is never used again. Undo takes the revocation back."""
    revoked = replace(store.certificates.get(certificate_id), state=CertificateState.REVOKED, reason=reason)
    with store.step("revoke") as step:
        step.put(revoked)
    return revoked


def _has_name(attendee: Attendee) -> bool:
    return bool(attendee.participant.printed_latin or attendee.participant.printed_arabic)


def _last_number(store: Store, training: Training, letter: str) -> int:
    """Of this desk in this training, revoked and removed ones included: numbers are never used again."""
    pattern = re.compile(rf"{re.escape(training.code)}-{letter}-(\d+)")
    rows = store.connection.execute("SELECT number FROM certificates")
    return max((int(match.group(1)) for (number,) in rows if (match := pattern.fullmatch(number))), default=0)


def _certificate(attendee: Attendee, training: Training, number: str, day: date, key: bytes) -> Certificate:
    person = attendee.participant
    claims: dict[int, str | int] = {
        _NUMBER: number,
        _TRAINING: training.code,
        _NAME: person.printed_latin or person.printed_arabic,
        _ISSUED: day.isoformat(),
    }
    return replace(
        unnumbered(attendee),
        id=derived_id("certificate", attendee.enrolment.id, number),
        number=number,
        issued_on=day,
        proof=proof_text(key, claims),
    )


def unnumbered(attendee: Attendee) -> Certificate:
    """What a person's certificate would say, before it is issued."""
    person = attendee.participant
    is_sorani = person.name_language is NameLanguage.SORANI
    return Certificate(
        id="",
        enrolment_id=attendee.enrolment.id,
        name_latin=person.printed_latin,
        name_arabic=person.printed_arabic,
        second_language="ckb" if is_sorani else "ar",
    )
