"""ErasureRequest: somebody wants their data taken away; what was decided, by whom and when."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.fields import Record
from models.records.codes import ErasureState


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureRequest(Record):
    """Holds no name: after the erasure it must not say whom it was about."""

    KIND: ClassVar[str] = "erasure_request"
    TABLE: ClassVar[str] = "erasure_requests"

    participant_id: str = ""
    state: ErasureState = ErasureState.OPEN
    asked_on: date | None = None
    noted_by: str = ""
    decided_on: date | None = None
    decided_by: str = ""
    reason: str = ""
    """Why it was refused."""
