"""Village targets of a year, what the office above assigned, and the limits a sharing out keeps to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.allocation import VillageLimits
from povertydesk.poverty.target import VillageTarget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def list_targets(engine: Engine, year: int) -> tuple[VillageTarget, ...]:
    """List the targets of a year."""
    rows = engine.execute(
        "SELECT village_id, year, reduction, ethnic_minority_reduction, near_poor_reduction, registered, assigned, "
        "near_poor_registered FROM village_target WHERE year = ?",
        (year,),
    )
    return tuple(VillageTarget(*row) for row in rows)


def write_target(writer: OperationWriter, village_id: str, year: int, counts: Mapping[str, int | None]) -> None:
    """Keep targets of a village in a year; those that are not given stay as they are."""
    writer.put("village_target", {"village_id": village_id, "year": year}, counts)


def write_targets(writer: OperationWriter, year: int, counts: Mapping[str, Mapping[str, int | None]]) -> None:
    """Keep targets of many villages in a year, by village; those that are not given stay as they are."""
    rows = ({"village_id": village, "year": year, **own} for village, own in counts.items())
    writer.put_many("village_target", ("village_id", "year"), rows)


def assigned_reduction(engine: Engine, year: int) -> int | None:
    """Return how many households the office above assigned for a year, or None where that is not known."""
    found = engine.value("SELECT reduction FROM year_assignment WHERE year = ?", (year,))
    return None if found is None else int(found)


def write_assigned_reduction(writer: OperationWriter, year: int, reduction: int | None) -> None:
    """Keep what the office above assigned."""
    writer.put("year_assignment", {"year": year}, {"reduction": reduction})


def assigned_minority(engine: Engine, year: int) -> int | None:
    """Return how many ethnic-minority households are among the assigned ones, None where that is not known."""
    found = engine.value("SELECT ethnic_minority_reduction FROM year_assignment WHERE year = ?", (year,))
    return None if found is None else int(found)


def write_assigned_minority(writer: OperationWriter, year: int, reduction: int | None) -> None:
    """Keep how many ethnic-minority households are among the assigned ones."""
    writer.put("year_assignment", {"year": year}, {"ethnic_minority_reduction": reduction})


def list_limits(engine: Engine, year: int) -> dict[str, VillageLimits]:
    """Return what holds of villages whatever their quota, by village."""
    rows = engine.execute("SELECT village_id, least, most, fixed FROM village_limit WHERE year = ?", (year,))
    return {village: VillageLimits(least or 0, most, fixed) for village, least, most, fixed in rows}


def write_limits(engine: Engine, writer: OperationWriter, year: int, limits: Mapping[str, VillageLimits]) -> None:
    """Keep the limits of villages; of one without any, no record stays."""
    kept = dict(engine.execute("SELECT village_id, id FROM village_limit WHERE year = ?", (year,)))
    rows = [
        {"village_id": village, "year": year, "least": own.least or None, "most": own.most, "fixed": own.fixed}
        for village, own in limits.items()
        if own != VillageLimits()
    ]
    writer.put_many("village_limit", ("village_id", "year"), rows)
    gone = [kept[village] for village, own in limits.items() if own == VillageLimits() and village in kept]
    writer.delete_many("village_limit", gone)
