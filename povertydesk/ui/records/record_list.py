"""A list of records to choose from: one line is chosen as a whole, Enter or a double click opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent

from povertydesk.ui.records.block_edits import CellRange
from povertydesk.ui.records.cell_selection import shown_block
from povertydesk.ui.records.selectable_table import SelectableTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from povertydesk.ui.records.record_table import RecordTable

_ENTER_KEYS: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RecordList(SelectableTable):
    """Rows that are read, not typed. `opened` carries the id of the record, `moved` that of the line stood on."""

    opened = Signal(str)
    moved = Signal(str)

    def __init__(
        self,
        table: RecordTable[Any],
        *,
        name: str,
        frozen_columns: int = 1,
        lets_go: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show a table; `name` is what a screen reader calls the list.

        A list that `lets_go` marks no line while the keys are elsewhere; it stands on the same one when they return.
        """
        super().__init__(table, frozen_columns, None, parent)
        self._lets_go = lets_go
        self._last_id = ""
        self.setAccessibleName(name)
        self.header.setAccessibleName(name)
        self.setTabKeyNavigation(False)

    @property
    def current_id(self) -> str | None:
        """The id of the record stood on, None in an empty list."""
        current = self.selection.current
        return self._table.row_id(current[0]) if current is not None else None

    def stand_on(self, row_id: str) -> bool:
        """Choose a record's line and bring it into sight; False where it is not in the list."""
        row = self._table.row_of(row_id)
        if row is None:
            return False
        self._stand(row)
        return True

    def go_to(self, row_id: str, column_key: str) -> bool:
        """Choose the whole line of a cell."""
        return self._table.column_of(column_key) is not None and self.stand_on(row_id)

    def step_to(self, cell: tuple[int, int], *, extend: bool = False) -> None:
        """Choose the whole line of a cell; one line at a time."""
        del extend
        self._stand(cell[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move line by line, page by page, to the ends; open with Enter; copy. Other keys go on to the page."""
        row = self._target(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in _ENTER_KEYS and self.current_id is not None:
            self.opened.emit(self.current_id)
        elif row is not None and self._table.rowCount():
            self._stand(min(max(row, 0), self._table.rowCount() - 1))
        else:
            event.ignore()
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the line under the pointer."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._stand(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose one line only, however far the pointer is dragged."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the record under the pointer."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self._table.row_id(index.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Stand on the first line, so that the keys work at once."""
        before = self.selection.current
        super().focusInEvent(event)
        if before is None and self._table.rowCount():
            self._stand(self._table.row_of(self._last_id) or 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Leave no mark that would look like a choice, where the list lets go."""
        super().focusOutEvent(event)
        if self._lets_go and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._last_id = self.current_id or self._last_id
            self.selectionModel().clear()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the line stood on in sight when the list gets lower."""
        super().resizeEvent(event)
        if self.selection.current is not None:
            self.scrollTo(self.currentIndex())

    def _stand(self, row: int) -> None:
        self.selection.choose(CellRange(row, 0, row, self._table.columnCount() - 1))
        self.scrollTo(self._table.index(row, 0))
        self.moved.emit(self._table.row_id(row))

    def _target(self, key: int) -> int | None:
        """Return the line a moving key leads to, which may lie beyond the ends."""
        row = self.selection.current[0] if self.selection.current is not None else 0
        page = max(1, self.rows_height // self.row_height - 1)
        steps: dict[int, int] = {
            Qt.Key.Key_Up: row - 1,
            Qt.Key.Key_Down: row + 1,
            Qt.Key.Key_PageUp: row - page,
            Qt.Key.Key_PageDown: row + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._table.rowCount() - 1,
        }
        return steps.get(key)

    def _copy(self) -> None:
        from povertydesk.ui.records.clipboard import write_block  # noqa: PLC0415 - showing a list needs none of it

        ranges = self.selection.ranges()
        if ranges:
            QGuiApplication.clipboard().setText(write_block(shown_block(self._table, ranges)))
