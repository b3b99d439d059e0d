from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.ui.records.column_filter import ColumnFilters, read_condition
from povertydesk.ui.records.columns import CellValue


@pytest.mark.parametrize(
    ("text", "passing", "hidden"),
    [
        (">10", [11, Decimal("10.01")], [10, None, "11 hộ"]),
        (">= 1.518", [1518], [1517]),
        ("<=13,70", [Decimal("13.70")], [Decimal("13.71"), None]),
        ("<5", [0], [5]),
        ("=0", [0], [None, 1]),
        ("<>0", [1], [0, None]),
        ("5-10", [5, 10], [4, 11, None]),
        ("7", [7, Decimal("7.00")], [17, 70]),
        ("=", [None, ""], [0, "Thôn"]),
        ("<>", [0, "Thôn"], [None, ""]),
        ("phi l", ["Thôn Phi Long"], ["Thôn Tân Long", None, 5]),
        ("DAK", ["Đăk Nang"], ["Nam Đà"]),
    ],
)
def test_conditions_as_they_are_typed(text: str, passing: list[CellValue], hidden: list[CellValue]) -> None:
    holds = read_condition(text)
    assert [holds(value) for value in passing] == [True] * len(passing)
    assert [holds(value) for value in hidden] == [False] * len(hidden)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_less_equal_and_more_share_all_numbers_out(value: int, limit: int) -> None:
    assert sum(read_condition(f"{sign}{limit}")(value) for sign in ("<", "=", ">")) == 1


@given(st.text())
def test_whatever_is_typed_is_a_condition(text: str) -> None:
    assert read_condition(text)(5) in {True, False}


def test_all_conditions_hold_together() -> None:
    filters = ColumnFilters()
    assert not filters
    filters.set("poor", ">5")
    filters.set("name", "long")
    lines: list[dict[str, CellValue]] = [
        {"poor": 6, "name": "Phi Long"},
        {"poor": 6, "name": "Vân Ngọc"},
        {"poor": 5, "name": "Long"},
    ]
    assert [filters.let_pass(line.__getitem__) for line in lines] == [True, False, False]
    assert (filters.columns, filters.text("poor")) == (("poor", "name"), ">5")
    filters.set("name", " ")
    assert [filters.let_pass(line.__getitem__) for line in lines] == [True, True, False]
    filters.clear()
    assert not filters
