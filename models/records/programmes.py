"""Programme: a family of trainings with one purpose, donor and rules for the certificate."""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Nested, Record, Shape, declared
from models.records.codes import ProofProfile
from models.texts import NOTHING, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner(Nested):
    """An organisation that takes part in the programme, and as what."""

    name: Text = NOTHING
    role: str = ""


@dataclass(frozen=True, slots=True)
class Rule(Nested):
    """What a certificate asks for: a kind of ``models/training/rules.py``, or of a newer version, and how much."""

    kind: str = ""
    threshold: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Record):
    KIND: ClassVar[str] = "programme"
    TABLE: ClassVar[str] = "programmes"

    code: str = declared("", shape=Shape.CODE)
    title: Text = NOTHING
    contract_number: str = declared("", shape=Shape.CODE)
    donor: Text = NOTHING
    partners: tuple[Partner, ...] = ()
    funding: Text = declared(NOTHING, shape=Shape.LONG_TEXT)
    emblem_id: str = ""
    issuer_id: str = ""
    rules: tuple[Rule, ...] = ()
    """When a certificate is earned: all of them must be met."""
    number_pattern: str = declared("", shape=Shape.CODE)
    """Of certificate numbers, as ``models/certificates/numbers.py`` reads it; empty: the usual one."""
    notice: Text = declared(NOTHING, shape=Shape.LONG_TEXT)
    """The privacy notice; empty: the program's own."""
    proof_profile: ProofProfile = ProofProfile.NAMED

    @property
    def judged_by(self) -> tuple[Rule, ...]:
        """The rules; of some that this version cannot read one that nobody here meets, as it is not known either."""
        return (Rule("?"),) if "rules" in self.unread else self.rules
