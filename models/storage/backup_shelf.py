"""A folder of backups, perhaps of several laptops: whose each one is, which is the newest, which may go."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from models.storage.folder import BACKUPS_NAME
from models.wall_clock import utc_now

SUFFIX = ".sijilbackup"
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(
    r"sijil-(?P<register>\w+)-(?P<letters>[A-Z]+)-(?P<device>[0-9a-f]{8})"
    r"-(?P<moment>\d{8}-\d{6})-(?P<count>\d{1,18})(-\d+)?" + re.escape(SUFFIX)
)
_KEEP_LAST = 12
_KEEP_ALL = timedelta(days=2)
_KEEP_DAYS, _KEEP_WEEKS, _KEEP_MONTHS = 12, 10, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Whose backups they are: of one register on one laptop."""

    register: str
    letters: str
    device: str

    @property
    def beginning(self) -> str:
        register = re.sub(r"\W+", "_", self.register)[:12] or "register"
        return f"sijil-{register}-{self.letters}-{self.device[:8]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    path: Path
    device: str
    """The beginning of its id."""
    moment: datetime
    """UTC, by the clock of that laptop."""
    count: int
    """Grows with the register, whatever the clock says."""


def read_name(path: Path) -> Backup | None:
    """None for what we did not name so: also a copy that somebody renamed, which is theirs."""
    said = _NAME.fullmatch(path.name)
    if said is None:
        return None
    try:
        moment = datetime.strptime(said["moment"], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path=path, device=said["device"], moment=moment, count=int(said["count"]))


def new_name(folder: Path, maker: Maker, count: int) -> Path:
    """One that is not taken."""
    stamp = f"{maker.beginning}-{utc_now().strftime(_STAMP)}-{count}"
    found, number = folder / f"{stamp}{SUFFIX}", 1
    while found.exists():
        number += 1
        found = folder / f"{stamp}-{number}{SUFFIX}"
    return found


def listed(folder: Path, maker: Maker) -> list[Backup]:
    """Its backups in a folder, the oldest first."""
    found = (read_name(path) for path in folder.glob(f"{maker.beginning}-*{SUFFIX}"))
    return sorted(filter(None, found), key=_sequence)


def of_every_laptop(folder: Path) -> list[Backup]:
    """By the time at which they were made."""
    found = (read_name(path) for path in folder.glob(f"sijil-*{SUFFIX}"))
    return sorted(filter(None, found), key=lambda one: one.moment)


def newest_in(folder: Path) -> Path | None:
    """Where somebody looks for records and finds backups: those of a register, or on a stick; whatever their names."""
    for place in (folder, folder / BACKUPS_NAME):
        named = of_every_laptop(place)
        if named:
            return named[-1].path
        others = sorted(place.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime)
        if others:
            return others[-1]
    return None


def gone_by(backup: Backup) -> date:
    """The day by which the rule will have dropped it, in a register that is used each month."""
    return (backup.moment + timedelta(days=31) * _KEEP_MONTHS).date()


def to_drop(found: Iterable[Backup], now: datetime) -> list[Backup]:
    """Those of one maker that the rule no longer keeps: the last twelve, all of two days, and the newest of each of
    12 days, 10 weeks and 9 months stay.
    """
    newest_first = sorted(found, key=_sequence, reverse=True)
    kept = {one.path for one in newest_first[:_KEEP_LAST]}
    kept |= {one.path for one in newest_first if now - one.moment <= _KEEP_ALL}
    for keep, form in ((_KEEP_DAYS, "%Y%m%d"), (_KEEP_WEEKS, "%G%V"), (_KEEP_MONTHS, "%Y%m")):
        periods: dict[str, Path] = {}
        for one in newest_first:
            periods.setdefault(one.moment.strftime(form), one.path)
        kept |= set(list(periods.values())[:keep])
    return [one for one in newest_first if one.path not in kept]


def _sequence(backup: Backup) -> tuple[int, datetime]:
    """By what the register held: a clock that was wrong for a day must not put a backup before or behind all others."""
    return backup.count, backup.moment
