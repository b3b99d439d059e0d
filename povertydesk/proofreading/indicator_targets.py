"""What must hold among the targets of a year by indicator and income."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from povertydesk.poverty.indicator_target import IndicatorTarget
from povertydesk.poverty.problems import Finding, Place, Severity, Value


def check_indicators(rows: Sequence[IndicatorTarget], *, closed: bool) -> tuple[Finding, ...]:
    """Return what is contradictory or missing; `closed` says that the year's round is over, so results are due."""
    return tuple(finding for row in rows for finding in _findings(row, closed=closed))


def _findings(row: IndicatorTarget, *, closed: bool) -> Iterator[Finding]:
    place = Place(year=row.year)
    named: dict[str, Value] = {"indicator": row.indicator.name, "key": row.indicator.key, "year": row.year}
    if row.worse_than_base and row.base is not None and row.target is not None:
        values = named | {"base": _written(row.base), "target": _written(row.target)}
        yield Finding("indicator-target-worse-than-base", Severity.WARNING, place, values)
    if row.target is not None and row.actual is None and closed:
        yield Finding("indicator-result-missing", Severity.WARNING, place, named)
    if row.target is None and row.actual is not None:
        yield Finding("indicator-target-missing", Severity.WARNING, place, named)


def _written(amount: Decimal) -> int | float:
    whole = int(amount)
    return whole if amount == whole else float(amount)
