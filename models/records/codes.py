"""Stored choices. The values are never shown: their words are in resources/labels.py."""

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


class MarkState(StrEnum):
    UNMARKED = ""
    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"


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


class CertificateState(StrEnum):
    ISSUED = "issued"
    REISSUED = "reissued"
    REVOKED = "revoked"


class Sameness(StrEnum):
    """The answer to: are these two entries one person?"""

    PROPOSED = "proposed"
    SAME = "same"
    DIFFERENT = "different"
