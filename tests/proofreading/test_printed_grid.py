"""A printed target grid, and the published one of a district with its mistakes."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.area import Village, VillageFigures
from povertydesk.poverty.printed_target import PrintedTarget
from povertydesk.poverty.problems import Finding
from povertydesk.poverty.rate import percent
from povertydesk.poverty.target import TargetGrid, VillageTarget, target_grid
from povertydesk.proofreading.printed_grid import check_printed_grid

YEAR = 2020
COLUMNS = (
    "place", "households", "poor_opening", "reduction_rate", "poor_closing", "reduction", "ethnic_minority_reduction",
    "poor_rate_closing", "registered",
)  # fmt: skip


def line(cells: list[Any]) -> PrintedTarget:
    values: dict[str, Any] = dict(zip(COLUMNS, cells, strict=True))
    for name in ("reduction_rate", "poor_rate_closing"):
        values[name] = Decimal(values[name])
    return PrintedTarget(**values)


@pytest.fixture(scope="module")
def printed() -> tuple[tuple[PrintedTarget, ...], PrintedTarget]:
    figures = Path(__file__).parent / "figures" / "krong-no-2020.toml"
    known = tomllib.loads(figures.read_text(encoding="utf-8"))
    return tuple(line(row) for row in known["rows"]), line(known["total"])


@pytest.fixture(scope="module")
def computed(printed: tuple[tuple[PrintedTarget, ...], PrintedTarget]) -> TargetGrid:
    """The grid as the program computes it from households, opening and reduction alone."""
    rows, _ = printed
    return target_grid(
        YEAR,
        [Village(row.place, row.place, place) for place, row in enumerate(rows)],
        [VillageFigures(row.place, YEAR, households=row.households, poor=row.poor_opening) for row in rows],
        [
            VillageTarget(row.place, YEAR, row.reduction, row.ethnic_minority_reduction, None, row.registered)
            for row in rows
        ],
    )


def told(findings: tuple[Finding, ...], code: str) -> list[tuple[Any, ...]]:
    return [
        (one.place.village, *(one.values[name] for name in ("printed", "computed")))
        for one in findings
        if one.code == code
    ]


class TestKrongNo:
    def test_the_totals_are_computed(self, computed: TargetGrid) -> None:
        total = computed.total
        assert (total.reduction, total.poor_closing, total.registered) == (387, 842, 391)
        assert (total.reduction_rate, total.poor_rate_closing) == (Decimal("2.00"), Decimal("4.35"))

    def test_the_closing_rates_are_the_printed_ones(
        self, printed: tuple[tuple[PrintedTarget, ...], PrintedTarget], computed: TargetGrid
    ) -> None:
        rows, _ = printed
        assert [row.poor_rate_closing for row in computed.rows] == [row.poor_rate_closing for row in rows]

    def test_reduction_rates_that_differ_by_a_hundredth_are_told(
        self, printed: tuple[tuple[PrintedTarget, ...], PrintedTarget]
    ) -> None:
        rates = told(check_printed_grid(YEAR, *printed), "printed-rate-differs")
        assert rates == [
            ("Nâm N'Dir", 1.44, 1.45),
            ("Đăk Nang", 4.08, 4.07),
            ("Đăk Sôr", 1.49, 1.48),
            ("Nam Đà", 0.82, 0.81),
            ("Nâm Nung", 3.95, 3.94),
            ("Nam Xuân", 1.72, 1.73),
        ]

    def test_impossible_minority_figures_and_their_total_are_told(
        self, printed: tuple[tuple[PrintedTarget, ...], PrintedTarget]
    ) -> None:
        findings = check_printed_grid(YEAR, *printed)
        impossible = [
            (one.place.village, one.values["part"], one.values["whole"])
            for one in findings
            if one.code == "minority-reduction-exceeds-reduction"
        ]
        assert impossible == [("TT Đăk Mâm", 26, 16), ("Nam Xuân", 59, 29)]
        assert told(findings, "printed-total-differs") == [("Tổng cộng", 280, 326)]
        assert {one.code for one in findings} == {
            "printed-rate-differs",
            "printed-total-differs",
            "minority-reduction-exceeds-reduction",
        }


def test_a_closing_figure_that_repeats_the_opening_is_told() -> None:
    repeated = PrintedTarget("Thôn Mẫu", poor_opening=14, reduction=7, poor_closing=14)
    assert told(check_printed_grid(YEAR, [repeated], None), "printed-closing-differs") == [("Thôn Mẫu", 14, 7)]
    assert check_printed_grid(YEAR, [repeated._replace(poor_closing=7)], None) == ()


def test_what_is_not_printed_is_not_held_against_anything() -> None:
    rows = [PrintedTarget("A", poor_opening=4, reduction_rate=Decimal("9.99")), PrintedTarget("B")]
    assert check_printed_grid(YEAR, rows, PrintedTarget("Tổng cộng", poor_opening=3)) == ()


def test_closing_columns_that_repeat_the_opening_ones_are_told_once() -> None:
    rows = [
        PrintedTarget("A", poor_opening=14, reduction=7, poor_closing=14),
        PrintedTarget("B", poor_opening=3, reduction=0, poor_closing=3),
    ]
    (finding,) = [one for one in check_printed_grid(YEAR, rows, None) if one.code == "printed-columns-repeated"]
    assert finding.values == {"year": YEAR, "villages": 2, "reduction": 7}
    assert finding.place.field == "poor_closing"
    rows[1] = rows[1]._replace(poor_closing=2)
    assert "printed-columns-repeated" not in {one.code for one in check_printed_grid(YEAR, rows, None)}


def test_columns_alike_are_no_copy_where_nobody_is_to_leave() -> None:
    rows = [PrintedTarget(name, poor_opening=14, reduction=0, poor_closing=14) for name in "AB"]
    assert check_printed_grid(YEAR, rows, None) == ()


@pytest.mark.parametrize(("closing_base", "codes"), [(200, []), (None, ["printed-rate-differs"])])
def test_the_closing_rate_rests_on_the_residents_printed_beside_it(closing_base: int | None, codes: list[str]) -> None:
    line = PrintedTarget(
        "A", 100, 14, 4, poor_closing=10, poor_rate_closing=Decimal("5.00"), households_closing=closing_base
    )
    assert [one.code for one in check_printed_grid(YEAR, [line], None)] == codes


@pytest.mark.parametrize(("printed", "codes"), [("0.0633", []), ("6.334842", []), ("6.32", ["printed-rate-differs"])])
def test_a_rate_may_be_printed_as_excel_keeps_it(printed: str, codes: list[str]) -> None:
    line = PrintedTarget("A", 221, 14, poor_rate_opening=Decimal(printed))
    assert [one.code for one in check_printed_grid(YEAR, [line], None)] == codes


@st.composite
def lines(draw: st.DrawFn) -> PrintedTarget:
    households = draw(st.integers(1, 5000))
    poor = draw(st.integers(0, households))
    reduction = draw(st.integers(0, poor))
    return written("Thôn", households, poor, reduction, draw(st.integers(0, reduction)))


def written(place: str, households: int, poor: int, reduction: int, minority: int) -> PrintedTarget:
    left = poor - reduction
    return PrintedTarget(
        place,
        households,
        poor,
        reduction,
        minority,
        reduction,
        left,
        percent(poor, households),
        percent(reduction, households),
        percent(left, households),
    )


@given(st.lists(lines(), min_size=1, max_size=8), st.data())
def test_a_grid_printed_as_computed_has_no_finding_and_every_slip_has_one(
    rows: list[PrintedTarget], data: st.DataObject
) -> None:
    counts = ("households", "poor_opening", "reduction", "ethnic_minority_reduction")
    whole = written("Tổng cộng", *(sum(getattr(row, name) for row in rows) for name in counts))
    assert check_printed_grid(YEAR, rows, whole) == ()
    name = data.draw(st.sampled_from([*counts[1:], "registered", "poor_closing", "poor_rate_closing"]))
    slipped = whole._replace(**{name: getattr(whole, name) + 1})
    assert check_printed_grid(YEAR, rows, slipped) != ()
