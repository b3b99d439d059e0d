from __future__ import annotations

import pytest

from povertydesk.exchange.heading_search import HeadingWords, find_heading, is_number_row
from povertydesk.exchange.workbook import Cell, Sheet
from povertydesk.poverty.problems import KnownError, Place

WORDS = HeadingWords(
    {"village": ["thôn", "đơn vị"], "households": ["tổng số hộ", "số hộ"], "poor": ["hộ nghèo", "hộ nghèo số hộ"]},
    neutral=["đầu kỳ", "tổng số hộ dân cư", "kết quả rà soát cuối năm"],
    subject="village",
)


def sheet(*rows: tuple[Cell, ...], merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()) -> Sheet:
    return Sheet("Thôn", rows, merged)


def columns(
    *rows: tuple[Cell, ...], merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
) -> dict[str, int]:
    return dict(find_heading([sheet(*rows, merged=merged)], WORDS, "thon.xlsx").columns)


def test_a_heading_that_adds_no_meaning_is_left_out() -> None:
    assert columns(("Thôn", "Đầu kỳ 2023", None), (None, "Tổng số hộ", "Hộ nghèo")) == {
        "village": 0,
        "households": 1,
        "poor": 2,
    }
    assert columns(("Thôn", "Kết quả rà soát cuối năm 2022"), (None, "Hộ nghèo")) == {"village": 0, "poor": 1}
    assert columns(("Thôn", "Tổng số hộ dân cư (tại thời điểm rà soát)"), (None, "Số hộ")) == {
        "village": 0,
        "households": 1,
    }


def test_a_heading_with_a_meaning_is_never_left_out() -> None:
    with pytest.raises(KnownError, match="workbook-without-headings"):
        columns(("Thôn", "Dự kiến 2023"), (None, "Số hộ"))


def test_a_merged_heading_reaches_as_far_as_it_is_merged() -> None:
    rows = (("Thôn", "Hộ nghèo", None, None), (None, "Số hộ", "Số khẩu", "Số hộ"))
    merged = (((0, 1), (0, 2)),)
    assert columns(*rows, merged=merged) == {"village": 0, "poor": 1, "households": 3}


def test_a_heading_of_one_column_reaches_over_no_other() -> None:
    """Without merged cells only a heading with others below it can be one over several columns."""
    assert columns(("Thôn", "Hộ nghèo", None), (None, None, "Số hộ")) == {"village": 0, "poor": 1, "households": 2}


def test_the_first_line_below_the_last_heading_is_told() -> None:
    heading = find_heading(
        [sheet(("DANH SÁCH",), ("Đơn vị", "Hộ nghèo", None), (None, "Số hộ", "%"), ("Thôn 1", 3, 1))],
        WORDS,
        "thon.xlsx",
    )
    assert (heading.title_row, heading.first_row) == (1, 3)
    assert heading.place(3, "poor") == Place(sheet="Thôn", row=4, column="B – Số hộ")


def test_the_fuller_table_is_taken() -> None:
    small, full = sheet(("Thôn", "Số hộ")), Sheet("Đủ", (("Thôn", "Số hộ", "Hộ nghèo"),))
    assert find_heading([small, full], WORDS, "thon.xlsx").sheet is full


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (("A", "B", "1", "2"), True),
        (("A", None, "B"), True),
        ((1, 2, 3), True),
        (("(1)", "(2)", "3=2/1×100"), True),
        ((1, "Thôn 1", 221), False),
        ((1, 1, 221, 14), False),
        ((2, 3, 5), False),
        ((1,), False),
        ((), False),
        (("AB", "C"), False),
    ],
)
def test_rows_that_number_the_columns(cells: tuple[Cell, ...], numbers: bool) -> None:
    assert is_number_row(sheet(cells), 0) is numbers
