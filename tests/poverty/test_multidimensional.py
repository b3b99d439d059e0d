from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.multidimensional import (
    PovertyMeasure,
    ReviewedHousehold,
    deprivation_profiles,
    equal_weights,
    in_percent,
    measure_poverty,
    profile_findings,
)

HOUSEHOLDS, PEOPLE = Counted.HOUSEHOLDS, Counted.PEOPLE
INDICATORS = ("employment", "nutrition", "toilet")
MARKS = {"0": False, "1": True, "?": None}


def household(
    key: str, marks: str, people: int = 1, *, poor: bool = False, names: tuple[str, ...] = INDICATORS
) -> ReviewedHousehold:
    answers = dict(zip(names, (MARKS[mark] for mark in marks), strict=True))
    return ReviewedHousehold(key, "v0", people, answers, poor)


def codes(measure: PovertyMeasure) -> list[str]:
    return [finding.code for finding in measure.findings]


def test_the_four_persons_of_alkire_and_foster() -> None:
    """The example of S. Alkire and J. Foster, "Counting and multidimensional poverty measurement".

    Journal of Public Economics 95 (2011) 476-487; OPHI Working Paper 32. Four persons' achievements are
    (13.1, 14, 4, 1), (15.2, 7, 5, 0), (12.5, 10, 1, 0), (20, 11, 3, 1), the cut-offs (13, 12, 3, 1); poor is who is
    deprived in two of the four dimensions, equally weighted. H = 1/2, A = 3/4, M0 = 3/8.
    """
    achievements = {"a": (13.1, 14, 4, 1), "b": (15.2, 7, 5, 0), "c": (12.5, 10, 1, 0), "d": (20, 11, 3, 1)}
    names = ("income", "schooling", "health", "services")
    persons = [
        ReviewedHousehold(key, "v0", 1, {n: x < z for n, x, z in zip(names, row, (13, 12, 3, 1), strict=True)})
        for key, row in achievements.items()
    ]
    measure = measure_poverty(persons, equal_weights(names), 4, cutoff=Fraction(2, 4))
    assert (measure.headcount, measure.intensity) == (Fraction(1, 2), Fraction(3, 4))
    assert measure.adjusted_headcount == Fraction(3, 8)
    shares = {row.indicator: (row.headcount, row.censored_headcount, row.contribution) for row in measure.indicators}
    assert shares["schooling"] == (Fraction(3, 4), Fraction(1, 2), Fraction(1, 3))
    assert shares["health"] == (Fraction(1, 4), Fraction(1, 4), Fraction(1, 6))


def test_the_four_households_of_the_human_development_report() -> None:
    """The example of the technical note on the Multidimensional Poverty Index.

    UNDP, Human Development Report, technical notes ("Example using hypothetical data"): four households of 4, 7, 5 and
    4 people; the weighted deprivation scores are 22.2, 72.2, 38.9 and 50.0 percent, H = 0.800, A = 0.5625 (printed
    56.3 percent), MPI = 0.450. What education, health and living standards contribute follows by hand: of 9 score
    points 3 are schooling and attendance, 8/3 mortality and nutrition, 10/3 the rest.
    """
    sixths = ("schooling", "attendance", "mortality", "nutrition")
    eighteenths = ("electricity", "sanitation", "water", "floor", "fuel", "assets")
    names = (*sixths, *eighteenths)
    weights = dict.fromkeys(sixths, Fraction(1, 6)) | dict.fromkeys(eighteenths, Fraction(1, 18))
    rows = {"1": (4, "0010000010"), "2": (7, "1110110011"), "3": (5, "0001111010"), "4": (4, "1010100011")}
    persons = [household(key, marks, people, names=names) for key, (people, marks) in rows.items()]
    scores = [sum((weights[name] for name in names if row.answers[name]), Fraction(0)) for row in persons]
    assert [in_percent(score) for score in scores] == [Decimal(text) for text in ("22.22", "72.22", "38.89", "50.00")]
    measure = measure_poverty(persons, weights, 20, PEOPLE, cutoff=Fraction(1, 3))
    assert measure.headcount == Fraction(4, 5)
    assert measure.intensity == Fraction(9, 16)
    assert measure.adjusted_headcount == Fraction(9, 20)
    contributions = [row.contribution or Fraction(0) for row in measure.indicators]
    dimensions = [sum(contributions[:2]), sum(contributions[2:4]), sum(contributions[4:])]
    assert dimensions == [Fraction(1, 3), Fraction(8, 27), Fraction(10, 27)]


def test_the_not_reviewed_count_as_not_poor_and_are_told() -> None:
    reviewed = [household("a", "111", 5, poor=True), household("b", "100", 3)]
    measure = measure_poverty(reviewed, equal_weights(INDICATORS), 10)
    assert (measure.reviewed, measure.not_reviewed, measure.poor) == (2, 8, 1)
    assert measure.headcount == Fraction(1, 10)
    assert [in_percent(row.headcount) for row in measure.indicators] == [Decimal(20), Decimal(10), Decimal(10)]
    people = measure_poverty(reviewed, equal_weights(INDICATORS), 40, PEOPLE)
    assert (people.reviewed, people.not_reviewed, people.headcount) == (8, 32, Fraction(1, 8))
    assert measure.findings == people.findings == ()


