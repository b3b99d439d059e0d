"""How far a target by indicator was reached, rising and falling."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.indicator_target import Indicator, IndicatorTarget, IndicatorUnit, unit_words

RISING = Indicator("jobs", "Việc làm mới", IndicatorUnit.COUNT)
FALLING = Indicator("farm_labour_share", "Lao động nông nghiệp", IndicatorUnit.PERCENT, falling=True)


def target(indicator: Indicator, base: int | None, planned: int | None, actual: int | None) -> IndicatorTarget:
    amounts = (None if one is None else Decimal(one) for one in (base, planned, actual))
    return IndicatorTarget(indicator, 2023, *amounts)


@pytest.mark.parametrize(
    ("one", "percent", "reached"),
    [
        (target(RISING, None, 108, 110), Decimal("101.85"), True),
        (target(RISING, 50, 100, 100), Decimal("100.00"), True),
        (target(RISING, 50, 100, 99), Decimal("99.00"), False),
        (target(RISING, None, 0, 3), None, True),
        (target(FALLING, 30, 26, 28), Decimal("50.00"), False),
        (target(FALLING, 30, 26, 26), Decimal("100.00"), True),
        (target(FALLING, None, 26, 25), None, True),
        (target(FALLING, 26, 26, 26), None, True),
        (target(RISING, 3, None, 4), None, None),
        (target(RISING, 3, 4, None), None, None),
    ],
)
def test_what_was_reached(one: IndicatorTarget, percent: Decimal | None, reached: bool | None) -> None:
    assert (one.percent_reached, one.reached) == (percent, reached)


@pytest.mark.parametrize(("planned", "rising", "falling"), [(29, True, False), (30, False, False), (31, False, True)])
def test_a_target_on_the_wrong_side_of_the_base(planned: int, rising: bool, falling: bool) -> None:
    assert target(RISING, 30, planned, None).worse_than_base is rising
    assert target(FALLING, 30, planned, None).worse_than_base is falling
    assert not target(RISING, None, planned, None).worse_than_base


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100), st.sampled_from([RISING, FALLING]))
def test_who_met_the_target_has_all_of_it(base: int, planned: int, actual: int, indicator: Indicator) -> None:
    one = target(indicator, base, planned, actual)
    if one.percent_reached is not None:
        assert (one.percent_reached >= 100) == one.reached


@pytest.mark.parametrize(
    ("name", "unit", "words"),
    [
        ("Hộ nghèo có nhà tiêu hợp vệ sinh", IndicatorUnit.PERCENT, "%"),
        ("Thu nhập bình quân đầu người của hộ nghèo", IndicatorUnit.VND, "đồng/người/tháng"),
        ("Vốn huy động quỹ “Vì người nghèo”", IndicatorUnit.VND, "đồng"),
        ("Số lao động được tạo việc làm mới", IndicatorUnit.COUNT, "người"),
        ("Số hộ nghèo được vay vốn", IndicatorUnit.COUNT, "hộ"),
        ("Số mô hình sinh kế", IndicatorUnit.COUNT, ""),
    ],
)
def test_a_paper_says_what_is_measured_in(name: str, unit: IndicatorUnit, words: str) -> None:
    assert unit_words(Indicator("key", name, unit)) == words
