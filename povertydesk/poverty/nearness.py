"""How near a household is to leaving the list of the poor or near-poor, and the order of those that are nearest."""

from __future__ import annotations

import enum
from typing import NamedTuple


class RankingOrder(enum.StrEnum):
    """What comes first: the distance to the line, or the number of indicators to mend."""

    LINE = "line"
    INDICATORS = "indicators"


class Nearness(NamedTuple):
    """What a household lacks to leave its list; each way leads there alone, and None is "not this way, or not known".

    `points` of B1 or `income_vnd` (đồng per person and month) are missing to be beyond the line; `indicators` is the
    smallest number of deprivations to mend, and `deciding` names those of which one alone is enough.
    """

    points: int | None = None
    income_vnd: int | None = None
    indicators: int | None = None
    deciding: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is any way that the records show."""
        return not (self.points is None and self.income_vnd is None and self.indicators is None)

    def sort_key(self, order: RankingOrder) -> tuple[int | float, ...]:
        """Return what households are ordered by; what is not known comes last.

        Points come before đồng: no standard measures one list by both.
        """
        never = float("inf")
        amounts = tuple(never if amount is None else amount for amount in (self.points, self.income_vnd))
        number = never if self.indicators is None else self.indicators
        return (number, *amounts) if order is RankingOrder.INDICATORS else (*amounts, number)


class Reach(NamedTuple):
    """How far a household may be from leaving to count as able to (có khả năng thoát nghèo); None is "not counted".

    The office's own measure: no instrument sets one.
    """

    points: int | None = 10
    indicators: int | None = 1
    income_vnd: int | None = None

    def holds(self, nearness: Nearness) -> bool:
        """Say whether one way to leave lies within reach."""
        ways = (
            (nearness.points, self.points),
            (nearness.indicators, self.indicators),
            (nearness.income_vnd, self.income_vnd),
        )
        return any(missing is not None and most is not None and missing <= most for missing, most in ways)
