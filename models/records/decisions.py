"""What is decided for all laptops: DeviceDecision, KeyDecision, Following. They hold only as signed changes.

Whose signature counts: ``models/history/authority.py``.
"""

from dataclasses import dataclass
from typing import ClassVar

from models.fields import Record, Shape, declared
from models.records.codes import DeviceRole, Standing
from models.records.enrolments import derived_id


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceDecision(Record):
    """Whether a device belongs to us."""

    KIND: ClassVar[str] = "device_decision"
    TABLE: ClassVar[str] = "device_decisions"

    device_id: str = declared("", shape=Shape.CODE)
    standing: Standing = Standing.OPEN
    role: DeviceRole = DeviceRole.DESK
    upto: int = 0
    """Of one that is withdrawn: the ``seq`` of its last change that still counts; not a date, which a thief chooses."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDecision(Record):
    """Whether the key of an issuer is to be trusted. Somebody compared its fingerprint: arriving is not enough."""

    KIND: ClassVar[str] = "key_decision"
    TABLE: ClassVar[str] = "key_decisions"

    public: str = declared("", shape=Shape.CODE)
    """32 bytes as hexadecimal digits."""
    standing: Standing = Standing.OPEN
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Following(Record):
    """Whose decisions hold on a device: only the device itself can say it."""

    KIND: ClassVar[str] = "following"
    TABLE: ClassVar[str] = "followings"

    leader_id: str = declared("", shape=Shape.CODE)
    """The id of a device, which is the fingerprint of its key."""
    voucher: str = ""
    """The leader's signature that this device is its successor, made where its register was restored or copied."""


def device_decision_id(device: str) -> str:
    return derived_id("device_decision", device)


def key_decision_id(public: str) -> str:
    return derived_id("key_decision", public)


def following_id(device: str) -> str:
    return derived_id("following", device)
