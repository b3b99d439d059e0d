"""Targets of a year by indicator: base, target and actual, each as the office entered it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.indicator_target import IndicatorUnit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.indicator_target import Indicator
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


class IndicatorEntry(NamedTuple):
    """What was entered of one indicator, in its unit."""

    indicator: str
    unit: IndicatorUnit
    base: Decimal | None
    target: Decimal | None
    actual: Decimal | None


def list_entries(engine: Engine, year: int) -> tuple[IndicatorEntry, ...]:
    """List what was entered of a year's indicators, in the order it was entered."""
    rows = engine.execute(
        "SELECT indicator, unit, base, target, actual FROM indicator_target WHERE year = ? ORDER BY rowid", (year,)
    )
    return tuple(
        IndicatorEntry(indicator, IndicatorUnit(unit), *(None if one is None else Decimal(one) for one in amounts))
        for indicator, unit, *amounts in rows
    )


def list_units(engine: Engine) -> dict[str, IndicatorUnit]:
    """Return every indicator that was entered in some year with its unit, the last entered one counting."""
    rows = engine.execute("SELECT indicator, unit FROM indicator_target ORDER BY year, rowid")
    return {indicator: IndicatorUnit(unit) for indicator, unit in rows}


def list_amounts(engine: Engine, indicator: str) -> tuple[Decimal, ...]:
    """List every amount that was entered of an indicator, of whatever year."""
    rows = engine.execute("SELECT base, target, actual FROM indicator_target WHERE indicator = ?", (indicator,))
    return tuple(Decimal(amount) for row in rows for amount in row if amount is not None)


def write_entry(
    engine: Engine, writer: OperationWriter, year: int, indicator: Indicator, amounts: Mapping[str, Decimal | None]
) -> None:
    """Keep `base`, `target` or `actual` of an indicator; those that are not given stay as they are."""
    values = {name: None if amount is None else str(amount) for name, amount in amounts.items()}
    kept = engine.value("SELECT id FROM indicator_target WHERE year = ? AND indicator = ?", (year, indicator.key))
    if kept is None:
        values = dict.fromkeys(("base", "target", "actual")) | values
    writer.put("indicator_target", {"year": year, "indicator": indicator.key}, {"unit": indicator.unit.value, **values})


def change_indicator(engine: Engine, writer: OperationWriter, key: str, new_key: str, unit: IndicatorUnit) -> None:
    """Give an indicator another key and unit in all its years."""
    for (record,) in engine.execute("SELECT id FROM indicator_target WHERE indicator = ?", (key,)):
        writer.update("indicator_target", record, {"indicator": new_key, "unit": unit.value})


def remove_entry(engine: Engine, writer: OperationWriter, year: int, key: str) -> None:
    """Remove what was entered of an indicator in a year."""
    record = engine.value("SELECT id FROM indicator_target WHERE year = ? AND indicator = ?", (year, key))
    if record is not None:
        writer.delete("indicator_target", record)
