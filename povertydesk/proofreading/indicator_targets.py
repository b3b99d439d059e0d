"""What must hold among the targets of a year by indicator and income."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from povertydesk.poverty.indicator_target import IndicatorTarget, is_income
from povertydesk.poverty.problems import Finding, Place, Severity, Value

_LEAST_INCOME, _MOST_INCOME = 200_000, 10_000_000
"""Đồng per person and month: below it somebody wrote thousands, above it a year's income or a nought too many."""
_WRITTEN_TO = (Decimal("0.01"), Decimal("0.1"), Decimal(1))


def check_indicators(rows: Sequence[IndicatorTarget], *, closed: bool) -> tuple[Finding, ...]:
    """Return what is contradictory or missing; `closed` says that the year's round is over, so results are due."""
    of_rows = (finding for row in rows for finding in _findings(row, closed=closed))
    return (*of_rows, *check_incomes(rows))


def check_incomes(rows: Sequence[IndicatorTarget]) -> Iterator[Finding]:
    """Name incomes per person and month that no office can mean."""
    for row in rows:
        for amount in (row.base, row.target, row.actual) if is_income(row.indicator) else ():
            if amount is not None and not _LEAST_INCOME <= amount <= _MOST_INCOME:
                values = {"amount": _written(amount), "least": _LEAST_INCOME, "most": _MOST_INCOME}
                yield Finding("income-per-person-strange", Severity.WARNING, Place(year=row.year), _named(row) | values)


def check_shares(
    rows: Sequence[IndicatorTarget], began: Mapping[str, Decimal], reached: Mapping[str, Decimal]
) -> Iterator[Finding]:
    """Hold what was entered against closed rounds: who has a service and who lacks it are all poor households.

    `began` and `reached` are the percentages that the rounds of the year before and of the year give, by indicator.
    """
    for row in rows:
        place, key = Place(year=row.year), row.indicator.key
        if differing := _differing(row.base, began.get(key)):
            yield Finding("indicator-base-differs-from-round", Severity.WARNING, place, _named(row) | differing)
        if differing := _differing(row.actual, reached.get(key)):
            yield Finding("indicator-result-differs-from-round", Severity.WARNING, place, _named(row) | differing)


def _differing(amount: Decimal | None, right: Decimal | None) -> dict[str, Value]:
    """Return both percentages where one is not the other, nor the other as written with fewer decimals."""
    if amount is None or right is None:
        return {}
    if any(amount == right.quantize(unit, ROUND_HALF_UP) for unit in _WRITTEN_TO):
        return {}
    return {"amount": _written(amount), "right": _written(right)}


def _findings(row: IndicatorTarget, *, closed: bool) -> Iterator[Finding]:
    place = Place(year=row.year)
    named = _named(row)
    if row.worse_than_base and row.base is not None and row.target is not None:
        values = named | {"base": _written(row.base), "target": _written(row.target)}
        yield Finding("indicator-target-worse-than-base", Severity.WARNING, place, values)
    if row.target is not None and row.actual is None and closed:
        yield Finding("indicator-result-missing", Severity.WARNING, place, named)
    if row.target is None and row.actual is not None:
        yield Finding("indicator-target-missing", Severity.WARNING, place, named)


def _named(row: IndicatorTarget) -> dict[str, Value]:
    return {"indicator": row.indicator.name, "key": row.indicator.key, "year": row.year}


def _written(amount: Decimal) -> int | float:
    whole = int(amount)
    return whole if amount == whole else float(amount)
