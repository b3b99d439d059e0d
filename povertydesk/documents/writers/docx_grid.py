"""A grid as a Word table: merged headings that come again on every page, rows that are never torn."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from povertydesk.documents.cell_text import cell_text
from povertydesk.documents.page_rules import CELL_PADDING
from povertydesk.documents.writers.docx_styles import CELL
from povertydesk.documents.writers.docx_xml import cell, paragraph, row, table
from povertydesk.documents.writers.grid_fitting import (
    fitted_columns,
    heading_lines,
    number_size,
    number_text,
    row_cells,
)
from povertydesk.poverty.paper import CellKind, Figure, RowKind, Text

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

    from povertydesk.documents.writers.docx_xml import Inlines
    from povertydesk.documents.writers.grid_fitting import Cell, Columns
    from povertydesk.documents.writers.lines import Ruler
    from povertydesk.poverty.paper import Grid, HeadingCell

_ALIGNMENT = {CellKind.TEXT: "left", CellKind.SERIAL: "center", CellKind.COUNT: "right", CellKind.RATE: "right"}


class GridTable:
    """Builds the table of one grid."""

    def __init__(self, grid: Grid, ruler: Ruler, width: float, inlines: Inlines, *, tight: bool = False) -> None:
        self._grid = grid
        self._inlines = inlines
        self._kinds = [leaf.kind for leaf in grid.leaves]
        self._rows = [row_cells(grid_row, self._kinds, ruler) for grid_row in grid.rows]
        self._ruler = ruler
        self._columns: Columns = fitted_columns(grid, self._rows, ruler, width, tight=tight)

    def element(self) -> BaseOxmlElement:
        """Return the table."""
        edges = self._columns.edges
        widths = [right - left for left, right in itertools.pairwise(edges)]
        rows = self._heading_rows()
        if self._grid.numbered:
            rows.append(self._number_row(widths))
        last = len(self._rows) - 1
        for place, (grid_row, cells) in enumerate(zip(self._grid.rows, self._rows, strict=True)):
            follows = self._grid.rows[place + 1] if place < last else None
            joined = follows.continued if follows is not None else 0
            keep = follows is not None and (
                follows.kind is RowKind.TOTAL or grid_row.kind in {RowKind.BAND, RowKind.GROUP} or joined > 0
            )
            merges = [_merge(part.first, grid_row.continued, joined) for part in cells]
            rows.append(
                row(
                    [
                        self._body_cell(part, grid_row.kind, keep=keep, merge=merge)
                        for part, merge in zip(cells, merges, strict=True)
                    ]
                )
            )
        return table(widths, rows, ruled=True, padding=CELL_PADDING, padding_above=self._columns.padding)

    def _width(self, first: int, last: int) -> float:
        return self._columns.edges[last + 1] - self._columns.edges[first]

    def _heading_rows(self) -> list[BaseOxmlElement]:
        rows = []
        headings = self._grid.heading_cells()
        _, heights = heading_lines(self._grid, self._columns, self._ruler)
        for number in range(self._grid.heading_rows):
            standing = [heading for heading in headings if heading.row <= number < heading.row + heading.row_span]
            standing.sort(key=lambda heading: heading.column)
            cells = [self._heading_cell(heading, number) for heading in standing]
            # LibreOffice cuts a merged heading off where the rows it covers leave it too little room.
            rows.append(row(cells, heading=True, height=heights[number]))
        return rows

    def _heading_cell(self, heading: HeadingCell, number: int) -> BaseOxmlElement:
        begins = heading.row == number
        merge = None if heading.row_span == 1 else "restart" if begins else "continue"
        words = self._inlines.elements((Text(heading.title),), bold=True, size=self._columns.size) if begins else []
        width = self._width(heading.column, heading.column + heading.column_span - 1)
        shown = paragraph(CELL, words, align="center", keep_with_next=True, mark_size=self._columns.size)
        return cell(width, [shown], span=heading.column_span, merge=merge, align="center")

    def _number_row(self, widths: list[float]) -> BaseOxmlElement:
        size = number_size(self._columns)
        cells = []
        for place, (leaf, width) in enumerate(zip(self._grid.leaves, widths, strict=True)):
            number = number_text(leaf.number, size, self._columns.room(place, place), self._ruler)
            words = self._inlines.elements((Text(number),), italic=True, size=size)
            shown = paragraph(CELL, words, align="center", keep_with_next=True)
            cells.append(cell(width, [shown], align="center"))
        return row(cells, heading=True)

    def _body_cell(self, part: Cell, row_kind: RowKind, *, keep: bool, merge: str | None) -> BaseOxmlElement:
        kind = self._kinds[part.first]
        align = _ALIGNMENT[kind]
        if row_kind is RowKind.TOTAL and kind is CellKind.TEXT:
            align = "center"
        bold = row_kind is not RowKind.ORDINARY
        words = []
        if isinstance(part.value, Figure) and part.value.value is not None:
            words = self._inlines.elements((part.value,), bold=bold, size=self._columns.size)
        elif part.words:
            text = Text(cell_text(part.value, kind))
            words = self._inlines.elements((text,), bold=bold, size=self._columns.size)
        mark_size = None if words else self._columns.size
        shown = paragraph(CELL, words, align=align, keep_with_next=keep, mark_size=mark_size)
        span = part.last - part.first + 1
        return cell(self._width(part.first, part.last), [shown], span=span, merge=merge, align="center")


def _merge(column: int, continued: int, joined: int) -> str | None:
    """Say how a cell goes on downwards: it continues the one above, begins one that goes on, or stands alone."""
    if column < continued:
        return "continue"
    return "restart" if column < joined else None
