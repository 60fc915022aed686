"""PrintedPaper: a version of a document that was given out; Scan: what came back of it on paper."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.blobs import Blob
from models.fields import Indexes, Record, Shape, declared


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPaper(Record):
    """Who, what, why: the history says who printed it. Its rows stay as they were printed."""

    KIND: ClassVar[str] = "paper"
    TABLE: ClassVar[str] = "papers"
    INDEXES: ClassVar[Indexes] = (("training_id",), ("code",))

    training_id: str = ""
    document: str = ""
    """The key of the kind of document, as in ``jobs/papers/registry.py``."""
    code: str = ""
    """Eight letters and digits, on each page of a sheet that comes back."""
    version: int = 0
    """Counts the printings of the same document of a training."""
    language: str = ""
    printed_on: date | None = None
    recipient: str = ""
    purpose: str = ""
    session_ids: tuple[str, ...] = ()
    row_ids: tuple[str, ...] = ()
    """Enrolments in the order of their row numbers; blank rows are empty texts."""
    page_rows: tuple[int, ...] = ()
    """How many numbered rows each page has."""
    page_sessions: tuple[str, ...] = ()
    """The sessions of each page, their ids joined by spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan(Record):
    """A signed page as it came back: evidence for its sessions."""

    KIND: ClassVar[str] = "scan"
    TABLE: ClassVar[str] = "scans"
    INDEXES: ClassVar[Indexes] = (("training_id",),)

    training_id: str = ""
    paper_id: str = ""
    """The printed paper whose code was read on it; empty when somebody said where it belongs."""
    page: int = 0
    """From 1."""
    session_ids: tuple[str, ...] = ()
    image: Blob | None = None
    """A JPEG."""
    added_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination(Record):
    """The letter with which an institution nominated its people."""

    KIND: ClassVar[str] = "nomination"
    TABLE: ClassVar[str] = "nominations"
    INDEXES: ClassVar[Indexes] = (("training_id",),)

    training_id: str = ""
    institution_id: str = ""
    number: str = declared("", shape=Shape.CODE)
    letter_date: date | None = None
    scan_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRate(Record):
    """What people from one place are paid, in the training's currency; amounts as decimal numbers, ``25.50``."""

    KIND: ClassVar[str] = "rate"
    TABLE: ClassVar[str] = "rates"
    INDEXES: ClassVar[Indexes] = (("training_id",),)

    training_id: str = ""
    origin: str = declared("", shape=Shape.PLACE)
    """The code of a governorate; empty stands for everybody else."""
    per_day: str = declared("", shape=Shape.MONEY)
    transport: str = declared("", shape=Shape.MONEY)
    """Once, for the way there and back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedStep(Record):
    """What the training agreed to do next."""

    KIND: ClassVar[str] = "agreed_step"
    TABLE: ClassVar[str] = "agreed_steps"
    INDEXES: ClassVar[Indexes] = (("training_id",),)

    training_id: str = ""
    text: str = ""
    institution_id: str = ""
    due: date | None = None
    done: bool = False
