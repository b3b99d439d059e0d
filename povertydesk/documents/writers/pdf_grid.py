"""A grid as strips: merged headings that come again on every page, and rows that are never cut."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from povertydesk.documents.page_rules import (
    CELL_PADDING,
    GRID_RULE_THICKNESS,
    grid_line_height,
)
from povertydesk.documents.writers.grid_fitting import (
    fitted_columns,
    heading_lines,
    number_size,
    number_text,
    row_cells,
)
from povertydesk.documents.writers.pdf_strips import FigureAt, RuleAt, Strip, base_line
from povertydesk.poverty.paper import CellKind, Figure, RowKind, Text

if TYPE_CHECKING:
    from povertydesk.documents.writers.grid_fitting import Cell, Columns
    from povertydesk.documents.writers.lines import Line, Ruler
    from povertydesk.poverty.paper import Grid


def grid_strips(grid: Grid, ruler: Ruler, width: float, page_height: float, *, tight: bool = False) -> list[Strip]:
    """Lay a grid out over `width`; a row taller than a page's room is the only one cut, between its lines.

    A `tight` one is a size smaller, with less room above and below the words.
    """
    kinds = [leaf.kind for leaf in grid.leaves]
    rows = [row_cells(row, kinds, ruler) for row in grid.rows]
    columns = fitted_columns(grid, rows, ruler, width, tight=tight)
    head = _head(grid, ruler, columns)
    head.keeps_with_next = bool(grid.rows)
    strips = [head]
    room = page_height - head.height
    for place, row in enumerate(grid.rows):
        follows = grid.rows[place + 1] if place + 1 < len(grid.rows) else None
        joined = follows.continued if follows is not None else 0
        below = rows[place + 1] if joined else None
        pieces = _row(row.kind, rows[place], kinds, ruler, columns, room, joined, below)
        # A line of totals never stands alone below a repeated head, nor a band or group without its first row.
        pieces[-1].keeps_with_next = follows is not None and (
            row.kind in {RowKind.BAND, RowKind.GROUP}
            or joined > 0
            or (follows.kind is RowKind.TOTAL and row.kind is not RowKind.TOTAL)
        )
        for piece in pieces:
            piece.repeated_head = head
        strips += pieces
    return strips


def _head(grid: Grid, ruler: Ruler, columns: Columns) -> Strip:
    lines, heights = heading_lines(grid, columns, ruler)
    tops = [0.0, *itertools.accumulate(heights)]
    strip = Strip(height=tops[-1])
    for cell, cell_lines in zip(grid.heading_cells(), lines, strict=True):
        left, right = columns.edges[cell.column], columns.edges[cell.column + cell.column_span]
        top, bottom = tops[cell.row], tops[cell.row + cell.row_span]
        strip.frame(left, top, right, bottom, GRID_RULE_THICKNESS)
        _set_block(strip, cell_lines, (left, right), (top, bottom), columns.size, CellKind.SERIAL)
    if grid.numbered:
        _add_number_row(grid, ruler, columns, strip)
    return strip


def _add_number_row(grid: Grid, ruler: Ruler, columns: Columns, strip: Strip) -> None:
    size = number_size(columns)
    line_height = grid_line_height(size)
    labels = []
    for place, leaf in enumerate(grid.leaves):
        room = columns.room(place, place)
        number = number_text(leaf.number, size, room, ruler)
        labels.append(ruler.lines(ruler.words((Text(number),), italic=True), size, room))
    height = max(map(len, labels)) * line_height + 2 * columns.padding
    top, bottom = strip.height, strip.height + height
    for place, lines in enumerate(labels):
        left, right = columns.edges[place], columns.edges[place + 1]
        strip.frame(left, top, right, bottom, GRID_RULE_THICKNESS)
        _set_block(strip, lines, (left, right), (top, bottom), size, CellKind.SERIAL)
    strip.height = bottom


def _row(
    row_kind: RowKind,
    cells: list[Cell],
    kinds: list[CellKind],
    ruler: Ruler,
    columns: Columns,
    room: float,
    joined: int,
    below: list[Cell] | None,
) -> list[Strip]:
    """Lay a row out; below its first `joined` cells there is no rule, they go on in the next row, `below`."""
    size, line_height = columns.size, grid_line_height(columns.size)
    lines = [_cell_lines(cell, kinds[cell.first], ruler, columns) for cell in cells]
    lines_a_page = max(1, int((room - 2 * columns.padding) / line_height))
    lines_below = max((len(_cell_lines(cell, kinds[cell.first], ruler, columns)) for cell in below or ()), default=0)
    if max(map(len, lines)) > lines_a_page:
        lines_below = 0
    line_count = max(
        1,
        *(
            len(cell_lines) - (lines_below if cell.first < joined else 0)
            for cell, cell_lines in zip(cells, lines, strict=True)
        ),
    )
    height_below = lines_below * line_height + 2 * columns.padding if lines_below else 0.0
    strips = []
    for start in range(0, line_count, lines_a_page):
        shown = [cell_lines[start : start + lines_a_page] for cell_lines in lines]
        height = min(lines_a_page, line_count - start) * line_height + 2 * columns.padding
        strip = Strip(height=height)
        for cell, cell_lines in zip(cells, shown, strict=True):
            left, right = columns.edges[cell.first], columns.edges[cell.last + 1]
            strip.rules.append(RuleAt(left, 0.0, left, height, GRID_RULE_THICKNESS))
            kind = kinds[cell.first]
            if row_kind is RowKind.TOTAL and kind is CellKind.TEXT:
                kind = CellKind.SERIAL
            # The row below stands on the same page.
            down = (0.0, height + height_below if cell.first < joined else height)
            _set_block(strip, cell_lines, (left, right), down, size, kind)
            if isinstance(cell.value, Figure):
                strip.figures.append(FigureAt(cell.value, left, 0.0, right, height))
        strip.rules.append(RuleAt(columns.edges[-1], 0.0, columns.edges[-1], height, GRID_RULE_THICKNESS))
        left = columns.edges[joined] if start + lines_a_page >= line_count else 0.0
        strip.rules.append(RuleAt(left, height, columns.edges[-1], height, GRID_RULE_THICKNESS))
        strips.append(strip)
    return strips


def _cell_lines(cell: Cell, kind: CellKind, ruler: Ruler, columns: Columns) -> list[Line]:
    """Break a cell's words; a figure stays whole even where it is wider than its column."""
    if not cell.words:
        return []
    if kind is CellKind.TEXT:
        return ruler.lines(cell.words, columns.size, columns.room(cell.first, cell.last))
    return [ruler.line(cell.words, columns.size)]


def _set_block(
    strip: Strip,
    lines: list[Line],
    across: tuple[float, float],
    down: tuple[float, float],
    size: float,
    kind: CellKind,
) -> None:
    """Set lines in the middle of a cell's height: words left, counts and rates right, serial numbers centred."""
    line_height = grid_line_height(size)
    top = down[0] + (down[1] - down[0] - len(lines) * line_height) / 2
    for place, line in enumerate(lines):
        match kind:
            case CellKind.TEXT:
                x = across[0] + CELL_PADDING
            case CellKind.SERIAL:
                x = (across[0] + across[1] - line.width) / 2
            case _:
                x = across[1] - CELL_PADDING - line.width
        strip.set_line(line, x, base_line(top + place * line_height, line_height, size), size)
