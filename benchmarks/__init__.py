"""The same work as the peers, in one run: ratios of medians, never seconds."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``ratio`` of our median to the peer's; at most ``goal`` is ok."""

    name: str
    ratio: float
    goal: float

    @property
    def is_ok(self) -> bool:
        return self.ratio <= self.goal


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def interleaved(ours: Callable[[], object], peer: Callable[[], object], rounds: int) -> float:
    """The ratio of medians; both run in turns, so that a busy machine is busy for both."""
    pairs = [(seconds(ours), seconds(peer)) for _ in range(rounds)]
    return statistics.median(own for own, _ in pairs) / statistics.median(other for _, other in pairs)
