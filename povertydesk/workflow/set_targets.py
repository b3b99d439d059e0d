"""Setting the villages' targets: the grid, the office above's assignment, and sharing a total out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.allocation import AllocationBasis, AllocationShare, allocate
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.target import TargetGrid, target_grid
from povertydesk.store import targets, villages
from povertydesk.workflow.entries import require_not_negative

if TYPE_CHECKING:
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

TARGET_COUNTS = ("reduction", "ethnic_minority_reduction", "near_poor_reduction", "registered")


class Allocation(NamedTuple):
    """What came of sharing a total out: what changed, and what each village got and why."""

    changes: Changes
    shares: tuple[AllocationShare, ...]


def read_grid(desk: Desk, year: int) -> TargetGrid:
    """Read the target grid of a year."""
    engine = desk.engine
    return target_grid(
        year,
        villages.list_villages(engine),
        villages.list_figures(engine, year),
        targets.list_targets(engine, year),
        targets.assigned_reduction(engine, year),
    )


def allocate_targets(desk: Desk, year: int, reduction: int, basis: AllocationBasis) -> Allocation:
    """Share the year's reduction out to the villages and keep it as assigned; a refused total changes nothing."""
    shares = allocate(read_grid(desk, year), reduction, basis)
    with desk.operation("allocate-targets", reduction=reduction, year=year, basis=basis.value) as act:
        targets.write_assigned_reduction(act.writer, year, reduction)
        for share in shares:
            targets.write_target(act.writer, share.village_id, year, {"reduction": share.given})
    return Allocation(act.changes, shares)


def set_assigned_reduction(desk: Desk, year: int, reduction: int | None) -> Changes:
    """Keep how many households the office above assigned; a negative number is refused."""
    require_not_negative(reduction)
    with desk.operation("set-assignment", year=year) as act:
        targets.write_assigned_reduction(act.writer, year, reduction)
    return act.changes


def allocation_of(desk: Desk, year: int, basis: AllocationBasis) -> Mapping[str, AllocationShare] | None:
    """Compute why the villages have what they have, where the stored targets are exactly such a sharing out."""
    grid = read_grid(desk, year)
    planned = grid.total.reduction
    if planned is None:
        return None
    try:
        shares = {share.village_id: share for share in allocate(grid, planned, basis)}
    except KnownError:
        return None
    matches = all(row.village_id and shares[row.village_id].given == row.reduction for row in grid.rows)
    return shares if matches else None
