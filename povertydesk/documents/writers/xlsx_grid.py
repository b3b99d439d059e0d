"""A grid on its own sheet: merged headings, real numbers, panes frozen below the head and right of the names."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from povertydesk.documents.page_rules import BODY_SIZE, NOTE_SIZE, SMALLEST_GRID_SIZE
from povertydesk.documents.writers.grid_fitting import fitted_columns, row_cells
from povertydesk.documents.writers.xlsx_cells import (
    SheetWriter,
    dress,
    formula_terms,
    live_formula,
    rule_cells,
    sum_formula,
    write_text,
    write_value,
)
from povertydesk.documents.writers.xlsx_head import SheetHead
from povertydesk.poverty.paper import CellKind, Figure, RowKind, Title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from povertydesk.documents.writers.grid_fitting import Cell
    from povertydesk.documents.writers.lines import Ruler
    from povertydesk.documents.writers.xlsx_results import Results
    from povertydesk.poverty.paper import AnnexHeading, CellValue, Closing, Grid, GridRow, Letterhead

_ALIGNMENT = {CellKind.TEXT: "left", CellKind.SERIAL: "center", CellKind.COUNT: "right", CellKind.RATE: "right"}


class GridSheet:
    """Writes one grid with its head and foot on one sheet."""

    def __init__(self, sheet: Worksheet, grid: Grid, ruler: Ruler, width: float) -> None:
        self._sheet = sheet
        self._grid = grid
        self._kinds = [leaf.kind for leaf in grid.leaves]
        self._rows = [row_cells(row, self._kinds, ruler) for row in grid.rows]
        columns = fitted_columns(grid, self._rows, ruler, width)
        self._size = columns.size
        widths = [right - left for left, right in itertools.pairwise(columns.edges)]
        self._writer = SheetWriter(sheet, widths, ruler)
        self._places = {leaf.number.partition("=")[0].strip(): place for place, leaf in enumerate(grid.leaves)}
        self._labels = {label: get_column_letter(place + 1) for label, place in self._places.items()}
        self._live = {place: leaf.number for place, leaf in enumerate(grid.leaves) if leaf.live and "=" in leaf.number}
        self._head = SheetHead(self._writer)
        self._first_row = 0
        self.results: Results = {}

    def write(
        self,
        letterhead: Letterhead | None,
        heading: Title | AnnexHeading | None,
        closing: Closing | None,
        notes: Sequence[str] = (),
    ) -> tuple[int, int]:
        """Write the sheet and return the first and the last row of the grid's body; notes stand below it."""
        if letterhead is not None:
            self._head.letterhead(letterhead)
        if isinstance(heading, Title):
            self._head.title(heading)
        elif heading is not None:
            self._head.annex_heading(heading)
        if self._grid.caption:
            self._head.centred(self._grid.caption, BODY_SIZE, bold=True)
        if self._grid.unit_note:
            last = len(self._kinds)
            self._writer.put(self._grid.unit_note, 1, last, size=NOTE_SIZE, italic=True, align="right")
            self._writer.next_row()
        head_row = self._writer.row
        self._write_headings()
        self._first_row = first_row = self._writer.row
        following = itertools.chain((row.continued for row in self._grid.rows[1:]), itertools.repeat(0))
        for grid_row, cells, joined in zip(self._grid.rows, self._rows, following, strict=False):
            self._write_row(grid_row, cells, joined)
        self._join_rows(first_row)
        last_row = self._writer.row - 1
        rule_cells(self._sheet, head_row, last_row, len(self._kinds))
        self._sheet.freeze_panes = f"{get_column_letter(self._name_column + 1)}{first_row}"
        self._sheet.print_title_rows = f"{head_row}:{first_row - 1}"
        for note in notes:
            self._writer.put(note, 1, len(self._kinds), size=NOTE_SIZE, italic=True)
            self._writer.next_row()
        if closing is not None:
            self._head.closing(closing)
        return first_row, last_row

    @property
    def _name_column(self) -> int:
        """The column that names the line, which stays in sight; counted from 1."""
        return next((place for place, kind in enumerate(self._kinds, start=1) if kind is CellKind.TEXT), 0)

    def _write_headings(self) -> None:
        first = self._writer.row
        heights = [self._line_height] * self._grid.heading_rows
        headings = sorted(self._grid.heading_cells(), key=lambda heading: heading.row_span)
        for heading in headings:
            row, column = first + heading.row, heading.column + 1
            last_row, last_column = row + heading.row_span - 1, column + heading.column_span - 1
            cell = self._writer.cell(row, column)
            write_text(cell, heading.title)
            dress(cell, self._size, bold=True)
            self._writer.merge(row, last_row, column, last_column)
            width = self._writer.width(column, last_column)
            needed = self._writer.line_count(heading.title, width, self._size, bold=True) * self._line_height
            covered = slice(heading.row, heading.row + heading.row_span)
            heights[heading.row + heading.row_span - 1] += max(0.0, needed - sum(heights[covered]))
        for height in heights:
            self._writer.next_row(height=height)
        if self._grid.numbered:
            self._write_numbers()

    def _write_numbers(self) -> None:
        size = max(self._size - 2, SMALLEST_GRID_SIZE - 1)
        for column, leaf in enumerate(self._grid.leaves, start=1):
            self._writer.put(leaf.number, column, column, size=size, italic=True, align="center", shrink=True)
        self._writer.next_row()

    def _join_rows(self, first_row: int) -> None:
        """Make one cell of those that go on in the lines below."""
        rows = self._grid.rows
        for place, grid_row in enumerate(rows):
            following = itertools.takewhile(lambda one: one.continued, rows[place + 1 :])
            last = place + sum(1 for _ in following)
            if not grid_row.continued and last > place:
                for column in range(rows[place + 1].continued):
                    self._writer.merge(first_row + place, first_row + last, column + 1, column + 1)

    def _write_row(self, grid_row: GridRow, cells: list[Cell], joined: int) -> None:
        """Write a row whose first `joined` cells go on in the next one, which has room for one of their lines."""
        row, row_kind = self._writer.row, grid_row.kind
        bold = row_kind is not RowKind.ORDINARY
        self._writer.need_height(self._line_height)
        for part in cells:
            kind = self._kinds[part.first]
            cell = self._writer.cell(row, part.first + 1)
            write_value(cell, part.value, kind)
            words = cell.value if isinstance(cell.value, str) else None
            formula = self._formula(grid_row, part.first, row)
            if formula and isinstance(cell.value, int | Decimal):
                self.results[cell.coordinate] = cell.value
                cell.value = formula
            align = "center" if row_kind is RowKind.TOTAL and kind is CellKind.TEXT else _ALIGNMENT[kind]
            dress(cell, self._size, bold=bold, align=align)
            self._writer.merge(row, row, part.first + 1, part.last + 1)
            if words is not None:  # A figure never breaks: it takes no second line, however narrow its column.
                width = self._writer.width(part.first + 1, part.last + 1)
                lines = self._writer.line_count(words, width, self._size, bold=bold) - (1 if part.first < joined else 0)
                self._writer.need_height(lines * self._line_height)
        self._writer.next_row()

    def _formula(self, grid_row: GridRow, column: int, row: int) -> str:
        """Return what keeps a cell alive: its column's formula, or the sum of the lines it adds up."""
        kind = self._kinds[column]
        if column in self._live and not self._counted_otherwise(column, grid_row):
            return live_formula(self._live[column], self._labels, row, kind)
        if not grid_row.added or kind is not CellKind.COUNT:
            return ""
        counts = [_number(self._grid.rows[place].cells[column]) for place in grid_row.added]
        # What moved between two places is booked in both and not in the whole: such a figure stays a number.
        if sum(counts) != _number(grid_row.cells[column]):
            return ""
        return sum_formula(get_column_letter(column + 1), [self._first_row + place for place in grid_row.added])

    def _counted_otherwise(self, column: int, grid_row: GridRow) -> bool:
        """Whether a counted figure is not what its column's formula gives: such a figure stays a number, too."""
        if not self._grid.leaves[column].counted:
            return False
        terms = formula_terms(self._live[column])
        given = sum(sign * _number(grid_row.cells[self._places[label]]) for sign, label in terms)
        return given != _number(grid_row.cells[column])

    @property
    def _line_height(self) -> float:
        return self._size * 1.32


def _number(value: CellValue) -> int | Decimal:
    """Return a cell's figure; nought where there is none, as a workbook adds up."""
    known = value.value if isinstance(value, Figure) else value
    return known if isinstance(known, int | Decimal) else 0
