"""Training: one run of a programme's training; Session: one sitting of it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.fields import Indexes, Record, Shape, declared
from models.paper import Orientation, PaperSize
from models.records.codes import CertificateKind
from models.texts import NOTHING, Text

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
    title: Text = NOTHING
    cancelled: bool = False
    trainer_ids: tuple[str, ...] = ()
    """Enrolments of those who give it."""

    @property
    def minutes(self) -> int:
        """How long it is; without times, or with some that nobody can read, it counts nothing."""
        try:
            return max(0, _minute_of_day(self.end) - _minute_of_day(self.start))
        except ValueError:
            return 0


def _minute_of_day(time: str) -> int:
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes or 0)