@pytest.mark.parametrize("residents", [None, 0])
def test_without_residents_the_shares_are_empty_and_a_finding_says_so(residents: int | None) -> None:
    measure = measure_poverty([], equal_weights(INDICATORS), residents)
    assert (measure.headcount, measure.adjusted_headcount, measure.intensity) == (None, None, None)
    assert measure.not_reviewed is None
    assert {row[-3:] for row in measure.indicators} == {(None, None, None)}
    assert codes(measure) == ["measure-without-residents"]


def test_fewer_residents_than_reviewed_give_no_rate() -> None:
    poor = [household("a", "111", poor=True), household("b", "110", poor=True)]
    measure = measure_poverty(poor, equal_weights(INDICATORS), 1, village="v0")
    assert measure.headcount is measure.adjusted_headcount is None
    assert measure.intensity == Fraction(5, 6)
    assert codes(measure) == ["reviewed-exceed-residents"]
    assert measure_poverty(poor, equal_weights(INDICATORS), 2).headcount == 1


def test_an_unanswered_indicator_is_no_deprivation_but_told() -> None:
    measure = measure_poverty([household("a", "1?0", 4, poor=True)], equal_weights(INDICATORS), 8, PEOPLE)
    assert (measure.incomplete, measure.intensity) == (4, Fraction(1, 3))
    assert codes(measure) == ["measure-answers-missing"]


@pytest.mark.parametrize("weights", [{}, {"toilet": 0}, {"toilet": 1, "nutrition": -1}])
def test_weights_are_above_nought(weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="above nought"):
        measure_poverty([], weights, 1)


def test_percent_is_rounded_half_up_once() -> None:
    assert in_percent(Fraction(1, 800)) == Decimal("0.13")
    assert in_percent(Fraction(2, 3)) == Decimal("66.67")
    assert in_percent(None) is None


def test_profiles_by_village_add_up_to_the_commune() -> None:
    rows = [household("a", "11?"), household("b", "100")._replace(village="v1"), household("c", "001")]
    first, second, empty, commune = deprivation_profiles(rows, INDICATORS, ("v0", "v1", "v2"))
    assert first.deprived == {"employment": 1, "nutrition": 1, "toilet": 1}
    assert (first.total, second.total, commune.total) == (3, 1, 4)
    assert (commune.households, commune.rate("employment")) == (3, Decimal("66.67"))
    assert (empty.households, empty.rate("toilet")) == (0, None)
    assert [finding.code for finding in profile_findings(empty, "Thôn Hạ")] == ["profile-without-households"]
    assert [finding.code for finding in profile_findings(first, "Thôn Thượng")] == ["profile-answers-missing"]
    assert profile_findings(second, "Thôn Trung") == ()


households = st.lists(
    st.builds(
        ReviewedHousehold,
        st.uuids().map(str),
        st.sampled_from(["v0", "v1"]),
        st.integers(1, 12),
        st.dictionaries(st.sampled_from(INDICATORS), st.sampled_from([True, False, None])),
        st.booleans(),
    ),
    max_size=25,
)
weightings = st.fixed_dictionaries(dict.fromkeys(INDICATORS, st.integers(1, 6)))


@given(households, weightings, st.integers(0, 30), st.sampled_from(Counted), st.none() | st.fractions(0, 1))
def test_the_measures_agree_with_each_other(
    rows: list[ReviewedHousehold],
    weights: dict[str, int],
    others: int,
    unit: Counted,
    cutoff: Fraction | None,
) -> None:
    reviewed = sum(row.people for row in rows) if unit is PEOPLE else len(rows)
    measure = measure_poverty(rows, weights, reviewed + others, unit, cutoff=cutoff)
    if not reviewed + others:
        assert measure.headcount is None
        return
    assert measure.not_reviewed == others
    assert measure.headcount is not None
    assert measure.adjusted_headcount == measure.headcount * (measure.intensity or 0)
    assert 0 <= measure.adjusted_headcount <= measure.headcount <= 1
    censored = sum((row.weight * (row.censored_headcount or 0) for row in measure.indicators), Fraction(0))
    assert censored == measure.adjusted_headcount
    if measure.adjusted_headcount:
        assert sum(row.contribution or 0 for row in measure.indicators) == 1
    assert all(row.deprived_poor <= min(row.deprived, measure.poor) for row in measure.indicators)


@given(households, weightings)
def test_villages_weigh_up_to_the_commune(rows: list[ReviewedHousehold], weights: dict[str, int]) -> None:
    parts = [[row for row in rows if row.village == village] for village in ("v0", "v1")]
    measures = [measure_poverty(part, weights, len(part) + 1) for part in parts]
    commune = measure_poverty(rows, weights, len(rows) + 2)
    together = sum((one.adjusted_headcount or 0) * (one.residents or 0) for one in measures)
    assert commune.adjusted_headcount == Fraction(together) / (len(rows) + 2)
