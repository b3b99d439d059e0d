"""Rates in percent: computed once, at the end, half up with two decimals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def percent(part: int | None, base: int | None) -> Decimal | None:
    """Return `part` of `base` in percent (208 of 1518 → 13.70); None where either is missing or the base is nought.

    A rate without a base is left empty on paper and named as a finding, never computed from another number.
    """
    if part is None or not base:
        return None
    return (Decimal(part) * 100 / Decimal(base)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
