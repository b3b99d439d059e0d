"""A line of a target grid as it was printed: nothing in it is computed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal


class PrintedTarget(NamedTuple):
    """One line of a printed target grid, in households and percent; None is "not printed".

    `households` are the residents the rates are held against, printed or known otherwise; without them no rate is
    computed. `households_closing` are those printed beside the closing figures, where a grid prints them twice.
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
    households_closing: int | None = None


PRINTED_COUNTS = (
    "households",
    "poor_opening",
    "reduction",
    "ethnic_minority_reduction",
    "registered",
    "households_closing",
    "poor_closing",
)
PRINTED_RATES = ("poor_rate_opening", "reduction_rate", "poor_rate_closing")


class PrintedGrid(NamedTuple):
    """A target grid as printed: its lines in their order and its line of totals, where there is one."""

    rows: tuple[PrintedTarget, ...]
    whole: PrintedTarget | None = None
