"""New ids: never the same, and in the order of time."""

import time

from models.ids import new_id


def test_ids_begin_with_the_time_and_never_agree():
    before = time.time_ns() // 1_000_000
    made = [new_id() for _ in range(200)]
    after = time.time_ns() // 1_000_000
    assert len(set(made)) == len({one[12:] for one in made}) == 200
    assert {len(one) for one in made} == {32}
    times = [int(one[:12], 16) for one in made]
    assert before <= times[0] <= times[-1] <= after
    assert times == sorted(times)
