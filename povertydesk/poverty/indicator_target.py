"""Targets of a year by indicator and income: where it begins, what is planned, what was reached."""

from __future__ import annotations

import enum
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from povertydesk.poverty.vietnamese import clean_line

_OWN = "own:"
"""Before the name of an indicator that the office added itself: it is known by its name."""


class IndicatorUnit(enum.StrEnum):
    """What an indicator is measured in: percent, a number of people or households, đồng per person and month."""

    PERCENT = "percent"
    COUNT = "count"
    VND = "vnd"


class Indicator(NamedTuple):
    """An indicator that offices set targets by.

    `falling` where less is better (share of farm labour). `proposed` is what a first year is begun with.
    """

    key: str
    name: str
    unit: IndicatorUnit
    falling: bool = False
    proposed: Decimal | None = None


def own_key(name: str) -> str:
    """Return the key of an indicator that an office names itself."""
    return f"{_OWN}{clean_line(name)}"


def is_own(key: str) -> bool:
    """Say whether an indicator was added by the office itself."""
    return key.startswith(_OWN)


def own_indicator(key: str, unit: IndicatorUnit, base: Decimal | None, target: Decimal | None) -> Indicator:
    """Return the office's own indicator of a key; a plan below where the year begins means that less is better."""
    falling = base is not None and target is not None and target < base
    return Indicator(key, key.removeprefix(_OWN), unit, falling)


def is_income(indicator: Indicator) -> bool:
    """Say whether an indicator is an income per person and month."""
    return indicator.unit is IndicatorUnit.VND and "bình quân đầu người" in indicator.name.casefold()


def unit_words(indicator: Indicator) -> str:
    """Return what an indicator is measured in, as a paper says it; what a count counts is told by its name."""
    match indicator.unit:
        case IndicatorUnit.PERCENT:
            return "%"
        case IndicatorUnit.VND:
            return "đồng/người/tháng" if is_income(indicator) else "đồng"
        case _:
            named = indicator.name.casefold().split()
            return next((word for sign, word in _COUNTED.items() if sign in named), "")


_COUNTED = {"lao": "người", "người": "người", "hộ": "hộ"}


class IndicatorTarget(NamedTuple):
    """One indicator of a year; None is "not set" or "not known yet", in the indicator's unit."""

    indicator: Indicator
    year: int
    base: Decimal | None = None
    target: Decimal | None = None
    actual: Decimal | None = None

    @property
    def percent_reached(self) -> Decimal | None:
        """What was reached in percent of the plan, half up.

        Of a falling indicator the part of the planned fall; None without a plan to measure by.
        """
        if self.target is None or self.actual is None:
            return None
        part, whole = self.actual, self.target
        if self.indicator.falling:
            if self.base is None:
                return None
            part, whole = self.base - self.actual, self.base - self.target
        if whole <= 0:
            return None
        return (part * 100 / whole).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

    @property
    def reached(self) -> bool | None:
        """Whether the target was met; None where target or result is not known."""
        if self.target is None or self.actual is None:
            return None
        return self.actual <= self.target if self.indicator.falling else self.actual >= self.target

    @property
    def worse_than_base(self) -> bool:
        """Whether the target lies on the wrong side of where the year begins."""
        if self.base is None or self.target is None:
            return False
        return self.target > self.base if self.indicator.falling else self.target < self.base
