"""Targets by indicator and income: what the plan says once, base and result beside it, and a new year's proposal."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from povertydesk.poverty.indicator_target import IndicatorTarget, IndicatorUnit
from povertydesk.poverty.plan import ServiceTarget
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import check_year, draft_plan, set_indicator_targets
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.set_indicator_targets import INCOME, known_indicators, set_indicator
from tests.workflow.contents import assert_sound, contents, operations, undo_last
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import household_of


def row(desk: Desk, key: str, year: int = 2023) -> IndicatorTarget:
    return next(one for one in set_indicator_targets.read_indicators(desk, year) if one.indicator.key == key)


def amounts(desk: Desk, key: str, year: int = 2023) -> tuple[Any, ...]:
    one = row(desk, key, year)
    return (one.base, one.target, one.actual)


def codes(desk: Desk) -> list[tuple[str, Any]]:
    return [(one.code, one.values["key"]) for one in set_indicator_targets.check_targets(desk, 2023)]


def test_what_the_plan_says_is_shown_in_its_order(desk: Desk) -> None:
    rows = set_indicator_targets.read_indicators(desk, 2023)
    assert [(one.indicator.key, one.target) for one in rows] == [
        ("health_insurance", Decimal(100)),
        ("housing_quality", Decimal(90)),
        ("housing_area", Decimal(90)),
        ("toilet", Decimal(95)),
        ("telecommunication", Decimal(100)),
        (INCOME, Decimal(1_715_000)),
    ]
    assert set_indicator_targets.read_indicators(desk, 2019) == ()


def test_a_target_of_the_plan_is_written_to_the_plan_alone(desk: Desk) -> None:
    before = contents(desk)
    set_indicator(desk, 2023, "toilet", base=Decimal("88.5"), target=97)
    set_indicator(desk, 2023, INCOME, base=1_500_000, target=1_800_000)
    plan = draft_plan.read_plan(desk, 2023)
    assert ServiceTarget("toilet", Decimal(97)) in plan.services
    assert len(plan.services) == 5
    assert plan.income_target_vnd == 1_800_000
    assert amounts(desk, "toilet") == (Decimal("88.5"), Decimal(97), None)
    assert amounts(desk, INCOME) == (Decimal(1_500_000), Decimal(1_800_000), None)
    draft_plan.edit_plan(desk, 2023, income_target_vnd=1_900_000)
    assert row(desk, INCOME).target == 1_900_000
    assert_sound(desk)
    for _ in range(3):
        undo_last(desk)
    assert contents(desk) == before


def test_other_indicators_keep_all_three_and_a_deprivation_of_the_year_may_join(desk: Desk) -> None:
    set_indicator(desk, 2023, "jobs", target=108)
    set_indicator(desk, 2023, "jobs", actual=110)
    assert (row(desk, "jobs").indicator.unit, amounts(desk, "jobs")) == (IndicatorUnit.COUNT, (None, 108, 110))
    assert row(desk, "jobs").percent_reached == Decimal("101.85")
    set_indicator(desk, 2023, "water_source", target=80, actual=75)
    assert row(desk, "water_source").reached is False
    assert ServiceTarget("water_source", Decimal(80)) in draft_plan.read_plan(desk, 2023).services
    set_indicator(desk, 2023, "jobs", target=None, actual=None)
    assert amounts(desk, "jobs") == (None, None, None)


def test_what_is_taken_back_or_the_same_leaves_no_line(desk: Desk) -> None:
    done = operations(desk)
    assert not set_indicator(desk, 2023, "toilet", target=95)
    assert not set_indicator(desk, 2023, "jobs", actual=None)
    assert operations(desk) == done


@pytest.mark.parametrize(
    ("key", "given", "code"),
    [
        ("toilet", {"target": Decimal("100.01")}, "percent-out-of-range"),
        ("toilet", {"base": -1}, "count-negative"),
        ("jobs", {"actual": Decimal("1.5")}, "indicator-not-whole"),
        ("happiness", {"target": 1}, "unknown-indicator"),
    ],
)
def test_impossible_amounts_are_refused(desk: Desk, key: str, given: dict[str, Any], code: str) -> None:
    before = contents(desk)
    with pytest.raises(KnownError) as caught:
        set_indicator(desk, 2023, key, **given)
    assert (caught.value.code, contents(desk)) == (code, before)


class TestProposal:
    def test_a_first_year_begins_with_the_usual_set(self, empty: Desk) -> None:
        proposed = set_indicator_targets.propose_indicators(empty, 2023)
        assert [one.indicator.key for one in proposed] == list(known_indicators())
        assert [one.target for one in proposed] == [100, 90, 90, 95, 100, None, None, None, None]
        assert all(one.base is None and one.actual is None for one in proposed)
        set_indicator_targets.take_proposal(empty, 2023)
        assert [one.indicator.key for one in set_indicator_targets.read_indicators(empty, 2023)] == [
            "health_insurance", "housing_quality", "housing_area", "toilet", "telecommunication",
        ]  # fmt: skip
        assert not set_indicator_targets.take_proposal(empty, 2023)

    def test_the_next_year_begins_where_the_last_one_ended(self, desk: Desk) -> None:
        set_indicator(desk, 2023, "farm_labour_share", base=30, target=27, actual=Decimal("26.15"))
        set_indicator(desk, 2023, "toilet", actual=93)
        set_indicator(desk, 2024, "toilet", target=98)
        set_indicator_targets.take_proposal(desk, 2024)
        assert amounts(desk, "farm_labour_share", 2024) == (Decimal("26.15"), 27, None)
        assert amounts(desk, "toilet", 2024) == (93, 98, None)
        assert amounts(desk, INCOME, 2024) == (None, 1_715_000, None)
        assert amounts(desk, "toilet") == (None, 95, 93)


class TestFindings:
    def test_a_plan_alone_is_not_held_against_results(self, desk: Desk) -> None:
        seal_year(desk, 2023, {household_of(desk): Form(120, 4)})
        assert codes(desk) == []

    def test_results_are_due_once_the_round_is_closed(self, desk: Desk) -> None:
        set_indicator(desk, 2023, "toilet", actual=93)
        assert codes(desk) == []
        seal_year(desk, 2023, {household_of(desk): Form(120, 4)})
        missing = {"health_insurance", "housing_quality", "housing_area", "telecommunication", INCOME}
        assert set(codes(desk)) == {("indicator-result-missing", key) for key in missing}
        assert set(codes(desk)) <= {(one.code, one.values.get("key")) for one in check_year.check_year(desk, 2023)}

    def test_targets_on_the_wrong_side_and_results_without_one_are_found(self, desk: Desk) -> None:
        set_indicator(desk, 2023, "toilet", base=96)
        set_indicator(desk, 2023, "farm_labour_share", base=30, target=31)
        set_indicator(desk, 2023, "jobs", actual=3)
        assert codes(desk) == [
            ("indicator-target-worse-than-base", "toilet"),
            ("indicator-target-worse-than-base", "farm_labour_share"),
            ("indicator-target-missing", "jobs"),
        ]
