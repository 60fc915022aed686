"""Programme: a family of trainings with one purpose, donor and certificate rule."""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Record
from models.records.codes import ProofProfile


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that takes part in the programme, and as what."""

    name_en: str = ""
    name_ar: str = ""
    name_ckb: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Record):
    KIND: ClassVar[str] = "programme"
    TABLE: ClassVar[str] = "programmes"

    code: str = ""
    title_en: str = ""
    title_ar: str = ""
    title_ckb: str = ""
    contract_number: str = ""
    donor_en: str = ""
    donor_ar: str = ""
    donor_ckb: str = ""
    partners: tuple[Partner, ...] = ()
    funding_en: str = ""
    funding_ar: str = ""
    funding_ckb: str = ""
    emblem_id: str = ""
    issuer_id: str = ""
    rule_sessions: int = 0
    rule_score: int | None = None
    rule_excused_counts: bool = False
    number_pattern: str = ""
    """Of certificate numbers, as ``models/certificates/numbers.py`` reads it; empty: the usual one."""
    notice_en: str = ""
    """The privacy notice; empty: the program's own."""
    notice_ar: str = ""
    notice_ckb: str = ""
    proof_profile: ProofProfile = ProofProfile.NAMED
