"""What every entry of figures is held to before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.official_text import format_amount
from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from decimal import Decimal


def require_not_negative(*counts: int | Decimal | None) -> None:
    """Refuse the first count, amount or measure below nought."""
    for count in counts:
        if count is not None and count < 0:
            raise KnownError("count-negative", text=format_amount(count))
