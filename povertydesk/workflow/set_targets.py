"""Setting the villages' targets: the grid, the office above's assignment, and sharing a total out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.allocation import (
    AllocationBasis,
    AllocationShare,
    VillageLimits,
    allocate,
    allocate_minority,
    households_of_points,
)
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.rollup import total
from povertydesk.poverty.target import TargetGrid, target_grid
from povertydesk.store import signing, targets, villages
from povertydesk.workflow.entries import require_not_negative
from povertydesk.workflow.record_villages import read_villages

if TYPE_CHECKING:
    from decimal import Decimal

    from povertydesk.poverty.nearness import Reach
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.record_villages import VillageTable

TARGET_COUNTS = (
    "reduction",
    "ethnic_minority_reduction",
    "near_poor_reduction",
    "registered",
    "assigned",
    "near_poor_registered",
)


class Allocation(NamedTuple):
    """What came of sharing a total out: what changed, and what each village got and why."""

    changes: Changes
    shares: tuple[AllocationShare, ...]


def read_grid(desk: Desk, year: int, known: VillageTable | None = None) -> TargetGrid:
    """Read the target grid of a year; `known` are its villages and figures where they were just read."""
    engine = desk.engine
    table = known or read_villages(desk, year)
    grid = target_grid(
        year,
        [village for village, _ in table.rows],
        [figures for _, figures in table.rows],
        targets.list_targets(engine, year),
        targets.assigned_reduction(engine, year),
    )
    return grid._replace(assigned_minority=targets.assigned_minority(engine, year))


def allocate_targets(
    desk: Desk,
    year: int,
    reduction: int,
    basis: AllocationBasis,
    limits: Mapping[str, VillageLimits] | None = None,
    reach: Reach | None = None,
    *,
    minority: int | None = None,
) -> Allocation:
    """Share the year's reduction out to the villages and keep it as assigned; a refused total changes nothing.

    Refused where the plan is signed (`plan-signed`), and as in `poverty.allocation`. `limits` are those of villages by
    key and take the place of the kept ones; without them these hold. By `ABLE` the households within `reach` of leaving
    count, as the ranking finds them. `minority` is how many ethnic-minority households are among them, shared out by
    the minority poor; without it the villages' minority targets stay.
    """
    signing.require_not_signed(desk.engine, year)
    kept = targets.list_limits(desk.engine, year)
    held = kept if limits is None else limits
    grid = read_grid(desk, year)
    shares = allocate(grid, reduction, basis, held, _able(desk, year, basis, reach))
    counts: dict[str, dict[str, int | None]] = {share.village_id: {"reduction": share.given} for share in shares}
    if minority is not None:
        given = {share.village_id: share.given for share in shares}
        rows = tuple(row._replace(reduction=given[str(row.village_id)]) for row in grid.rows)
        for share in allocate_minority(grid._replace(rows=rows), minority):
            counts[share.village_id]["ethnic_minority_reduction"] = share.given
    with desk.operation("allocate-targets", reduction=reduction, year=year, basis=basis.value) as act:
        targets.write_assigned_reduction(act.writer, year, reduction)
        if minority is not None:
            targets.write_assigned_minority(act.writer, year, minority)
        if limits is not None:
            targets.write_limits(desk.engine, act.writer, year, {**dict.fromkeys(kept, VillageLimits()), **limits})
        targets.write_targets(act.writer, year, counts)
    return Allocation(act.changes, shares)


def read_limits(desk: Desk, year: int) -> Mapping[str, VillageLimits]:
    """Read what holds of villages whatever their quota: at least, at most, or exactly."""
    return targets.list_limits(desk.engine, year)


def set_limits(desk: Desk, year: int, limits: Mapping[str, VillageLimits]) -> Changes:
    """Keep the limits of these villages for the next sharing out; the targets stay as they are.

    Refused: negative ones (`count-negative`), and `limits-cross` where the least is above the most or the fixed number
    outside both.
    """
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    for key, own in limits.items():
        require_not_negative(own.least, own.most, own.fixed)
        inside = own.least if own.fixed is None else own.fixed
        if inside < own.least or (own.most is not None and inside > own.most):
            raise KnownError("limits-cross", village=names[key])
    with desk.operation("set-limits", year=year) as act:
        targets.write_limits(desk.engine, act.writer, year, limits)
    return act.changes


def reduction_of_points(desk: Desk, year: int, points: Decimal) -> int:
    """Return how many households a target in percentage points comes to, of all resident households of the year.

    Refused: `percent-out-of-range`, `allocation-without-villages`, `allocation-without-households`.
    """
    if not 0 <= points <= 100:
        raise KnownError("percent-out-of-range", percent=float(points))
    rows = read_grid(desk, year).rows
    if not rows:
        raise KnownError("allocation-without-villages", year=year)
    for row in rows:
        if row.households is None:
            raise KnownError("allocation-without-households", village=row.village, year=year)
    return households_of_points(points, sum(row.households or 0 for row in rows))


def minority_of_points(desk: Desk, year: int, points: Decimal) -> int:
    """Return how many households a target in points of all ethnic-minority households of the year comes to.

    Refused: `percent-out-of-range`, and `points-without-minority-households` where one village's are not known.
    """
    if not 0 <= points <= 100:
        raise KnownError("percent-out-of-range", percent=float(points))
    known = {one.village_id: one.ethnic_minority_households for one in villages.list_figures(desk.engine, year)}
    households = total(known.get(village.id) for village in villages.list_villages(desk.engine))
    if households is None:
        raise KnownError("points-without-minority-households")
    return households_of_points(points, households)


def set_assigned_reduction(desk: Desk, year: int, reduction: int | None) -> Changes:
    """Keep how many households the office above assigned; refused: a negative number, and `plan-signed`."""
    require_not_negative(reduction)
    signing.require_not_signed(desk.engine, year)
    with desk.operation("set-assignment", year=year) as act:
        targets.write_assigned_reduction(act.writer, year, reduction)
    return act.changes


def set_assigned_minority(desk: Desk, year: int, reduction: int | None) -> Changes:
    """Keep how many ethnic-minority households are among the assigned ones; refused as the whole number is."""
    require_not_negative(reduction)
    signing.require_not_signed(desk.engine, year)
    with desk.operation("set-assignment", year=year) as act:
        targets.write_assigned_minority(act.writer, year, reduction)
    return act.changes


def allocation_of(
    desk: Desk, year: int, basis: AllocationBasis, known: TargetGrid | None = None
) -> Mapping[str, AllocationShare] | None:
    """Compute why the villages have what they have, where the stored targets are exactly such a sharing out.

    The kept limits count; by `ABLE` the usual reach. `known` is the grid of the year where it was just read.
    """
    grid = known or read_grid(desk, year)
    planned = grid.total.reduction
    if planned is None:
        return None
    try:
        limits, able = targets.list_limits(desk.engine, year), _able(desk, year, basis, None)
        shares = {share.village_id: share for share in allocate(grid, planned, basis, limits, able)}
    except KnownError:
        return None
    matches = all(row.village_id and shares[row.village_id].given == row.reduction for row in grid.rows)
    return shares if matches else None


def minority_allocation_of(grid: TargetGrid) -> Mapping[str, AllocationShare] | None:
    """Compute why the villages have their ethnic-minority part, where what is stored is exactly a sharing out."""
    planned = grid.total.ethnic_minority_reduction
    if not planned:
        return None
    try:
        shares = {share.village_id: share for share in allocate_minority(grid, planned)}
    except KnownError:
        return None
    matches = all(row.village_id and shares[row.village_id].given == row.ethnic_minority_reduction for row in grid.rows)
    return shares if matches else None


def _able(desk: Desk, year: int, basis: AllocationBasis, reach: Reach | None) -> Mapping[str, int] | None:
    if basis is not AllocationBasis.ABLE:
        return None
    from povertydesk.workflow.rank_households import able_counts  # noqa: PLC0415 - the first paint needs none of it

    return able_counts(desk, year, reach)
