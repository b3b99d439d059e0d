"""Village targets: how many households each village brings out of poverty, and how a total is shared out.

Shares are apportioned by largest remainder (Hamilton's method). Among equal remainders the village with the larger
base comes first, then the one that stands earlier in the office's list.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.rate import percent
from povertydesk.poverty.rollup import total

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from povertydesk.poverty.area import Village, VillageFigures


class VillageTarget(NamedTuple):
    """What is planned for a village in a year, in households; None is "not set"."""

    village_id: str
    year: int
    reduction: int | None = None
    ethnic_minority_reduction: int | None = None
    near_poor_reduction: int | None = None
    registered: int | None = None


class TargetRow(NamedTuple):
    """One line of the target grid: residents and poor at the opening, the planned reduction, and what follows."""

    village_id: str | None
    village: str
    households: int | None
    poor_opening: int | None
    near_poor_opening: int | None
    ethnic_minority_poor: int | None
    reduction: int | None
    ethnic_minority_reduction: int | None
    near_poor_reduction: int | None
    registered: int | None

    @property
    def poor_closing(self) -> int | None:
        """Poor households left at the end of the year; None where opening or reduction is not known."""
        if self.poor_opening is None or self.reduction is None:
            return None
        return self.poor_opening - self.reduction

    @property
    def poor_rate_opening(self) -> Decimal | None:
        """Poor households at the opening in percent of the resident households."""
        return percent(self.poor_opening, self.households)

    @property
    def reduction_rate(self) -> Decimal | None:
        """The planned reduction in percentage points of the resident households."""
        return percent(self.reduction, self.households)

    @property
    def poor_rate_closing(self) -> Decimal | None:
        """Poor households at the end of the year in percent of the resident households."""
        return percent(self.poor_closing, self.households)


class TargetGrid(NamedTuple):
    """The targets of all villages of a year with their total, and what the office above assigned."""

    year: int
    rows: tuple[TargetRow, ...]
    assigned_reduction: int | None = None

    @property
    def total(self) -> TargetRow:
        """The commune's line: counts added up, rates computed anew from the sums."""

        def added(name: str) -> int | None:
            return total(getattr(row, name) for row in self.rows)

        return TargetRow(
            village_id=None,
            village="",
            households=added("households"),
            poor_opening=added("poor_opening"),
            near_poor_opening=added("near_poor_opening"),
            ethnic_minority_poor=added("ethnic_minority_poor"),
            reduction=added("reduction"),
            ethnic_minority_reduction=added("ethnic_minority_reduction"),
            near_poor_reduction=added("near_poor_reduction"),
            registered=added("registered"),
        )


class AllocationBasis(enum.StrEnum):
    """What a total is shared out by: all resident households, or the poor households of each village."""

    HOUSEHOLDS = "households"
    POOR = "poor"


class AllocationShare(NamedTuple):
    """What one village got and why: its exact quota, what it was given, and whether its poor households capped it."""

    village_id: str
    quota: Fraction
    given: int
    capped: bool


def target_grid(
    year: int,
    villages: Sequence[Village],
    figures: Sequence[VillageFigures],
    targets: Sequence[VillageTarget],
    assigned_reduction: int | None = None,
) -> TargetGrid:
    """Join villages, their figures and their targets into the grid, in the office's order of villages."""
    figures_of = {row.village_id: row for row in figures}
    target_of = {row.village_id: row for row in targets}
    rows = []
    for village in villages:
        known = figures_of.get(village.id)
        planned = target_of.get(village.id)
        rows.append(
            TargetRow(
                village_id=village.id,
                village=village.name,
                households=known.households if known else None,
                poor_opening=known.poor if known else None,
                near_poor_opening=known.near_poor if known else None,
                ethnic_minority_poor=known.ethnic_minority_poor if known else None,
                reduction=planned.reduction if planned else None,
                ethnic_minority_reduction=planned.ethnic_minority_reduction if planned else None,
                near_poor_reduction=planned.near_poor_reduction if planned else None,
                registered=planned.registered if planned else None,
            )
        )
    return TargetGrid(year, tuple(rows), assigned_reduction)


def allocate(grid: TargetGrid, reduction: int, basis: AllocationBasis) -> tuple[AllocationShare, ...]:
    """Share a commune's reduction out to its villages, never above a village's poor households.

    What a capped village cannot take goes on to the others. The shares add up exactly. Refused with the reason where
    the total is below nought or above all poor households, or where a village's base is not known.
    """
    if not grid.rows:
        raise KnownError("allocation-without-villages", year=grid.year)
    if reduction < 0:
        raise KnownError("allocation-negative", reduction=reduction)
    bases = {}
    caps = {}
    for row in grid.rows:
        base = row.households if basis is AllocationBasis.HOUSEHOLDS else row.poor_opening
        if row.poor_opening is None:
            raise KnownError("allocation-without-poor", village=row.village, year=grid.year)
        if base is None:
            raise KnownError("allocation-without-households", village=row.village, year=grid.year)
        key = str(row.village_id)
        bases[key] = base
        caps[key] = row.poor_opening
    poor = sum(caps.values())
    if reduction > poor:
        raise KnownError("allocation-exceeds-poor", reduction=reduction, poor=poor)
    return _share_out(reduction, bases, caps)


def apportion(seats: int, weights: Sequence[int]) -> tuple[tuple[Fraction, int], ...]:
    """Apportion a whole number by largest remainder: for each weight its exact quota and what it gets."""
    from fractions import Fraction  # noqa: PLC0415 - only for sharing out

    whole = sum(weights)
    quotas = [Fraction(seats * weight, whole) if whole else Fraction(0) for weight in weights]
    given = [quota.numerator // quota.denominator for quota in quotas]
    order = sorted(range(len(weights)), key=lambda place: (given[place] - quotas[place], -weights[place], place))
    for place in order[: seats - sum(given)] if whole else ():
        given[place] += 1
    return tuple(zip(quotas, given, strict=True))


def _share_out(reduction: int, bases: dict[str, int], caps: dict[str, int]) -> tuple[AllocationShare, ...]:
    left = reduction
    open_places = list(bases)
    shares: dict[str, AllocationShare] = {}
    while open_places:
        parts = apportion(left, [bases[place] for place in open_places])
        result = dict(zip(open_places, parts, strict=True))
        capped = [place for place, (_, given) in result.items() if given > caps[place]]
        settled = capped or open_places
        for place in settled:
            quota, given = result[place]
            shares[place] = AllocationShare(place, quota, min(given, caps[place]), capped=place in capped)
            left -= shares[place].given
        open_places = [place for place in open_places if place not in shares]
    if left:
        raise KnownError("allocation-not-possible", reduction=reduction, left=left)
    return tuple(shares[place] for place in bases)
