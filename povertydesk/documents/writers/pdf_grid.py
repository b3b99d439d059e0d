"""A grid as strips: merged headings that come again on every page, and rows that are never cut."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.cell_text import cell_text
from povertydesk.documents.page_rules import (
    GRID_RULE_THICKNESS,
    LARGEST_GRID_SIZE,
    SMALLEST_GRID_SIZE,
    grid_line_height,
)
from povertydesk.documents.writers.pdf_strips import FigureAt, RuleAt, Strip, base_line
from povertydesk.poverty.paper import CellKind, Figure, RowKind, Text

if TYPE_CHECKING:
    from povertydesk.documents.writers.pdf_lines import Line, Ruler, Word
    from povertydesk.poverty.paper import Grid, GridRow

_PAD_X = 3.0
_PAD_Y = 2.0
_SMALLEST_COMFORTABLE_SIZE = 11


class _Cell(NamedTuple):
    """A cell's words and the columns it covers."""

    words: list[Word]
    first: int
    last: int
    value: object


class _Columns(NamedTuple):
    """Where the columns stand and the type size that fits them."""

    edges: list[float]
    size: float

    def room(self, first: int, last: int) -> float:
        return self.edges[last + 1] - self.edges[first] - 2 * _PAD_X


def grid_strips(grid: Grid, ruler: Ruler, width: float, page_height: float) -> list[Strip]:
    """Lay a grid out over `width`; a row taller than a page's room is the only one cut, between its lines."""
    kinds = [leaf.kind for leaf in grid.leaves]
    rows = [_cells(row, kinds, ruler) for row in grid.rows]
    columns = _fitted_columns(grid, rows, ruler, width)
    head = _head(grid, ruler, columns)
    head.keeps_with_next = bool(grid.rows)
    strips = [head]
    room = page_height - head.height
    for place, row in enumerate(grid.rows):
        pieces = _row(row.kind, rows[place], kinds, ruler, columns, room)
        # A line of totals never stands alone below a repeated head, nor a band without its first row.
        follows = grid.rows[place + 1] if place + 1 < len(grid.rows) else None
        pieces[-1].keeps_with_next = follows is not None and (
            row.kind is RowKind.BAND or (follows.kind is RowKind.TOTAL and row.kind is not RowKind.TOTAL)
        )
        for piece in pieces:
            piece.repeated_head = head
        strips += pieces
    return strips


def _fitted_columns(grid: Grid, rows: list[list[_Cell]], ruler: Ruler, width: float) -> _Columns:
    leaves = grid.leaves
    total = sum(leaf.width for leaf in leaves)
    edges = [0.0, *itertools.accumulate(leaf.width * width / total for leaf in leaves)]
    edges[-1] = width
    # Needed widths at size 1: of every single word, and of every whole cell.
    word_needs, cell_needs = _needs(grid, rows, ruler)
    rooms = [edges[place + 1] - edges[place] - 2 * _PAD_X for place in range(len(leaves))]

    def fits(needs: list[float], size: float) -> bool:
        return all(need * size <= room + 0.01 for need, room in zip(needs, rooms, strict=True))

    whole_sizes = range(LARGEST_GRID_SIZE, SMALLEST_GRID_SIZE - 1, -1)
    for size in whole_sizes:
        if size >= _SMALLEST_COMFORTABLE_SIZE and fits(word_needs, size) and fits(cell_needs, size):
            return _Columns(edges, size)
    for size in whole_sizes:
        if size < LARGEST_GRID_SIZE and fits(word_needs, size):
            return _Columns(edges, size)
    return _Columns(edges, SMALLEST_GRID_SIZE)


def _needs(grid: Grid, rows: list[list[_Cell]], ruler: Ruler) -> tuple[list[float], list[float]]:
    word_needs = [0.0] * len(grid.leaves)
    cell_needs = [0.0] * len(grid.leaves)
    for cell in itertools.chain.from_iterable(rows):
        if cell.words and cell.first == cell.last:
            widest = max(word.width for word in cell.words)
            whole = sum(word.width for word in cell.words) + ruler.space * (len(cell.words) - 1)
            word_needs[cell.first] = max(word_needs[cell.first], widest)
            cell_needs[cell.first] = max(cell_needs[cell.first], whole)
    for heading in grid.heading_cells():
        if heading.column_span == 1:
            for word in ruler.words((Text(heading.title),), bold=True):
                word_needs[heading.column] = max(word_needs[heading.column], word.width)
    return word_needs, cell_needs


