"""What closed rounds say of indicators: the share of the poor households that do not lack what the review asks.

It proposes where a year begins and what it reached; nothing is written here. An indicator that some poor household
left unanswered is not measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.rate import percent
from povertydesk.poverty.review import RoundKind
from povertydesk.proofreading.indicator_targets import check_incomes, check_shares
from povertydesk.store import indicator_targets, rounds
from povertydesk.workflow.deprivation_profile import read_profile
from povertydesk.workflow.set_indicator_targets import (
    AMOUNTS,
    measured_by_round,
    propose_indicators,
    read_indicators,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from povertydesk.poverty.multidimensional import DeprivationProfile
    from povertydesk.poverty.problems import Finding
    from povertydesk.workflow.deprivation_profile import ProfileRead
    from povertydesk.workflow.desk import Desk

Shares = dict[int, dict[str, "Decimal"]]
"""Percent of the poor households by year of the round and indicator."""


class SharesRead(NamedTuple):
    """What the shares of some years rest on, read from the file in one go; `shares` may run beside the window."""

    reads: Mapping[int, ProfileRead]

    def shares(self) -> Shares:
        """Judge the reviews of each year and measure what its poor households have."""
        found: Shares = {}
        for year, read in self.reads.items():
            profile = read.profile()
            if profile is not None:
                found[year] = _shares_of(profile.poor[-1])
        return found


def read_shares(desk: Desk, years: Iterable[int]) -> SharesRead:
    """Read the closed annual rounds of some years; a year without one, or without a law, has no shares."""
    reads = {}
    for year in years:
        known = rounds.list_rounds(desk.engine, year)
        if any(one.kind is RoundKind.ANNUAL and one.closed_on is not None for one in known):
            try:
                reads[year] = read_profile(desk, year)
            except KnownError:
                continue
    return SharesRead(reads)


def offered_amounts(
    desk: Desk, year: int, shares: Mapping[int, Mapping[str, Decimal]]
) -> dict[tuple[str, str], Decimal]:
    """Return what is offered for blanks of a year, by indicator and amount.

    A round says what its year reached and where the next one begins; where it does not, the year begins with what was
    entered as reached before. Targets go on from the year before, else the usual ones are offered.
    """
    offered = {}
    began, reached = shares.get(year - 1, {}), shares.get(year, {})
    entered = {one.indicator.key: one for one in read_indicators(desk, year)}
    for one in propose_indicators(desk, year):
        key = one.indicator.key
        known = entered.get(key)
        for amount, value in zip(AMOUNTS, (began.get(key, one.base), one.target, reached.get(key)), strict=True):
            if value is not None and (known is None or getattr(known, amount) is None):
                offered[key, amount] = value
    return offered


def check_indicator_amounts(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Hold the amounts entered by indicator against the closed rounds, and the income that only the plan names."""
    rows = read_indicators(desk, year)
    if not indicator_targets.list_entries(desk.engine, year):
        return tuple(check_incomes(rows))
    typed = {one.indicator.key for one in rows if one.base is not None or one.actual is not None}
    if not typed & measured_by_round():
        return ()
    shares = read_shares(desk, (year - 1, year)).shares()
    return tuple(check_shares(rows, shares.get(year - 1, {}), shares.get(year, {})))


def _shares_of(poor: DeprivationProfile) -> dict[str, Decimal]:
    found = {}
    for key in measured_by_round() & poor.deprived.keys():
        share = percent(poor.households - poor.deprived[key], poor.households)
        if share is not None and not poor.unanswered[key]:
            found[key] = share
    return found
