"""The kinds of records. Adding one: its module, this tuple, a migration, its words."""

from models.fields import Record
from models.records.certificates import (
    Certificate,
    CertificateDesign,
    CertificateWording,
    Issuer,
    Picture,
    Signatory,
    SigningKey,
)
from models.records.devices import Device, SamePerson
from models.records.enrolments import AttendanceMark, Enrolment, Score
from models.records.institutions import Institution
from models.records.participants import Participant
from models.records.programmes import Partner, Programme
from models.records.trainings import Session, Training

ALL: tuple[type[Record], ...] = (
    Programme,
    Training,
    Session,
    Institution,
    Participant,
    Enrolment,
    AttendanceMark,
    Score,
    Certificate,
    Issuer,
    Signatory,
    Picture,
    SigningKey,
    CertificateWording,
    CertificateDesign,
    Device,
    SamePerson,
)
BY_KIND: dict[str, type[Record]] = {record_type.KIND: record_type for record_type in ALL}

__all__ = [
    "ALL",
    "BY_KIND",
    "AttendanceMark",
    "Certificate",
    "CertificateDesign",
    "CertificateWording",
    "Device",
    "Enrolment",
    "Institution",
    "Issuer",
    "Participant",
    "Partner",
    "Picture",
    "Programme",
    "Record",
    "SamePerson",
    "Score",
    "Session",
    "Signatory",
    "SigningKey",
    "Training",
]
