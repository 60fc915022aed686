"""Institution: where people come from. Not the issuer of certificates."""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Record
from models.records.codes import InstitutionKind
from models.texts import NOTHING, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Record):
    KIND: ClassVar[str] = "institution"
    TABLE: ClassVar[str] = "institutions"

    name: Text = NOTHING
    kind: InstitutionKind = InstitutionKind.UNKNOWN
    parent_id: str = ""
    reference: str = ""
    """Its key in ``resources/institutions``, when it was recognised there."""
    incomplete: bool = False
    """Read from a list as written: names and kind are still to be completed."""
