"""What came of a village's target once the year's round is closed: who is left, and how much of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.rate import percent
from povertydesk.poverty.rollup import total

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal


class TargetOutcome(NamedTuple):
    """The lists a village opened and closed a year with, in households.

    `households` are the residents the closing rate rests on: those known at the closing, else those of the opening;
    `other_base` says that they are not the number the plan's rates rest on.
    """

    poor_opening: int
    poor: int
    near_poor: int
    households: int | None = None
    other_base: bool = False

    @property
    def reduction(self) -> int:
        """How many poor households fewer the closing list has; below nought where there are more."""
        return self.poor_opening - self.poor

    @property
    def poor_rate(self) -> Decimal | None:
        """Poor households of the closing list in percent of the resident households."""
        return percent(self.poor, self.households)

    def percent_of(self, planned: int | None) -> Decimal | None:
        """Return the reduction in percent of the planned one; None where nothing was planned."""
        return percent(self.reduction, planned)


def total_outcome(outcomes: Iterable[TargetOutcome]) -> TargetOutcome | None:
    """Add the villages up; None where there is none."""
    known = tuple(outcomes)
    if not known:
        return None
    return TargetOutcome(
        sum(one.poor_opening for one in known),
        sum(one.poor for one in known),
        sum(one.near_poor for one in known),
        total(one.households for one in known),
        other_base=any(one.other_base for one in known),
    )
