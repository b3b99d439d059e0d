from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from povertydesk.ui.records.grid_view import GridView


def _rect(grid: GridView, text: str, nth: int = 0) -> QRect:
    return [rect for cell, rect in grid.header.cell_rects() if cell.text == text][nth]


def _over(grid: GridView, first: int, last: int) -> tuple[int, int]:
    left = grid.visualRect(grid.table.index(0, first)).left()
    return left, grid.visualRect(grid.table.index(0, last)).right()


def test_groups_stand_over_their_columns_and_lone_titles_take_both_levels(grid: GridView) -> None:
    group, title, lone = _rect(grid, "Đầu kỳ"), _rect(grid, "Tổng số hộ"), _rect(grid, "Thôn")
    assert (group.left(), group.right()) == _over(grid, 2, 4)
    assert (title.left(), title.right()) == _over(grid, 2, 2)
    assert title.top() == group.bottom() + 1
    assert (lone.top(), lone.bottom()) == (group.top(), title.bottom())
    assert title.bottom() + 1 == grid.header.height()


def test_no_line_is_drawn_through_a_merged_heading(grid: GridView) -> None:
    """The line under the groups and the border between two titles stop at the merged cells."""
    image = grid.header.viewport().grab().toImage()
    scale = image.devicePixelRatio()

    def colour(x: int, y: int) -> str:
        return image.pixelColor(round(x * scale), round(y * scale)).name()

    group, lone = _rect(grid, "Đầu kỳ"), _rect(grid, "TT")
    ground = grid.tints.heading.name()
    inner_border = _rect(grid, "Tổng số hộ").right()
    assert colour(inner_border, group.top() + 3) == ground
    assert colour(inner_border, group.bottom() + 4) != ground
    assert colour(lone.left() + 3, group.bottom()) == ground
    assert colour(group.left() + 3, group.bottom()) != ground


@pytest.mark.parametrize("points", [8, 10, 13, 16, 20])
@pytest.mark.parametrize("width", [400, 700, 1300])
def test_no_word_is_cut_at_any_size(grid: GridView, points: int, width: int) -> None:
    font = grid.font()
    font.setPointSize(points)
    grid.setFont(font)
    grid.resize(width, 500)
    QApplication.processEvents()
    metrics = grid.header.bold_metrics
    flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    for cell, rect in grid.header.cell_rects():
        room = rect.adjusted(grid.padding, 0, -grid.padding, 0)
        needed = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), flags, cell.text)
        assert needed.height() <= rect.height(), cell.text
        assert max(metrics.horizontalAdvance(word) for word in cell.text.split()) <= room.width(), cell.text
    assert grid.header.height() == grid.header.sizeHint().height()
    for row in range(grid.table.rowCount()):
        for column in range(grid.table.columnCount()):
            assert not grid.is_cut(grid.table.index(row, column))
    assert not any(grid.is_total_cut(column) for column in range(grid.table.columnCount()))


def test_narrow_columns_make_the_heading_higher(grid: GridView) -> None:
    high = grid.header.height()
    grid.resize(420, 400)
    QApplication.processEvents()
    assert grid.header.height() > high
    assert grid.viewport().geometry().top() == grid.header.geometry().bottom() + 1


def test_frozen_headings_stay_when_the_rest_scrolls(grid: GridView) -> None:
    _narrow(grid)
    before = {cell.text: rect for cell, rect in grid.header.cell_rects()}
    grid.horizontalScrollBar().setValue(60)
    after = {cell.text: rect for cell, rect in grid.header.cell_rects()}
    assert grid.horizontalScrollBar().value() == 60
    assert (after["TT"], after["Thôn"]) == (before["TT"], before["Thôn"])
    assert after["Đầu kỳ"] == before["Đầu kỳ"].translated(-60, 0)
    image = grid.header.viewport().grab().toImage()
    inside = grid.header.frozen_width() - 4
    assert image.pixelColor(inside, 3).name() == grid.tints.heading.name()


def _narrow(grid: GridView) -> None:
    """Leave a quarter of the columns out of sight."""
    grid.resize(200, 400)
    QApplication.processEvents()
    grid.resize(grid.header.length() * 3 // 4, 400)
    QApplication.processEvents()
    assert grid.header.frozen_columns == 2


def _drag(grid: GridView, start: int, end: int) -> None:
    viewport, y = grid.header.viewport(), grid.header.height() - 5
    QTest.mouseMove(viewport, QPoint(start, y))
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(start, y))
    QTest.mouseMove(viewport, QPoint(end, y))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(end, y))


def test_a_border_can_be_dragged_and_stays_where_it_was_put(grid: GridView) -> None:
    border = grid.visualRect(grid.table.index(0, 1)).right()
    width = grid.columnWidth(1)
    others = [grid.columnWidth(column) for column in range(2, 9)]
    _drag(grid, border, border + 37)
    assert grid.columnWidth(1) == width + 37
    assert [grid.columnWidth(column) for column in range(2, 9)] == others
    grid.resize(1300, 400)
    QApplication.processEvents()
    assert grid.columnWidth(1) == width + 37


def test_a_column_is_never_dragged_narrower_than_its_longest_word(grid: GridView) -> None:
    border = grid.visualRect(grid.table.index(0, 6)).right()
    _drag(grid, border, border - 2000)
    assert grid.columnWidth(6) >= grid.header.bold_metrics.horizontalAdvance("Trong") + 2 * grid.padding


def test_a_frozen_border_can_be_dragged_while_the_rest_is_scrolled(grid: GridView) -> None:
    _narrow(grid)
    grid.horizontalScrollBar().setValue(60)
    width = grid.columnWidth(1)
    border = grid.header.frozen_width()
    _drag(grid, border - 1, border + 9)
    assert grid.columnWidth(1) == width + 10


def test_a_double_click_on_a_border_fits_the_contents_again(grid: GridView) -> None:
    border = grid.visualRect(grid.table.index(0, 1)).right()
    _drag(grid, border, border - 60)
    assert grid.is_cut(grid.table.index(0, 1))
    border = grid.visualRect(grid.table.index(0, 1)).right()
    QTest.mouseDClick(grid.header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(border, 10))
    assert not grid.is_cut(grid.table.index(0, 1))


def test_a_click_on_a_heading_chooses_its_columns(grid: GridView) -> None:
    QTest.mouseClick(grid.header.viewport(), Qt.MouseButton.LeftButton, pos=_rect(grid, "Giảm (hộ)").center())
    assert [tuple(part) for part in grid.selection.ranges()] == [(0, 5, 5, 5)]
    QTest.mouseClick(grid.header.viewport(), Qt.MouseButton.LeftButton, pos=_rect(grid, "Đầu kỳ").center())
    assert [tuple(part) for part in grid.selection.ranges()] == [(0, 2, 5, 4)]


def test_the_pointer_shows_where_a_border_can_be_dragged(grid: GridView, qtbot: QtBot) -> None:
    viewport = grid.header.viewport()
    QTest.mouseMove(viewport, QPoint(grid.visualRect(grid.table.index(0, 1)).right(), 10))
    qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.SplitHCursor)
    QTest.mouseMove(viewport, _rect(grid, "Thôn").center())
    qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_a_heading_without_rows_chooses_nothing(grid: GridView) -> None:
    grid.table.set_records([])
    QTest.mouseClick(grid.header.viewport(), Qt.MouseButton.LeftButton, pos=_rect(grid, "Thôn").center())
    assert grid.selection.ranges() == []
