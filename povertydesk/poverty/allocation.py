"""Sharing a total of households out to the villages: by largest remainder, within what each village can take.

Shares are apportioned by largest remainder (Hamilton's method). Among equal remainders the village with the larger
base comes first, then the one that stands earlier in the office's list. A village never gets more than its poor
households or than its own upper limit, nor less than its lower one; what was fixed by hand stays. What one village
cannot take, or takes beyond its quota, the others share.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal
    from fractions import Fraction

    from povertydesk.poverty.target import TargetGrid, TargetRow


class AllocationBasis(enum.StrEnum):
    """What a total is shared out by: all resident households, the poor, or those near enough to the line to leave."""

    HOUSEHOLDS = "households"
    POOR = "poor"
    ABLE = "able"


class ShareLimit(enum.StrEnum):
    """Why a village did not get what its quota comes to: its most, its least, or what somebody fixed by hand."""

    MOST = "most"
    LEAST = "least"
    FIXED = "fixed"


class VillageLimits(NamedTuple):
    """What holds of one village whatever its quota: at least, at most, or exactly."""

    least: int = 0
    most: int | None = None
    fixed: int | None = None


class AllocationShare(NamedTuple):
    """What one village got and why: its exact quota among those it shared with, and the limit that decided it."""

    village_id: str
    quota: Fraction
    given: int
    limit: ShareLimit | None = None

    @property
    def capped(self) -> bool:
        """Whether the village could take no more."""
        return self.limit is ShareLimit.MOST


_ANY = VillageLimits()


def allocate(
    grid: TargetGrid,
    reduction: int,
    basis: AllocationBasis,
    limits: Mapping[str, VillageLimits] | None = None,
    able: Mapping[str, int] | None = None,
) -> tuple[AllocationShare, ...]:
    """Share a commune's reduction out to its villages; the shares add up exactly.

    `able` counts the households of each village that can leave poverty, for that basis. Refused with the reason: a
    total below nought or above all poor households (`allocation-negative`, `allocation-exceeds-poor`), figures that
    are not known (`allocation-without-…`), limits that contradict each other or the total (`allocation-limits-cross`,
    `allocation-below-limits`, `allocation-above-limits`), and bases of nought (`allocation-not-possible`).
    """
    if not grid.rows:
        raise KnownError("allocation-without-villages", year=grid.year)
    if reduction < 0:
        raise KnownError("allocation-negative", reduction=reduction)
    bases, bounds = {}, {}
    for row in grid.rows:
        if row.poor_opening is None:
            raise KnownError("allocation-without-poor", village=row.village, year=grid.year)
        key = str(row.village_id)
        bases[key] = _base(grid, row, basis, able)
        bounds[key] = _bounds(row, (limits or {}).get(key, _ANY))
    poor = sum(row.poor_opening or 0 for row in grid.rows)
    if reduction > poor:
        raise KnownError("allocation-exceeds-poor", reduction=reduction, poor=poor)
    least, most = (sum(bound[place] for bound in bounds.values()) for place in (0, 1))
    if reduction < least:
        raise KnownError("allocation-below-limits", reduction=reduction, least=least)
    if reduction > most:
        raise KnownError("allocation-above-limits", reduction=reduction, most=most)
    fixed = {key for key, own in (limits or {}).items() if own.fixed is not None}
    return _share_out(reduction, bases, bounds, fixed)


def allocate_minority(grid: TargetGrid, reduction: int) -> tuple[AllocationShare, ...]:
    """Share the ethnic-minority households of a reduction out by the minority poor; the shares add up exactly.

    A village gets no more than its own reduction and than its minority poor. Refused: `allocation-negative`, figures
    that are not known (`allocation-without-minority-poor`, `allocation-without-reduction`), and more than all can take
    (`allocation-exceeds-minority`).
    """
    if reduction < 0:
        raise KnownError("allocation-negative", reduction=reduction)
    bases, bounds = {}, {}
    for row in grid.rows:
        if row.reduction is None:
            raise KnownError("allocation-without-reduction", village=row.village, year=grid.year)
        if row.ethnic_minority_poor is None:
            raise KnownError("allocation-without-minority-poor", village=row.village, year=grid.year)
        bases[str(row.village_id)] = row.ethnic_minority_poor
        bounds[str(row.village_id)] = 0, min(row.reduction, row.ethnic_minority_poor)
    most = sum(upper for _, upper in bounds.values())
    if reduction > most:
        raise KnownError("allocation-exceeds-minority", reduction=reduction, most=most)
    return _share_out(reduction, bases, bounds, set())


def apportion(seats: int, weights: Sequence[int]) -> tuple[tuple[Fraction, int], ...]:
    """Apportion a whole number by largest remainder: for each weight its exact quota and what it gets."""
    from fractions import Fraction  # noqa: PLC0415 - only for sharing out

    whole = sum(weights)
    if not whole:
        return ((Fraction(0), 0),) * len(weights)
    given = [seats * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: (-(seats * weights[place] % whole), -weights[place], place))
    for place in order[: seats - sum(given)]:
        given[place] += 1
    return tuple((Fraction(seats * weight, whole), got) for weight, got in zip(weights, given, strict=True))


def households_of_points(points: Decimal, households: int) -> int:
    """Return how many households a target in percentage points comes to: 2,00 of 19.270 → 385, half up.

    Of a commune's target, points and households are the same thing told twice; the program keeps the households.
    """
    from decimal import ROUND_HALF_UP  # noqa: PLC0415 - only for sharing out

    return int((points * households / 100).to_integral_value(rounding=ROUND_HALF_UP))


def _base(grid: TargetGrid, row: TargetRow, basis: AllocationBasis, able: Mapping[str, int] | None) -> int:
    if basis is AllocationBasis.POOR:
        return row.poor_opening or 0
    if basis is AllocationBasis.ABLE:
        known = (able or {}).get(str(row.village_id))
        if known is None:
            raise KnownError("allocation-without-able", village=row.village, year=grid.year)
        return known
    if row.households is None:
        raise KnownError("allocation-without-households", village=row.village, year=grid.year)
    return row.households


def _bounds(row: TargetRow, own: VillageLimits) -> tuple[int, int]:
    poor = row.poor_opening or 0
    least, most = (own.least, min(poor, poor if own.most is None else own.most))
    if own.fixed is not None:
        least = most = own.fixed
    if not 0 <= least <= most <= poor:
        raise KnownError("allocation-limits-cross", village=row.village, least=least, most=most, poor=poor)
    return least, most


def _share_out(
    reduction: int, bases: Mapping[str, int], bounds: Mapping[str, tuple[int, int]], fixed: set[str]
) -> tuple[AllocationShare, ...]:
    """Settle those whose quota lies beyond a limit, on the side that is missed by more, until nobody's does."""
    from fractions import Fraction  # noqa: PLC0415 - only for sharing out

    shares = {
        place: AllocationShare(place, Fraction(bounds[place][0]), bounds[place][0], ShareLimit.FIXED)
        for place in bases
        if place in fixed
    }
    left = reduction - sum(share.given for share in shares.values())
    open_places = [place for place in bases if place not in shares]
    while open_places:
        result = dict(zip(open_places, apportion(left, [bases[place] for place in open_places]), strict=True))
        over = {place: given - bounds[place][1] for place, (_, given) in result.items() if given > bounds[place][1]}
        under = {place: bounds[place][0] - given for place, (_, given) in result.items() if given < bounds[place][0]}
        settled: dict[str, ShareLimit | None] = dict.fromkeys(open_places)
        if over or under:
            capping = sum(over.values()) >= sum(under.values())
            settled = dict.fromkeys(over if capping else under, ShareLimit.MOST if capping else ShareLimit.LEAST)
        for place, limit in settled.items():
            quota, given = result[place]
            least, most = bounds[place]
            shares[place] = AllocationShare(place, quota, max(least, min(given, most)), limit)
            left -= shares[place].given
        open_places = [place for place in open_places if place not in shares]
    if left:
        raise KnownError("allocation-not-possible", reduction=reduction, left=left)
    return tuple(shares[place] for place in bases)
