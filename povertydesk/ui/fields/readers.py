"""How entries become values: dates, amounts, counts, shares; a refusal names what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal


def optional_date(text: str) -> datetime.date | None:
    """Read a date as an office types it; nothing from an empty field."""
    if not text:
        return None
    from povertydesk.poverty.date_reading import read_date  # noqa: PLC0415 - the first paint needs none of it

    day = read_date(text)
    if day is None:
        raise KnownError("date-not-understood", text=text)
    return day


def optional_amount(text: str) -> Decimal | None:
    """Read an amount or measure; nothing from an empty field."""
    if not text:
        return None
    from povertydesk.poverty.number_reading import ColumnKind, decide_style, read_number  # noqa: PLC0415

    amount = read_number(text, decide_style([text], ColumnKind.DECIMAL).style)
    if amount is None or amount < 0:
        raise KnownError("amount-not-understood", text=text)
    return amount


def optional_count(text: str) -> int | None:
    """Read a whole number of nought or more; nothing from an empty field."""
    if not text:
        return None
    from povertydesk.poverty.number_reading import (  # noqa: PLC0415
        ColumnKind,
        decide_style,
        has_too_many_digits,
        read_number,
    )

    if has_too_many_digits(text):
        raise KnownError("count-too-large", text=text)
    count = read_number(text, decide_style([text], ColumnKind.COUNT).style)
    if count is None or count != count.to_integral_value():
        raise KnownError("count-not-a-number", text=text)
    if count < 0:
        raise KnownError("count-negative", text=text)
    return int(count)
