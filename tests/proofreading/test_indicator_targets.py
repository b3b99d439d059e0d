from __future__ import annotations

from decimal import Decimal

import pytest

from povertydesk.poverty.indicator_target import Indicator, IndicatorTarget, IndicatorUnit
from povertydesk.proofreading.indicator_targets import check_indicators

TOILET = Indicator("toilet", "Nhà tiêu hợp vệ sinh", IndicatorUnit.PERCENT)


@pytest.mark.parametrize(
    ("amounts", "closed", "expected"),
    [
        ((90, 95, None), False, []),
        ((90, 95, None), True, ["indicator-result-missing"]),
        ((95, 95, 96), True, []),
        ((96, 95, 96), True, ["indicator-target-worse-than-base"]),
        ((None, None, 96), True, ["indicator-target-missing"]),
        ((90, None, None), True, []),
    ],
)
def test_what_is_missing_or_contradictory(amounts: tuple[int | None, ...], closed: bool, expected: list[str]) -> None:
    row = IndicatorTarget(TOILET, 2023, *(None if one is None else Decimal(one) for one in amounts))
    assert [one.code for one in check_indicators([row], closed=closed)] == expected


def test_amounts_are_told_as_they_were_entered() -> None:
    row = IndicatorTarget(TOILET, 2023, Decimal("96.5"), Decimal("95.00"))
    (finding,) = check_indicators([row], closed=False)
    assert (finding.values["base"], finding.values["target"], finding.values["key"]) == (96.5, 95, "toilet")
    assert isinstance(finding.values["target"], int)


INCOME = Indicator("income_per_poor_person", "Thu nhập bình quân đầu người hộ nghèo", IndicatorUnit.VND)


@pytest.mark.parametrize(
    ("amount", "strange"),
    [(199_999, True), (200_000, False), (1_715_000, False), (10_000_000, False), (10_000_001, True)],
)
def test_an_income_has_neither_too_few_nor_too_many_digits(amount: int, strange: bool) -> None:
    row = IndicatorTarget(INCOME, 2023, target=Decimal(amount))
    assert [one.code for one in check_indicators([row], closed=False)] == ["income-per-person-strange"] * strange
    money = row._replace(indicator=INCOME._replace(name="Vốn vay của hộ nghèo"))
    assert check_indicators([money], closed=False) == ()
