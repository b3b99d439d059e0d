from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from povertydesk.ui.records.column_widths import (
    least_width,
    natural_widths,
    spread,
    tightened_widths,
    two_lines,
    wished_widths,
)
from povertydesk.ui.records.columns import CellKind, Column
from povertydesk.ui.records.record_table import RecordTable

PADDING = 7


@pytest.fixture
def metrics(qapp: Any) -> tuple[QFontMetrics, QFontMetrics]:
    bold = QFont()
    bold.setBold(True)
    return QFontMetrics(QFont()), QFontMetrics(bold)


def test_a_column_holds_its_values_its_total_and_its_title_in_two_lines(
    table: RecordTable[Any], metrics: tuple[QFontMetrics, QFontMetrics]
) -> None:
    regular, bold = metrics
    widths = natural_widths(table, regular, bold, PADDING)
    assert widths[1] >= regular.horizontalAdvance("Thôn Minh Long") + 2 * PADDING
    assert widths[2] >= bold.horizontalAdvance("2.518") + 2 * PADDING
    assert bold.horizontalAdvance("đó DTTS") + 2 * PADDING <= widths[6] < bold.horizontalAdvance("Trong đó DTTS")
    assert wished_widths(table, widths, bold, PADDING)[6] > bold.horizontalAdvance("Trong đó DTTS") + 2 * PADDING


def test_a_declared_width_counts_instead_of_the_sample_and_long_texts_stop(
    table: RecordTable[Any], metrics: tuple[QFontMetrics, QFontMetrics]
) -> None:
    regular, bold = metrics
    table.set_records([replace(table.records[0], name="Thôn " * 40)])
    sampled = natural_widths(table, regular, bold, PADDING)[1]
    assert sampled < regular.averageCharWidth() * 40
    table.set_columns([column._replace(width_characters=20) for column in table.columns])
    assert natural_widths(table, regular, bold, PADDING)[1] < sampled


def test_a_group_is_never_narrower_than_its_words(metrics: tuple[QFontMetrics, QFontMetrics]) -> None:
    regular, bold = metrics
    group = ("Trong đó hộ nghèo là người dân tộc thiểu số tại chỗ",)
    columns = [Column[int](str(number), "Hộ", abs, CellKind.COUNT, group) for number in range(2)]
    table = RecordTable(columns, str, [1, 2])
    widths = natural_widths(table, regular, bold, PADDING)
    assert sum(widths) >= bold.horizontalAdvance(group[0]) // 2
    assert abs(widths[0] - widths[1]) <= 1


def test_the_longest_word_of_a_title_always_fits(metrics: tuple[QFontMetrics, QFontMetrics]) -> None:
    column = Column("key", "Điểm nghiêng", str)
    assert least_width(column, metrics[1], PADDING) >= metrics[1].horizontalAdvance("nghiêng") + 2 * PADDING


def test_without_rows_and_totals_the_titles_decide(
    table: RecordTable[Any], metrics: tuple[QFontMetrics, QFontMetrics]
) -> None:
    table.set_records([])
    assert all(width > 2 * PADDING for width in natural_widths(table, *metrics, PADDING))


def test_a_heading_of_two_lines_breaks_in_the_middle(metrics: tuple[QFontMetrics, QFontMetrics]) -> None:
    assert two_lines("Giảm (điểm %)", metrics[1]) == ("Giảm", "(điểm %)")
    assert two_lines("Trong đó dân tộc thiểu số", metrics[1]) == ("Trong đó dân", "tộc thiểu số")
    assert two_lines("Thôn", metrics[1]) == ("Thôn", "")
    assert two_lines("", metrics[1]) == ("", "")


def test_long_texts_give_way_where_that_spares_scrolling(
    table: RecordTable[Any], metrics: tuple[QFontMetrics, QFontMetrics]
) -> None:
    table.set_records([replace(table.records[0], name="Thôn có một tên thật là dài như thế này")])
    natural = natural_widths(table, *metrics, PADDING)
    whole = sum(natural)
    tight = tightened_widths(table, natural, *metrics, PADDING, whole - 20)
    assert (sum(tight), tight[1]) == (whole - 20, natural[1] - 20)
    assert tightened_widths(table, natural, *metrics, PADDING, whole - 500) == natural
    assert tightened_widths(table, natural, *metrics, PADDING, whole) == natural


@given(st.lists(st.integers(10, 300), min_size=1, max_size=20), st.integers(0, 6000))
def test_spread_fills_the_view_and_narrows_nothing(widths: list[int], available: int) -> None:
    wider = spread(widths, available)
    assert sum(wider) == max(available, sum(widths))
    assert all(new >= old for new, old in zip(wider, widths, strict=True))


def test_spare_room_goes_to_wished_widths_first_and_not_to_serial_numbers() -> None:
    assert spread([30, 100, 50], 200, wished=[30, 110, 60]) == [30, 110, 60]
    assert spread([30, 100, 50], 190, wished=[30, 110, 60]) == [30, 105, 55]
    assert spread([30, 100, 50], 330, fixed=[True, False, False]) == [30, 200, 100]
    assert spread([30], 100, fixed=[True]) == [30]
