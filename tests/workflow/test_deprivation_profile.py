"""The deprivation of a year: counted on the residents, village by village and for the commune."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.multidimensional import in_percent
from povertydesk.store import villages
from povertydesk.workflow.deprivation_profile import deprivation_profile
from povertydesk.workflow.desk import Desk
from tests.workflow.contents import key_of
from tests.workflow.reviewed import amount, enter, fill_in, indicators, open_round

PHI_LONG = "Thôn Phi Long"


def test_headcount_rests_on_the_residents_and_says_who_was_not_reviewed(desk: Desk) -> None:
    village = key_of(desk, PHI_LONG)
    with desk.operation("enter-figures", cells=1, year=2023, place="") as act:
        villages.write_figures(act.writer, village, 2023, {"households": 100, "people": 400})
    keys = [enter(desk, village, f"{number:03d}", 4) for number in range(1, 5)]
    of_round = open_round(desk, 2023)
    for key, (deprived, b1) in zip(keys, ((3, 140), (6, 140), (2, 140), (4, 150)), strict=True):
        fill_in(desk, of_round, key, {**indicators(desk, deprived), B1_TOTAL: amount(b1)})
    profile = deprivation_profile(desk, 2023)
    assert profile is not None
    place = next(one for one in profile.households if one.village == PHI_LONG)
    assert (place.poor, place.residents, place.reviewed, place.not_reviewed) == (2, 100, 4, 96)
    assert place.headcount == Fraction(2, 100)
    assert place.intensity == Fraction(3 + 6, 2 * 12)
    assert place.adjusted_headcount == place.headcount * place.intensity
    assert sum(one.contribution or 0 for one in place.indicators) == 1
    people = next(one for one in profile.people if one.village == PHI_LONG)
    assert (people.poor, in_percent(people.headcount)) == (8, Decimal("2.00"))
    commune, table = profile.households[-1], profile.poor[-1]
    assert (commune.village, commune.poor, commune.residents) == (None, 2, 1351)
    assert (table.households, table.deprived["employment"], table.deprived["information_means"]) == (2, 2, 0)
    assert profile.near_poor[-1].households == 1
    assert table.total == sum(one.total for one in profile.poor[:-1]) == 9


def test_without_reviews_there_is_no_profile(desk: Desk) -> None:
    assert deprivation_profile(desk, 2023) is None


def test_unanswered_indicators_are_told_and_deprive_nobody(desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 4)
    answers = {**indicators(desk, 0), B1_TOTAL: amount(120)}
    del answers["toilet"]
    fill_in(desk, open_round(desk, 2023), key, answers)
    profile = deprivation_profile(desk, 2023)
    assert profile is not None
    assert profile.households[-1].incomplete == 1
    assert "measure-answers-missing" in {one.code for one in profile.findings}
    assert profile.indicator_names["toilet"] == "Nhà tiêu hợp vệ sinh"
