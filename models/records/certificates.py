"""Certificate: a numbered document; Issuer, Signatory, SigningKey: who gives, signs and proves it; its looks."""

import base64
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.fields import Record
from models.records.codes import CertificateKind, CertificateState


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Record):
    KIND: ClassVar[str] = "certificate"
    TABLE: ClassVar[str] = "certificates"

    enrolment_id: str = ""
    number: str = ""
    kind: CertificateKind = CertificateKind.ATTENDANCE
    state: CertificateState = CertificateState.PREPARED
    issued_on: date | None = None
    printed_on: date | None = None
    handed_over_on: date | None = None
    replaced_by: str = ""
    """The id of the certificate that was issued in its place."""
    name_latin: str = ""
    """As printed; a later correction of the person does not change what was handed over."""
    name_arabic: str = ""
    second_language: str = ""
    reason: str = ""
    proof: str = ""
    """The text of its QR code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer(Record):
    KIND: ClassVar[str] = "issuer"
    TABLE: ClassVar[str] = "issuers"

    name_en: str = ""
    name_ar: str = ""
    name_ckb: str = ""
    logo_id: str = ""
    stamp_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory(Record):
    KIND: ClassVar[str] = "signatory"
    TABLE: ClassVar[str] = "signatories"

    issuer_id: str = ""
    name_latin: str = ""
    name_arabic: str = ""
    position_en: str = ""
    position_ar: str = ""
    position_ckb: str = ""
    signature_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey(Record):
    """The public half of a key that signs certificates; the secret half never leaves the laptop's register."""

    KIND: ClassVar[str] = "signing_key"
    TABLE: ClassVar[str] = "signing_keys"

    issuer_id: str = ""
    public: str = ""
    """32 bytes as hexadecimal digits."""
    made_on: date | None = None
    withdrawn: bool = False
    """Not to be trusted any more: the laptop was stolen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateWording(Record):
    """What a programme's certificates of one kind say; an empty text is the program's own."""

    KIND: ClassVar[str] = "wording"
    TABLE: ClassVar[str] = "wordings"

    programme_id: str = ""
    certificate_kind: CertificateKind = CertificateKind.ATTENDANCE
    heading_en: str = ""
    heading_ar: str = ""
    heading_ckb: str = ""
    lead_en: str = ""
    lead_ar: str = ""
    lead_ckb: str = ""
    statement_en: str = ""
    statement_ar: str = ""
    statement_ckb: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateDesign(Record):
    """A design that somebody made; the ready ones lie in ``resources/designs``."""

    KIND: ClassVar[str] = "design"
    TABLE: ClassVar[str] = "designs"

    name: str = ""
    content: str = ""
    """As ``models/certificates/designs.py`` reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Record):
    KIND: ClassVar[str] = "picture"
    TABLE: ClassVar[str] = "pictures"

    png: str = ""
    """Base64 of a PNG of at most 256 KiB."""


def png_bytes(picture: Picture) -> bytes:
    return base64.b64decode(picture.png)
