"""Programme: a family of trainings with one purpose, donor and rules; Membership: a training in one more of them."""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Indexes, Nested, Record, Shape, declared
from models.records.codes import ProofProfile
from models.records.enrolments import derived_id
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
    """The privacy notice of trainings that have none of their own; empty: the program's own."""
    proof_profile: ProofProfile = ProofProfile.NAMED

    @property
    def judged_by(self) -> tuple[Rule, ...]:
        """The rules; of some that this version cannot read one that nobody here meets, as it is not known either."""
        return (Rule("?"),) if "rules" in self.unread else self.rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """Beside ``Training.programme_id``, the main programme, whose rules hold."""

    KIND: ClassVar[str] = "membership"
    TABLE: ClassVar[str] = "memberships"
    INDEXES: ClassVar[Indexes] = (("training_id",), ("programme_id",))

    training_id: str = ""
    programme_id: str = ""


def membership_id(training_id: str, programme_id: str) -> str:
    return derived_id("membership", training_id, programme_id)
