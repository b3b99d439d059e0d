"""Every key of the grid, as a clerk presses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from povertydesk.ui.records.grid_view import GridView

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REDUCTION, MINORITY, CLOSING, NOTE = 5, 6, 7, 8


def _clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_the_grid_stands_on_the_first_typed_cell_when_it_gets_the_keys(grid: GridView, clerk: Any) -> None:
    assert clerk.current == (0, REDUCTION)


def test_typing_replaces_the_cell_and_enter_goes_down(grid: GridView, page: Any, clerk: Any) -> None:
    clerk.type("12")
    assert clerk.editor.text() == "12"
    assert page.requests == []
    clerk.press(Key.Key_Return)
    assert page.texts == [("v0", "reduction", "12")]
    assert grid.table.index(0, REDUCTION).data() == "12"
    assert clerk.current == (1, REDUCTION)
    assert grid.hasFocus()
    assert not clerk.is_editing


def test_a_column_is_filled_by_figures_and_enter_alone(grid: GridView, page: Any, clerk: Any) -> None:
    for figure in ("1", "2", "3", "4", "5", "6"):
        clerk.type(figure)
        clerk.press(Key.Key_Enter)
    assert [record.reduction for record in grid.table.records] == [1, 2, 3, 4, 5, 6]
    assert len(page.requests) == 6
    assert clerk.current == (5, REDUCTION), "the last row is where Enter stays"


def test_enter_skips_locked_cells_and_shift_enter_goes_up(grid: GridView, clerk: Any) -> None:
    grid.table.replace_records([replace(grid.table.records[1], locked=True)])
    clerk.press(Key.Key_Return)
    assert clerk.current == (2, REDUCTION)
    clerk.type("1")
    clerk.shift(Key.Key_Return)
    assert clerk.current == (0, REDUCTION)
    clerk.shift(Key.Key_Return)
    assert clerk.current == (0, REDUCTION)


def test_enter_in_a_computed_column_just_steps_down(grid: GridView, clerk: Any) -> None:
    grid.go_to("v0", "closing")
    clerk.press(Key.Key_Return)
    assert clerk.current == (1, CLOSING)


def test_tab_runs_over_typed_cells_and_wraps_to_the_next_row(grid: GridView, page: Any, clerk: Any) -> None:
    visited = []
    for _ in range(4):
        clerk.press(Key.Key_Tab, "\t")
        visited.append(clerk.current)
    assert visited == [(0, MINORITY), (0, NOTE), (1, REDUCTION), (1, MINORITY)]
    clerk.type("9")
    clerk.press(Key.Key_Backtab, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert page.texts == [("v1", "minority", "9")]
    assert clerk.current == (1, REDUCTION)
    clerk.press(Key.Key_Backtab, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert clerk.current == (0, NOTE)


def test_tab_at_the_end_goes_on_to_the_next_field(qtbot: QtBot, table: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    grid = GridView(table, name="Chỉ tiêu", parent=window)
    after = QPushButton("In", window)
    grid.setGeometry(0, 0, 900, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    grid.go_to("v5", "note")
    QTest.keyClick(grid, Key.Key_Tab)
    assert after.hasFocus()


def test_tab_leaves_a_read_only_grid_at_once(grid: GridView) -> None:
    grid.set_read_only(True)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t")
    grid.keyPressEvent(event)
    assert not event.isAccepted()


def test_delete_clears_the_chosen_typed_cells_in_one_request(grid: GridView, page: Any, clerk: Any) -> None:
    grid.selection.move_to(0, 4)
    grid.selection.extend_to(1, MINORITY)
    clerk.press(Key.Key_Delete, "\x7f")
    assert page.texts == [
        ("v0", "reduction", ""),
        ("v0", "minority", ""),
        ("v1", "reduction", ""),
        ("v1", "minority", ""),
    ]
    clerk.press(Key.Key_Delete, "\x7f")
    assert len(page.requests) == 1, "blank cells are not cleared again"


def test_copy_writes_what_excel_in_vietnam_reads(grid: GridView, clerk: Any) -> None:
    grid.selection.move_to(4, 1)
    grid.selection.extend_to(5, 4)
    clerk.control(Key.Key_C)
    assert _clipboard() == "Thôn Cao Long\t243\t41\t16,87\nThôn Long Tiến\t1272\t33\t2,59"


def test_copy_of_several_ranges_keeps_rows_and_columns_apart(grid: GridView, clerk: Any) -> None:
    grid.selection.move_to(0, 1)
    grid.selection.add(2, 3)
    clerk.control(Key.Key_C)
    assert _clipboard() == "Thôn Minh Long\t\n\t47"


@pytest.mark.parametrize("end_of_line", ["\n", "\r\n"])
def test_paste_fills_a_block_in_one_request(grid: GridView, page: Any, clerk: Any, end_of_line: str) -> None:
    QGuiApplication.clipboard().setText(end_of_line.join(["1\t2", "3\t", '"5"\t6', ""]).replace('"5"', "5"))
    grid.go_to("v1", "reduction")
    clerk.control(Key.Key_V)
    assert page.texts == [
        ("v1", "reduction", "1"),
        ("v1", "minority", "2"),
        ("v2", "reduction", "3"),
        ("v3", "reduction", "5"),
        ("v3", "minority", "6"),
    ]
    assert [tuple(part) for part in grid.selection.ranges()] == [(1, REDUCTION, 3, MINORITY)]


def test_a_pasted_cell_with_a_line_break_becomes_one_line(grid: GridView, page: Any, clerk: Any) -> None:
    QGuiApplication.clipboard().setText('"hộ mới\nthoát nghèo"\r\nThôn Ta\u0302\u0301n\r\n')
    grid.go_to("v0", "note")
    clerk.control(Key.Key_V)
    assert page.texts == [("v0", "note", "hộ mới thoát nghèo"), ("v1", "note", "Thôn T\u1ea5n")]


def test_one_value_fills_the_whole_selection(grid: GridView, page: Any, clerk: Any) -> None:
    QGuiApplication.clipboard().setText("4\r\n")
    grid.selection.move_to(0, REDUCTION)
    grid.selection.extend_to(1, MINORITY)
    clerk.control(Key.Key_V)
    assert [edit.text for edit in page.requests[0]] == ["4"] * 4


def test_a_block_larger_than_the_grid_is_refused_whole(grid: GridView, page: Any, qtbot: QtBot, clerk: Any) -> None:
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    grid.go_to("v4", "reduction")
    with qtbot.waitSignal(grid.refused) as caught:
        clerk.control(Key.Key_V)
    assert caught.args == [
        "paste-too-large",
        {
            "block_rows": 3,
            "block_columns": 1,
            "row": 5,
            "column": "Kế hoạch năm 2023 – Giảm (hộ)",
            "rows_left": 2,
            "columns_left": 4,
        },
    ]
    assert page.requests == []


def test_a_block_over_a_computed_column_is_refused_whole(grid: GridView, page: Any, qtbot: QtBot, clerk: Any) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3\n")
    with qtbot.waitSignal(grid.refused) as caught:
        clerk.control(Key.Key_V)
    assert caught.args == ["paste-on-computed", {"row": 1, "column": "Cuối kỳ – Hộ nghèo"}]
    assert page.requests == []


def test_an_empty_clipboard_pastes_nothing(grid: GridView, page: Any, clerk: Any) -> None:
    clerk.control(Key.Key_V)
    assert page.requests == []


def test_control_d_fills_down_from_the_first_row(grid: GridView, page: Any, clerk: Any) -> None:
    grid.selection.move_to(0, REDUCTION)
    grid.selection.extend_to(2, CLOSING)
    clerk.control(Key.Key_D)
    assert page.texts == [
        ("v1", "reduction", "7"),
        ("v1", "minority", "0"),
        ("v2", "reduction", "7"),
        ("v2", "minority", "0"),
    ]


def test_control_d_on_one_row_takes_the_row_above(grid: GridView, page: Any, clerk: Any) -> None:
    grid.go_to("v3", "reduction")
    clerk.control(Key.Key_D)
    assert page.texts == [("v3", "reduction", "8")]
    grid.go_to("v0", "reduction")
    clerk.control(Key.Key_D)
    assert len(page.requests) == 1


def test_control_a_chooses_everything(grid: GridView, clerk: Any) -> None:
    clerk.control(Key.Key_A)
    assert [tuple(part) for part in grid.selection.ranges()] == [(0, 0, 5, NOTE)]


@pytest.mark.parametrize(
    ("key", "modifiers", "place"),
    [
        (Key.Key_Left, None, (2, 4)),
        (Key.Key_Right, None, (2, 6)),
        (Key.Key_Up, None, (1, 5)),
        (Key.Key_Down, None, (3, 5)),
        (Key.Key_Home, None, (2, 0)),
        (Key.Key_End, None, (2, 8)),
        (Key.Key_Home, CONTROL, (0, 0)),
        (Key.Key_End, CONTROL, (5, 8)),
        (Key.Key_Up, CONTROL, (0, 5)),
        (Key.Key_Down, CONTROL, (5, 5)),
        (Key.Key_Left, CONTROL, (2, 0)),
        (Key.Key_Right, CONTROL, (2, 7)),
        (Key.Key_PageDown, None, (5, 5)),
        (Key.Key_PageUp, None, (0, 5)),
    ],
)
def test_moving_keys(
    grid: GridView, clerk: Any, key: int, modifiers: Qt.KeyboardModifier | None, place: tuple[int, int]
) -> None:
    grid.selection.move_to(2, REDUCTION)
    clerk.press(key, modifiers=modifiers or Qt.KeyboardModifier.NoModifier)
    assert clerk.current == place
    assert [tuple(part) for part in grid.selection.ranges()] == [(*place, *place)]


def test_control_and_an_arrow_go_over_what_is_filled(grid: GridView, clerk: Any) -> None:
    records = grid.table.records
    grid.table.replace_records([replace(records[row], note="đã xem") for row in (2, 3)])
    grid.go_to("v0", "note")
    visited = []
    for _ in range(3):
        clerk.control(Key.Key_Down)
        visited.append(clerk.current)
    assert visited == [(2, NOTE), (3, NOTE), (5, NOTE)]
    grid.go_to("v3", "note")
    clerk.press(Key.Key_Up, modifiers=CONTROL | SHIFT)
    assert [tuple(part) for part in grid.selection.ranges()] == [(2, NOTE, 3, NOTE)]


def test_control_and_shift_with_space_choose_columns_and_rows(grid: GridView, page: Any, clerk: Any) -> None:
    grid.selection.move_to(2, REDUCTION)
    grid.selection.extend_to(3, MINORITY)
    clerk.press(Key.Key_Space, " ", CONTROL)
    assert [tuple(part) for part in grid.selection.ranges()] == [(0, REDUCTION, 5, MINORITY)]
    grid.selection.move_to(2, REDUCTION)
    clerk.press(Key.Key_Space, " ", SHIFT)
    assert [tuple(part) for part in grid.selection.ranges()] == [(2, 0, 2, NOTE)]
    clerk.shift(Key.Key_Down)
    assert [tuple(part) for part in grid.selection.ranges()] == [(2, 0, 3, NOTE)]
    assert not clerk.is_editing
    assert page.requests == []


def test_cutting_copies_and_blanks(grid: GridView, page: Any, clerk: Any) -> None:
    clerk.control(Key.Key_X)
    assert _clipboard() == "7"
    assert page.texts == [("v0", "reduction", "")]


def test_shift_and_arrows_extend_from_the_current_cell(grid: GridView, clerk: Any) -> None:
    grid.selection.move_to(2, REDUCTION)
    clerk.shift(Key.Key_Down)
    clerk.shift(Key.Key_Down)
    clerk.shift(Key.Key_Right)
    assert [tuple(part) for part in grid.selection.ranges()] == [(2, 5, 4, 6)]
    assert clerk.current == (2, REDUCTION), "as in Excel, the current cell stays where the range began"
    clerk.press(Key.Key_Home, modifiers=CONTROL | SHIFT)
    assert [tuple(part) for part in grid.selection.ranges()] == [(0, 0, 2, 5)]
    clerk.type("3")
    clerk.press(Key.Key_Return)
    assert clerk.current == (3, REDUCTION)


def test_keys_that_mean_nothing_here_go_on_to_the_window(grid: GridView) -> None:
    for key, modifiers in ((Key.Key_P, CONTROL), (Key.Key_Escape, None), (Key.Key_F5, None)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers or Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(grid, event)
        assert not event.isAccepted(), key


def test_the_grid_keeps_its_keys_from_shortcuts_of_the_window(
    grid: GridView, qtbot: QtBot, page: Any, clerk: Any
) -> None:
    stolen = []
    for keys in ("1", "Ctrl+D", "Del"):
        action = QAction(grid)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked, keys=keys: stolen.append(keys))
        grid.addAction(action)
    grid.go_to("v1", "reduction")
    QTest.keyClick(grid, Key.Key_D, CONTROL)
    QTest.keyClick(grid, Key.Key_Delete)
    QTest.keyClick(grid, Key.Key_1)
    assert stolen == []
    assert clerk.editor.text() == "1"
    assert [request[0].text for request in page.requests] == ["7", ""]
    QTest.keyClick(clerk.editor, Key.Key_Escape)
    grid.go_to("v1", "closing")
    QTest.keyClick(grid, Key.Key_1)
    assert stolen == ["1"], "where nothing is typed the window may use the figure"


def test_typing_in_a_computed_cell_says_why_it_does_not_work(grid: GridView, qtbot: QtBot, clerk: Any) -> None:
    grid.go_to("v1", "closing")
    acts: list[Callable[[], None]] = [lambda: clerk.type("3"), lambda: clerk.press(Key.Key_F2)]
    for act in acts:
        with qtbot.waitSignal(grid.refused) as caught:
            act()
        assert caught.args == ["cell-not-typed", {"row": 2, "column": "Cuối kỳ – Hộ nghèo"}]
    assert not clerk.is_editing


def test_read_only_forbids_changes_and_allows_copying(grid: GridView, page: Any, clerk: Any) -> None:
    refusals: list[str] = []
    grid.refused.connect(lambda code, _values: refusals.append(code))
    grid.set_read_only(True)
    QGuiApplication.clipboard().setText("5")
    acts: list[Callable[[], None]] = [
        lambda: clerk.type("1"),
        lambda: clerk.press(Key.Key_F2),
        lambda: clerk.press(Key.Key_Delete, "\x7f"),
        lambda: clerk.control(Key.Key_V),
        lambda: clerk.control(Key.Key_D),
    ]
    for act in acts:
        act()
    assert refusals == ["grid-read-only"] * 5
    assert page.requests == []
    assert not clerk.is_editing
    clerk.control(Key.Key_C)
    assert _clipboard() == "7"


def test_a_double_click_edits_in_place_or_tells_the_page(grid: GridView, qtbot: QtBot, clerk: Any) -> None:
    def double_click(row: int, column: int) -> None:
        QTest.mouseDClick(
            grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(grid.table.index(row, column)).center()
        )

    with qtbot.waitSignal(grid.doubleClicked) as caught:
        double_click(1, CLOSING)
    assert (caught.args[0].row(), caught.args[0].column()) == (1, CLOSING)
    assert not clerk.is_editing
    double_click(2, REDUCTION)
    QTest.mouseDClick(
        grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(grid.table.index(2, REDUCTION)).center()
    )
    assert clerk.editor.in_place


def test_a_screen_reader_finds_the_cells_where_they_are_shown(grid: GridView) -> None:
    grid.resize(420, 300)
    QApplication.processEvents()
    grid.horizontalScrollBar().setValue(50)
    spoken = QAccessible.queryAccessibleInterface(grid)
    cells = {}
    for position in range(1, spoken.childCount()):
        child = spoken.child(position)
        cells[child.text(QAccessible.Text.Name)] = child.rect()
    for text, (row, column) in {
        "Thôn: Thôn Phi Long": (2, 1),
        "Kế hoạch năm 2023 – Giảm (hộ): 5": (1, REDUCTION),
    }.items():
        shown = grid.visualRect(grid.table.index(row, column))
        assert cells[text] == shown.translated(grid.viewport().mapToGlobal(QPoint(0, 0)))
    assert "Cuối kỳ – Hộ nghèo" in cells


def test_a_screen_reader_hears_the_name_and_the_totals(grid: GridView) -> None:
    assert grid.accessibleName() == "Chỉ tiêu giảm nghèo của thôn"
    assert grid.header.accessibleName() == "Chỉ tiêu giảm nghèo của thôn"
    assert "Đầu kỳ – Tổng số hộ: 2.518" in grid.accessibleDescription()
    grid.table.replace_records([replace(grid.table.records[0], households=222)])
    assert "Đầu kỳ – Tổng số hộ: 2.519" in grid.accessibleDescription()
    grid.table.set_records([])
    assert grid.accessibleDescription() == ""


class PaintCount(QObject):
    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_big_paste_is_one_request_and_one_repaint(
    grid: GridView, make_villages: Any, page: Any, qtbot: QtBot, clerk: Any
) -> None:
    grid.table.set_records(make_villages(2000))
    grid.go_to("v0", "reduction")
    qtbot.waitUntil(lambda: grid.verticalScrollBar().maximum() > 0)
    QApplication.processEvents()
    paints = PaintCount()
    grid.viewport().installEventFilter(paints)
    QGuiApplication.clipboard().setText("\r\n".join(f"{row % 9}\t{row % 5}" for row in range(2000)) + "\r\n")
    clerk.control(Key.Key_V)
    QApplication.processEvents()
    assert len(page.requests) == 1
    assert len(page.requests[0]) == 4000
    assert grid.table.records[-1].reduction == 1999 % 9
    assert paints.count == 1
