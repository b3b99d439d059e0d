"""Since when a year's plan counts as signed, and refusing to change what it fixes."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.store.stored_dates import read_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.store.engine import Engine

_SIGNED_TABLES = ("village_year", "village_target", "year_assignment")


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
            if number < signing and any(_touches(engine, number, table, year) for table in _SIGNED_TABLES):
                raise KnownError("plan-signed", year=year, date=format_date(datetime.date.fromisoformat(day)))


def _touches(engine: Engine, operation: int, table: str, year: int) -> bool:
    found = engine.value(
        f"SELECT 1 FROM operation_change JOIN {table} ON {table}.id = record_id "  # noqa: S608 - fixed
        "WHERE operation = ? AND record_table = ? AND year = ?",
        (operation, table, year),
    )
    return found is not None
