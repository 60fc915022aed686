"""New ids: random, but in the order of time, so that neighbours in time are neighbours on the disk."""

import secrets
import time


def new_id() -> str:
    """32 hexadecimal digits: milliseconds since 1970, then 80 random bits (as UUID version 7 does)."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"
