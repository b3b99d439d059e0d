"""Keys of records: UUIDs of version 7, so that copies from many communes never collide and sort by time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


def new_key(moment: datetime.datetime) -> str:
    """Return a fresh UUIDv7 (RFC 9562) for a record made at `moment`."""
    return _written(_milliseconds(moment), int.from_bytes(os.urandom(10)) & ((1 << 74) - 1))


class KeySequence:
    """Fresh keys of one moment, each greater than the one before (RFC 9562, monotonic random).

    Records entered together stand in the order they were entered, and go to the end of every index.
    """

    def __init__(self, moment: datetime.datetime) -> None:
        """Begin at random, with room for more keys than any file holds."""
        self._milliseconds = _milliseconds(moment)
        self._random = int.from_bytes(os.urandom(10)) & ((1 << 73) - 1)

    def next(self) -> str:
        """Return the next key; how far it lies from the one before is random too."""
        self._random += int.from_bytes(os.urandom(4)) + 1
        return _written(self._milliseconds, self._random)


def _milliseconds(moment: datetime.datetime) -> int:
    return int(moment.timestamp() * 1000) & ((1 << 48) - 1)


def _written(milliseconds: int, random: int) -> str:
    value = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | (random & ((1 << 62) - 1))
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
