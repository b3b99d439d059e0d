"""Days as they stand in the file: ISO text, or blank where the day is not known."""

from __future__ import annotations

import datetime


def read_day(stored: str | None) -> datetime.date | None:
    """Read a stored day."""
    return datetime.date.fromisoformat(stored) if stored else None


def stored_day(day: datetime.date | None) -> str | None:
    """Return a day as it is stored."""
    return day.isoformat() if day else None
