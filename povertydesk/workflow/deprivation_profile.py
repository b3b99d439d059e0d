"""How widely and how deeply a commune and its villages are deprived in a year, and in which indicators."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.form_answers import yes_no_answer
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.multidimensional import (
    DeprivationProfile,
    PovertyMeasure,
    ReviewedHousehold,
    deprivation_profiles,
    equal_weights,
    measure_poverty,
    profile_findings,
)
from povertydesk.poverty.status import PovertyStatus
from povertydesk.workflow.record_villages import read_villages
from povertydesk.workflow.year_standings import read_year

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.legislation.standards import Standard
    from povertydesk.poverty.problems import Finding
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.record_villages import VillageTable
    from povertydesk.workflow.year_standings import YearRead, YearStandings


class YearProfile(NamedTuple):
    """Deprivation of a year: measures and official tables 4–7 by village (in the office's order) and for the commune.

    `households` and `people` are headcount, intensity and adjusted headcount, each by village and last the commune.
    Their base are the residents: who was not reviewed counts as not poor, and `PovertyMeasure.not_reviewed` says how
    many those are. Indicators weigh alike, since the standards give them equal points.
    """

    year: int
    standard: Standard
    households: tuple[PovertyMeasure, ...]
    people: tuple[PovertyMeasure, ...]
    poor: tuple[DeprivationProfile, ...]
    near_poor: tuple[DeprivationProfile, ...]
    findings: tuple[Finding, ...]

    @property
    def indicator_names(self) -> Mapping[str, str]:
        """The name of each indicator by its code, in the order of the official tables."""
        return {one.code: one.name for one in self.standard.indicators}


def deprivation_profile(desk: Desk, year: int, standard_id: str | None = None) -> YearProfile | None:
    """Measure the deprivation of a year from its reviews; None where nothing was reviewed.

    Refused as `year_standings` is.
    """
    return read_profile(desk, year, standard_id).profile()


class ProfileRead(NamedTuple):
    """All that the profile of a year needs, read from the file in one go; `profile` may run beside the window."""

    year_read: YearRead | None
    table: VillageTable

    def profile(self) -> YearProfile | None:
        """Judge the reviews and measure the deprivation; None where nothing was reviewed."""
        standings = self.year_read.standings() if self.year_read is not None else None
        return profile_of_standings(standings, self.table)


def read_profile(desk: Desk, year: int, standard_id: str | None = None) -> ProfileRead:
    """Read what `deprivation_profile` rests on, for measuring a large year beside the window; refused as it is."""
    return ProfileRead(read_year(desk, year, standard_id), read_villages(desk, year))


def profile_of_standings(standings: YearStandings | None, of_villages: VillageTable) -> YearProfile | None:
    """Measure as `deprivation_profile` does by what was judged already; None where nothing was reviewed."""
    if standings is None or not standings.results:
        return None
    codes = standings.standard.indicator_codes
    table = of_villages.rows
    reviewed = _reviewed(standings)
    by_village: dict[str, list[ReviewedHousehold]] = defaultdict(list)
    for one in reviewed:
        by_village[one.village].append(one)
    weights = equal_weights(codes)
    measures = {}
    for unit in Counted:
        name = "households" if unit is Counted.HOUSEHOLDS else "people"
        bases = [getattr(known, name) for _, known in table]
        whole = None if None in bases or not bases else sum(bases)
        measures[unit] = (
            *(
                measure_poverty(by_village[village.id], weights, base, unit, village=village.name)
                for (village, _), base in zip(table, bases, strict=True)
            ),
            measure_poverty(reviewed, weights, whole, unit),
        )
    names = {village.id: village.name for village, _ in table}
    statuses = standings.statuses
    poor, near_poor = (
        deprivation_profiles([one for one in reviewed if statuses[one.household] is status], codes, tuple(names))
        for status in (PovertyStatus.POOR, PovertyStatus.NEAR_POOR)
    )
    told = [finding for measure in measures[Counted.HOUSEHOLDS] for finding in measure.findings]
    for counted in (*poor, *near_poor):
        if counted.village is not None and counted.households:
            told.extend(profile_findings(counted, names[counted.village]))
    return YearProfile(
        year=standings.year,
        standard=standings.standard,
        households=measures[Counted.HOUSEHOLDS],
        people=measures[Counted.PEOPLE],
        poor=poor,
        near_poor=near_poor,
        findings=tuple(told),
    )


def _reviewed(standings: YearStandings) -> list[ReviewedHousehold]:
    found = []
    for key, result in standings.results.items():
        standing = standings.registered.get(key)
        if standing is None:
            continue
        answers = {code: yes_no_answer(result.answers, code) for code in standings.standard.indicator_codes}
        poor = standings.statuses.get(key) is PovertyStatus.POOR
        found.append(ReviewedHousehold(key, standing.village, standing.people, answers, poor))
    return found