def _head(grid: Grid, ruler: Ruler, columns: _Columns) -> Strip:
    size, line_height = columns.size, grid_line_height(columns.size)
    cells = grid.heading_cells()
    lines: list[list[Line]] = []
    heights = [line_height + 2 * _PAD_Y] * grid.heading_rows
    for cell in cells:
        room = columns.room(cell.column, cell.column + cell.column_span - 1)
        lines.append(ruler.lines(ruler.words((Text(cell.title),), bold=True), size, room))
    # One-row cells set the heights first; what a taller merged cell still needs goes to its last row.
    for cell, cell_lines in sorted(zip(cells, lines, strict=True), key=lambda pair: pair[0].row_span):
        needed = len(cell_lines) * line_height + 2 * _PAD_Y
        rows = range(cell.row, cell.row + cell.row_span)
        heights[rows[-1]] += max(0.0, needed - sum(heights[row] for row in rows))
    tops = [0.0, *itertools.accumulate(heights)]
    strip = Strip(height=tops[-1])
    for cell, cell_lines in zip(cells, lines, strict=True):
        left, right = columns.edges[cell.column], columns.edges[cell.column + cell.column_span]
        top, bottom = tops[cell.row], tops[cell.row + cell.row_span]
        strip.frame(left, top, right, bottom, GRID_RULE_THICKNESS)
        _set_block(strip, cell_lines, (left, right), (top, bottom), size, CellKind.SERIAL)
    if grid.numbered:
        _add_number_row(grid, ruler, columns, strip)
    return strip


def _add_number_row(grid: Grid, ruler: Ruler, columns: _Columns, strip: Strip) -> None:
    size = max(columns.size - 2, SMALLEST_GRID_SIZE - 1)
    line_height = grid_line_height(size)
    labels = [
        ruler.lines(ruler.words((Text(leaf.number),), italic=True), size, columns.room(place, place))
        for place, leaf in enumerate(grid.leaves)
    ]
    height = max(map(len, labels)) * line_height + 2 * _PAD_Y
    top, bottom = strip.height, strip.height + height
    for place, lines in enumerate(labels):
        left, right = columns.edges[place], columns.edges[place + 1]
        strip.frame(left, top, right, bottom, GRID_RULE_THICKNESS)
        _set_block(strip, lines, (left, right), (top, bottom), size, CellKind.SERIAL)
    strip.height = bottom


def _row(
    row_kind: RowKind, cells: list[_Cell], kinds: list[CellKind], ruler: Ruler, columns: _Columns, room: float
) -> list[Strip]:
    size, line_height = columns.size, grid_line_height(columns.size)
    lines = [ruler.lines(cell.words, size, columns.room(cell.first, cell.last)) for cell in cells]
    line_count = max(1, *map(len, lines))
    lines_a_page = max(1, int((room - 2 * _PAD_Y) / line_height))
    strips = []
    for start in range(0, line_count, lines_a_page):
        shown = [cell_lines[start : start + lines_a_page] for cell_lines in lines]
        height = min(lines_a_page, line_count - start) * line_height + 2 * _PAD_Y
        strip = Strip(height=height)
        for cell, cell_lines in zip(cells, shown, strict=True):
            left, right = columns.edges[cell.first], columns.edges[cell.last + 1]
            strip.rules.append(RuleAt(left, 0.0, left, height, GRID_RULE_THICKNESS))
            kind = kinds[cell.first]
            if row_kind is RowKind.TOTAL and kind is CellKind.TEXT:
                kind = CellKind.SERIAL
            _set_block(strip, cell_lines, (left, right), (0.0, height), size, kind)
            if isinstance(cell.value, Figure):
                strip.figures.append(FigureAt(cell.value, left, 0.0, right, height))
        strip.rules.append(RuleAt(columns.edges[-1], 0.0, columns.edges[-1], height, GRID_RULE_THICKNESS))
        strip.rules.append(RuleAt(0.0, height, columns.edges[-1], height, GRID_RULE_THICKNESS))
        strips.append(strip)
    return strips


def _cells(row: GridRow, kinds: list[CellKind], ruler: Ruler) -> list[_Cell]:
    """Return the cells of a row; the words of a band run on over the empty cells to their right."""
    bold = row.kind is not RowKind.ORDINARY
    cells: list[_Cell] = []
    place = 0
    while place < len(kinds):
        value = row.cells[place]
        last = place
        if row.kind is RowKind.BAND and value is not None:
            while last + 1 < len(kinds) and row.cells[last + 1] is None:
                last += 1
        words = ruler.words((Text(cell_text(value, kinds[place])),), bold=bold) if value is not None else []
        cells.append(_Cell(words, place, last, value))
        place = last + 1
    return cells


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
                x = across[0] + _PAD_X
            case CellKind.SERIAL:
                x = (across[0] + across[1] - line.width) / 2
            case _:
                x = across[1] - _PAD_X - line.width
        strip.set_line(line, x, base_line(top + place * line_height, line_height, size), size)
