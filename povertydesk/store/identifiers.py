"""Keys of records: UUIDs of version 7, so that copies from many communes never collide and sort by time."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

_RANDOM_BITS = 74


class _KeySequence:
    """Keys of one millisecond grow, so that what is written together is read back in the order it was written."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = (-1, 0)

    def random_part(self, milliseconds: int) -> int:
        """Return the part of a key behind its moment: larger, by a chance step, than the last one of that moment."""
        with self._lock:
            moment, last = self._last
            # The highest bit is left free, so that a million steps do not come round to nought.
            fresh = int.from_bytes(os.urandom(10)) >> (80 - _RANDOM_BITS + 1)
            random = last + 1 + (fresh & 0xFFFFFFFF) if moment == milliseconds else fresh
            self._last = (milliseconds, random)
            return random


_KEYS = _KeySequence()


def new_key(moment: datetime.datetime) -> str:
    """Return a fresh UUIDv7 (RFC 9562) for a record made at `moment`; after those made before it at that moment."""
    milliseconds = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
    random = _KEYS.random_part(milliseconds)
    value = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | (random & ((1 << 62) - 1))
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
