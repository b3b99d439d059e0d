"""Choosing cells by mouse, the sum of the selection, the place when rows come and go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from povertydesk.ui.records.grid_view import GridView

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REDUCTION, MINORITY, CLOSING, NOTE = 5, 6, 7, 8


def test_the_place_is_kept_by_record_when_rows_come_and_go(grid: GridView, clerk: Any) -> None:
    grid.go_to("v3", "minority")
    grid.table.set_records(grid.table.records[1:])
    assert clerk.current == (2, MINORITY)
    grid.table.set_records(grid.table.records[:2])
    assert clerk.current == (1, MINORITY), "its record is gone: the nearest one"
    grid.table.set_records([])
    assert not grid.currentIndex().isValid()
    assert not grid.go_to("v3", "minority")


def test_the_selection_is_summed_for_the_status_line(grid: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.selection_changed) as caught:
        grid.selection.move_to(2, REDUCTION)
        grid.selection.extend_to(4, REDUCTION)
    assert caught.args == [3, 25, 3]
    with qtbot.waitSignal(grid.selection_changed) as caught:
        grid.table.replace_records([replace(grid.table.records[2], reduction=None)])
    assert caught.args == [3, 17, 2]
    with qtbot.waitSignal(grid.selection_changed) as caught:
        grid.selection.move_to(0, 4)
    assert caught.args == [1, None, 0], "rates are not added up"


def test_a_drag_with_the_mouse_chooses_a_rectangle_and_shift_and_control_add_to_it(grid: GridView, clerk: Any) -> None:
    viewport = grid.viewport()

    def at(row: int, column: int) -> QPoint:
        return grid.visualRect(grid.table.index(row, column)).center()

    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at(1, 2))
    QTest.mouseMove(viewport, at(3, 4))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at(3, 4))
    assert [tuple(part) for part in grid.selection.ranges()] == [(1, 2, 3, 4)]
    assert clerk.current == (1, 2)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, SHIFT, at(0, 3))
    assert [tuple(part) for part in grid.selection.ranges()] == [(0, 2, 1, 3)]
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, CONTROL, at(5, 6))
    assert [tuple(part) for part in grid.selection.ranges()] == [(0, 2, 1, 3), (5, 6, 5, 6)]
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at(0, 2))
    assert len(grid.selection.ranges()) == 2, "a right click keeps the selection it falls into"
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at(3, 3))
    assert [tuple(part) for part in grid.selection.ranges()] == [(3, 3, 3, 3)]


def test_a_click_in_one_cell_is_told_to_the_page(grid: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.clicked) as caught:
        QTest.mouseClick(
            grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(grid.table.index(4, 3)).center()
        )
    assert (caught.args[0].row(), caught.args[0].column()) == (4, 3)


def test_dragging_below_the_rows_scrolls_on(grid: GridView, make_villages: Any, qtbot: QtBot) -> None:
    grid.table.set_records(make_villages(60))
    QApplication.processEvents()
    viewport = grid.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=grid.visualRect(grid.table.index(1, 5)).center())
    QTest.mouseMove(viewport, QPoint(grid.visualRect(grid.table.index(1, 5)).center().x(), viewport.height() + 20))
    qtbot.waitUntil(lambda: grid.selection.ranges()[0].bottom > 15)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(10, viewport.height() + 20))
    assert grid.verticalScrollBar().value() > 0
    assert grid.selection.ranges()[0].top == 1


def test_the_first_rows_of_an_empty_grid_take_the_keys(grid: GridView, make_villages: Any, clerk: Any) -> None:
    villages = make_villages(3)
    grid.table.set_records([])
    grid.clearFocus()
    grid.setFocus()
    assert not grid.currentIndex().isValid()
    grid.table.set_records(villages)
    assert clerk.current == (0, REDUCTION)


def test_a_cell_clicked_at_the_edge_does_not_jump_away(grid: GridView, make_villages: Any, clerk: Any) -> None:
    grid.table.set_records(make_villages(60))
    QApplication.processEvents()
    grid.verticalScrollBar().setValue(grid.row_height // 2)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 2))
    assert clerk.current[0] == 0
    assert grid.verticalScrollBar().value() == grid.row_height // 2
    grid.step_to((1, 2))
    grid.step_to((0, 2))
    assert grid.verticalScrollBar().value() == 0, "keys bring the whole cell into sight"
