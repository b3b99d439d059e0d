"""Reading a date as an office types it: `5/1/2023`, `05-01-2023`, `05.01.2023` or ISO."""

from __future__ import annotations

import datetime
import re

_OFFICE = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_date(text: str) -> datetime.date | None:
    """Read day, month and year; None where the text is no date of the calendar."""
    written = text.strip()
    if match := _OFFICE.fullmatch(written):
        day, month, year = (int(part) for part in match.groups())
    elif match := _ISO.fullmatch(written):
        year, month, day = (int(part) for part in match.groups())
    else:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
