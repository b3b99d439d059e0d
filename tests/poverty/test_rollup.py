from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.area import VillageFigures
from povertydesk.poverty.rollup import total, village_totals


@pytest.mark.parametrize(
    ("counts", "added"),
    [([], None), ([0], 0), ([221, 186, 267, 329, 243, 272], 1518), ([221, None, 267], None), ([None], None)],
)
def test_a_total_stands_only_where_every_figure_does(counts: list[int | None], added: int | None) -> None:
    assert total(counts) == added


def test_villages_are_added_up_count_by_count() -> None:
    figures = [
        VillageFigures("a", 2023, households=221, people=900, poor=14),
        VillageFigures("b", 2023, households=186, people=None, poor=14),
    ]
    totals = village_totals(figures)
    assert totals["households"] == 407
    assert totals["poor"] == 28
    assert totals["people"] is None
    assert set(totals) == set(VillageFigures.count_names())


def test_a_year_without_villages_has_no_totals() -> None:
    assert set(village_totals([]).values()) == {None}


@given(st.lists(st.integers(min_value=0, max_value=10**6), min_size=1))
def test_the_order_of_villages_does_not_matter(counts: list[int]) -> None:
    assert total(counts) == total(reversed(counts)) == sum(counts)
