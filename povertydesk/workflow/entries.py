"""What every entry of figures is held to before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.official_text import format_amount
from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from decimal import Decimal

    from povertydesk.poverty.number_reading import NumberStyle


def whole_number(text: str, style: NumberStyle) -> int | None:
    """Read a count as a clerk typed it; None where it is none: `12,5`, a word, or a share written as `13%`."""
    from povertydesk.poverty.number_reading import read_count  # noqa: PLC0415 - the first paint needs none of it

    return read_count(text, style)


def require_not_negative(*counts: int | Decimal | None) -> None:
    """Refuse the first count, amount or measure below nought."""
    for count in counts:
        if count is not None and count < 0:
            raise KnownError("count-negative", text=format_amount(count))
