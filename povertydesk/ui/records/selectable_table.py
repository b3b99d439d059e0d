"""Choosing cells of a grid by mouse, and keeping the place when rows come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from povertydesk.ui.records.block_edits import CellRange
from povertydesk.ui.records.cell_steps import moved, next_across
from povertydesk.ui.records.frozen_table import FrozenTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from povertydesk.ui.records.grid_palette import GridPalette
    from povertydesk.ui.records.record_table import RecordTable

_DRAG_SCROLL_MS = 40
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class SelectableTable(FrozenTable):
    """A frozen table in which cells are chosen as in Excel: click, drag, Shift, Ctrl, a click on a heading.

    `selection_changed` carries the number of chosen cells, the sum of the counts among them (None without any) and
    how many those are.
    """

    selection_changed = Signal(int, object, int)

    def __init__(
        self,
        table: RecordTable[Any],
        frozen_columns: int,
        tints: GridPalette | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(table, frozen_columns, tints, parent)
        self._place_before_reset: tuple[str, str, int, int] | None = None
        self._pressed: tuple[int, int] | None = None
        self._drag_point = QPoint()
        self._drag_timer = QTimer(self, interval=_DRAG_SCROLL_MS)
        self._drag_timer.timeout.connect(self._scroll_while_dragging)
        self._sum_timer = QTimer(self, interval=0, singleShot=True)
        self._sum_timer.timeout.connect(self._announce_selection)
        self.header.heading_pressed.connect(self._choose_columns)
        self.selectionModel().selectionChanged.connect(self._sum_timer.start)
        table.dataChanged.connect(self._sum_timer.start)
        table.modelAboutToBeReset.connect(self._remember_place)
        table.modelReset.connect(self._return_to_place)

    def go_to(self, row_id: str, column_key: str) -> bool:
        """Make a cell the current one and bring it into sight; false where it is not in the table."""
        row, column = self._table.row_of(row_id), self._table.column_of(column_key)
        if row is None or column is None:
            return False
        self.selection.move_to(row, column)
        return True

    def step_to(self, cell: tuple[int, int], *, extend: bool = False) -> None:
        """Make a cell the current one, or extend the selection to it, and bring it into sight."""
        if extend:
            self.selection.extend_to(*cell)
            self.scrollTo(self._table.index(*cell))
        else:
            self.selection.move_to(*cell)

    def step_to_first(self) -> None:
        """Stand on the first cell to be typed, or on the first of all."""
        if self._table.rowCount() and self._table.columnCount():
            self.step_to(next_across(self._table, None, 1) or (0, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the cell, extend to it (Shift) or add it (Ctrl); a right click keeps a selection it falls into."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        cell = index.row(), index.column()
        # The cell under the pointer must not move away, or the next twitch of the mouse would extend the selection.
        self.setAutoScroll(False)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = cell
            if event.modifiers() & _SHIFT:
                self.selection.extend_to(*cell)
            elif event.modifiers() & _CONTROL:
                self.selection.add(*cell)
            else:
                self.selection.move_to(*cell)
        elif not self.selectionModel().isSelected(index):
            self.selection.move_to(*cell)
        self.setAutoScroll(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Extend the selection to the cell under the pointer, scrolling where the pointer is outside."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._drag_point = event.position().toPoint()
        self._extend_to_point()
        if not self._drag_timer.isActive():
            self._drag_timer.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End the selection; a press and release in one cell is a click."""
        self._drag_timer.stop()
        index = self.indexAt(event.position().toPoint())
        if self._pressed is not None and index.isValid() and (index.row(), index.column()) == self._pressed:
            self.clicked.emit(index)
        self._pressed = None

    def _choose_columns(self, first: int, last: int) -> None:
        if self._table.rowCount():
            self.setFocus()
            self.setAutoScroll(False)
            self.selection.choose(CellRange(0, first, self._table.rowCount() - 1, last))
            self.setAutoScroll(True)

    def _extend_to_point(self) -> None:
        area = self.viewport().rect()
        bottom = min(self.rows_height, self.verticalHeader().length()) - 1
        right = min(area.right(), self.horizontalHeader().length() - 1)
        x = min(max(self._drag_point.x(), 0), right)
        y = min(max(self._drag_point.y(), 0), bottom)
        index = self.indexAt(QPoint(x, y))
        if index.isValid() and (index.row(), index.column()) != self.selection.lead:
            self.selection.extend_to(index.row(), index.column())

    def _scroll_while_dragging(self) -> None:
        """Scroll on as long as the pointer is held outside the rows."""
        x, y = self._drag_point.x(), self._drag_point.y()
        down = (y >= self.rows_height) - (y < 0)
        right = (x >= self.viewport().width()) - (x < 0)
        if down or right:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down * self.row_height)
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + right * self.row_height)
            self._extend_to_point()

    def _announce_selection(self) -> None:
        self.selection_changed.emit(*self.selection.sum())

    def _remember_place(self) -> None:
        self._place_before_reset = None
        if self.selection.current is not None:
            row, column = self.selection.current
            self._place_before_reset = self._table.row_id(row), self._table.columns[column].key, row, column

    def _return_to_place(self) -> None:
        """Stand on the same record again; where it is gone, on the one that took its place."""
        if self._table.rowCount() and self._table.columnCount():
            if self._place_before_reset is not None:
                row_id, column_key, row, column = self._place_before_reset
                if not self.go_to(row_id, column_key):
                    self.step_to(moved(self._table, (row, column), 0, 0))
            elif self.hasFocus():
                self.step_to_first()
        self._sum_timer.start()
