"""Keys of records: UUIDs of version 7, so that copies from many communes never collide and sort by time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


def new_key(moment: datetime.datetime) -> str:
    """Return a fresh UUIDv7 (RFC 9562) for a record made at `moment`."""
    milliseconds = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
    random = int.from_bytes(os.urandom(10)) & ((1 << 74) - 1)
    value = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | (random & ((1 << 62) - 1))
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
