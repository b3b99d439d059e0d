"""How wide a grid's columns are, which cells run together and which type size fits: alike in PDF and Word."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.cell_text import cell_text
from povertydesk.documents.fonts import Face
from povertydesk.documents.page_rules import CELL_PADDING, LARGEST_GRID_SIZE, SMALLEST_GRID_SIZE, grid_line_height
from povertydesk.poverty.paper import RowKind, Text

if TYPE_CHECKING:
    from povertydesk.documents.writers.lines import Line, Ruler, Word
    from povertydesk.poverty.paper import CellKind, CellValue, Grid, GridRow

_SMALLEST_COMFORTABLE_SIZE = 11
_TIGHT_PADDING = 0.8
_LENDABLE_SHARE = 0.15
_SLACK = 0.8
"""Word rounds widths and counts the rules in."""
_TERM = re.compile(r"[+−×]?[^+−×]+")


class Cell(NamedTuple):
    """A cell's words and the columns it covers."""

    words: list[Word]
    first: int
    last: int
    value: CellValue


class Columns(NamedTuple):
    """Where the columns stand, the type size that fits them, and the room above and below the words."""

    edges: list[float]
    size: float
    padding: float = 2.0

    def room(self, first: int, last: int) -> float:
        """Return the width for words in a cell that covers these columns."""
        return self.edges[last + 1] - self.edges[first] - 2 * CELL_PADDING


def fitted_columns(grid: Grid, rows: list[list[Cell]], ruler: Ruler, width: float, *, tight: bool = False) -> Columns:
    """Stretch the columns over `width` and choose the largest size at which no word is wider than its column.

    A `tight` grid is a size smaller, with less room above and below the words.

    Down to a comfortable size every cell shall stand on one line; below it, and where that cannot be, lines break.
    Columns with room to spare lend a little to those that a word does not fit into, at the smallest size all they have:
    a figure must never be torn.
    """
    columns = _columns_of(grid, rows, ruler, width)
    if not tight:
        return columns
    return columns._replace(size=max(columns.size - 1, SMALLEST_GRID_SIZE), padding=_TIGHT_PADDING)


def number_text(number: str, size: float, room: float, ruler: Ruler) -> str:
    """Let the number of a column that is a formula wider than `room` break before its signs, not within a number."""
    lines = [""]
    for term in _TERM.findall(number):
        if lines[-1] and ruler.width(lines[-1] + term, Face.ITALIC) * size > room:
            lines.append("")
        lines[-1] += term
    return " ".join(lines)


def heading_lines(grid: Grid, columns: Columns, ruler: Ruler) -> tuple[list[list[Line]], list[float]]:
    """Break the words of the headings; returned are the lines of each cell and the heights of the heading rows."""
    line_height = grid_line_height(columns.size)
    cells = grid.heading_cells()
    lines = []
    heights = [line_height + 2 * columns.padding] * grid.heading_rows
    for cell in cells:
        room = columns.room(cell.column, cell.column + cell.column_span - 1)
        lines.append(ruler.lines(ruler.words((Text(cell.title),), bold=True), columns.size, room))
    # One-row cells set the heights first; what a taller merged cell still needs goes to its last row.
    for cell, cell_lines in sorted(zip(cells, lines, strict=True), key=lambda pair: pair[0].row_span):
        needed = len(cell_lines) * line_height + 2 * columns.padding
        rows = range(cell.row, cell.row + cell.row_span)
        heights[rows[-1]] += max(0.0, needed - sum(heights[row] for row in rows))
    return lines, heights


def number_size(columns: Columns) -> float:
    """Return the type size of the row of numbers."""
    return max(columns.size - 2, SMALLEST_GRID_SIZE - 1)


def _columns_of(grid: Grid, rows: list[list[Cell]], ruler: Ruler, width: float) -> Columns:
    leaves = grid.leaves
    total = sum(leaf.width for leaf in leaves)
    widths = [leaf.width * width / total for leaf in leaves]
    # Needed widths at size 1: of every single word, and of every whole cell.
    word_needs, cell_needs = _needs(grid, rows, ruler)
    sizes = range(LARGEST_GRID_SIZE, SMALLEST_GRID_SIZE - 1, -1)
    fitting = {}
    for size in sizes:
        share = 1.0 if size == SMALLEST_GRID_SIZE else _LENDABLE_SHARE
        fitted = _widened(widths, [need * size + 2 * CELL_PADDING + _SLACK for need in word_needs], share)
        if fitted is not None:
            fitting[size] = fitted
    for size, fitted in fitting.items():
        whole = all(need * size + 2 * CELL_PADDING <= room for need, room in zip(cell_needs, fitted, strict=True))
        if whole and size >= _SMALLEST_COMFORTABLE_SIZE:
            return _columns(fitted, size)
    for size, fitted in fitting.items():
        if size < LARGEST_GRID_SIZE:
            return _columns(fitted, size)
    return _columns(widths, SMALLEST_GRID_SIZE)


def _columns(widths: list[float], size: float) -> Columns:
    return Columns([0.0, *itertools.accumulate(widths)], size)


def _widened(widths: list[float], needs: list[float], share: float) -> list[float] | None:
    """Let wide columns lend up to `share` of their width to those a word does not fit into; None where that fails."""
    lacking = [max(0.0, need - width) for width, need in zip(widths, needs, strict=True)]
    spare = [min(max(0.0, width - need), width * share) for width, need in zip(widths, needs, strict=True)]
    if sum(lacking) > sum(spare):
        return None
    lent = sum(lacking) / sum(spare) if sum(lacking) else 0.0
    return [width + lack - lend * lent for width, lack, lend in zip(widths, lacking, spare, strict=True)]


def _needs(grid: Grid, rows: list[list[Cell]], ruler: Ruler) -> tuple[list[float], list[float]]:
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


def row_cells(row: GridRow, kinds: list[CellKind], ruler: Ruler) -> list[Cell]:
    """Return the cells of a row; the words of a band run on over the empty cells to their right."""
    bold = row.kind is not RowKind.ORDINARY
    cells: list[Cell] = []
    place = 0
    while place < len(kinds):
        value = row.cells[place]
        last = place
        if row.kind is RowKind.BAND and value is not None:
            while last + 1 < len(kinds) and row.cells[last + 1] is None:
                last += 1
        words = ruler.words((Text(cell_text(value, kinds[place])),), bold=bold) if value is not None else []
        cells.append(Cell(words, place, last, value))
        place = last + 1
    return cells
