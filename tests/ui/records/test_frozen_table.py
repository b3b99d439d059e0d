from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from povertydesk.poverty.problems import Severity
from povertydesk.ui.records.columns import Column
from povertydesk.ui.records.grid_palette import GridPalette
from povertydesk.ui.records.grid_view import GridView
from povertydesk.ui.records.record_table import RecordTable
from tests.ui.records.conftest import VillageRow


@pytest.fixture
def small(grid: GridView, make_villages: Any) -> GridView:
    """A grid that scrolls both ways: 40 villages, a quarter of the width out of sight."""
    grid.table.set_records(make_villages(40))
    grid.resize(200, 300)
    QApplication.processEvents()
    grid.resize(grid.header.length() * 3 // 4, 300)
    QApplication.processEvents()
    assert grid.header.frozen_columns == 2
    assert grid.horizontalScrollBar().maximum() > 100
    assert grid.verticalScrollBar().maximum() > 0
    return grid


def _image(grid: GridView, area: QRect | None = None) -> QImage:
    return grid.viewport().grab(area or grid.viewport().rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _colour(grid: GridView, point: QPoint) -> str:
    return _image(grid, QRect(point, point)).pixelColor(0, 0).name()


def _places(grid: GridView) -> Iterator[tuple[int, QRect, QRect]]:
    row = grid.rowAt(grid.row_height)
    for column in range(grid.table.columnCount()):
        yield column, grid.visualRect(grid.table.index(row, column)), grid.total_rect(column)


def test_frozen_columns_stay_in_place_and_the_others_scroll(small: GridView) -> None:
    frozen = QRect(0, 0, small.header.frozen_width() - 1, small.viewport().height())
    rects = [small.visualRect(small.table.index(2, column)) for column in (0, 1, 2)]
    picture = _image(small, frozen)
    small.horizontalScrollBar().setValue(90)
    assert [small.visualRect(small.table.index(2, column)) for column in (0, 1)] == rects[:2]
    assert small.visualRect(small.table.index(2, 2)) == rects[2].translated(-90, 0)
    assert _image(small, frozen) == picture


def test_a_point_over_the_frozen_columns_is_a_frozen_cell(small: GridView) -> None:
    small.horizontalScrollBar().setValue(small.horizontalScrollBar().maximum())
    for column in (0, 1, 7, 8):
        index = small.table.index(1, column)
        assert small.indexAt(small.visualRect(index).center()) == index
    QTest.mouseClick(small.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(small.header.frozen_width() - 3, 40))
    assert small.currentIndex().column() == 1
    assert small.horizontalScrollBar().value() == small.horizontalScrollBar().maximum()


def test_totals_are_aligned_with_their_columns_while_scrolling_and_resizing(small: GridView) -> None:
    for horizontal, vertical, width in ((0, 0, 400), (70, 33, 400), (10_000, 10_000, 500), (25, 400, 1200)):
        small.resize(width, 300)
        QApplication.processEvents()
        small.horizontalScrollBar().setValue(horizontal)
        small.verticalScrollBar().setValue(vertical)
        for _column, cell, total in _places(small):
            assert (total.left(), total.width()) == (cell.left(), cell.width())
            assert total.bottom() == small.viewport().height() - 1
    image = _image(small)
    border = small.visualRect(small.table.index(20, 4)).right()
    line = small.tints.line.name()
    assert image.pixelColor(border, 40).name() == line
    assert image.pixelColor(border, small.total_rect(4).center().y()).name() == line


def test_totals_stand_under_the_last_row_of_a_short_table(grid: GridView) -> None:
    last = grid.visualRect(grid.table.index(5, 0))
    assert grid.total_rect(0).top() == last.bottom() + 1
    assert not grid.indexAt(grid.total_rect(3).center()).isValid()
    assert _colour(grid, grid.total_rect(0).center()) == grid.tints.total.name()
    grid.table.set_records([])
    assert grid.total_rect(0).isEmpty()


def test_the_grid_is_as_high_as_its_contents(grid: GridView) -> None:
    rows = grid.table.rowCount() + 1
    height = grid.header.height() + rows * grid.row_height + 2 * grid.frameWidth()
    assert grid.sizeHint().height() == height
    assert grid.minimumSizeHint().height() < height


def test_the_last_row_scrolls_up_to_the_totals(small: GridView) -> None:
    small.verticalScrollBar().setValue(small.verticalScrollBar().maximum())
    last = small.visualRect(small.table.index(39, 0))
    assert last.bottom() + 1 == small.total_rect(0).top()
    small.resize(519, 300)
    QApplication.processEvents()
    assert small.verticalScrollBar().value() == small.verticalScrollBar().maximum()


@pytest.mark.parametrize("place", [(0, 2), (39, 8), (20, 5), (39, 1), (5, 2), (39, 2)])
@pytest.mark.parametrize("start", [(0, 0), (10_000, 10_000), (60, 400)])
def test_the_current_cell_is_brought_fully_into_sight(
    small: GridView, place: tuple[int, int], start: tuple[int, int]
) -> None:
    small.horizontalScrollBar().setValue(start[0])
    small.verticalScrollBar().setValue(start[1])
    small.step_to(place)
    index = small.table.index(*place)
    assert small.cell_area(index) == small.visualRect(index)
    assert small.visualRect(index).bottom() < small.total_rect(0).top()


def test_the_current_cell_stays_in_sight_when_the_grid_gets_lower(small: GridView) -> None:
    small.step_to((5, 2))
    assert small.verticalScrollBar().value() == 0
    small.resize(small.width(), 190)
    QApplication.processEvents()
    assert small.verticalScrollBar().value() > 0
    index = small.table.index(5, 2)
    assert small.cell_area(index) == small.visualRect(index)


def test_a_cell_out_of_sight_draws_nothing_back_to_it(small: GridView) -> None:
    small.step_to((0, 2))
    small.verticalScrollBar().setValue(300)
    small.resize(small.width(), 190)
    QApplication.processEvents()
    assert small.verticalScrollBar().value() == 300


def test_a_cell_can_be_brought_to_the_middle(small: GridView) -> None:
    small.scrollTo(small.table.index(20, 3), QAbstractItemView.ScrollHint.PositionAtCenter)
    middle = small.rows_height // 2
    assert abs(small.visualRect(small.table.index(20, 3)).center().y() - middle) <= 1


def test_what_is_scrolled_looks_like_what_is_painted_anew(small: GridView) -> None:
    """Scrolling shifts what is there and paints the rest; the screen must show the same as a full repaint."""
    small.selection.move_to(3, 5)
    small.selection.extend_to(6, 7)
    vertical, horizontal = small.verticalScrollBar(), small.horizontalScrollBar()
    for bar, value in (
        (vertical, 17), (horizontal, 40), (vertical, 300), (horizontal, 11), (vertical, 290), (horizontal, 10_000),
        (vertical, 10_000), (vertical, 700), (horizontal, 0), (vertical, 0),
    ):  # fmt: skip
        bar.setValue(value)
        QApplication.processEvents()
        screen = small.screen().grabWindow(small.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert screen == small.grab().toImage().convertToFormat(QImage.Format.Format_RGB32), (bar, value)


def test_a_step_paints_only_what_came_into_sight(
    qtbot: QtBot, table: RecordTable[VillageRow], make_villages: Any
) -> None:
    heights: list[int] = []

    class Watched(GridView):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            heights.append(event.rect().height())
            super().paintEvent(event)

    table.set_records(make_villages(40))
    view = Watched(table, name="Chỉ tiêu")
    qtbot.addWidget(view)
    view.resize(520, 300)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: view.viewport().height() in heights)
    heights.clear()
    view.verticalScrollBar().setValue(view.row_height)
    qtbot.waitUntil(lambda: bool(heights))
    # One row from below, and the totals that stay in place over it.
    assert max(heights) <= 2 * view.row_height + 1


def test_too_wide_frozen_columns_leave_room_for_the_others(grid: GridView) -> None:
    assert grid.header.frozen_columns == 2
    grid.resize(150, 300)
    QApplication.processEvents()
    assert grid.header.frozen_columns == 1
    grid.resize(900, 300)
    QApplication.processEvents()
    assert grid.header.frozen_columns == 2


def test_columns_fill_the_view_to_the_last_pixel(grid: GridView) -> None:
    for width in (900, 1001, 1342):
        grid.resize(width, 400)
        QApplication.processEvents()
        assert grid.header.length() == grid.viewport().width()


def test_widths_are_worked_out_once_and_again_for_other_columns(grid: GridView, make_villages: Any) -> None:
    grid.resize(420, 300)
    QApplication.processEvents()
    width = grid.columnWidth(1)
    grid.table.replace_records([replace(grid.table.records[0], name="Thôn có tên rất dài")])
    grid.table.set_records(make_villages(9))
    assert grid.columnWidth(1) == width
    grid.table.set_columns([grid.table.columns[2], grid.table.columns[1]])
    assert grid.header.length() == grid.viewport().width()
    assert [cell.text for cell, _ in grid.header.cell_rects()] == ["Đầu kỳ", "Tổng số hộ", "Thôn"]


def test_an_empty_grid_takes_its_widths_from_the_first_rows(grid: GridView, make_villages: Any) -> None:
    villages = make_villages(6)
    grid.table.set_records([])
    grid.table.set_columns(grid.table.columns)
    grid.resize(420, 300)
    QApplication.processEvents()
    narrow = grid.columnWidth(1)
    grid.table.set_records(villages)
    assert grid.columnWidth(1) > narrow


def test_cells_have_their_tints(grid: GridView) -> None:
    grid.table.set_findings(
        {
            ("v1", "poor"): (Severity.ERROR, "Lớn hơn tổng số hộ."),
            ("v2", "minority"): (Severity.WARNING, "Khác năm trước."),
            ("v3", "closing"): (Severity.NOTE, "Để biết."),
        }
    )
    tints = grid.tints

    def ground(row: int, column: int) -> str:
        return _colour(grid, grid.visualRect(grid.table.index(row, column)).topLeft() + QPoint(4, 4))

    def line(row: int, column: int) -> str:
        return _colour(grid, grid.visualRect(grid.table.index(row, column)).bottomLeft() + QPoint(10, -2))

    assert ground(0, 2) == grid.palette().base().color().name()
    assert ground(1, 2) == tints.zebra.name()
    assert ground(0, 6) == ground(1, 6) == tints.typed.name()
    assert (ground(1, 3), line(1, 3)) == (tints.faulty.name(), tints.faulty_line.name())
    assert (ground(2, 6), line(2, 6)) == (tints.warned.name(), tints.warned_line.name())
    assert (ground(3, 7), line(3, 7)) == (tints.zebra.name(), tints.noted_line.name())
    grid.set_read_only(True)
    assert ground(0, 6) == grid.palette().base().color().name()


def test_a_total_that_is_not_what_it_should_be_is_marked_and_told(grid: GridView) -> None:
    sentence = "Các thôn cộng lại 44, cấp trên giao 45."
    place = grid.total_rect(5)
    plain = _colour(grid, place.topLeft() + QPoint(4, 4))
    assert plain == grid.tints.total.name()
    grid.table.set_findings({}, {"reduction": (Severity.ERROR, sentence)})
    assert _colour(grid, place.topLeft() + QPoint(4, 4)) == grid.tints.faulty.name()
    assert _colour(grid, place.bottomLeft() + QPoint(10, -2)) == grid.tints.faulty_line.name()
    assert _colour(grid, grid.total_rect(3).topLeft() + QPoint(4, 4)) == plain
    assert grid.tooltip_at(place.center()) == sentence
    assert grid.tooltip_at(grid.total_rect(3).center()) == ""
    assert sentence in grid.accessibleDescription()
    grid.table.set_findings({})
    assert _colour(grid, place.topLeft() + QPoint(4, 4)) == plain
    assert sentence not in grid.accessibleDescription()


def test_longer_serial_numbers_get_their_room(grid: GridView, make_villages: Any) -> None:
    villages = make_villages(6)
    grid.table.set_records(villages)
    before = grid.columnWidth(0)
    grid.table.set_records([replace(one, id=f"x{one.id}", number=1_234_567) for one in villages])
    assert grid.columnWidth(0) > before
    assert not any(grid.is_cut(grid.table.index(row, 0)) for row in range(6))


def test_the_current_cell_has_the_accent_frame_and_the_selection_its_tint(grid: GridView) -> None:
    grid.selection.move_to(2, 3)
    rect = grid.visualRect(grid.table.index(2, 3))
    for corner in (rect.topLeft(), rect.bottomRight(), rect.topRight(), rect.bottomLeft()):
        assert _colour(grid, corner) == grid.tints.accent.name()
    outside = grid.visualRect(grid.table.index(4, 3)).topLeft() + QPoint(4, 4)
    assert _colour(grid, outside) == grid.palette().base().color().name()
    grid.selection.extend_to(4, 3)
    assert _colour(grid, outside) != grid.palette().base().color().name()


def test_the_tints_follow_a_dark_palette_and_those_of_a_theme(grid: GridView) -> None:
    assert grid.tints == GridPalette.light()
    palette = grid.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e2225"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#e6eaec"))
    grid.setPalette(palette)
    assert grid.tints == GridPalette.dark()
    typed = grid.visualRect(grid.table.index(1, 6)).topLeft() + QPoint(4, 4)
    assert _colour(grid, typed) == GridPalette.dark().typed.name()
    own = GridPalette.dark()._replace(typed=QColor("#123456"))
    grid.set_tints(own)
    assert _colour(grid, typed) == "#123456"


