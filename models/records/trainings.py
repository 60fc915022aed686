"""Training: one run of a programme's training; Session: one sitting of it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from models.fields import Indexes, Record, Shape, declared
from models.paper import Orientation, PaperSize
from models.records.codes import CertificateKind
from models.texts import NOTHING, Text
from models.times import MINUTES_OF_A_DAY, minute_of_day

DEFAULT_ZONE = "Asia/Baghdad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Training(Record):
    KIND: ClassVar[str] = "training"
    TABLE: ClassVar[str] = "trainings"

    programme_id: str = ""
    code: str = declared("", shape=Shape.CODE)
    title: Text = NOTHING
    venue: Text = NOTHING
    place: str = declared("", shape=Shape.PLACE)
    """The code of a governorate in ``resources/places``."""
    start: date | None = None
    end: date | None = None
    hours: int = 0
    capacity: int | None = None
    zone: str = DEFAULT_ZONE
    signatory_ids: tuple[str, ...] = ()
    headcount_women: int | None = None
    headcount_men: int | None = None
    certificate_kind: CertificateKind = CertificateKind.ATTENDANCE
    design: str = "formal"
    """A ready design by its name, or the id of an own one."""
    paper: PaperSize = PaperSize.A4
    orientation: Orientation = Orientation.LANDSCAPE
    target_participants: int | None = None
    target_women: int | None = None
    published_participants: int | None = None
    """As an earlier publication has it, to stand beside what was counted."""
    published_note: str = declared("", shape=Shape.LONG_TEXT)
    currency: str = declared("IQD", shape=Shape.CURRENCY)
    takes_signatures: bool = False
    """At the desk, on the screen."""
    takes_photos: bool = False
    has_kiosk: bool = False
    """People may register themselves."""
    notice: Text = declared(NOTHING, shape=Shape.LONG_TEXT)
    """The privacy notice; empty: the programme's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    KIND: ClassVar[str] = "session"
    TABLE: ClassVar[str] = "sessions"
    INDEXES: ClassVar[Indexes] = (("training_id",),)

    training_id: str = ""
    day: date | None = None
    start: str = declared("", shape=Shape.TIME)
    """Local time, HH:MM."""
    end: str = declared("", shape=Shape.TIME)
    """Before ``start``: on the next day."""
    title: Text = NOTHING
    cancelled: bool = False
    trainer_ids: tuple[str, ...] = ()
    """Enrolments of those who give it."""

    @property
    def minutes(self) -> int:
        """How long it is; without times it counts nothing."""
        return self.last_minute - minute_of_day(self.start) if self.start and self.end else 0

    @property
    def is_past_midnight(self) -> bool:
        return bool(self.start and self.end) and self.end < self.start

    @property
    def last_minute(self) -> int:
        """When it ends, counted from the midnight before it; without an end, when it begins."""
        return minute_of_day(self.end or self.start or "00:00") + (MINUTES_OF_A_DAY if self.is_past_midnight else 0)

    @property
    def begins(self) -> datetime | None:
        """By the clock on the wall where the training is held."""
        return datetime.combine(self.day, time.fromisoformat(self.start)) if self.day and self.start else None

    @property
    def finishes(self) -> datetime | None:
        """Likewise; without an end, when it begins."""
        if self.day is None or not self.start:
            return None
        return datetime.combine(self.day, time()) + timedelta(minutes=self.last_minute)
