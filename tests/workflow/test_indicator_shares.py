"""What closed rounds offer for the blanks of the table of indicators."""

from __future__ import annotations

from decimal import Decimal

from povertydesk.workflow.check_year import check_file
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.draft_plan import edit_plan
from povertydesk.workflow.edit_indicators import IndicatorEntry, enter_indicators
from povertydesk.workflow.indicator_shares import Shares, check_indicator_amounts, offered_amounts, read_shares
from tests.workflow.judged_round import Form, fill, open_annual, seal_year, stand_on
from tests.workflow.registry import day, household_of


def poor(desk: Desk, deprived: tuple[int, ...]) -> dict[str, Form]:
    return {household_of(desk, head=f"Bùi Văn {place}"): Form(100, count) for place, count in enumerate(deprived)}


def shares(desk: Desk, *years: int) -> Shares:
    return read_shares(desk, years).shares()


def test_a_closed_round_says_what_its_poor_households_have(desk: Desk) -> None:
    codes = desk.program.legislation.standard_for(2023).indicator_codes
    place = codes.index("housing_quality")
    # Of three poor households one lacks all indicators up to solid housing, two lack fewer.
    seal_year(desk, 2023, poor(desk, (place + 1, place, place)))
    found = shares(desk, 2022, 2023, 2024)
    assert list(found) == [2023]
    assert found[2023]["housing_quality"] == Decimal("66.67")
    assert found[2023]["toilet"] == Decimal("100.00")
    assert "health_insurance" not in found[2023]
    assert "employment" not in found[2023]


def test_an_open_round_says_nothing(desk: Desk) -> None:
    forms = poor(desk, (4,))
    stand_on(desk, day(1, 5, 2024))
    fill(desk, open_annual(desk, 2023), forms)
    assert shares(desk, 2023) == {}


def test_blanks_are_offered_and_entries_are_not(desk: Desk) -> None:
    of_rounds = {2022: {"toilet": Decimal("61.5")}, 2023: {"toilet": Decimal(70), "housing_area": Decimal(80)}}
    offered = offered_amounts(desk, 2023, of_rounds)
    assert offered["toilet", "base"] == Decimal("61.5")
    assert offered["toilet", "actual"] == 70
    assert offered["housing_area", "actual"] == 80
    # The plan of the sample has its targets.
    assert ("toilet", "target") not in offered
    enter_indicators(desk, 2023, [IndicatorEntry("toilet", "base", "60", 2023)])
    assert ("toilet", "base") not in offered_amounts(desk, 2023, of_rounds)


def test_a_year_without_rounds_goes_on_from_the_year_before(desk: Desk, empty: Desk) -> None:
    enter_indicators(
        desk, 2023, [IndicatorEntry("jobs", "target", "108", 2023), IndicatorEntry("jobs", "actual", "110", 2023)]
    )
    offered = offered_amounts(desk, 2024, {})
    assert (offered["jobs", "base"], offered["jobs", "target"], offered["toilet", "target"]) == (
        Decimal(110),
        Decimal(108),
        Decimal(95),
    )
    assert ("jobs", "actual") not in offered
    usual = {key: value for (key, amount), value in offered_amounts(empty, 2023, {}).items() if amount == "target"}
    assert usual == {
        "health_insurance": 100, "housing_quality": 90, "housing_area": 90, "toilet": 95, "telecommunication": 100,
    }  # fmt: skip


def test_check_holds_what_was_entered_against_the_closed_rounds(desk: Desk) -> None:
    codes = desk.program.legislation.standard_for(2023).indicator_codes
    place = codes.index("housing_quality")
    seal_year(desk, 2023, poor(desk, (place + 1, place, place)))
    for year, amount, text in ((2023, "actual", "66,7"), (2024, "base", "66,67")):
        enter_indicators(desk, year, [IndicatorEntry("housing_quality", amount, text, year)])
        assert check_indicator_amounts(desk, year) == ()
    for year, amount, code in (
        (2023, "actual", "indicator-result-differs-from-round"),
        (2024, "base", "indicator-base-differs-from-round"),
    ):
        enter_indicators(desk, year, [IndicatorEntry("housing_quality", amount, "66", year)])
        (finding,) = check_indicator_amounts(desk, year)
        assert (finding.code, finding.values["amount"], finding.values["right"]) == (code, 66, 66.67)
        assert code in {one.code for one in check_file(desk, year)}


def test_an_income_that_only_the_plan_names_is_checked_too(desk: Desk) -> None:
    edit_plan(desk, 2023, income_target_vnd=1_715)
    assert [one.code for one in check_indicator_amounts(desk, 2023)] == ["income-per-person-strange"]
    edit_plan(desk, 2023, income_target_vnd=1_715_000)
    assert check_indicator_amounts(desk, 2023) == ()
