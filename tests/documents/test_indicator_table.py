"""The table of targets by indicator inside a plan."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.documents.cell_text import cell_text
from povertydesk.documents.indicator_table import indicator_table
from povertydesk.documents.plan import reduction_plan
from povertydesk.poverty.indicator_target import Indicator, IndicatorTarget, IndicatorUnit
from povertydesk.poverty.paper import Figure, Grid, Paper
from tests.documents.plans import YEAR, contents, grid_words, section, words

TOILET = Indicator("toilet", "Hộ nghèo có nhà tiêu hợp vệ sinh", IndicatorUnit.PERCENT)
INCOME = Indicator("income", "Thu nhập bình quân đầu người của hộ nghèo", IndicatorUnit.VND)
JOBS = Indicator("jobs", "Số lao động được tạo việc làm mới", IndicatorUnit.COUNT)
ROWS = (
    IndicatorTarget(TOILET, YEAR, Decimal("61.5"), Decimal(95)),
    IndicatorTarget(INCOME, YEAR, Decimal(1_500_000), Decimal(1_715_000)),
    IndicatorTarget(JOBS, YEAR, None, Decimal(1108)),
)


def plan(**changes: object) -> Paper:
    return reduction_plan(contents(**changes), words(), grid_words())


def grids(paper: Paper) -> list[str]:
    return [block.name for block in paper.blocks() if isinstance(block, Grid)]


def said(grid: Grid) -> list[list[str]]:
    kinds = [leaf.kind for leaf in grid.leaves]
    return [[cell_text(value, kind) for value, kind in zip(row.cells, kinds, strict=True)] for row in grid.rows]


def test_each_indicator_stands_with_its_unit_and_both_figures() -> None:
    grid = indicator_table(ROWS, YEAR)
    assert [leaf.title for leaf in grid.leaves][3:] == ["Đầu năm 2023", "Kế hoạch năm 2023"]
    assert said(grid) == [
        ["1", "Hộ nghèo có nhà tiêu hợp vệ sinh", "%", "61,5", "95"],
        ["2", "Thu nhập bình quân đầu người của hộ nghèo", "đồng/người/tháng", "1.500.000", "1.715.000"],
        ["3", "Số lao động được tạo việc làm mới", "người", "", "1.108"],
    ]


@given(st.decimals(min_value=0, max_value=100, places=2))
def test_a_figure_is_bound_to_its_indicator(percent: Decimal) -> None:
    (row,) = indicator_table([IndicatorTarget(TOILET, YEAR, None, percent)], YEAR).rows
    base, target = row.cells[3:]
    assert isinstance(base, Figure)
    assert isinstance(target, Figure)
    assert (base.value, base.text) == (None, "")
    assert (target.name, target.value) == ("indicator_target", percent)
    assert target.arguments == (("indicator", "toilet"), ("year", "2023"))
    assert Decimal(target.text.replace(".", "").replace(",", ".")) == percent


def test_the_table_takes_the_place_of_the_list_of_services() -> None:
    with_table = plan(indicators=ROWS)
    assert grids(with_table) == ["indicators", "targets"]
    assert section(with_table, "IV")[-2:] == [
        "3. Tiếp cận các dịch vụ xã hội cơ bản, việc làm và các chỉ tiêu khác",
        "Các chỉ tiêu của năm 2023 so với đầu năm nêu tại biểu dưới đây.",
    ]
    without = plan()
    assert grids(without) == ["targets"]
    assert section(without, "IV")[-2:] == [
        "3. Tiếp cận các dịch vụ xã hội cơ bản",
        "- Hộ nghèo có nhà tiêu hợp vệ sinh: 95%.",
    ]
