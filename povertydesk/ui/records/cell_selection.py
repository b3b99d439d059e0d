"""The chosen cells of a grid as Excel knows them: one current cell, and ranges that grow from it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from povertydesk.ui.records.block_edits import CellRange
from povertydesk.ui.records.columns import CellKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.ui.records.record_table import RecordTable

_REPLACE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ADD = QItemSelectionModel.SelectionFlag.Select
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate


class SelectionSum(NamedTuple):
    """What the status line says of the selection: its cells, the sum of its counts (None without any), how many."""

    cell_count: int
    total: int | Decimal | None
    figure_count: int


class CellSelection:
    """Moves the current cell and extends the selection from it; the current cell stays where the range began."""

    def __init__(self, table: RecordTable[Any], model: QItemSelectionModel) -> None:
        self._table = table
        self._model = model
        self._lead = (0, 0)
        self._kept = QItemSelection()
        model.currentChanged.connect(self._on_current_changed)

    @property
    def current(self) -> tuple[int, int] | None:
        """The current cell as (row, column), None where there is none."""
        index = self._model.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    @property
    def lead(self) -> tuple[int, int]:
        """The moving end of the selection; the current cell where nothing was extended."""
        return self._lead

    def move_to(self, row: int, column: int) -> None:
        """Make a cell the current one and the only one chosen."""
        self._lead = (row, column)
        self._kept = QItemSelection()
        self._model.setCurrentIndex(self._table.index(row, column), _REPLACE)

    def extend_to(self, row: int, column: int) -> None:
        """Choose the rectangle between the current cell and this one."""
        index = self._model.currentIndex()
        if not index.isValid():
            self.move_to(row, column)
            return
        self._lead = (row, column)
        top, bottom = sorted((index.row(), row))
        left, right = sorted((index.column(), column))
        chosen = QItemSelection(self._kept)
        chosen.merge(QItemSelection(self._table.index(top, left), self._table.index(bottom, right)), _ADD)
        self._model.select(chosen, _REPLACE)

    def add(self, row: int, column: int) -> None:
        """Begin one more range beside those that are chosen."""
        self._kept = self._model.selection()
        self._lead = (row, column)
        index = self._table.index(row, column)
        self._model.setCurrentIndex(index, _KEEP)
        self._model.select(index, _ADD)

    def choose(self, cells: CellRange) -> None:
        """Choose one rectangle with its first cell as the current one."""
        self.move_to(cells.top, cells.left)
        self.extend_to(cells.bottom, cells.right)

    def ranges(self) -> list[CellRange]:
        """Return the chosen rectangles, from the top left."""
        chosen = self._model.selection()
        parts = (chosen.at(position) for position in range(chosen.count()))
        return sorted(CellRange(part.top(), part.left(), part.bottom(), part.right()) for part in parts)

    def cells_in_rows(self, rows: range) -> set[tuple[int, int]]:
        """Return the chosen cells of these rows to be tinted: all but the current one, none where it is alone."""
        ranges = self.ranges()
        if len(ranges) == 1 and ranges[0].is_one_cell:
            return set()
        cells: set[tuple[int, int]] = set()
        for part in ranges:
            visible = part._replace(top=max(part.top, rows.start), bottom=min(part.bottom, rows.stop - 1))
            cells.update(visible.cells())
        if self.current is not None:
            cells.discard(self.current)
        return cells

    def sum(self) -> SelectionSum:
        """Count the chosen cells and add up the counts among them; rates, serials and lines of sums are left out."""
        return sum_of(self._table, self.ranges())

    def _on_current_changed(self, current: QModelIndex) -> None:
        self._lead = (current.row(), current.column())


def sum_of(table: RecordTable[Any], ranges: Sequence[CellRange]) -> SelectionSum:
    """Count cells and add up the figures of count columns in these ranges, lines of sums left out."""
    cell_count = 0
    figures: list[int | Decimal] = []
    for cells in ranges:
        cell_count += len(cells.rows) * cells.width
        records = [
            record
            for row, record in zip(cells.rows, table.records_between(cells.top, cells.bottom), strict=True)
            if not table.is_sum(row)
        ]
        for column in table.columns[cells.left : cells.right + 1]:
            if column.kind is CellKind.COUNT:
                values = map(column.read, records)
                figures += [value for value in values if isinstance(value, int | Decimal)]
    return SelectionSum(cell_count, sum(figures) if figures else None, len(figures))


def shown_block(table: RecordTable[Any], ranges: Sequence[CellRange]) -> list[list[str]]:
    """Return the chosen cells as rows of plain texts; gaps between several ranges are blank."""
    if len(ranges) == 1:
        cells = ranges[0]
        columns = table.columns[cells.left : cells.right + 1]
        records = table.records_between(cells.top, cells.bottom)
        return [[column.plain(column.read(record)) for column in columns] for record in records]
    chosen = {cell for cells in ranges for cell in cells.cells()}
    rows = sorted({row for row, _ in chosen})
    spanned = sorted({column for _, column in chosen})
    return [[table.plain_text(row, column) if (row, column) in chosen else "" for column in spanned] for row in rows]
