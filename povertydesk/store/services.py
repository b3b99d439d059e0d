"""Service targets of a year: what share of the poor is to have a service."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from povertydesk.poverty.plan import ServiceTarget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def list_service_targets(engine: Engine, year: int) -> tuple[ServiceTarget, ...]:
    """List the service targets of a year, in the order they were written."""
    rows = engine.execute("SELECT indicator, percent FROM service_target WHERE year = ? ORDER BY rowid", (year,))
    return tuple(ServiceTarget(indicator, Decimal(percent)) for indicator, percent in rows)


def write_service_targets(engine: Engine, writer: OperationWriter, year: int, wanted: Sequence[ServiceTarget]) -> None:
    """Keep exactly these service targets for a year."""
    kept = {target.indicator: target for target in wanted}
    for key, indicator in engine.execute("SELECT id, indicator FROM service_target WHERE year = ?", (year,)):
        if indicator not in kept:
            writer.delete("service_target", key)
    for target in wanted:
        writer.put("service_target", {"year": year, "indicator": target.indicator}, {"percent": str(target.percent)})
