"""What people answered when they were asked for consent, at one training or over all of them."""

from collections.abc import Iterable, Mapping
from datetime import date

from models.fields import fields_of
from models.records import Enrolment
from models.records.codes import Consent

CONSENTS = tuple(field.name for field in fields_of(Enrolment) if field.annotation is Consent)


def answers_of(enrolments: Iterable[Enrolment]) -> Mapping[str, Consent]:
    """Whoever said no once has said no; else what was answered last holds."""
    asked = sorted(enrolments, key=lambda one: one.consent_on or date.min)
    return {name: _answer([getattr(one, name) for one in asked]) for name in CONSENTS}


def _answer(said: list[Consent]) -> Consent:
    if Consent.NO in said:
        return Consent.NO
    return next((one for one in reversed(said) if one), Consent.UNKNOWN)
