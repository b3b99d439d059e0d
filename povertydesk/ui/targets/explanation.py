"""Why each village got what it got, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from povertydesk.poverty.allocation import ShareLimit
from povertydesk.poverty.official_text import format_count, format_rate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.allocation import AllocationShare
    from povertydesk.poverty.target import TargetGrid

_MARKS: Mapping[ShareLimit | None, str] = {
    ShareLimit.MOST: " (*)",
    ShareLimit.LEAST: " (≥)",
    ShareLimit.FIXED: " (=)",
}


def explained_shares(grid: TargetGrid, shares: Mapping[str, AllocationShare]) -> str:
    """List village by village the exact quota and what was given: `Minh Long 6,55 → 7`, and which limit decided it."""
    parts = []
    for row in grid.rows:
        share = shares[str(row.village_id)]
        quota = Decimal(share.quota.numerator) / Decimal(share.quota.denominator)
        written = format_rate(quota.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
        mark = _MARKS.get(share.limit, "")
        parts.append(f"{row.village} {written} → {format_count(share.given)}{mark}")
    return " · ".join(parts)
