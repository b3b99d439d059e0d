"""A target grid as it was printed: its own sums, closing figures and rates computed anew from its own columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from povertydesk.poverty.printed_target import PRINTED_COUNTS
from povertydesk.poverty.problems import Finding, Place, Severity, Value
from povertydesk.poverty.rate import percent
from povertydesk.poverty.rollup import total

if TYPE_CHECKING:
    from povertydesk.poverty.printed_target import PrintedTarget

_RATES = (
    ("poor_rate_opening", "poor_opening", "households"),
    ("reduction_rate", "reduction", "households"),
    ("poor_rate_closing", "poor_closing", "households_closing"),
)
"""Each rate, the households it is the share of, and the base that stands beside it."""
_PARTS = (
    ("poor_opening", "households", "poor-exceeds-households"),
    ("reduction", "poor_opening", "reduction-exceeds-poor"),
    ("ethnic_minority_reduction", "reduction", "minority-reduction-exceeds-reduction"),
)
_CENT = Decimal("0.01")


def check_printed_grid(year: int, rows: Sequence[PrintedTarget], whole: PrintedTarget | None) -> tuple[Finding, ...]:
    """Return every contradiction of a printed grid, line by line, then of its total line and of whole columns."""
    lines = rows if whole is None else (*rows, whole)
    found = [finding for line in lines for finding in _line_findings(line, year)]
    if whole is not None:
        found.extend(_sum_findings(rows, whole, year))
    found.extend(_repeated_columns(rows, year))
    return tuple(found)


def _line_findings(line: PrintedTarget, year: int) -> Iterator[Finding]:
    values: dict[str, Value]
    for part, limit, code in _PARTS:
        first, second = getattr(line, part), getattr(line, limit)
        if first is not None and second is not None and first > second:
            values = {"village": line.place, "part": first, "whole": second}
            yield Finding(code, Severity.ERROR, Place(village=line.place, year=year, field=part), values)
    left = _left(line)
    if line.poor_closing is not None and left is not None and line.poor_closing != left:
        values = {"village": line.place, "printed": line.poor_closing, "computed": left}
        place = Place(village=line.place, year=year, field="poor_closing")
        yield Finding("printed-closing-differs", Severity.ERROR, place, values)
    for rate, counted, base in _RATES:
        printed, known = getattr(line, rate), getattr(line, base)
        computed = percent(getattr(line, counted), line.households if known is None else known)
        if printed is not None and computed is not None and not _same_rate(printed, computed):
            values = {"village": line.place, "printed": float(printed), "computed": float(computed)}
            place = Place(village=line.place, year=year, field=rate)
            yield Finding("printed-rate-differs", Severity.ERROR, place, values)


def _sum_findings(rows: Sequence[PrintedTarget], whole: PrintedTarget, year: int) -> Iterator[Finding]:
    for name in PRINTED_COUNTS:
        printed, computed = getattr(whole, name), total(getattr(row, name) for row in rows)
        if printed is not None and computed is not None and printed != computed:
            values: dict[str, Value] = {"printed": printed, "computed": computed}
            place = Place(village=whole.place, year=year, field=name)
            yield Finding("printed-total-differs", Severity.ERROR, place, values)


def _repeated_columns(rows: Sequence[PrintedTarget], year: int) -> Iterator[Finding]:
    """Name closing columns that only repeat the opening ones although households are to leave poverty."""
    printed = [row for row in rows if row.poor_opening is not None and row.poor_closing is not None]
    same = [row for row in printed if row.poor_opening == row.poor_closing]
    if len(printed) > 1 and same == printed and any(row.reduction for row in printed):
        values: dict[str, Value] = {
            "year": year,
            "villages": len(printed),
            "reduction": sum(row.reduction or 0 for row in printed),
        }
        yield Finding("printed-columns-repeated", Severity.WARNING, Place(year=year, field="poor_closing"), values)


def _left(line: PrintedTarget) -> int | None:
    return None if line.poor_opening is None or line.reduction is None else line.poor_opening - line.reduction


def _same_rate(printed: Decimal, computed: Decimal) -> bool:
    """A rate may be printed in percent, or as the fraction that Excel keeps under a percent format."""
    return any(written.quantize(_CENT, ROUND_HALF_UP) == computed for written in (printed, printed * 100))
