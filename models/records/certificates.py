"""Certificate: an issued, numbered document; Issuer and Signatory: who gives and signs it; Picture: a logo."""

import base64
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.fields import Record
from models.records.codes import CertificateState


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Record):
    KIND: ClassVar[str] = "certificate"
    TABLE: ClassVar[str] = "certificates"

    enrolment_id: str = ""
    number: str = ""
    state: CertificateState = CertificateState.ISSUED
    issued_on: date | None = None
    name_latin: str = ""
    """As printed; a later correction of the person does not change what was issued."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Record):
    KIND: ClassVar[str] = "picture"
    TABLE: ClassVar[str] = "pictures"

    png: str = ""
    """Base64 of a PNG of at most 256 KiB."""


def png_bytes(picture: Picture) -> bytes:
    return base64.b64decode(picture.png)
