"""Where the current cell goes: to the next cell to be typed, by rows, by columns, or to an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from povertydesk.ui.records.record_table import RecordTable

Cell = tuple[int, int]


def next_down(table: RecordTable[Any], cell: Cell, direction: int) -> Cell:
    """Return the next typed cell below (1) or above (-1); a plain step where the column is never typed.

    At the end of the column the cell stays where it is.
    """
    row, column = cell
    rows = range(row + direction, table.rowCount() if direction > 0 else -1, direction)
    typed = next((candidate for candidate in rows if table.is_editable(candidate, column)), None)
    if typed is not None:
        return typed, column
    return (rows[0], column) if rows and not table.is_editable(row, column) else cell


def next_across(table: RecordTable[Any], cell: Cell | None, direction: int) -> Cell | None:
    """Return the next typed cell to the right (1) or left (-1), going on in the next row; None after the last.

    Without a cell to start from it is the first (or last) one of the table.
    """
    columns = table.columnCount()
    size = table.rowCount() * columns
    start = (-1 if direction > 0 else size) if cell is None else cell[0] * columns + cell[1]
    for position in range(start + direction, size if direction > 0 else -1, direction):
        row, column = divmod(position, columns)
        if table.is_editable(row, column):
            return row, column
    return None


def moved(table: RecordTable[Any], cell: Cell, rows: int, columns: int) -> Cell:
    """Return the cell that many rows and columns away, or the last one before the edge."""
    row = min(max(cell[0] + rows, 0), table.rowCount() - 1)
    column = min(max(cell[1] + columns, 0), table.columnCount() - 1)
    return row, column


def edge(table: RecordTable[Any], cell: Cell, rows: int, columns: int) -> Cell:
    """Return where Ctrl and an arrow lead: the end of the filled cells, or the next filled one, or the table's edge."""
    here, ahead = cell, moved(table, cell, rows, columns)
    runs = _is_filled(table, here) and _is_filled(table, ahead)
    while ahead != here:
        here, ahead = ahead, moved(table, ahead, rows, columns)
        if runs and not _is_filled(table, ahead):
            return here
        if not runs and _is_filled(table, here):
            return here
    return here


def last_used(table: RecordTable[Any]) -> Cell:
    """Return the last column of the last row in which anything stands, where Ctrl+End leads."""
    columns = range(table.columnCount())
    used = (
        row for row in reversed(range(table.rowCount())) if any(_is_filled(table, (row, column)) for column in columns)
    )
    return next(used, 0), table.columnCount() - 1


def _is_filled(table: RecordTable[Any], cell: Cell) -> bool:
    return table.value(*cell) not in (None, "")
