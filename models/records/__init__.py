"""The kinds of records. Adding one: its module, this tuple, its table in ``models/store.py``, its words."""

from models.fields import Record
from models.records.certificates import (
    Certificate,
    CertificateDesign,
    CertificateForm,
    CertificateWording,
    Issuer,
    Picture,
    Signatory,
    SigningKey,
)
from models.records.custom import CustomAnswer, CustomField
from models.records.decisions import DeviceDecision, Following, KeyDecision
from models.records.departures import Departure
from models.records.devices import Device, SamePerson
from models.records.enrolments import AttendanceMark, Enrolment, Score
from models.records.erasures import ErasureRequest
from models.records.feedback import Feedback
from models.records.institutions import Institution
from models.records.papers import AgreedStep, Nomination, PaymentRate, PrintedPaper, Scan
from models.records.participants import Participant
from models.records.programmes import Membership, Partner, Programme, Rule
from models.records.signatures import Photo, Signature
from models.records.trainings import Session, Training
from models.records.workers import Worker

ALL: tuple[type[Record], ...] = (
    Programme,
    Training,
    Membership,
    Session,
    Institution,
    Participant,
    Enrolment,
    AttendanceMark,
    Score,
    Certificate,
    CertificateForm,
    Issuer,
    Signatory,
    Picture,
    SigningKey,
    CertificateWording,
    CertificateDesign,
    PrintedPaper,
    Scan,
    Nomination,
    PaymentRate,
    AgreedStep,
    Feedback,
    CustomField,
    CustomAnswer,
    Signature,
    Photo,
    ErasureRequest,
    Device,
    SamePerson,
    Worker,
    DeviceDecision,
    KeyDecision,
    Following,
    Departure,
)
BY_KIND: dict[str, type[Record]] = {record_type.KIND: record_type for record_type in ALL}

__all__ = [
    "ALL",
    "BY_KIND",
    "AgreedStep",
    "AttendanceMark",
    "Certificate",
    "CertificateDesign",
    "CertificateForm",
    "CertificateWording",
    "CustomAnswer",
    "CustomField",
    "Departure",
    "Device",
    "DeviceDecision",
    "Enrolment",
    "ErasureRequest",
    "Feedback",
    "Following",
    "Institution",
    "Issuer",
    "KeyDecision",
    "Membership",
    "Nomination",
    "Participant",
    "Partner",
    "PaymentRate",
    "Photo",
    "Picture",
    "PrintedPaper",
    "Programme",
    "Record",
    "Rule",
    "SamePerson",
    "Scan",
    "Score",
    "Session",
    "Signatory",
    "Signature",
    "SigningKey",
    "Training",
    "Worker",
]
