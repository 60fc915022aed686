"""Certificate: a numbered document; Issuer, Signatory, SigningKey: who gives, signs and proves it; its looks."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.blobs import Blob
from models.certificates.states import CertificateState, state_of
from models.fields import Indexes, Record, Shape, Use, declared
from models.records.codes import CertificateEnding, CertificateKind
from models.records.enrolments import derived_id
from models.texts import NOTHING, Text

SAID = (
    "kind", "form_id", "name_latin", "name_arabic", "second_language", "title", "institution", "position", "attended",
    "held",
)  # fmt: skip
"""What a sheet says; put right until it is handed over, and kept from then on."""
STILL_VALID = "certificates.ended_on IS NULL AND certificates.ending = ''"
"""For SQL: what ``Certificate.state.is_valid`` says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Record):
    """Facts; what it is by now follows from them."""

    KIND: ClassVar[str] = "certificate"
    TABLE: ClassVar[str] = "certificates"
    INDEXES: ClassVar[Indexes] = (("enrolment_id",), ("number",))

    enrolment_id: str = ""
    number: str = declared("", shape=Shape.CODE)
    kind: CertificateKind = CertificateKind.ATTENDANCE
    form_id: str = ""
    """The ``CertificateForm`` that it is printed by."""
    issued_on: date | None = None
    printed_on: date | None = None
    handed_over_on: date | None = None
    ended_on: date | None = None
    ending: CertificateEnding = CertificateEnding.NONE
    replaced_by: str = ""
    """The id of the certificate that was issued in its place."""
    name_latin: str = declared("", shape=Shape.LATIN, use=Use.PERSONAL)
    """As printed; a later correction of the person does not change what was handed over."""
    name_arabic: str = declared("", shape=Shape.ARABIC, use=Use.PERSONAL)
    second_language: str = ""
    title: str = declared("", use=Use.PERSONAL)
    """This and what follows: only what its design prints."""
    institution: Text = declared(NOTHING, use=Use.PERSONAL)
    position: str = declared("", use=Use.PERSONAL)
    attended: int | None = declared(None, use=Use.PERSONAL)
    held: int | None = declared(None, use=Use.PERSONAL)
    """Sessions."""
    reason: str = declared("", use=Use.PERSONAL)
    proof: str = declared("", shape=Shape.CODE, use=Use.PERSONAL)
    """The text of its QR code."""

    @property
    def printed_name(self) -> str:
        return self.name_latin or self.name_arabic

    def says_as(self, other: "Certificate") -> bool:
        """Whether a sheet of the one is a sheet of the other."""
        return all(getattr(self, name) == getattr(other, name) for name in (*SAID, "number", "proof"))

    @property
    def state(self) -> CertificateState:
        return state_of(
            is_printed=self.printed_on is not None,
            is_handed_over=self.handed_over_on is not None,
            is_ended=self.ended_on is not None or bool(self.ending),
            ending=self.ending,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateForm(Record):
    """What certificates that were issued together share, as it was then: design, texts, signatures. Never changed."""

    KIND: ClassVar[str] = "certificate_form"
    TABLE: ClassVar[str] = "certificate_forms"

    content: str = ""
    """As ``jobs/certificates/forms.py`` writes it; the id follows from it, so that two laptops make one record."""


def form_id(content: str) -> str:
    return derived_id("certificate_form", content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer(Record):
    KIND: ClassVar[str] = "issuer"
    TABLE: ClassVar[str] = "issuers"

    name: Text = NOTHING
    logo_id: str = ""
    stamp_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory(Record):
    KIND: ClassVar[str] = "signatory"
    TABLE: ClassVar[str] = "signatories"

    issuer_id: str = ""
    name_latin: str = declared("", shape=Shape.LATIN)
    name_arabic: str = declared("", shape=Shape.ARABIC)
    position: Text = NOTHING
    signature_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey(Record):
    """The public half of a key that signs certificates; the secret half never leaves the laptop's register.

    Whether it is to be trusted is a decision: ``models/records/decisions.py``.
    """

    KIND: ClassVar[str] = "signing_key"
    TABLE: ClassVar[str] = "signing_keys"

    issuer_id: str = ""
    public: str = ""
    """32 bytes as hexadecimal digits."""
    made_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateWording(Record):
    """What a programme's certificates of one kind say; an empty text is the program's own."""

    KIND: ClassVar[str] = "wording"
    TABLE: ClassVar[str] = "wordings"

    programme_id: str = ""
    certificate_kind: CertificateKind = CertificateKind.ATTENDANCE
    heading: Text = NOTHING
    lead: Text = NOTHING
    statement: Text = declared(NOTHING, shape=Shape.LONG_TEXT)


def wording_id(programme_id: str, kind: str) -> str:
    return derived_id("wording", programme_id, kind)


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
    """Never changed: the id follows from the content, and another picture is another record."""

    KIND: ClassVar[str] = "picture"
    TABLE: ClassVar[str] = "pictures"

    image: Blob | None = None
    """A PNG."""
