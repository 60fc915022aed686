"""The hybrid logical clock: milliseconds of wall time, shifted, plus a counter.

Clocks never decide what is true, only which value of a listed conflict is shown first.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

Wall = Callable[[], datetime]

_COUNTER_BITS = 10  # so that readings fit into the numbers that every reader of JSON holds exactly
MAX_LEAD = timedelta(hours=48)


def reading(moment: datetime) -> int:
    return int(moment.timestamp() * 1000) << _COUNTER_BITS


def next_reading(last: int, moment: datetime) -> int:
    """Later than every reading of this device, whatever its wall clock says."""
    return max(last + 1, reading(moment))


def is_credible(remote: int, moment: datetime) -> bool:
    """Whether a reading from elsewhere may push our own clock forward."""
    return remote <= reading(moment + MAX_LEAD)
