"""Since when a year's plan counts as signed, and refusing to change what it fixes."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.store.stored_dates import read_day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from povertydesk.store.engine import Engine

_SIGNED_FIELDS: Mapping[str, frozenset[str] | None] = {
    "village_year": None,
    "village_target": frozenset({"assigned", "reduction", "ethnic_minority_reduction", "near_poor_reduction"}),
    "year_assignment": None,
    "plan": frozenset({"income_target_vnd"}),
    "service_target": None,
    "indicator_target": frozenset({"indicator", "unit", "base", "target"}),
}
"""What a signed plan fixes of the records of its year, None where it is all of them."""
_NAMING = frozenset({"indicator", "unit"})
"""Fields every record has: one that was made with nothing else that is fixed stands in no plan."""


def signed_on(engine: Engine, year: int) -> datetime.date | None:
    """Return the day a year's plan was marked as signed, None where it was not."""
    return read_day(engine.value("SELECT signed_on FROM plan WHERE year = ?", (year,)))


def require_not_signed(engine: Engine, year: int) -> None:
    """Refuse to change the figures of a year whose plan is signed."""
    day = signed_on(engine, year)
    if day is not None:
        raise KnownError("plan-signed", year=year, date=format_date(day))


def require_village_not_signed(engine: Engine, village_id: str) -> None:
    """Refuse to remove a village that stands with figures or targets in a signed plan of any year."""
    year = engine.value(
        "SELECT min(year) FROM plan WHERE signed_on IS NOT NULL AND year IN "
        "(SELECT year FROM village_year WHERE village_id = ? "
        "UNION SELECT year FROM village_target WHERE village_id = ?)",
        (village_id, village_id),
    )
    if year is not None:
        require_not_signed(engine, int(year))


def require_not_signed_since(engine: Engine, operations: Sequence[int]) -> None:
    """Refuse to undo operations on the figures of a year that its plan was signed after, unless that is undone too."""
    signings = engine.execute(
        "SELECT max(operation), year, signed_on FROM operation_change JOIN plan ON plan.id = record_id "
        "WHERE record_table = 'plan' AND before LIKE '%\"signed_on\":null%' AND signed_on IS NOT NULL "
        "GROUP BY record_id"
    )
    for signing, year, day in signings:
        for number in operations if signing not in operations else ():
            if number < signing and _changes_plan(engine, number, year):
                raise KnownError("plan-signed", year=year, date=format_date(datetime.date.fromisoformat(day)))


def _changes_plan(engine: Engine, operation: int, year: int) -> bool:
    """Say whether taking an operation back changes what the plan of a year fixes, records it removed included."""
    return _moves_commune(engine, operation, year) or any(
        fixed is None or not fixed.isdisjoint(touched)
        for table, fixed in _SIGNED_FIELDS.items()
        for touched in _touched(engine, operation, table, year)
    )


def _touched(engine: Engine, operation: int, table: str, year: int) -> Iterator[Collection[str]]:
    """Name what an operation touched of each record of a year: the fields it changed, filled or removed."""
    changes = engine.records(
        f"SELECT kind AS _kind, before AS _before, {table}.* FROM operation_change "  # noqa: S608 - fixed
        f"LEFT JOIN {table} ON {table}.id = record_id WHERE operation = ? AND record_table = ?",
        (operation, table),
    )
    for present in changes:
        before = json.loads(present["_before"] or "{}")
        if before.get("year", present["year"]) == year:
            filled = {name for name, value in (before or present).items() if value is not None}
            yield before if present["_kind"] == "update" else filled - _NAMING


def _moves_commune(engine: Engine, operation: int, year: int) -> bool:
    """Say whether an operation put a commune that stands in the plan of a year under another unit."""
    found = engine.value(
        "SELECT 1 FROM operation_change JOIN village_year ON village_id = record_id AND year = ? "
        "WHERE operation = ? AND record_table = 'village' AND kind = 'update' AND before LIKE '%\"unit_group\":%'",
        (year, operation),
    )
    return found is not None
