"""Figures and names of a year held against each other, just at and just over the limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.named_target import (
    LeavingTarget,
    NameStanding,
    RegisteredHousehold,
    TargetResult,
    VillageNames,
)
from povertydesk.poverty.problems import Finding
from povertydesk.poverty.status import PovertyStatus
from povertydesk.proofreading.registered_names import check_names

POOR, NEAR_POOR, NOT_POOR = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR


def standing(
    opening: PovertyStatus | None = POOR,
    closing: PovertyStatus | None = None,
    result: TargetResult | None = None,
    *,
    opening_known: bool = True,
    closed: bool = False,
    target: LeavingTarget = LeavingTarget.POOR,
) -> NameStanding:
    registered = RegisteredHousehold("r", "h", 2023, target, result=result)
    return NameStanding(registered, "Thôn Mẫu", "001 – Bùi Văn Mẫu", opening_known, closed, opening, closing)


def figures(assigned: int | None, registered: int | None, named: int, unhelped: int = 0) -> VillageNames:
    return VillageNames("v", "Thôn Mẫu", assigned, registered, named, unhelped)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in findings]


@pytest.mark.parametrize(
    ("village", "expected"),
    [
        (figures(2, 2, 2), []),
        (figures(1, 2, 2), []),
        (figures(None, None, 2), []),
        (figures(3, 2, 2), ["named-below-assigned"]),
        (figures(2, 3, 2), ["named-differs-from-registered"]),
        (figures(2, 1, 2), ["named-differs-from-registered"]),
        (figures(2, 2, 2, 1), ["named-without-helper"]),
    ],
)
def test_the_three_figures(village: VillageNames, expected: list[str]) -> None:
    assert codes(check_names(2023, [village], [standing()])) == expected


def test_the_near_poor_are_a_list_of_their_own() -> None:
    village = figures(3, 4, 2, 1)._replace(target=LeavingTarget.NEAR_POOR)
    found = check_names(2023, [village], [standing(NEAR_POOR, target=LeavingTarget.NEAR_POOR)])
    assert [(one.code, one.place.field) for one in found] == [
        ("near-poor-named-differs-from-registered", "near_poor_registered"),
        ("near-poor-named-below-plan", "near_poor_named"),
        ("near-poor-named-without-helper", "near_poor_named"),
    ]


def test_as_long_as_nobody_is_named_nothing_is_said() -> None:
    assert check_names(2023, [figures(5, 5, 0)], []) == ()


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (standing(), []),
        (standing(NEAR_POOR), ["registered-household-not-on-list"]),
        (standing(None), ["registered-household-not-on-list"]),
        (standing(None, opening_known=False), []),
        (standing(NEAR_POOR, target=LeavingTarget.NEAR_POOR), []),
        (standing(POOR, POOR, TargetResult.LEFT), []),
        (standing(POOR, POOR, TargetResult.LEFT, closed=True), ["result-differs-from-round"]),
        (standing(POOR, NOT_POOR, TargetResult.LEFT, closed=True), []),
        (standing(POOR, None, TargetResult.LEFT, closed=True), ["result-differs-from-round"]),
        (standing(POOR, POOR, None, closed=True), []),
        (standing(POOR, PovertyStatus.UNCLASSIFIED, TargetResult.LEFT, closed=True), []),
    ],
)
def test_where_a_name_stands(one: NameStanding, expected: list[str]) -> None:
    assert codes(check_names(2023, [], [one])) == expected


counts = st.none() | st.integers(0, 5)


@given(st.builds(figures, counts, counts, st.integers(0, 5)))
def test_figures_that_agree_are_never_told(village: VillageNames) -> None:
    if village.agrees:
        assert check_names(2023, [village], [standing()]) == ()
