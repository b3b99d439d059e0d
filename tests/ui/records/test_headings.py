from __future__ import annotations

from povertydesk.ui.records.columns import Column
from povertydesk.ui.records.headings import heading_cells, heading_depth


def _columns(*paths: str) -> list[Column[int]]:
    """Write a heading as `group/title` texts."""
    split = [path.split("/") for path in paths]
    return [Column(path[-1], path[-1], int, heading=tuple(path[:-1])) for path in split]


def _picture(columns: list[Column[int]], split_before: int = 0) -> list[list[str]]:
    """Draw which heading stands at each level over each column."""
    drawn = [["?"] * len(columns) for _ in range(heading_depth(columns))]
    for cell in heading_cells(columns, split_before):
        for level in range(cell.level, cell.level + cell.levels):
            for column in range(cell.first_column, cell.last_column + 1):
                assert drawn[level][column] == "?", "two headings on one place"
                drawn[level][column] = cell.text
    return drawn


def test_a_group_is_merged_over_its_columns_and_a_lone_title_over_both_levels() -> None:
    columns = _columns("TT", "Thôn", "Đầu kỳ/Hộ", "Đầu kỳ/Nghèo", "Cuối kỳ/Nghèo")
    assert _picture(columns) == [
        ["TT", "Thôn", "Đầu kỳ", "Đầu kỳ", "Cuối kỳ"],
        ["TT", "Thôn", "Hộ", "Nghèo", "Nghèo"],
    ]
    groups = [(cell.first_column, cell.last_column) for cell in heading_cells(columns) if cell.is_group]
    assert groups == [(2, 3), (4, 4)]


def test_one_level_needs_no_second_line() -> None:
    assert heading_depth(_columns("A", "B")) == 1
    assert heading_depth([]) == 1
    assert heading_cells([]) == ()


def test_three_levels_and_the_same_word_under_two_groups() -> None:
    columns = _columns("TT", "A/Nam/x", "A/Nam/y", "A/Nữ/x", "B/Nữ/x", "B/z")
    assert _picture(columns) == [
        ["TT", "A", "A", "A", "B", "B"],
        ["TT", "Nam", "Nam", "Nữ", "Nữ", "z"],
        ["TT", "x", "y", "x", "x", "z"],
    ]
    assert sum(cell.text == "Nữ" for cell in heading_cells(columns)) == 2


def test_equal_groups_that_are_not_neighbours_stay_apart() -> None:
    groups = [cell for cell in heading_cells(_columns("A/x", "y", "A/z")) if cell.is_group]
    assert [(cell.first_column, cell.last_column) for cell in groups] == [(0, 0), (2, 2)]


def test_no_group_reaches_over_the_frozen_border() -> None:
    groups = [cell for cell in heading_cells(_columns("A/x", "A/y", "A/z"), split_before=1) if cell.is_group]
    assert [(cell.first_column, cell.last_column) for cell in groups] == [(0, 0), (1, 2)]
