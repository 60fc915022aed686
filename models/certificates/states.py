"""What a certificate is, by what happened to it, and what may happen next: docs/certificate-states.md draws it."""

from collections.abc import Mapping
from enum import StrEnum


class CertificateState(StrEnum):
    """Follows from facts and is never stored, so that an ending beats a printing on another laptop."""

    PREPARED = "prepared"
    PRINTED = "printed"
    HANDED_OVER = "handed_over"
    REPLACED = "replaced"
    """By another number, after it was handed over."""
    REVOKED = "revoked"
    VOID = "void"
    """Nobody gets it."""

    @property
    def is_valid(self) -> bool:
        return bool(NEXT[self])


class Act(StrEnum):
    """What somebody does with a certificate."""

    CORRECT = "correct"
    PRINT = "print"
    HAND_OVER = "hand over"
    REPLACE = "replace"
    REVOKE = "revoke"
    VOID = "void"


_BEFORE_IT_IS_GIVEN: Mapping[Act, CertificateState] = {
    Act.CORRECT: CertificateState.PREPARED,
    Act.PRINT: CertificateState.PRINTED,
    Act.HAND_OVER: CertificateState.HANDED_OVER,
    Act.REVOKE: CertificateState.REVOKED,
    Act.VOID: CertificateState.VOID,
}
NEXT: Mapping[CertificateState, Mapping[Act, CertificateState]] = {
    CertificateState.PREPARED: _BEFORE_IT_IS_GIVEN,
    CertificateState.PRINTED: _BEFORE_IT_IS_GIVEN,
    CertificateState.HANDED_OVER: {
        Act.PRINT: CertificateState.HANDED_OVER,
        Act.REPLACE: CertificateState.REPLACED,
        Act.REVOKE: CertificateState.REVOKED,
    },
    CertificateState.REPLACED: {},
    CertificateState.REVOKED: {},
    CertificateState.VOID: {},
}
"""What may be done in a state, and what it comes to."""


def state_of(*, is_printed: bool, is_handed_over: bool, is_ended: bool, ending: str) -> CertificateState:
    """
    :param ending: how it ended; what only a newer version knows is read as revoked: it is not valid
    """
    if is_ended:
        ends = {CertificateState.REPLACED, CertificateState.VOID}
        return next((one for one in ends if one == ending), CertificateState.REVOKED)
    if is_handed_over:
        return CertificateState.HANDED_OVER
    return CertificateState.PRINTED if is_printed else CertificateState.PREPARED


def may(state: CertificateState, act: Act) -> bool:
    return act in NEXT[state]
