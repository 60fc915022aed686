"""Which backups in a folder are whose, and which may go."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from models.storage import backups
from models.storage.backup_shelf import (
    Backup,
    Maker,
    gone_by,
    listed,
    new_name,
    of_every_laptop,
    read_name,
    to_drop,
)

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
ONE = Maker(register="training", letters="ABC", device="0123456789abcdef" * 2)
OTHER = Maker(register="training", letters="XYZ", device="fedcba9876543210" * 2)


def name_of(stamp: str, maker: Maker = ONE) -> str:
    return f"{maker.beginning}-{stamp}.sijilbackup"


def touched(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).touch()
    return [one.path.name for one in listed(folder, ONE)]


def test_they_are_listed_by_what_they_hold_whatever_the_clock_said(tmp_path: Path):
    names = [
        name_of(one) for one in ("20260102-000000-5", "20990102-000000-4", "20260101-235959-99", "20260103-000000-5")
    ]
    found = touched(tmp_path, *names, "other.sijilbackup", name_of("20260101-000000-1").replace("backup", ".zip"))
    assert found == [names[1], names[0], names[3], names[2]]
    assert listed(tmp_path / "nowhere", ONE) == []


def test_what_is_named_otherwise_is_none_of_them(tmp_path: Path):
    good = name_of("20260102-000000-5")
    bad = [
        good.replace(".sijilbackup", " (1).sijilbackup"), "Copy of " + good, good.replace("000000-5", "000000-x"),
        good.replace("20260102", "20261302"), good.replace("ABC", "abc"), "sijil-20260102-000000-5.sijilbackup",
    ]  # fmt: skip
    assert touched(tmp_path, good, *bad, name_of("20260102-000000-5", OTHER)) == [good]
    assert len(of_every_laptop(tmp_path)) == 2


def test_a_name_is_read_as_it_was_made(tmp_path: Path):
    odd = Maker(register="سجل التدريب - 2026/أ", letters="ABC", device=ONE.device)
    made = new_name(tmp_path, odd, 17)
    made.touch()
    again = new_name(tmp_path, odd, 17)
    assert again != made
    for path in (made, again):
        backup = read_name(path)
        assert backup is not None
        assert (backup.device, backup.count, backup.moment.tzinfo) == (ONE.device[:8], 17, UTC)


def test_the_day_by_which_one_is_gone_is_known():
    backup = read_name(Path(name_of("20260102-030405-5")))
    assert backup is not None
    assert (backup.moment, gone_by(backup)) == (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), date(2026, 10, 8))


def backups_at(moments: list[datetime]) -> list[Backup]:
    """In the order in which they were made."""
    return [
        Backup(path=Path(str(count)), device="", moment=moment, count=count) for count, moment in enumerate(moments)
    ]


def kept(moments: list[datetime], now: datetime = NOW) -> set[datetime]:
    found = backups_at(moments)
    dropped = {one.path for one in to_drop(found, now)}
    return {one.moment for one in found if one.path not in dropped}


def test_all_of_two_days_are_kept():
    hours = [NOW - timedelta(hours=hour) for hour in range(48, -1, -1)]
    assert kept(hours) == set(hours)


def test_twelve_days_ten_weeks_and_nine_months_are_kept_and_the_newest_of_each():
    moments = [NOW - timedelta(hours=6 * n) for n in range(4 * 400)]
    stays = kept(moments[::-1]) - set(moments[:12])
    days = {max(one for one in moments if one.date() == NOW.date() - timedelta(days=n)) for n in range(4, 12)}
    assert days <= stays
    sundays = {datetime(2026, 6, 28, 18, tzinfo=UTC) - timedelta(weeks=n) for n in range(1, 9)}
    assert sundays <= stays
    months = {datetime(year, month, last, 18, tzinfo=UTC) for year, month, last in (
        (2025, 10, 31), (2025, 11, 30), (2025, 12, 31), (2026, 1, 31), (2026, 2, 28), (2026, 3, 31), (2026, 4, 30),
        (2026, 5, 31),
    )}  # fmt: skip
    assert stays == days | sundays | months


def test_a_clock_that_was_in_2099_for_one_backup_drops_none_of_the_others():
    moments = [NOW - timedelta(hours=11 - n) for n in range(11)]
    moments[5] = datetime(2099, 1, 1, tzinfo=UTC)
    assert kept(moments, moments[5]) == kept(moments) == set(moments)


def test_the_last_one_stays_however_old_it_is():
    assert kept([NOW - timedelta(days=9_000)]) == {NOW - timedelta(days=9_000)}


def test_two_laptops_keep_their_backups_on_one_stick_for_forty_days(tmp_path: Path):
    for day in range(40):
        now = NOW + timedelta(days=day)
        for maker in (ONE, OTHER):
            if maker is ONE or day < 3:  # the other laptop stayed at home
                (tmp_path / name_of(f"{now:%Y%m%d-%H%M%S}-{day}", maker)).touch()
                backups.thin(tmp_path, maker, now)
    (tmp_path / "mine.sijilbackup").touch()
    backups.thin(tmp_path, ONE, now)
    assert [one.count for one in listed(tmp_path, OTHER)] == [0, 1, 2]
    own = [one.count for one in listed(tmp_path, ONE)]
    assert own[-12:] == list(range(28, 40))
    assert len(own) < 20
    assert (tmp_path / "mine.sijilbackup").exists()
