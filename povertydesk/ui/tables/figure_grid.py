"""A table of a paper as a grid to look into: its headings, its lines, and the way from a figure to its households."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal

from povertydesk.poverty.paper import Figure, GridHeading, RowKind
from povertydesk.ui.records.columns import Alignment, CellKind, CellValue, Column
from povertydesk.ui.records.grid_view import GridView
from povertydesk.ui.records.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from povertydesk.poverty.paper import Grid, GridColumn
    from povertydesk.workflow.table_papers import HouseholdBehind

_ENTER_KEYS: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHORTEST_CHARACTERS = 6


class GridLine(NamedTuple):
    """One line of a table, by its place from the top."""

    row: int
    cells: tuple[CellValue, ...]


def table_columns(grid: Grid) -> tuple[Column[GridLine], ...]:
    """Declare the columns of a table: merged headings, and each column's number behind its title."""
    placed = [(path, leaf) for column in grid.columns for path, leaf in _leaves(column, ())]
    return tuple(_column(place, path, leaf) for place, (path, leaf) in enumerate(placed))


def table_lines(grid: Grid) -> list[GridLine]:
    """Return the lines of a table; the words of a band stand where lines have their names."""
    name = next((place for place, leaf in enumerate(grid.leaves) if leaf.kind.value == CellKind.TEXT.value), 0)
    lines = []
    for place, row in enumerate(grid.rows):
        cells = [cell.value if isinstance(cell, Figure) else cell for cell in row.cells]
        if row.kind is RowKind.BAND:
            cells[0], cells[name] = cells[name], cells[0]
        lines.append(GridLine(place, tuple(cells)))
    return lines


def place_name(grid: Grid, row: int) -> str:
    """Return the place that a line of figures is of; the second line of a place leaves its name to the first."""
    name = next(place for place, leaf in enumerate(grid.leaves) if leaf.kind.value == CellKind.TEXT.value)
    while row and grid.rows[row].continued:
        row -= 1
    return str(grid.rows[row].cells[name] or "")


def frozen_columns(grid: Grid) -> int:
    """Return how many columns on the left say what a line is of."""
    kinds = [leaf.kind.value for leaf in grid.leaves]
    return next((place for place, kind in enumerate(kinds) if kind not in {"text", "serial"}), 3)


def household_columns(text: Callable[[str], str]) -> tuple[Column[HouseholdBehind], ...]:
    """Declare the columns of the list of households behind a figure."""
    return (
        Column("code", text("code"), lambda one: one.code, width_characters=8),
        Column("head", text("head"), lambda one: one.head_name, width_characters=26),
        Column("village", text("village"), lambda one: one.village, width_characters=18),
        Column("counted", text("counted"), lambda one: one.counted, CellKind.COUNT, width_characters=8),
    )


class FigureGrid(GridView):
    """A table that is looked at: Enter, F2 or a double click on a figure opens what stands behind it.

    `opened` carries the line's place and the column's key.
    """

    opened = Signal(int, str)

    def __init__(self, table: RecordTable[Any], *, name: str, frozen: int) -> None:
        """Show a table; `frozen` columns on the left stay in sight."""
        super().__init__(table, name=name, frozen_columns=frozen)
        self.doubleClicked.connect(self._open)

    def edit_in_place(self) -> None:
        """Open the figure stood on; nothing is typed here."""
        if self.selection.current is not None:
            self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the figure with Enter; all other keys do what they do in any grid."""
        if event.key() in _ENTER_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.edit_in_place()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the figure stood on in sight when its households come below it."""
        super().resizeEvent(event)
        if self.selection.current is not None:
            self.scrollTo(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        column = self.table.columns[index.column()]
        self.opened.emit(int(self.table.row_id(index.row())), column.key)


def line_table(grid: Grid) -> RecordTable[GridLine]:
    """Return a table's lines as records."""
    return RecordTable(
        table_columns(grid),
        row_id=lambda line: str(line.row),
        records=table_lines(grid),
        is_sum=lambda line: grid.rows[line.row].kind is not RowKind.ORDINARY,
    )


def _leaves(column: GridHeading | GridColumn, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], GridColumn]]:
    if isinstance(column, GridHeading):
        for member in column.members:
            yield from _leaves(member, (*path, column.title))
    else:
        yield path, column


def _column(place: int, path: tuple[str, ...], leaf: GridColumn) -> Column[GridLine]:
    label = leaf.number.partition("=")[0].strip()
    return Column(
        leaf.key,
        f"{leaf.title} ({label})" if label else leaf.title,
        lambda line: line.cells[place],
        CellKind(leaf.kind.value),
        heading=path,
        align=Alignment.CENTRE if leaf.kind.value == CellKind.SERIAL.value else None,
        computed=leaf.live and not leaf.counted,
        width_characters=None if leaf.kind.value == "text" else _SHORTEST_CHARACTERS,
        tooltip=leaf.number if "=" in leaf.number else "",
    )
