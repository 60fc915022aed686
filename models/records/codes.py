"""Stored choices. The values are never shown: their words are in resources/words/codes.py."""

from enum import StrEnum


class Sex(StrEnum):
    UNKNOWN = ""
    FEMALE = "F"
    MALE = "M"
    OTHER = "X"


class NameLanguage(StrEnum):
    """Whose spelling the Arabic-script name follows."""

    UNKNOWN = ""
    ARABIC = "ar"
    SORANI = "ckb"


class EnrolmentState(StrEnum):
    NOMINATED = "nominated"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    RESERVE = "reserve"
    REPLACED = "replaced"
    CAME = "came"

    @property
    def is_gone(self) -> bool:
        """Will not come, or sent a deputy."""
        return self in {EnrolmentState.DECLINED, EnrolmentState.REPLACED}

    @property
    def is_expected(self) -> bool:
        """May still come."""
        return self in {EnrolmentState.NOMINATED, EnrolmentState.CONFIRMED, EnrolmentState.RESERVE}


class Role(StrEnum):
    PARTICIPANT = "participant"
    TRAINER = "trainer"
    OBSERVER = "observer"
    INTERPRETER = "interpreter"
    ORGANISER = "organiser"
    GUEST = "guest"

    @property
    def counts(self) -> bool:
        """Whether people in this role are counted as reached by the training."""
        return self is Role.PARTICIPANT


class Consent(StrEnum):
    """No answer is no."""

    UNKNOWN = ""
    YES = "yes"
    NO = "no"


class ErasureState(StrEnum):
    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"


class Standing(StrEnum):
    """What was decided about a device or a key."""

    OPEN = ""
    TRUSTED = "trusted"
    WITHDRAWN = "withdrawn"


class DeviceRole(StrEnum):
    DESK = "desk"
    HEAD_OFFICE = "head_office"
    """Decides about devices and keys."""


class MarkState(StrEnum):
    UNMARKED = ""
    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"

    @property
    def was_there(self) -> bool:
        return self in {MarkState.PRESENT, MarkState.LATE}


class InstitutionKind(StrEnum):
    UNKNOWN = ""
    MINISTRY = "ministry"
    GOVERNORATE = "governorate"
    DIRECTORATE = "directorate"
    COMMISSION = "commission"
    CENTRE = "centre"
    DISTRICT = "district"
    UNIVERSITY = "university"
    NGO = "ngo"
    UN = "un"
    COMPANY = "company"
    OTHER = "other"

    @property
    def is_official(self) -> bool:
        """Whether its people are counted as officials."""
        return self in {
            InstitutionKind.MINISTRY,
            InstitutionKind.GOVERNORATE,
            InstitutionKind.DIRECTORATE,
            InstitutionKind.COMMISSION,
            InstitutionKind.CENTRE,
            InstitutionKind.DISTRICT,
            InstitutionKind.UNIVERSITY,
        }


class ScoreKind(StrEnum):
    PRE = "pre"
    POST = "post"


class CertificateEnding(StrEnum):
    """How a number stopped being valid."""

    NONE = ""
    REVOKED = "revoked"
    REPLACED = "replaced"
    VOID = "void"


class CertificateKind(StrEnum):
    ATTENDANCE = "attendance"
    COMPLETION = "completion"
    TRAINER = "trainer"
    APPRECIATION = "appreciation"


class ProofProfile(StrEnum):
    """What the code on a certificate says of the person."""

    NAMED = "named"
    PSEUDONYMOUS = "pseudonymous"
    """A salted digest of the name: who knows the name can check it, nobody can read it."""


class Sameness(StrEnum):
    """The answer to: are these two entries one person?"""

    PROPOSED = "proposed"
    SAME = "same"
    DIFFERENT = "different"