def test_a_finding_is_told_under_the_pointer_and_so_is_a_text_that_is_cut(grid: GridView) -> None:
    grid.table.set_findings({("v1", "reduction"): (Severity.ERROR, "Giảm 20 hộ, chỉ có 14 hộ nghèo.")})
    center = grid.visualRect(grid.table.index(1, 5)).center()
    assert grid.tooltip_at(center) == "Giảm 20 hộ, chỉ có 14 hộ nghèo."
    name = grid.visualRect(grid.table.index(0, 1)).center()
    assert grid.tooltip_at(name) == ""
    grid.table.replace_records([replace(grid.table.records[0], name="Thôn " * 30)])
    assert grid.tooltip_at(name) == "Thôn " * 30
    assert grid.tooltip_at(grid.total_rect(1).center()) == ""


def test_the_editor_covers_neither_frozen_columns_nor_totals(small: GridView, clerk: Any) -> None:
    small.step_to((3, 5))
    clerk.type("1")
    cell = small.visualRect(small.table.index(3, 5))
    assert small.header.frozen_width() < cell.left()
    small.horizontalScrollBar().setValue(cell.left() - small.header.frozen_width() + 10)
    editor = clerk.editor.geometry()
    assert editor.left() >= small.header.frozen_width()
    assert editor.width() < cell.width()
    small.verticalScrollBar().setValue(small.verticalScrollBar().maximum())
    assert clerk.editor.geometry().isEmpty()
    small.verticalScrollBar().setValue(0)
    small.horizontalScrollBar().setValue(0)
    assert cell.contains(clerk.editor.geometry())


def test_a_bigger_font_makes_higher_rows(grid: GridView) -> None:
    height = grid.row_height
    font = grid.font()
    font.setPointSize(20)
    grid.setFont(font)
    assert grid.row_height > height
    assert grid.visualRect(grid.table.index(1, 0)).top() == grid.row_height
    assert grid.row_height > grid.fontMetrics().height()


def test_a_grid_may_get_its_columns_and_rows_later(
    qtbot: QtBot, columns: tuple[Column[Any], ...], make_villages: Any
) -> None:
    table: RecordTable[Any] = RecordTable((), lambda row: row.id)
    grid = GridView(table, name="Chỉ tiêu")
    qtbot.addWidget(grid)
    grid.resize(900, 300)
    with qtbot.waitExposed(grid):
        grid.show()
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    table.set_columns(columns)
    table.set_records(make_villages(3))
    QApplication.processEvents()
    assert grid.header.length() == grid.viewport().width()
    assert grid.total_rect(1).top() == grid.visualRect(table.index(2, 1)).bottom() + 1
    assert not any(grid.is_total_cut(column) for column in range(table.columnCount()))
