"""Keys of records: UUIDs of version 7, so that copies from many communes never collide and sort by time."""

from __future__ import annotations

import secrets
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


def new_key(moment: datetime.datetime) -> str:
    """Return a fresh UUIDv7 (RFC 9562) for a record made at `moment`."""
    milliseconds = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
    random = secrets.randbits(74)
    value = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | (random & ((1 << 62) - 1))
    return str(uuid.UUID(int=value))
