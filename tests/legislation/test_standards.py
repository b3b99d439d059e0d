"""The standards as shipped: days, lines and indicators in the order of the official tables."""

from __future__ import annotations

import datetime

import pytest

from povertydesk.legislation import Legislation
from povertydesk.legislation.dated import limit_on
from povertydesk.poverty.area import AreaType

TWELVE = (
    "employment", "dependants", "nutrition", "health_insurance", "adult_education", "child_school_attendance",
    "housing_quality", "housing_area", "water_source", "toilet", "telecommunication", "information_means",
)  # fmt: skip


def test_the_indicators_stand_in_the_order_of_the_tables(law: Legislation) -> None:
    old, current, coming = law.standards
    assert current.indicator_codes == TWELVE
    assert coming.indicator_codes == (*TWELVE[:-1], "waste_treatment")
    assert old.indicator_codes == (
        "health_care", "health_insurance", "adult_education", "child_school_attendance", "housing_quality",
        "housing_area", "water_source", "toilet", "telecommunication", "information_means",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("standard", "name", "rural", "urban"),
    [
        ("2016-2021", "poverty_line", 700_000, 900_000),
        ("2016-2021", "near_poverty_line", 1_000_000, 1_300_000),
        ("2016-2021", "average_living_standard_line", 1_500_000, 1_950_000),
        ("2022-2026", "poverty_line", 1_500_000, 2_000_000),
        ("2022-2026", "average_living_standard_line", 2_250_000, 3_000_000),
        ("2027-2030", "poverty_line", 2_200_000, 2_800_000),
    ],
)
def test_a_line_holds_on_every_day_of_its_standard(
    law: Legislation, standard: str, name: str, rural: int, urban: int
) -> None:
    found = law.standard(standard)
    last = found.period.last
    assert last is not None
    day = found.period.first
    while day <= last:
        for area, value in ((AreaType.RURAL, rural), (AreaType.URBAN, urban)):
            limit = limit_on(found.limits[name], area, day)
            assert limit is not None
            assert limit.value == value
        day += datetime.timedelta(days=1)


def test_what_nobody_verified_is_marked(law: Legislation) -> None:
    old, current, coming = law.standards
    assert (old.thresholds_verified, current.thresholds_verified, coming.thresholds_verified) == (False, True, False)
    unverified_details = [one.code for one in current.indicators if one.detail and not one.detail_verified]
    assert unverified_details == ["dependants", "child_school_attendance", "information_means"]
    assert [one.code for one in coming.indicators if one.threshold] == ["employment", "dependants", "nutrition"]


def test_the_new_standard_knows_no_average_line(law: Legislation) -> None:
    assert law.standard("2027-2030").income_lines == ("poverty_line",)
