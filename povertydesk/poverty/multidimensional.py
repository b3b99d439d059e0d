"""How wide and how deep multidimensional poverty is: headcount H, intensity A, adjusted headcount M0 (Alkire–Foster).

The base is the residents (hộ, nhân khẩu dân cư): a household that was not reviewed counts as not poor and not
deprived, and the result says how many those are. All sums are exact fractions; only `in_percent` rounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.deprivation import count_deprivations
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.rate import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from povertydesk.poverty.deprivation import Answer
    from povertydesk.poverty.problems import Value


class ReviewedHousehold(NamedTuple):
    """One reviewed household: its village, people, answers by indicator, and whether the review judged it poor."""

    household: str
    village: str
    people: int
    answers: Mapping[str, Answer]
    poor: bool = False


class IndicatorShare(NamedTuple):
    """One indicator: who is deprived in it, who of the poor is, and its part of the adjusted headcount.

    `deprived` and `deprived_poor` are counts; `headcount` (uncensored) and `censored_headcount` their shares of the
    residents, None without a base. All contributions add up to 1; they are None where no poor one is deprived.
    """

    indicator: str
    weight: Fraction
    deprived: int
    deprived_poor: int
    headcount: Fraction | None
    censored_headcount: Fraction | None
    contribution: Fraction | None


@dataclass(frozen=True, slots=True)
class PovertyMeasure:
    """H, A and M0 of a village, or of the commune where `village` is None; shares are exact, from 0 to 1.

    `not_reviewed` are the residents that count as not poor because nobody reviewed them; `incomplete` the reviewed
    with an indicator unanswered, whose deprivation may be larger than it seems. None is "not known".
    """

    village: str | None
    unit: Counted
    residents: int | None
    reviewed: int
    not_reviewed: int | None
    incomplete: int
    poor: int
    headcount: Fraction | None
    intensity: Fraction | None
    adjusted_headcount: Fraction | None
    indicators: tuple[IndicatorShare, ...]
    findings: tuple[Finding, ...]


class DeprivationProfile(NamedTuple):
    """Official tables 4–7 of one place: households, the deprived in each indicator, and the not answered.

    `village` is None for the commune; the mappings follow the order of the official tables.
    """

    village: str | None
    households: int
    deprived: Mapping[str, int]
    unanswered: Mapping[str, int]

    @property
    def total(self) -> int:
        """All deprivations together (tổng số thiếu hụt)."""
        return sum(self.deprived.values())

    def rate(self, indicator: str) -> Decimal | None:
        """Return the households deprived in an indicator in percent of the households; None where there are none."""
        return percent(self.deprived[indicator], self.households)


def equal_weights(indicators: Sequence[str]) -> dict[str, Fraction]:
    """Give every indicator the same weight; together they weigh 1."""
    return {indicator: Fraction(1, len(indicators)) for indicator in indicators}


def in_percent(share: Fraction | None) -> Decimal | None:
    """Round a share to percent as papers show it: half up, two decimals, once; None stays None."""
    return None if share is None else percent(share.numerator, share.denominator)


def measure_poverty(
    households: Iterable[ReviewedHousehold],
    weights: Mapping[str, Fraction | int],
    residents: int | None,
    unit: Counted = Counted.HOUSEHOLDS,
    *,
    cutoff: Fraction | None = None,
    village: str | None = None,
) -> PovertyMeasure:
    """Measure the poverty of a place from its reviewed households and the number of its residents.

    Weights are by indicator and above nought; only their proportion matters. Poor is whom the review judged poor, so
    that H is the poverty rate; with a `cutoff` poor is whoever is deprived in at least that share of the weights
    (Alkire and Foster's second cut-off, which knows no income). People have the deprivations of their household. An
    unanswered indicator adds nothing. Residents that are not known, nought, or fewer than the reviewed leave the
    shares of residents empty, with a finding. `village` names the place in findings.
    """
    if not weights or min(weights.values()) <= 0:
        message = "weights are above nought"
        raise ValueError(message)
    whole = sum(Fraction(weight) for weight in weights.values())
    share_of = {indicator: Fraction(weight) / whole for indicator, weight in weights.items()}
    reviewed = incomplete = poor = 0
    depth = Fraction(0)
    deprived = dict.fromkeys(share_of, 0)
    deprived_poor = dict.fromkeys(share_of, 0)
    # Thousands of households have the same few sets of deprivations, and fractions are slow to add.
    scores: dict[tuple[str, ...], Fraction] = {}
    for household in households:
        size = household.people if unit is Counted.PEOPLE else 1
        count = count_deprivations(tuple(share_of), household.answers)
        score = scores.get(count.deprived)
        if score is None:
            score = scores[count.deprived] = sum((share_of[one] for one in count.deprived), Fraction(0))
        is_poor = household.poor if cutoff is None else score >= cutoff
        reviewed += size
        incomplete += size if count.unanswered else 0
        for indicator in count.deprived:
            deprived[indicator] += size
        if is_poor:
            poor += size
            depth += size * score
            for indicator in count.deprived:
                deprived_poor[indicator] += size
    base = residents if residents and residents >= reviewed else None

    def of_residents(part: Fraction | int) -> Fraction | None:
        return None if base is None else Fraction(part) / base

    return PovertyMeasure(
        village=village,
        unit=unit,
        residents=residents,
        reviewed=reviewed,
        not_reviewed=None if base is None else base - reviewed,
        incomplete=incomplete,
        poor=poor,
        headcount=of_residents(poor),
        intensity=depth / poor if poor else None,
        adjusted_headcount=of_residents(depth),
        indicators=tuple(
            IndicatorShare(
                indicator=indicator,
                weight=weight,
                deprived=deprived[indicator],
                deprived_poor=deprived_poor[indicator],
                headcount=of_residents(deprived[indicator]),
                censored_headcount=of_residents(deprived_poor[indicator]),
                contribution=weight * deprived_poor[indicator] / depth if depth else None,
            )
            for indicator, weight in share_of.items()
        ),
        findings=_measure_findings(village, residents, reviewed, incomplete),
    )


def deprivation_profiles(
    households: Iterable[ReviewedHousehold], indicators: Sequence[str], villages: Sequence[str]
) -> tuple[DeprivationProfile, ...]:
    """Count deprivations village by village in the given order, and last for the commune.

    Pass the poor households for tables 4 and 5, the near-poor for 6 and 7. A household of a village that is not given
    counts in the commune only.
    """
    places: tuple[str | None, ...] = (*villages, None)
    found = dict.fromkeys(places, 0)
    deprived = {place: dict.fromkeys(indicators, 0) for place in places}
    unanswered = {place: dict.fromkeys(indicators, 0) for place in places}
    for household in households:
        count = count_deprivations(indicators, household.answers)
        for place in (household.village, None) if household.village in found else (None,):
            found[place] += 1
            for indicator in count.deprived:
                deprived[place][indicator] += 1
            for indicator in count.unanswered:
                unanswered[place][indicator] += 1
    return tuple(DeprivationProfile(place, found[place], deprived[place], unanswered[place]) for place in places)


def profile_findings(profile: DeprivationProfile, village: str) -> tuple[Finding, ...]:
    """Say of a profile where its rates are empty for want of households, and where indicators were not answered."""
    findings = []
    place = Place(village=village)
    if not profile.households:
        findings.append(Finding("profile-without-households", Severity.NOTE, place, {"village": village}))
    unanswered = sum(profile.unanswered.values())
    if unanswered:
        values: dict[str, Value] = {"village": village, "answers": unanswered}
        findings.append(Finding("profile-answers-missing", Severity.WARNING, place, values))
    return tuple(findings)


def _measure_findings(
    village: str | None, residents: int | None, reviewed: int, incomplete: int
) -> tuple[Finding, ...]:
    findings = []
    place = Place(village=village)
    if not residents:
        findings.append(Finding("measure-without-residents", Severity.WARNING, place))
    elif residents < reviewed:
        values = {"reviewed": reviewed, "residents": residents}
        findings.append(Finding("reviewed-exceed-residents", Severity.ERROR, place, values))
    if incomplete:
        findings.append(Finding("measure-answers-missing", Severity.WARNING, place, {"incomplete": incomplete}))
    return tuple(findings)
