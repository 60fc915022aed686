"""Times of day as people write them, and as they are kept."""

import pytest

from models.times import is_kept, read_time


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("9", "09:00"), ("9:00", "09:00"), ("9.30", "09:30"), ("9h30", "09:30"), ("0930", "09:30"),
        ("٩:٠٠", "09:00"), ("۹:۳۰", "09:30"), ("٢١٫٣٠", "21:30"), ("14:00:00", "14:00"), (" 9 : 30 ", "09:30"),
        ("9:00 pm", "21:00"), ("9 PM", "21:00"), ("9pm", "21:00"), ("9:30 a.m.", "09:30"), ("12:15 am", "00:15"),
        ("12 pm", "12:00"), ("٩:٠٠ م", "21:00"), ("٩ صباحًا", "09:00"), ("٩ مساءً", "21:00"), ("٩:٠٠ د.ن", "21:00"),
        ("٩:٠٠ پ.ن", "09:00"), ("٩ی ئێوارە", None), ("21:00 pm", "21:00"), ("", ""), ("  ", ""),
        ("24:00", None), ("9:60", None), ("25", None), ("noon", None), ("13 am", None), ("9:5", None), ("123", None),
        ("9:00 o'clock", None), ("-9", None), ("2026-11-25", None),
    ],
)  # fmt: skip
def test_a_time_is_read_or_refused(written: str, kept: str | None):
    if kept is None:
        with pytest.raises(ValueError, match=r".*"):
            read_time(written)
    else:
        assert read_time(written) == kept
        assert is_kept(kept)


@pytest.mark.parametrize("written", ["9:00", "09:0", "24:00", "٠٩:٠٠", "09:00 ", "9"])
def test_what_is_written_otherwise_is_not_kept(written: str):
    assert not is_kept(written)


@pytest.mark.parametrize("written", ["9-12", "10 - 12", "11:30 ظهرا"])
def test_from_and_to_are_no_time_and_noon_is_noon(written: str):
    with pytest.raises(ValueError):  # noqa: PT011
        read_time(written)
    assert (read_time("12:15 ظهرا"), read_time("1 ظهرا")) == ("12:15", "13:00")
