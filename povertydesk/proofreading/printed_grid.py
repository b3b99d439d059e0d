"""A target grid as it was printed: its own sums, closing figures and rates computed anew from its own columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from povertydesk.poverty.problems import Finding, Place, Severity, Value
from povertydesk.poverty.rate import percent
from povertydesk.poverty.rollup import total


class PrintedTarget(NamedTuple):
    """One line of a printed target grid, in households and percent; None is "not printed".

    `households` are the residents the rates are held against, printed or known otherwise; without them no rate is
    computed.
    """

    place: str
    households: int | None = None
    poor_opening: int | None = None
    reduction: int | None = None
    ethnic_minority_reduction: int | None = None
    registered: int | None = None
    poor_closing: int | None = None
    poor_rate_opening: Decimal | None = None
    reduction_rate: Decimal | None = None
    poor_rate_closing: Decimal | None = None


_SUMS = ("households", "poor_opening", "reduction", "ethnic_minority_reduction", "registered", "poor_closing")
_RATES = (
    ("poor_rate_opening", "poor_opening"),
    ("reduction_rate", "reduction"),
    ("poor_rate_closing", "poor_closing"),
)
_PARTS = (
    ("reduction", "poor_opening", "reduction-exceeds-poor"),
    ("ethnic_minority_reduction", "reduction", "minority-reduction-exceeds-reduction"),
)


def check_printed_grid(year: int, rows: Sequence[PrintedTarget], whole: PrintedTarget | None) -> tuple[Finding, ...]:
    """Return every contradiction of a printed grid, line by line, then of its total line."""
    lines = rows if whole is None else (*rows, whole)
    found = [finding for line in lines for finding in _line_findings(line, year)]
    if whole is not None:
        found.extend(_sum_findings(rows, whole, year))
    return tuple(found)


def _line_findings(line: PrintedTarget, year: int) -> Iterator[Finding]:
    values: dict[str, Value]
    for part, limit, code in _PARTS:
        first, second = getattr(line, part), getattr(line, limit)
        if first is not None and second is not None and first > second:
            values = {"village": line.place, "part": first, "whole": second}
            yield Finding(code, Severity.ERROR, Place(village=line.place, year=year, field=part), values)
    left = None if line.poor_opening is None or line.reduction is None else line.poor_opening - line.reduction
    if line.poor_closing is not None and left is not None and line.poor_closing != left:
        values = {"village": line.place, "printed": line.poor_closing, "computed": left}
        place = Place(village=line.place, year=year, field="poor_closing")
        yield Finding("printed-closing-differs", Severity.ERROR, place, values)
    for rate, counted in _RATES:
        printed, computed = getattr(line, rate), percent(getattr(line, counted), line.households)
        if printed is not None and computed is not None and printed != computed:
            values = {"village": line.place, "printed": float(printed), "computed": float(computed)}
            place = Place(village=line.place, year=year, field=rate)
            yield Finding("printed-rate-differs", Severity.ERROR, place, values)


def _sum_findings(rows: Sequence[PrintedTarget], whole: PrintedTarget, year: int) -> Iterator[Finding]:
    for name in _SUMS:
        printed, computed = getattr(whole, name), total(getattr(row, name) for row in rows)
        if printed is not None and computed is not None and printed != computed:
            values: dict[str, Value] = {"printed": printed, "computed": computed}
            place = Place(village=whole.place, year=year, field=name)
            yield Finding("printed-total-differs", Severity.ERROR, place, values)
