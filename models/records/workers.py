"""Worker: somebody who works at a desk, as the history names them."""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Indexes, Record, Use, declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker(Record):
    """The name that somebody chose at a desk for the day; no login. It can be erased like any other."""

    KIND: ClassVar[str] = "worker"
    TABLE: ClassVar[str] = "workers"
    INDEXES: ClassVar[Indexes] = (("name",),)

    name: str = declared("", use=Use.PERSONAL)
    device_id: str = ""
    """At whose desk: the same name elsewhere may be somebody else."""
