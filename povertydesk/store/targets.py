"""Village targets of a year, and what the office above assigned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.target import VillageTarget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def list_targets(engine: Engine, year: int) -> tuple[VillageTarget, ...]:
    """List the targets of a year."""
    rows = engine.execute(
        "SELECT village_id, year, reduction, ethnic_minority_reduction, near_poor_reduction, registered "
        "FROM village_target WHERE year = ?",
        (year,),
    )
    return tuple(VillageTarget(*row) for row in rows)


def write_target(writer: OperationWriter, village_id: str, year: int, counts: Mapping[str, int | None]) -> None:
    """Keep targets of a village in a year; those that are not given stay as they are."""
    writer.put("village_target", {"village_id": village_id, "year": year}, counts)


def assigned_reduction(engine: Engine, year: int) -> int | None:
    """Return how many households the office above assigned for a year, or None where that is not known."""
    found = engine.value("SELECT reduction FROM year_assignment WHERE year = ?", (year,))
    return None if found is None else int(found)


def write_assigned_reduction(writer: OperationWriter, year: int, reduction: int | None) -> None:
    """Keep what the office above assigned."""
    writer.put("year_assignment", {"year": year}, {"reduction": reduction})
