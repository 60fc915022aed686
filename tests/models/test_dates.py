"""Days as people write them."""

from datetime import date

import pytest

from models.dates import read_day

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-25", "2026/11/25", "25-11-2026", "25/11/2026", "25.11.2026", "25 11 2026", "11/25/2026", "25-11-26",
        "٢٥/١١/٢٠٢٦", "۲۰۲۶-۱۱-۲۵", "20261125", "25112026", "25 November 2026", "November 25, 2026", "25 Nov 26",
        "25-Nov-2026", "25th of November 2026", "Wednesday, 25 November 2026", "٢٥ تشرين الثاني ٢٠٢٦",
        "الأربعاء ٢٥ تشرين الثاني ٢٠٢٦", "٢٥ نوفمبر ٢٠٢٦", "٢٥ی تشرینی دووەمی ٢٠٢٦", "چوارشەممە، ٢٥ تشرینی دووەم ٢٠٢٦",
        "  2026 - 11 - 25 ", "25،11،2026", "٢٥\u200f/١١\u200f/٢٠٢٦",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(written: str):
    assert read_day(written) == DAY


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("9/12/2026", date(2026, 12, 9)), ("12 كانون الأول 2026", date(2026, 12, 12)),
        ("١ی کانوونی یەکەمی ٢٠٢٦", date(2026, 12, 1)), ("١ی کانونی یەکەمی ٢٠٢٦", date(2026, 12, 1)),
        ("١ی کانوونی دووەمی ٢٠٢٧", date(2027, 1, 1)), ("1 May 2026", date(2026, 5, 1)), ("29/2/28", date(2028, 2, 29)),
    ],
)  # fmt: skip
def test_where_it_is_not_clear_the_day_stands_first_and_months_have_names(written: str, day: date):
    assert read_day(written) == day


@pytest.mark.parametrize(
    "written",
    ["", "25", "25/11", "tomorrow", "2026-13-25", "31/11/2026", "29/2/2026", "25/11/1405", "1/2/3/2026",
     "25/11/2026 or so", "2026-11-25 09:00", "0/11/2026", "99999999", "25 Nov Dec 2026", "1/1/126"],
)  # fmt: skip
def test_what_is_no_day_is_refused(written: str):
    with pytest.raises(ValueError, match=r".*"):
        read_day(written)
